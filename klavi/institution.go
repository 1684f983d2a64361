package klavi

import (
	"context"
	"net/http"
	"slices"

	"klavilink/validate"
)

// InstitutionType says whether an institution is an Open Finance participant or an
// Open Data source.
type InstitutionType int

// The types of institution.
const (
	OpenFinance InstitutionType = 1
	OpenData    InstitutionType = 2
)

// Institution is a bank or another institution that the customer can choose.
type Institution struct {
	Code string          `json:"institutionCode"` // opaque; leading zeros count
	Name string          `json:"name"`
	Type InstitutionType `json:"institutionType"`

	// Beta reports whether Klavi marks the institution as beta. It only matters for
	// Open Data.
	Beta bool `json:"isBeta"`

	// Outage reports whether the institution is unstable now.
	Outage bool `json:"isOutage"`

	// BusinessType is NATURAL for persons, LEGAL for companies, or BOTH. Only Open
	// Finance has it.
	BusinessType string `json:"businessType,omitempty"`

	// Resources are the kinds of data that the institution can share. Only Open
	// Finance has them.
	Resources []string `json:"availableResources,omitempty"`
}

// Serves reports whether companies, or else persons, can have accounts at the
// institution. It returns true if that is not known.
func (i Institution) Serves(company bool) bool {
	if company {
		return i.BusinessType != "NATURAL"
	}
	return i.BusinessType != "LEGAL"
}

// Institutions calls GET /links/institutions with the token of a link. It returns
// the institutions that the customer can choose from. Their names are safe to
// print on a terminal. It leaves out institutions without a code.
func (c *Client) Institutions(ctx context.Context, linkToken Secret) ([]Institution, error) {
	var list []Institution
	err := c.do(ctx, call{
		op: "list institutions", method: http.MethodGet, path: "/links/institutions", bearer: linkToken,
	}, &list)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(i Institution) bool { return i.Code == "" })
	for n := range list {
		list[n].Name = validate.Harmless(list[n].Name, 80)
	}
	return list, nil
}

// InstitutionStatus is the state of the customer's consent at one institution.
type InstitutionStatus struct {
	Code   string        `json:"institutionCode"`
	Name   string        `json:"name"`
	Status ConsentStatus `json:"status"`
}

// InstitutionStatuses calls GET /links/institutions/status with the token of a
// link. It returns the institutions that the customer has chosen, with names that
// are safe to print on a terminal.
func (c *Client) InstitutionStatuses(ctx context.Context, linkToken Secret) ([]InstitutionStatus, error) {
	var list []InstitutionStatus
	err := c.do(ctx, call{
		op: "read status", method: http.MethodGet, path: "/links/institutions/status", bearer: linkToken, noRetry: true,
	}, &list)
	if err != nil {
		return nil, err
	}
	for n := range list {
		list[n].Name = validate.Harmless(list[n].Name, 80)
	}
	return list, nil
}
