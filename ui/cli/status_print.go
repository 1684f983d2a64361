package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// statusObject is the JSON form of what was seen of a link. Scripts rely on its names.
type statusObject struct {
	LinkID       string              `json:"linkId"`
	Status       string              `json:"status"`
	State        klavi.ConsentStatus `json:"state"` // at the institution where the customer is farthest
	Institutions []institutionObject `json:"institutions"`
	ExpiresAt    string              `json:"expiresAt,omitempty"` // of the link, if it is known
	SeenAt       string              `json:"seenAt"`
	Environment  string              `json:"environment"`
}

// institutionObject is where a customer stands at an institution.
type institutionObject struct {
	Code  string              `json:"institutionCode"`
	Name  string              `json:"name"`
	State klavi.ConsentStatus `json:"state"`
	Since string              `json:"since"` // when the state began, or when it was seen first
}

// object returns the JSON form.
func (s sight) object() statusObject {
	o := statusObject{
		LinkID: s.id, Status: s.status, State: s.watch.Standing(), Institutions: []institutionObject{},
		SeenAt: rfc3339(s.at), Environment: s.environment,
	}
	if !s.assumed {
		o.ExpiresAt = rfc3339(s.ends)
	}
	for _, step := range s.watch.Latest() {
		o.Institutions = append(o.Institutions, institutionObject{
			step.Code, institutionOf(step), step.Status, rfc3339(step.At),
		})
	}
	return o
}

// rfc3339 writes a time as JSON has it.
func rfc3339(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// institutionOf names the institution of a step: as the API calls it, else as the list
// does, else by its code.
func institutionOf(s watch.Step) string {
	list := directory.Institutions()
	at := slices.IndexFunc(list, func(in directory.Institution) bool { return in.Code == s.Code })
	switch {
	case s.Name != "":
		return validate.Harmless(s.Name, 80)
	case at >= 0:
		return list[at].Name
	default:
		return validate.Harmless(s.Code, 40)
	}
}

// seen prints what was seen of a link: its ID, a tab, and where the customer stands in
// the words of the wizard.
func (p *printer) seen(s sight) {
	if p.json {
		p.object(s.object())
		return
	}
	_, _ = fmt.Fprintf(p.out, "%s\t%s\n", validate.Harmless(s.id, 60), p.words(s))
	if s.status == endUnknown {
		p.tell(p.unknown(s))
	}
}

// unknown says why nothing is known of a link.
func (p *printer) unknown(s sight) string {
	if s.hasDocument() {
		return p.t.CLI.Tools.NothingSeen
	}
	return p.t.CLI.Tools.TokenOver
}

// words says where the customer of a link stands.
func (p *printer) words(s sight) string {
	t := &p.t.Status
	var parts []string
	for _, step := range s.watch.Latest() {
		parts = append(parts, p.step(step)+" ("+p.moment(step.At, s.at)+")")
	}
	switch {
	case len(parts) > 0:
		return strings.Join(parts, "; ")
	case s.status == statusPending:
		return t.Waiting + " (" + fmt.Sprintf(p.t.Link.ExpiresAtF, p.moment(s.ends, s.at)) + ")"
	case s.status == endExpired:
		return t.NobodyCame
	default:
		return t.Blind
	}
}

// step names an institution and the customer's state there.
func (p *printer) step(s watch.Step) string { return institutionOf(s) + ": " + p.t.Standing(s.Status) }

// moment writes a time of the day, with the date if that is not today's.
func (p *printer) moment(t, today time.Time) string {
	t, today = t.In(p.zone), today.In(p.zone)
	if t.Format(time.DateOnly) == today.Format(time.DateOnly) {
		return t.Format(time.TimeOnly)
	}
	return t.Format(time.DateTime)
}

// changed says what a customer has done, to people only.
func (p *printer) changed(t target, steps []watch.Step) {
	for _, s := range steps {
		p.tell(validate.Harmless(t.id, 60) + ": " + p.step(s))
	}
}

// unseen prints why a link could not be looked at.
func (p *printer) unseen(t target, e *exit) {
	if !p.json {
		p.tell(validate.Harmless(t.id, 60) + ": " + e.message)
		return
	}
	p.object(struct {
		LinkID string    `json:"linkId"`
		Error  errorBody `json:"error"`
	}{t.id, e.body()})
}
