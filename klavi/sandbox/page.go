package sandbox

import (
	"cmp"
	"encoding/json"
	"net/http"
	"net/url"
	"time"

	"klavilink/klavi"
	"klavilink/validate"
)

const (
	pagePath   = "/path" // of the pages of links
	maxCompany = 60      // characters of the company's name
)

// page shows the page of a link for the customer's next step. The customer chooses
// an institution, unless the partner chose it, confirms, authorises at the bank and
// accepts the terms. The last page says what would follow. Every step is a form without a script, so it works
// on any telephone.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query() // and no body, which a GET does not have
	l, token, ok := s.visited(query)
	if !ok {
		show(w, http.StatusGone, s.blank(r, "over"))
		return
	}
	show(w, http.StatusOK, s.viewOf(r, l, token, query.Get("i")))
}

// visited returns the link of a page and its token. It reports whether the link
// exists and has not expired.
func (s *Server) visited(form url.Values) (*link, string, bool) {
	token := form.Get("v")
	c, err := s.tokens.verify(token)
	if err != nil || c.Type != linkToken || !s.alive(c) {
		return nil, "", false
	}
	l := s.links.find(c.ID)
	return l, token, l != nil
}

// nextStatus returns the state that an action leads to, and reports whether the
// customer can do it now. The argument at is the current state, and outage reports
// whether the institution is in outage.
func nextStatus(do string, at klavi.ConsentStatus, outage bool) (klavi.ConsentStatus, bool) {
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

// standing returns the state that the next action of a customer starts from. At the
// institution that the partner chose, the customer has nothing to choose: before the
// first action and after a refusal the state is [klavi.Started], although no page that
// was only opened starts a consent. Programs that preview links open pages too.
func (s *store) standing(l *link, code string) klavi.ConsentStatus {
	at := s.statusAt(l.id, code)
	if code == l.request.InstitutionCode && (at == "" || at.Outcome().Bad()) {
		return klavi.Started
	}
	return at
}

// act does the customer's action and redirects to the next page. An action that is
// not possible in the current state changes nothing. A second click and an old page
// cause such actions.
func (s *Server) act(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	_ = r.ParseForm() // what is missing is not found; it does not read files
	form := r.PostForm
	l, token, ok := s.visited(form)
	if !ok {
		show(w, http.StatusGone, s.blank(r, "over"))
		return
	}
	code := form.Get("i")
	if institution, listed := s.institutions.find(code); listed {
		next, ok := nextStatus(form.Get("do"), s.links.standing(l, code), institution.Outage)
		if ok {
			_ = s.SetStatus(l.id, code, next) // it cannot fail, because the link exists
		}
	}
	to := url.Values{"v": {token}, "i": {code}}
	http.Redirect(w, r, pagePath+"?"+to.Encode(), http.StatusSeeOther)
}

// view has the values that a page shows.
type view struct {
	Lang         Lang
	Words        Words
	Company      string
	Step         string // over, choose, confirm, bank, terms, done, refused
	Token        string
	Until        string
	Preset       bool // the partner chose the institution
	Institution  klavi.Institution
	Institutions []klavi.Institution
	Sample       sample
	Today        time.Time
	Reports      []delivery
	Configured   bool // the request has no addresses, so the partner's settings at Klavi apply
	Redirect     string
	AppLink      string
}

// delivery is a report with the address that Klavi would send it to.
type delivery struct{ Report, Address string }

// blank returns the view for a step without a link, in the language of the browser.
func (s *Server) blank(r *http.Request, step string) view {
	lang := preferred(r.Header.Get("Accept-Language"), s.cfg.Lang)
	words := WordsIn(lang)
	return view{
		Lang: lang, Words: words, Step: step,
		Company: cmp.Or(validate.Harmless(s.cfg.Company, maxCompany), words.Company),
	}
}

// viewOf returns the view for a link and the institution with the given code.
func (s *Server) viewOf(r *http.Request, l *link, token, code string) view {
	v := s.blank(r, "")
	v.Token, v.Until = token, l.ends.In(brasilia()).Format("15:04")
	status := s.links.statusAt(l.id, code)
	if v.Preset = l.request.InstitutionCode != ""; v.Preset && status == "" {
		code = l.request.InstitutionCode
		status = s.links.standing(l, code)
	}
	var listed bool
	v.Institution, listed = s.institutions.find(code)
	switch {
	case !listed || status == "":
		v.Step = "choose"
		v.Institution = klavi.Institution{}
		v.Institutions = s.institutions.offered(l.request)
	case status == klavi.Started:
		v.Step = "confirm"
	case status == klavi.AwaitingBank:
		v.Step = "bank"
	case status == klavi.AwaitingLGPD:
		v.Step = "terms"
	case status == klavi.Authorised:
		v.Step = "done"
		v.Sample, v.Today = sampleFor(l.request.BusinessTaxID != ""), s.cfg.Now().In(brasilia())
		v.deliveries(l.request)
		v.Redirect = redirectAddress(l, "")
		v.AppLink = appLink(l)
	default:
		v.Step = "refused"
		v.Redirect = redirectAddress(l, string(status))
	}
	return v
}

// deliveries sets the reports that Klavi would send and their addresses. It sends
// nothing.
func (v *view) deliveries(r klavi.LinkRequest) {
	for _, report := range r.Reports() {
		v.Reports = append(v.Reports, delivery{report, r.ProductsCallbackURL[report]})
	}
	v.Configured = len(v.Reports) == 0
}

// redirectAddress returns the address that the customer would return to, with the
// parameters of the API page "Create a Link". It is empty if the partner gave no
// address. The page does not document the values of the parameter error, so the
// sandbox uses the state of the consent.
func redirectAddress(l *link, failure string) string {
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

// appLink returns the application's address with the parameter that the partner
// named. It is empty if the partner gave no address. The value of the parameter is
// only an ellipsis.
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

// compact returns a JSON object without blanks. It is empty if raw is no JSON object.
func compact(raw json.RawMessage) string {
	var object map[string]any
	if json.Unmarshal(raw, &object) != nil {
		return ""
	}
	b, _ := json.Marshal(object)
	return string(b)
}

// brasilia is the zone of the times on the pages. Customers live in four zones, so the
// pages name this one, as messages do. It has had no summer time since 2019.
func brasilia() *time.Location { return time.FixedZone("BRT", -3*60*60) }
