package sandbox

import (
	"cmp"
	_ "embed" // for the pages
	"encoding/json"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"klavilink/klavi"
)

const pagePath = "/path"

// page shows what the customer opens, a step at a time: choose an institution,
// confirm, authorise at the bank, accept the terms, and see what would follow.
// Every step is a form, so that it works on any telephone. The page runs no
// script.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	l, token, ok := s.visited(r)
	if !ok {
		show(w, http.StatusGone, view{Step: "over"})
		return
	}
	code := r.FormValue("i")
	show(w, http.StatusOK, s.viewOf(l, token, code))
}

// visited finds the link whose page is asked for, if the link has not ended.
func (s *Server) visited(r *http.Request) (*link, string, bool) {
	token := r.FormValue("v")
	c, err := s.tokens.verify(token)
	if err != nil || c.Type != linkToken || !s.alive(c) {
		return nil, "", false
	}
	l, ok := s.links.find(c.ID)
	return l, token, ok
}

// follows reports whether the customer can do something at an institution, and
// returns the state that it leads to. At is where the customer stands now.
func follows(do string, at klavi.ConsentStatus, outage bool) (klavi.ConsentStatus, bool) {
	switch do {
	case "choose":
		return klavi.Started, !outage && (at == "" || at.Outcome().Bad())
	case "continue":
		return klavi.AwaitingBank, at == klavi.Started
	case "authorise":
		return klavi.AwaitingLGPD, at == klavi.AwaitingBank
	case "accept":
		return klavi.Authorised, at == klavi.AwaitingLGPD
	case "refuse":
		return klavi.Rejected, at != "" && !at.Final()
	default:
		return "", false
	}
}

// act takes a step and leads to the next page. A step that does not follow from
// where the customer stands changes nothing: a second click, or an old page.
func (s *Server) act(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	l, token, ok := s.visited(r)
	if !ok {
		show(w, http.StatusGone, view{Step: "over"})
		return
	}
	code := r.FormValue("i")
	if institution, listed := s.institutions.find(code); listed {
		next, ok := follows(r.FormValue("do"), s.links.statusAt(l.id, code), institution.Outage)
		if ok {
			_ = s.SetStatus(l.id, code, next) // the link is known
		}
	}
	to := url.Values{"v": {token}, "i": {code}}
	http.Redirect(w, r, pagePath+"?"+to.Encode(), http.StatusSeeOther)
}

// view is a page.
type view struct {
	Step         string // over, choose, confirm, bank, terms, done, refused
	Token        string
	Until        string
	Institution  klavi.Institution
	Institutions []klavi.Institution
	Reports      []delivery
	Configured   bool // the partner's settings at Klavi say where reports go
	Redirect     string
	AppLink      string
}

// delivery is a report and the address that it would go to.
type delivery struct{ Report, Address string }

// viewOf makes the page for a link and an institution.
func (s *Server) viewOf(l *link, token, code string) view {
	v := view{Token: token, Until: l.ends.In(s.cfg.Zone).Format("15:04")}
	var listed bool
	v.Institution, listed = s.institutions.find(code)
	switch status := s.links.statusAt(l.id, code); {
	case !listed || status == "":
		v.Step = "choose"
		v.Institutions = s.institutions.offered(l.request)
	case status == klavi.Started:
		v.Step = "confirm"
	case status == klavi.AwaitingBank:
		v.Step = "bank"
	case status == klavi.AwaitingLGPD:
		v.Step = "terms"
	case status == klavi.Authorised:
		v.Step = "done"
		v.deliveries(l.request)
		v.Redirect = returning(l, "")
		v.AppLink = appLink(l)
	default:
		v.Step = "refused"
		v.Redirect = returning(l, string(status))
	}
	return v
}

// deliveries notes which report Klavi would send to which address. It sends
// nothing.
func (v *view) deliveries(r klavi.LinkRequest) {
	for _, report := range r.Reports() {
		v.Reports = append(v.Reports, delivery{report, r.ProductsCallbackURL[report]})
	}
	v.Configured = len(v.Reports) == 0
}

// returning is the address that the customer would be sent back to, with the
// parameters that the page "Create a Link" documents. It is empty when the
// partner gave no address. The values of the parameter error are not documented,
// so the state of the consent takes their place.
func returning(l *link, failure string) string {
	u, err := url.Parse(l.request.RedirectURL)
	if l.request.RedirectURL == "" || err != nil {
		return ""
	}
	q := u.Query()
	q.Set("link_id", l.id)
	q.Set("external_info", cmp.Or(compact(l.request.ExternalInfo), "{}"))
	if failure != "" {
		q.Set("error", failure)
		q.Set("error_description", "The end user did not authorise")
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// appLink is the application's address as it would be opened. The parameter that
// the partner named leads back.
func appLink(l *link) string {
	u, err := url.Parse(l.request.AppLink)
	if l.request.AppLink == "" || err != nil {
		return ""
	}
	q := u.Query()
	q.Set(l.request.AppRedirectURLKey, "…")
	u.RawQuery = q.Encode()
	return u.String()
}

// compact writes a JSON object without blanks.
func compact(raw json.RawMessage) string {
	var object map[string]any
	if json.Unmarshal(raw, &object) != nil {
		return ""
	}
	b, _ := json.Marshal(object)
	return string(b)
}

// show writes a page that may load nothing and run nothing.
func show(w http.ResponseWriter, status int, v view) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "+
		"form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("Referrer-Policy", "no-referrer")
	w.WriteHeader(status)
	_ = pages.Execute(w, v)
}

// pageHTML is the template of every page.
//
//go:embed page.html
var pageHTML string

// pages is every page. Each one says that it is a demonstration. Addresses that
// somebody typed are shown as text and never as links.
var pages = template.Must(template.New("page").Parse(strings.TrimSpace(pageHTML)))
