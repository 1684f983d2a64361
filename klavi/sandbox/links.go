package sandbox

import (
	"cmp"
	"encoding/json"
	"net/http"
	"regexp"
	"slices"

	"klavilink/klavi"
	"klavilink/validate"
)

// The patterns of the fields. Klavi does not document patterns, so these follow its
// examples and Open Finance Brasil. The sandbox does not verify check digits,
// because Klavi's own samples have wrong ones.
var (
	cpfShape   = regexp.MustCompile(`^[0-9]{11}$`)
	cnpjShape  = regexp.MustCompile(`^[0-9A-Z]{12}[0-9]{2}$`)
	phoneShape = regexp.MustCompile(`^\+55[0-9]{10,11}$`)
	emailShape = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)
)

// createLink handles POST /links.
func (s *Server) createLink(w http.ResponseWriter, r *http.Request, _ claims) {
	var names []string
	for _, f := range klavi.LinkFields() {
		names = append(names, f.Name)
	}
	body, problems := readObject(w, r, names...)
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
	token, err := s.tokens.sign(claims{ID: l.id, Type: linkToken, IssuedAt: now.Unix(), Expires: l.ends.Unix()})
	if err != nil {
		refuse(w, http.StatusInternalServerError, http.StatusInternalServerError, "Internal server error")
		return
	}
	s.links.add(l, now)
	s.courier.linkCreated(l)
	s.teller.begin(l)
	base := cmp.Or(s.cfg.PageBase, "http://"+r.Host)
	answer(w, map[string]any{
		"linkId": l.id, "linkToken": token, "linkURL": base + pagePath + "?v=" + token,
		"expireIn": int(s.cfg.LinkLife.Seconds()),
	})
}

// readRequest returns the fields of a link and appends what is wrong with them to
// problems.
func readRequest(body object, problems *[]string) klavi.LinkRequest {
	req := klavi.LinkRequest{ExternalInfo: body[klavi.FieldExternalInfo]}
	for _, f := range klavi.LinkFields() {
		if f.IsText() {
			*f.Text(&req) = body.text(f.Name, false, problems)
		}
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
	addresses := map[string]string{klavi.FieldRedirectURL: req.RedirectURL, klavi.FieldAppLink: req.AppLink}
	for name, value := range addresses {
		_, err := validate.ParseURL(value)
		must(value == "" || err == nil, name+" must be a URL address")
	}
	must(req.AppLink == "" || req.AppRedirectURLKey != "", "appRedirectURLKey should not be empty when appLink exists")
	if raw, there := body[klavi.FieldExternalInfo]; there {
		var object map[string]json.RawMessage
		must(json.Unmarshal(raw, &object) == nil && object != nil, "externalInfo must be an object")
	}
	if raw, there := body[klavi.FieldProductsCallbackURL]; there {
		err := json.Unmarshal(raw, &req.ProductsCallbackURL)
		must(err == nil && req.ProductsCallbackURL != nil, "productsCallbackURL must be an object of strings")
	}
	slices.Sort(*problems)
	return req
}

// businessRule returns the code and the message of a 416. The code is 0 if req
// breaks no business rule.
func (s *Server) businessRule(req klavi.LinkRequest) (int, string) {
	if _, all := req.ProductsCallbackURL[klavi.ReportAll]; all && len(req.ProductsCallbackURL) > 1 {
		return klavi.CodeInvalidCallback,
			"Invalid productsCallbackURL: all is mutually exclusive with other and specific reports"
	}
	for _, address := range req.ProductsCallbackURL {
		if _, err := validate.ParseWebURL(address); err != nil {
			return klavi.CodeInvalidCallback, "Invalid productsCallbackURL: not a URL address"
		}
	}
	if req.InstitutionCode == "" {
		return 0, ""
	}
	known, ok := s.institutions.find(req.InstitutionCode)
	if !ok {
		return klavi.CodeInvalidInstitution, "Invalid institution: no permission"
	}
	if known.Outage {
		return klavi.CodeInvalidInstitution, "Invalid institution: in outage"
	}
	n := 0
	for _, c := range s.links.consentsOf(req.PersonalTaxID, req.BusinessTaxID) {
		if c.InstitutionCode == req.InstitutionCode && c.Status == klavi.Authorised {
			n++
		}
	}
	if n >= consentLimit {
		return klavi.CodeConsentLimit, "Invalid consent request: consents exceed the limit"
	}
	return 0, ""
}
