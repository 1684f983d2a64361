package klavi_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

func TestStatusAndConsentsShowWhatTheCustomerDid(t *testing.T) {
	a := newAPI(t)
	c := a.client(t)
	l, err := c.CreateLink(t.Context(), klavi.LinkRequest{PersonalTaxID: "76109277673"})
	if err != nil {
		t.Fatal(err)
	}
	if list, err := c.InstitutionStatuses(t.Context(), l.Token); err != nil || len(list) != 0 {
		t.Errorf("before the customer chose: %v %v", list, err)
	}
	for _, status := range []klavi.ConsentStatus{klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised} {
		if err := a.SetStatus(l.ID, "260", status); err != nil {
			t.Fatal(err)
		}
		list, err := c.InstitutionStatuses(t.Context(), l.Token)
		if want := []klavi.InstitutionStatus{
			{Code: "260", Name: "Nubank", Status: status},
		}; err != nil || !slices.Equal(list, want) {
			t.Errorf("%v %v", list, err)
		}
	}
	consents, err := c.Consents(t.Context(), "76109277673", "")
	if err != nil || len(consents) != 1 ||
		consents[0].LinkID != l.ID ||
		consents[0].Status != klavi.Authorised ||
		!consents[0].CreatedAt.Equal(a.clock.Now()) {
		t.Errorf("%v %v", consents, err)
	}
	if others, err := c.Consents(t.Context(), "52998224725", ""); err != nil || len(others) != 0 {
		t.Errorf("another customer's: %v %v", others, err)
	}
	if s := fmt.Sprintf("%v %+v", consents[0], consents); strings.Contains(s, "76109277673") {
		t.Error(s)
	}
}

func TestTheFourthConsentAtOneInstitutionIsRefused(t *testing.T) {
	a := newAPI(t)
	c := a.client(t)
	req := klavi.LinkRequest{PersonalTaxID: "76109277673", InstitutionCode: "260"}
	for range 3 {
		l, err := c.CreateLink(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		if err := a.SetStatus(l.ID, "260", klavi.Authorised); err != nil {
			t.Fatal(err)
		}
	}
	_, err := c.CreateLink(t.Context(), req)
	if e := failure(t, err); e.Kind != klavi.KindBusiness || e.Code != klavi.CodeConsentLimit {
		t.Errorf("%v", err)
	}
	req.InstitutionCode = "341"
	if _, err := c.CreateLink(t.Context(), req); err != nil {
		t.Errorf("another institution: %v", err)
	}
}

func TestConsentsNeedsExactlyOneTaxNumber(t *testing.T) {
	c := newAPI(t).client(t)
	for _, ids := range [][2]string{{"", ""}, {"76109277673", "11222333000181"}} {
		if _, err := c.Consents(t.Context(), ids[0], ids[1]); !errors.Is(err, klavi.ErrWhoseConsents) {
			t.Errorf("%v: %v", ids, err)
		}
	}
	if _, err := c.Consents(t.Context(), "", "11222333000181"); err != nil {
		t.Error(err)
	}
}

func TestInstitutionsNeedsTheTokenOfALinkThatHasNotExpired(t *testing.T) {
	a := newAPI(t)
	c := a.client(t)
	l, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
	if err != nil {
		t.Fatal(err)
	}
	list, err := c.Institutions(t.Context(), l.Token)
	if err != nil || len(list) < 40 {
		t.Fatalf("%d %v", len(list), err)
	}
	bb := list[slices.IndexFunc(list, func(i klavi.Institution) bool { return i.Name == "Banco do Brasil" })]
	if bb.Code != "001" || bb.Type != klavi.OpenFinance || !bb.Serves(true) || !bb.Serves(false) {
		t.Errorf("%+v", bb)
	}
	a.clock.advance(31 * time.Minute)
	_, err = c.Institutions(t.Context(), l.Token)
	if e := failure(t, err); e.Kind != klavi.KindAuth {
		t.Errorf("after the link's end: %v", err)
	}
}

func TestUnexpectedValuesDoNotMakeAListUnreadable(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, map[string]string{
			"/data/v1/links/institutions": `[{"institutionCode":"001","name":"B\u001b[31m"},{"name":"no code"}]`,
			"/data/v1/links/institutions/status": `[{"institutionCode":"1","name":"x","status":"authorized"},` +
				`{"institutionCode":"2","status":"SOMETHING_NEW"}]`,
			"/data/v1/consents": `[{"consentId":"1","status":"Awaiting Authorisation","createdAt":"yesterday",` +
				`"expireAt":null,"updatedAt":"2023-12-08T09:19:19.253Z"}]`,
		}[r.URL.Path])
	})
	c := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"})
	list, err := c.Institutions(t.Context(), "t")
	if err != nil || len(list) != 1 || list[0].Name != "B\ufffd[31m" {
		t.Errorf("%+v %v", list, err)
	}
	statuses, err := c.InstitutionStatuses(t.Context(), "t")
	if err != nil ||
		statuses[0].Status != klavi.Authorised || !statuses[0].Status.Final() ||
		statuses[1].Status != "SOMETHING_NEW" || statuses[1].Status.Final() {
		t.Errorf("%+v %v", statuses, err)
	}
	consents, err := c.Consents(t.Context(), "76109277673", "")
	if err != nil || consents[0].Status != klavi.AwaitingBank ||
		!consents[0].CreatedAt.IsZero() || consents[0].UpdatedAt.Year() != 2023 {
		t.Errorf("%+v %v", consents, err)
	}
}
