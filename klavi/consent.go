package klavi

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// ConsentStatus is where a consent stands. The API writes it in British
// spelling and capitals; [ParseConsentStatus] is lenient.
type ConsentStatus string

// The states of a consent (page "Concepts").
const (
	Started           ConsentStatus = "STARTED"
	AwaitingBank      ConsentStatus = "AWAITING_AUTHORISATION"
	AwaitingLGPD      ConsentStatus = "AWAITING_LGPD_AUTHORISATION"
	Authorised        ConsentStatus = "AUTHORISED"
	Rejected          ConsentStatus = "REJECTED"
	Expired           ConsentStatus = "EXPIRED"
	Failed            ConsentStatus = "ERROR"
	Revoked           ConsentStatus = "REVOKED"
	DeletedByCustomer ConsentStatus = "DELETED_BY_USER"
)

// ParseConsentStatus folds case and American spelling. A state that is not
// known comes back as it is: new ones must not break a program.
func ParseConsentStatus(s string) ConsentStatus {
	s = strings.ToUpper(strings.TrimSpace(s))
	return ConsentStatus(strings.ReplaceAll(strings.ReplaceAll(s, "AUTHORIZ", "AUTHORIS"), " ", "_"))
}

// UnmarshalText makes decoding lenient.
func (s *ConsentStatus) UnmarshalText(b []byte) error {
	*s = ParseConsentStatus(string(b))
	return nil
}

// Consent is a customer's permission at one institution. It prints its ids and
// state, never the customer's numbers.
type Consent struct {
	ID              string        `json:"consentId"`
	LinkID          string        `json:"linkId"`
	PersonalTaxID   string        `json:"personalTaxId"`
	BusinessTaxID   string        `json:"businessTaxId"`
	InstitutionCode string        `json:"institutionCode"`
	Status          ConsentStatus `json:"status"`
	Granted         []string      `json:"permissionsGranted"`

	// Times are zero where the API sent none, or none that can be read.
	ExpireAt  Timestamp `json:"expireAt"`
	CreatedAt Timestamp `json:"createdAt"`
	UpdatedAt Timestamp `json:"updatedAt"`
}

// Format leaves the customer's numbers out.
func (c Consent) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "Consent{%s at %s: %s}", c.ID, c.InstitutionCode, c.Status)
}

// LogValue leaves the customer's numbers out.
func (c Consent) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(c)) }

// Timestamp is a time in RFC 3339, as the API writes it.
type Timestamp struct{ time.Time }

// UnmarshalJSON leaves the time zero where it cannot be read: a list of
// consents is worth more than one odd date in it.
func (t *Timestamp) UnmarshalJSON(b []byte) error {
	t.Time, _ = time.Parse(time.RFC3339, strings.Trim(string(b), `"`))
	return nil
}

// ErrWhoseConsents is what [Client.Consents] answers to both numbers or none.
var ErrWhoseConsents = errors.New("consents are listed by a CPF or by a CNPJ")

// Consents calls GET /consents for a customer: a CPF or a CNPJ, bare.
func (c *Client) Consents(ctx context.Context, personalTaxID, businessTaxID string) ([]Consent, error) {
	if (personalTaxID == "") == (businessTaxID == "") {
		return nil, &Error{Op: "list consents", Kind: KindInput, Err: ErrWhoseConsents}
	}
	query := url.Values{}
	if personalTaxID != "" {
		query.Set(FieldPersonalTaxID, personalTaxID)
	} else {
		query.Set(FieldBusinessTaxID, businessTaxID)
	}
	var list []Consent
	err := c.asPartner(ctx, call{
		op: "list consents", method: http.MethodGet, path: "/consents", query: query,
		confidential: []string{personalTaxID, businessTaxID},
	}, &list)
	if err != nil {
		return nil, err
	}
	return list, nil
}
