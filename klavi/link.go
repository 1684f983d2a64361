package klavi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"klavilink/validate"
)

// LinkRequest asks for a link. The names in JSON are those of the page "Create
// a Link"; all are optional, and empty ones are left out. It prints the names of
// the fields that are set and none of their values.
type LinkRequest struct {
	// PersonalTaxID is the CPF of the end user, eleven digits; with a CNPJ, that
	// of the company's representative.
	PersonalTaxID string `json:"personalTaxId,omitempty"`

	// BusinessTaxID is the CNPJ of the company, fourteen characters.
	BusinessTaxID string `json:"businessTaxId,omitempty"`

	// Email is the end user's, for compliance.
	Email string `json:"email,omitempty"`

	// Phone is the end user's, for compliance, in E.164.
	Phone string `json:"phone,omitempty"`

	// InstitutionCode chooses the institution beforehand. It is opaque; leading
	// zeros count.
	InstitutionCode string `json:"institutionCode,omitempty"`

	// RedirectURL is where the customer returns to.
	RedirectURL string `json:"redirectURL,omitempty"`

	// ProductsCallbackURL maps report codes to the addresses that receive them.
	// "other" stands for those not named, "all" for every one; "all" stands
	// alone.
	ProductsCallbackURL map[string]string `json:"productsCallbackURL,omitempty"`

	// ExternalInfo is a JSON object of the partner's that comes back in the
	// reports and in the redirect. It travels in a URL: no personal data.
	ExternalInfo json.RawMessage `json:"externalInfo,omitempty"`

	// ConnectionKey repeats an Open Data connection, as a report gave it.
	ConnectionKey string `json:"connectionKey,omitempty"`

	// AppLink is opened after the institution's authorisation, with the
	// parameter that AppRedirectURLKey names.
	AppLink           string `json:"appLink,omitempty"`
	AppRedirectURLKey string `json:"appRedirectURLKey,omitempty"`
}

// Reserved report codes.
const (
	ReportAll   = "all"
	ReportOther = "other"
)

// Rules of the page; test with errors.Is. [LinkRequest.Check] wraps them in an
// [*Error] with the field's name.
var (
	ErrAllExclusive    = errors.New(`"all" excludes "other" and every report by name`)
	ErrReportName      = errors.New("a callback address without a report code")
	ErrNeedsRedirect   = errors.New("appLink needs appRedirectURLKey")
	ErrExternalInfo    = errors.New("externalInfo must be a JSON object")
	errIncompleteReply = errors.New("the answer has no usable linkURL")
	errAlreadyOver     = errors.New("the answer's expireIn is no time to come")
)

// Check applies the rules of the page and gives the first breach as an [*Error]
// of [KindInput]. Where a URL is wrong the cause is a [validate.Problem].
func (r LinkRequest) Check() error {
	breach := func(field string, err error) error {
		return &Error{Op: "create link", Kind: KindInput, Field: field, Err: err}
	}
	if r.RedirectURL != "" {
		if _, err := validate.ParseURL(r.RedirectURL); err != nil {
			return breach(FieldRedirectURL, err)
		}
	}
	if _, all := r.ProductsCallbackURL[ReportAll]; all && len(r.ProductsCallbackURL) > 1 {
		return breach(FieldProductsCallbackURL, ErrAllExclusive)
	}
	for _, report := range r.Reports() {
		if strings.TrimSpace(report) == "" {
			return breach(FieldProductsCallbackURL, ErrReportName)
		}
		if _, err := validate.ParseWebURL(r.ProductsCallbackURL[report]); err != nil {
			return breach(FieldProductsCallbackURL, err)
		}
	}
	if info := bytes.TrimSpace(r.ExternalInfo); len(info) > 0 && (info[0] != '{' || !json.Valid(info)) {
		return breach(FieldExternalInfo, ErrExternalInfo)
	}
	if r.AppLink != "" {
		if _, err := validate.ParseURL(r.AppLink); err != nil {
			return breach(FieldAppLink, err)
		}
		if r.AppRedirectURLKey == "" {
			return breach(FieldAppRedirectURLKey, ErrNeedsRedirect)
		}
	}
	return nil
}

// Reports lists the codes in ProductsCallbackURL in order.
func (r LinkRequest) Reports() []string {
	codes := make([]string, 0, len(r.ProductsCallbackURL))
	for code := range r.ProductsCallbackURL {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// Format prints the names of the fields that are set.
func (r LinkRequest) Format(f fmt.State, _ rune) {
	_, _ = f.Write([]byte("LinkRequest{" + strings.Join(r.Fields(), " ") + "}"))
}

// LogValue is the names of the fields that are set.
func (r LinkRequest) LogValue() slog.Value { return slog.AnyValue(r.Fields()) }

// Fields lists the JSON names of the fields that are set, in the page's order.
func (r LinkRequest) Fields() []string {
	var names []string
	for _, f := range LinkFields() {
		if f.IsSet(r) {
			names = append(names, f.Name)
		}
	}
	return names
}

// personal lists the values that must not come back in an error's words. A phone
// is also listed without the code of its country.
func (r LinkRequest) personal() []string {
	var values []string
	for _, f := range LinkFields() {
		if !f.Personal {
			continue
		}
		value := *f.Text(&r)
		values = append(values, value)
		if f.Name == FieldPhone {
			values = append(values, strings.TrimPrefix(value, "+55"))
		}
	}
	return values
}

// Link is what the customer opens. Its URL is a bearer credential for as long
// as it lives.
type Link struct {
	ID    string // opaque
	Token Secret // for Institutions and InstitutionStatus
	URL   Secret // an absolute https URL (http on this machine), ASCII

	// ExpireIn is the link's life from the moment of the request, in whole
	// seconds; ExpiresAt is its end on the wall clock.
	ExpireIn  time.Duration
	ExpiresAt time.Time
}

type linkAnswer struct {
	LinkID    string  `json:"linkId"`
	LinkToken string  `json:"linkToken"`
	LinkURL   string  `json:"linkURL"`
	ExpireIn  seconds `json:"expireIn"`
}

// CreateLink calls POST /links. Any 2xx is a success. The answer's URL must be
// absolute and secure; its other parts are taken as they come.
func (c *Client) CreateLink(ctx context.Context, r LinkRequest) (Link, error) {
	if err := r.Check(); err != nil {
		return Link{}, err
	}
	if string(bytes.TrimSpace(r.ExternalInfo)) == "{}" {
		r.ExternalInfo = nil
	}
	var a linkAnswer
	asked := c.now()
	err := c.asPartner(ctx, call{
		op: "create link", method: http.MethodPost, path: "/links",
		body: r, confidential: r.personal(),
	}, &a)
	if err != nil {
		return Link{}, err
	}
	odd := func(err error) error {
		return &Error{Op: "create link", Kind: KindProtocol, Unknown: true, Err: err}
	}
	u, p := validate.CheckWebURL(a.LinkURL)
	plain := c.plain != "" && strings.HasPrefix(u.Reveal(), c.plain)
	if !p.OK() || !u.Secure() && !plain {
		return Link{}, odd(errIncompleteReply)
	}
	life := a.ExpireIn.orDefault()
	if life <= 0 {
		return Link{}, odd(errAlreadyOver)
	}
	return Link{
		ID: a.LinkID, Token: Secret(a.LinkToken), URL: Secret(u.Reveal()),
		ExpireIn: life, ExpiresAt: asked.Add(life),
	}, nil
}
