package klavi

import (
	"context"
	"net/http"
	"slices"

	"klavilink/validate"
)

// InstitutionType tells Open Finance participants from Open Data sources.
type InstitutionType int

// The types of institution.
const (
	OpenFinance InstitutionType = 1
	OpenData    InstitutionType = 2
)

// Institution is one that the customer may pick.
type Institution struct {
	Code string          `json:"institutionCode"` // opaque; leading zeros count
	Name string          `json:"name"`
	Type InstitutionType `json:"institutionType"`

	// Outage tells that it is unstable now; Beta matters to Open Data alone.
	Beta   bool `json:"isBeta"`
	Outage bool `json:"isOutage"`

	// BusinessType is NATURAL for persons, LEGAL for companies, BOTH; Resources
	// are what it can share. Open Finance alone.
	BusinessType string   `json:"businessType,omitempty"`
	Resources    []string `json:"availableResources,omitempty"`
}

// Serves tells whether persons (or companies) have accounts there, as far as is
// known.
func (i Institution) Serves(company bool) bool {
	if company {
		return i.BusinessType != "NATURAL"
	}
	return i.BusinessType != "LEGAL"
}

// Institutions calls GET /links/institutions with a link's token: those that the
// customer can pick from. Names are harmless for a terminal; entries without a
// code are left out.
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

// InstitutionStatus is how far the customer is at one institution.
type InstitutionStatus struct {
	Code   string        `json:"institutionCode"`
	Name   string        `json:"name"`
	Status ConsentStatus `json:"status"`
}

// InstitutionStatuses calls GET /links/institutions/status with a link's token.
func (c *Client) InstitutionStatuses(ctx context.Context, linkToken Secret) ([]InstitutionStatus, error) {
	var list []InstitutionStatus
	err := c.do(ctx, call{
		op: "read status", method: http.MethodGet, path: "/links/institutions/status", bearer: linkToken, single: true,
	}, &list)
	if err != nil {
		return nil, err
	}
	for n := range list {
		list[n].Name = validate.Harmless(list[n].Name, 80)
	}
	return list, nil
}
