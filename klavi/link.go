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

// The report codes that [LinkRequest] gives a special meaning.
const (
	ReportAll   = "all"   // all reports
	ReportOther = "other" // all reports that are not in the map
)

// The rules of the page "Create a Link". [LinkRequest.Check] wraps them in an
// [*Error] with the name of the field. Test for them with errors.Is.
var (
	ErrAllExclusive  = errors.New(`"all" excludes "other" and every report by name`)
	ErrReportName    = errors.New("a callback address without a report code")
	ErrNeedsRedirect = errors.New("appLink needs appRedirectURLKey")
	ErrExternalInfo  = errors.New("externalInfo must be a JSON object")
	errAlreadyOver   = errors.New("the answer's expireIn is no time to come")
)

// Check applies the rules of the page "Create a Link". It returns an [*Error] of
// [KindInput] for the first rule that r breaks. If a URL is wrong, the cause is a
// [validate.Problem].
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

// Reports returns the report codes in ProductsCallbackURL, in alphabetical order.
func (r LinkRequest) Reports() []string {
	codes := make([]string, 0, len(r.ProductsCallbackURL))
	for code := range r.ProductsCallbackURL {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// Format prints the names of the fields that are set, under every verb.
func (r LinkRequest) Format(f fmt.State, _ rune) {
	_, _ = f.Write([]byte("LinkRequest{" + strings.Join(r.Fields(), " ") + "}"))
}

// LogValue returns the names of the fields that are set.
func (r LinkRequest) LogValue() slog.Value { return slog.AnyValue(r.Fields()) }

// Fields returns the JSON names of the fields that are set, in the order of
// [LinkFields].
func (r LinkRequest) Fields() []string {
	var names []string
	for _, f := range LinkFields() {
		if f.IsSet(r) {
			names = append(names, f.Name)
		}
	}
	return names
}

// personal returns the values that an error must not repeat. The phone is there
// twice, with and without its country code.
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

// Link is a link that the API made. Anyone who has its URL can act as the customer
// until the link expires.
type Link struct {
	ID    string // opaque
	Token Secret // for Institutions and InstitutionStatuses
	URL   Secret // absolute and ASCII; https, or http on this machine or for Config.PlainPages

	// Foreign is the host of the URL if it is none of Klavi's, of Config.BaseURL and of
	// Config.LinkHosts. Warn the user of it, because anybody may run it. It is in lower
	// case, ASCII and without a port. It is empty for a known host.
	Foreign string

	// ExpireIn is how long the link is valid, in whole seconds from the request.
	ExpireIn time.Duration

	// ExpiresAt is when the link expires.
	ExpiresAt time.Time
}

// linkAnswer is the body of an answer to POST /links.
type linkAnswer struct {
	LinkID    string  `json:"linkId"`
	LinkToken string  `json:"linkToken"`
	LinkURL   string  `json:"linkURL"`
	ExpireIn  seconds `json:"expireIn"`
}

// CreateLink calls POST /links and returns the new link. Every 2xx status is a
// success. The URL in the answer must be absolute and secure, and expireIn must be
// positive. If the API is on another machine, the URL must not lead to this one
// ([KindUnsafe]). CreateLink checks only the length of the ID and of the token ([ErrTooLong]).
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
	odd := func(kind Kind, err error) error {
		return &Error{Op: "create link", Kind: kind, Unknown: true, Err: err}
	}
	err = errors.Join(within(maxLinkID, "linkId", a.LinkID), within(maxLinkToken, "linkToken", a.LinkToken))
	if err != nil {
		return Link{}, odd(KindProtocol, err)
	}
	u, kind, err := c.origin.check(a.LinkURL)
	if err != nil {
		return Link{}, odd(kind, err)
	}
	life := a.ExpireIn.orDefault()
	if life <= 0 {
		return Link{}, odd(KindProtocol, errAlreadyOver)
	}
	return Link{
		ID: a.LinkID, Token: Secret(a.LinkToken), URL: Secret(u.Reveal()), Foreign: c.origin.foreign(u),
		ExpireIn: life, ExpiresAt: asked.Add(life),
	}, nil
}
