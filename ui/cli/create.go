package cli

import (
	"context"
	"fmt"
	"time"

	"klavilink/klavi"
	"klavilink/ui"
)

// create makes a link for each object of the input, in its order. One that fails
// does not stop those behind it, unless they must fail too; the exit status is
// that of the first failure.
func (a *app) create(ctx context.Context) error {
	items, err := a.readRequests(a.createInput)
	if err != nil {
		return err
	}
	var s *session
	status := ExitOK
	for i, it := range items {
		e := it.err
		if e == nil {
			items[i].request, e = a.prepare(it.request)
		}
		var link klavi.Link
		if e == nil && s == nil {
			if s, err = a.connect(false); err != nil {
				return err
			}
			defer s.close()
		}
		if e == nil {
			link, e = a.createOne(ctx, s, items[i].request)
		}
		if e == nil {
			a.printLink(link, s.place)
			continue
		}
		if status == ExitOK {
			status = e.status
		}
		a.report(e)
		if e.status == ExitAbandoned || e.status == ExitCredentials {
			break // nothing behind it can do better
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

func (a *app) createOne(ctx context.Context, s *session, r klavi.LinkRequest) (klavi.Link, *exit) {
	link, err := s.client.CreateLink(ctx, r)
	if err != nil {
		return klavi.Link{}, a.explain(err)
	}
	return link, nil
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
