package sandbox

import (
	"cmp"
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/validate"
)

// What the fields look like. The documentation gives no patterns; these are the
// shapes of its examples and of Open Finance Brasil. Check digits are left
// alone, since Klavi's own samples break them.
var (
	cpfShape   = regexp.MustCompile(`^[0-9]{11}$`)
	cnpjShape  = regexp.MustCompile(`^[0-9A-Z]{12}[0-9]{2}$`)
	phoneShape = regexp.MustCompile(`^\+55[0-9]{10,11}$`)
	emailShape = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)
)

// createLink is POST /links.
func (s *Server) createLink(w http.ResponseWriter, r *http.Request, _ claims) {
	body, problems := readObject(w, r, "personalTaxId", "businessTaxId", "email", "phone", "institutionCode", "redirectURL",
		"productsCallbackURL", "externalInfo", "connectionKey", "appLink", "appRedirectURLKey")
	req := readRequest(body, &problems)
	if len(problems) > 0 {
		refuse(w, http.StatusBadRequest, http.StatusBadRequest, problems...)
		return
	}
	if code, message := s.businessRule(req); code != 0 {
		refuse(w, http.StatusRequestedRangeNotSatisfiable, code, message)
		return
	}
	now := s.cfg.Now()
	l := &link{id: newID(), request: req, ends: now.Add(s.cfg.LinkLife)}
	token, err := s.sign(claims{ID: l.id, Type: linkToken, IssuedAt: now.Unix(), Expires: l.ends.Unix()})
	if err != nil {
		refuse(w, http.StatusInternalServerError, http.StatusInternalServerError, "Internal server error")
		return
	}
	s.remember(l, now)
	base := cmp.Or(s.cfg.PageBase, "http://"+r.Host)
	answer(w, map[string]any{
		"linkId": l.id, "linkToken": token, "linkURL": base + pagePath + "?v=" + token, "expireIn": int(s.cfg.LinkLife.Seconds()),
	})
}

func readRequest(body object, problems *[]string) klavi.LinkRequest {
	req := klavi.LinkRequest{
		PersonalTaxID:     body.text("personalTaxId", false, problems),
		BusinessTaxID:     body.text("businessTaxId", false, problems),
		Email:             body.text("email", false, problems),
		Phone:             body.text("phone", false, problems),
		InstitutionCode:   body.text("institutionCode", false, problems),
		RedirectURL:       body.text("redirectURL", false, problems),
		ConnectionKey:     body.text("connectionKey", false, problems),
		AppLink:           body.text("appLink", false, problems),
		AppRedirectURLKey: body.text("appRedirectURLKey", false, problems),
		ExternalInfo:      body["externalInfo"],
	}
	must := func(ok bool, message string) {
		if !ok {
			*problems = append(*problems, message)
		}
	}
	shaped := func(value string, shape *regexp.Regexp, message string) {
		must(value == "" || shape.MatchString(value), message)
	}
	shaped(req.PersonalTaxID, cpfShape, "personalTaxId must have 11 digits")
	shaped(req.BusinessTaxID, cnpjShape, "businessTaxId must have 14 characters")
	shaped(req.Email, emailShape, "email must be an email")
	shaped(req.Phone, phoneShape, "Invalid phone")
	for name, value := range map[string]string{"redirectURL": req.RedirectURL, "appLink": req.AppLink} {
		_, err := validate.ParseURL(value)
		must(value == "" || err == nil, name+" must be a URL address")
	}
	must(req.AppLink == "" || req.AppRedirectURLKey != "", "appRedirectURLKey should not be empty when appLink exists")
	if raw, there := body["externalInfo"]; there {
		var object map[string]json.RawMessage
		must(json.Unmarshal(raw, &object) == nil && object != nil, "externalInfo must be an object")
	}
	if raw, there := body["productsCallbackURL"]; there {
		must(json.Unmarshal(raw, &req.ProductsCallbackURL) == nil && req.ProductsCallbackURL != nil, "productsCallbackURL must be an object of strings")
	}
	slices.Sort(*problems)
	return req
}

// businessRule gives the code and the words of a 416, or 0.
func (s *Server) businessRule(req klavi.LinkRequest) (int, string) {
	if _, all := req.ProductsCallbackURL[klavi.ReportAll]; all && len(req.ProductsCallbackURL) > 1 {
		return klavi.CodeInvalidCallback, "Invalid productsCallbackURL: all is mutually exclusive with other and specific reports"
	}
	for _, address := range req.ProductsCallbackURL {
		if _, err := validate.ParseWebURL(address); err != nil {
			return klavi.CodeInvalidCallback, "Invalid productsCallbackURL: not a URL address"
		}
	}
	if req.InstitutionCode == "" {
		return 0, ""
	}
	known, ok := s.institution(req.InstitutionCode)
	if !ok {
		return klavi.CodeInvalidInstitution, "Invalid institution: no permission"
	}
	if known.Outage {
		return klavi.CodeInvalidInstitution, "Invalid institution: in outage"
	}
	n := 0
	for _, c := range s.consentsOf(req.PersonalTaxID, req.BusinessTaxID) {
		if c.InstitutionCode == req.InstitutionCode && c.Status == klavi.Authorised {
			n++
		}
	}
	if n >= consentLimit {
		return klavi.CodeConsentLimit, "Invalid consent request: consents exceed the limit"
	}
	return 0, ""
}

// remember stores l and forgets those that ended long ago.
func (s *Server) remember(l *link, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, old := range s.links {
		if now.Sub(old.ends) > keepLinks {
			delete(s.links, id)
		}
	}
	s.links[l.id] = l
}

// unstable is the institution that the sandbox always shows in outage, so that
// the refusal can be seen.
const unstable = "069"

// institutions is the list of package directory as the API gives it.
func institutions() []klavi.Institution {
	known := directory.Institutions()
	list := make([]klavi.Institution, len(known))
	for i, d := range known {
		list[i] = klavi.Institution{
			Code: d.Code, Name: d.Name, Type: klavi.OpenFinance, BusinessType: "BOTH", Outage: d.Code == unstable,
			Resources: []string{"REGISTRATION", "ACCOUNTS", "CREDIT_CARDS"},
		}
		switch {
		case !d.Companies:
			list[i].BusinessType = "NATURAL"
		case !d.Persons:
			list[i].BusinessType = "LEGAL"
		}
	}
	return list
}

// institution finds one by its code.
func (s *Server) institution(code string) (klavi.Institution, bool) {
	i := slices.IndexFunc(s.institutions, func(i klavi.Institution) bool { return i.Code == code })
	if i < 0 {
		return klavi.Institution{}, false
	}
	return s.institutions[i], true
}

// listInstitutions is GET /links/institutions.
func (s *Server) listInstitutions(w http.ResponseWriter, _ *http.Request, _ claims) {
	answer(w, s.institutions)
}
