package cli

import (
	"context"
	"fmt"
	"strconv"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// explainedObject is an explanation in JSON. Scripts rely on its names.
type explainedObject struct {
	LinkID string              `json:"linkId,omitempty"`
	Status string              `json:"status,omitempty"`
	State  klavi.ConsentStatus `json:"state,omitempty"`
	Code   int                 `json:"code,omitempty"`
	Means  string              `json:"means"`
	Turn   text.Turn           `json:"turn"`
	Next   string              `json:"next"`
}

// explain explains a code of the API, the state of a consent, or where a link stands.
func (d *doctor) explain(ctx context.Context, what string) error {
	state := klavi.ParseConsentStatus(what)
	switch {
	case isCode(what):
		code, _ := strconv.Atoi(what) // four digits
		d.explained(explainedObject{Code: code}, d.t.ExplainCode(code), "")
		return nil
	case documented(state):
		d.explained(explainedObject{State: state}, d.t.ExplainState(state), d.t.Standing(state))
		return nil
	default:
		return d.explainLink(ctx, what)
	}
}

// documented reports whether the API's pages name a state.
func documented(s klavi.ConsentStatus) bool {
	switch s {
	case klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised, klavi.Rejected, klavi.Expired,
		klavi.Failed, klavi.Revoked, klavi.DeletedByCustomer:
		return true
	default:
		return false
	}
}

// explainLink looks where a link stands and explains it.
func (d *doctor) explainLink(ctx context.Context, id string) error {
	p, err := d.settings.profile()
	if err != nil {
		return err
	}
	input := linkInput{env: d.env, t: d.t, print: d.print, name: d.input}
	targets, err := input.targets(ctx, []string{id}, string(p.Environment))
	if err != nil {
		return err
	}
	l, err := d.api.looker(d.env, p)
	if err != nil {
		return err
	}
	defer l.session.close()
	for _, t := range targets {
		s, err := l.once(ctx, t)
		switch {
		case ctx.Err() != nil:
			return abandoned(d.t)
		case err != nil:
			return explain(d.t, err)
		}
		o := explainedObject{LinkID: s.id, Status: s.status, State: s.watch.Standing()}
		d.explained(o, d.explanation(s), d.print.words(s))
	}
	return nil
}

// explanation explains what was seen of a link.
func (d *doctor) explanation(s sight) text.Explanation {
	e := &d.t.CLI.Tools.Explained
	state := s.watch.Standing()
	switch {
	case state != "":
		return d.t.ExplainState(state)
	case s.status == statusPending:
		return text.Explanation{Advice: e.Waiting, Turn: text.TurnCustomer}
	case s.status == endExpired:
		return text.Explanation{Advice: e.Nobody, Turn: text.TurnYou}
	default:
		return text.Explanation{Advice: e.Unseen, Turn: text.TurnYou}
	}
}

// explained prints an explanation.
func (d *doctor) explained(o explainedObject, e text.Explanation, standing string) {
	o.Means, o.Turn, o.Next = e.Means, e.Turn, e.Next
	if d.print.json {
		d.print.object(o)
		return
	}
	t := &d.t.CLI.Tools
	row := func(label, value string) {
		if value != "" {
			_, _ = fmt.Fprintf(d.print.out, "%-16s %s\n", label, value)
		}
	}
	row(t.DocLinkID, validate.Harmless(o.LinkID, 60))
	row(t.DocStatus, standing)
	row(t.DocMeans, e.Means)
	row(t.DocTurn, d.t.Whose(e.Turn))
	row(t.DocNext, e.Next)
}
