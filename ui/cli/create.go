package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"klavilink/klavi"
	"klavilink/ui"
)

// create makes a link for each object of the input, in its order, and prints one
// outcome for each. One that fails does not stop those behind it, unless nothing
// behind it can do better: without credentials all fail alike. The exit status
// is that of the first failure.
func (a *app) create(ctx context.Context) error {
	items, err := a.readRequests(a.createInput)
	if err != nil {
		return err
	}
	var s *session
	var hopeless *exit
	status := ExitOK
	for _, it := range items {
		e := it.err
		if e == nil {
			it.request, e = a.prepare(it.request)
		}
		if e == nil && s == nil && hopeless == nil {
			if s, hopeless = a.partner(); s != nil {
				defer s.close()
				if s.reminder != "" && !a.json {
					a.tell(s.reminder)
				}
			}
		}
		if e == nil {
			e = hopeless
		}
		if e == nil {
			e = a.createOne(ctx, s, it.request)
		}
		if e == nil {
			continue
		}
		if status == ExitOK {
			status = e.status
		}
		a.report(e)
		switch e.status {
		case ExitCredentials:
			hopeless = e
		case ExitAbandoned:
			return &exit{status: ExitAbandoned}
		}
	}
	if s != nil && s.place.Demo && !a.json {
		_, _ = fmt.Fprintln(a.env.Err, a.t.CLI.DemoServer)
	}
	if status != ExitOK {
		return &exit{status: status}
	}
	return nil
}

// partner connects where scripts do: never to the demo unless it was asked for.
func (a *app) partner() (*session, *exit) {
	var s *session
	profile, err := a.profile()
	if err == nil {
		s, err = a.connect(profile, false)
	}
	var e *exit
	if err != nil && !errors.As(err, &e) {
		e = usage(err.Error())
	}
	return s, e
}

// createOne makes a link and prints it.
func (a *app) createOne(ctx context.Context, s *session, r klavi.LinkRequest) *exit {
	link, err := s.client.CreateLink(ctx, r)
	if err != nil {
		return a.explain(err)
	}
	a.printLink(link, s.place)
	return nil
}

// prepare checks a request as the wizard does. The first finding is the error's
// field; its sentence has all of them.
func (a *app) prepare(r klavi.LinkRequest) (klavi.LinkRequest, *exit) {
	r, found := ui.Prepare(a.t, r)
	if len(found) == 0 {
		return r, nil
	}
	e := usage("")
	e.field = found[0].Field
	for _, f := range found {
		e.message = join(e.message, f.Field+": "+f.Message)
	}
	return r, e
}

// environment names where a link was made, as the JSON output calls it.
func environment(p ui.Place) string {
	if p.Demo {
		return "demo"
	}
	return string(p.Env)
}

// printLink prints a link: here, and only where it was asked for, its secrets
// are written out.
func (a *app) printLink(l klavi.Link, place ui.Place) {
	if a.json {
		a.printJSON(struct {
			LinkID      string `json:"linkId"`
			LinkURL     string `json:"linkURL"`
			LinkToken   string `json:"linkToken"`
			ExpireIn    int    `json:"expireIn"`
			ExpiresAt   string `json:"expiresAt"`
			Environment string `json:"environment"`
		}{l.ID, l.URL.Reveal(), l.Token.Reveal(), int(l.ExpireIn.Seconds()), l.ExpiresAt.UTC().Format(time.RFC3339), environment(place)})
		return
	}
	_, _ = fmt.Fprintln(a.env.Out, l.URL.Reveal())
	_, _ = fmt.Fprintf(a.env.Err, "%s\n", fmt.Sprintf(a.t.Link.ExpiresAtF, l.ExpiresAt.Local().Format(time.TimeOnly)))
}
