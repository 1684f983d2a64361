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

// ConsentStatus is the state of a consent, in capitals and British spelling.
// [ParseConsentStatus] accepts other spellings.
type ConsentStatus string

// The states of a consent, from the API page "Concepts".
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

// ParseConsentStatus returns s in capitals, in British spelling and with
// underscores. It accepts an unknown state, so that a new one does not break a
// program.
func ParseConsentStatus(s string) ConsentStatus {
	s = strings.ToUpper(strings.TrimSpace(s))
	return ConsentStatus(strings.ReplaceAll(strings.ReplaceAll(s, "AUTHORIZ", "AUTHORIS"), " ", "_"))
}

// UnmarshalText reads a state as [ParseConsentStatus] does. It returns no error.
func (s *ConsentStatus) UnmarshalText(b []byte) error {
	*s = ParseConsentStatus(string(b))
	return nil
}

// Consent is a customer's permission at one institution. It prints its ID, the
// institution and the state, but not the customer's numbers.
type Consent struct {
	ID              string        `json:"consentId"`
	LinkID          string        `json:"linkId"`
	PersonalTaxID   string        `json:"personalTaxId"`
	BusinessTaxID   string        `json:"businessTaxId"`
	InstitutionCode string        `json:"institutionCode"`
	Status          ConsentStatus `json:"status"`
	Granted         []string      `json:"permissionsGranted"`

	// A time is zero if the API sent none or if the package cannot read it.
	ExpireAt  Timestamp `json:"expireAt"`
	CreatedAt Timestamp `json:"createdAt"`
	UpdatedAt Timestamp `json:"updatedAt"`
}

// Format prints the consent without the customer's numbers under every verb.
func (c Consent) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "Consent{%s at %s: %s}", c.ID, c.InstitutionCode, c.Status)
}

// LogValue returns the consent without the customer's numbers.
func (c Consent) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(c)) }

// Timestamp is a time that the API writes in the format of RFC 3339.
type Timestamp struct{ time.Time }

// UnmarshalJSON sets the time to zero if it cannot read it. It returns no error,
// so that one odd date does not make a list of consents unreadable.
func (t *Timestamp) UnmarshalJSON(b []byte) error {
	t.Time, _ = time.Parse(time.RFC3339, strings.Trim(string(b), `"`))
	return nil
}

// ErrWhoseConsents is the cause of the error of [Client.Consents] if a caller gives
// both numbers or none.
var ErrWhoseConsents = errors.New("consents are listed by a CPF or by a CNPJ")

// Consents calls GET /consents and returns the consents of a customer. The caller
// gives either a CPF or a CNPJ, without punctuation.
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
