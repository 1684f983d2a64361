package klavi_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
)

func TestAnEnvironmentHasTheAddressThatKlaviDocuments(t *testing.T) {
	for environment, want := range map[klavi.Environment]string{
		klavi.Sandbox:    "https://api-sandbox.klavi.ai/data/v1",
		klavi.Production: "https://api.klavi.ai/data/v1",
		"":               "",
		"prod":           "",
	} {
		if got := environment.BaseURL(); got != want {
			t.Errorf("%q: %q, want %q", environment, got, want)
		}
	}
}

func TestAClientThatCannotBeMadeSaysWhy(t *testing.T) {
	for want, cfg := range map[string]klavi.Config{
		"klavi: configure: input: the base URL must be https, or http on this machine": {AccessToken: "t"},
		"klavi: configure: auth: no credentials":                                       {BaseURL: "https://api.example"},
	} {
		if _, err := klavi.New(cfg); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestTheTypeOfAnInstitutionIsTheNumberThatKlaviDocuments(t *testing.T) {
	list, err := through(t, func(*http.Request) (int, io.Reader) {
		return 200, strings.NewReader(`[{"institutionCode":"1","institutionType":1},` +
			`{"institutionCode":"2","institutionType":2}]`)
	}).Institutions(t.Context(), "t")
	if err != nil || list[0].Type != klavi.OpenFinance || list[1].Type != klavi.OpenData {
		t.Errorf("%+v %v", list, err)
	}
}

func TestEveryStatusHasItsKind(t *testing.T) {
	names := map[klavi.Kind]string{
		klavi.KindInput: "input", klavi.KindAuth: "auth", klavi.KindRate: "rate", klavi.KindBusiness: "business",
		klavi.KindNetwork: "network", klavi.KindServer: "server", klavi.KindProtocol: "protocol",
		0: "unknown", 99: "unknown",
	}
	for kind, want := range names {
		if got := kind.String(); got != want {
			t.Errorf("%d: %q, want %q", kind, got, want)
		}
	}
	for status, want := range map[int]klavi.Kind{
		400: klavi.KindInput, 409: klavi.KindInput, 413: klavi.KindInput, 422: klavi.KindInput,
		401: klavi.KindAuth, 403: klavi.KindAuth, 416: klavi.KindBusiness, 429: klavi.KindRate,
		408: klavi.KindServer, 500: klavi.KindServer, 501: klavi.KindServer, 599: klavi.KindServer,
		302: klavi.KindProtocol, 402: klavi.KindProtocol, 404: klavi.KindProtocol, 410: klavi.KindProtocol,
		414: klavi.KindProtocol, 415: klavi.KindProtocol, 417: klavi.KindProtocol, 499: klavi.KindProtocol,
	} {
		err := calls["create link"](through(t, func(*http.Request) (int, io.Reader) {
			return status, strings.NewReader("")
		}), t.Context())
		if e := failure(t, err); e.Kind != want || e.Status != status {
			t.Errorf("%d: %v, want %v", status, e, want)
		}
	}
}

func TestTheTextOfAnErrorHasAllThatIsKnown(t *testing.T) {
	for want, e := range map[string]klavi.Error{
		"klavi: create link: network": {Kind: klavi.KindNetwork},
		"klavi: create link: business (HTTP 416, code 4003: the customer has reached the limit of consents)": {
			Kind: klavi.KindBusiness, Status: 416, Code: klavi.CodeConsentLimit,
		},
		"klavi: create link: business (HTTP 416, code 4999)": {Kind: klavi.KindBusiness, Status: 416, Code: 4999},
		"klavi: create link: input (HTTP 400): phone: the cause: one; two": {
			Kind: klavi.KindInput, Status: 400, Field: "phone", Err: errors.New("the cause"), Messages: []string{"one", "two"},
		},
		"klavi: create link: input: appLink": {Kind: klavi.KindInput, Field: "appLink"},
	} {
		e.Op = "create link"
		if got := e.Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAnOutcomeHasAName(t *testing.T) {
	for outcome, want := range map[klavi.ConsentOutcome]string{
		klavi.Pending: "pending", klavi.Granted: "granted", klavi.Refused: "refused", klavi.Withdrawn: "withdrawn",
		99: "unknown",
	} {
		if got := outcome.String(); got != want {
			t.Errorf("%d: %q, want %q", outcome, got, want)
		}
	}
}

func TestReportCodesHaveThePrefixOfTheCustomer(t *testing.T) {
	persons, companies := klavi.ReportCodes(false), klavi.ReportCodes(true)
	if len(persons) != 20 || len(companies) != len(persons) {
		t.Fatalf("%d and %d codes", len(persons), len(companies))
	}
	if persons[0] != klavi.ReportOther || companies[0] != klavi.ReportOther {
		t.Errorf("%q and %q come first", persons[0], companies[0])
	}
	for i, code := range persons[1:] {
		name, ok := strings.CutPrefix(code, "pf_")
		if !ok || companies[i+1] != "pj_"+name || slices.Contains(persons[:i+1], code) {
			t.Errorf("%q and %q", code, companies[i+1])
		}
	}
}

func TestAnInstitutionServesEverybodyUnlessItSaysOtherwise(t *testing.T) {
	for kind, want := range map[string][2]bool{
		"": {true, true}, "BOTH": {true, true}, "NATURAL": {true, false}, "LEGAL": {false, true}, "NEW": {true, true},
	} {
		i := klavi.Institution{BusinessType: kind}
		if got := [2]bool{i.Serves(false), i.Serves(true)}; got != want {
			t.Errorf("%q: %v", kind, got)
		}
	}
}

func TestALongNameOfAnInstitutionIsShortened(t *testing.T) {
	name := strings.Repeat("a", 80)
	c := through(t, func(*http.Request) (int, io.Reader) {
		return 200, strings.NewReader(`[{"institutionCode":"1","name":"` + name + `"},` +
			`{"institutionCode":"2","name":"a` + name + `"}]`)
	})
	list, err := c.Institutions(t.Context(), "t")
	if err != nil || list[0].Name != name || list[1].Name != name[:79]+"…" {
		t.Errorf("%+v %v", list, err)
	}
	statuses, err := c.InstitutionStatuses(t.Context(), "t")
	if err != nil || statuses[0].Name != name || statuses[1].Name != name[:79]+"…" {
		t.Errorf("%+v %v", statuses, err)
	}
}

func TestTheShortestValueOfAFieldCounts(t *testing.T) {
	for want, request := range map[string]klavi.LinkRequest{
		klavi.FieldEmail:               {Email: "a"},
		klavi.FieldExternalInfo:        {ExternalInfo: json.RawMessage("1")},
		klavi.FieldProductsCallbackURL: {ProductsCallbackURL: map[string]string{"all": ""}},
	} {
		if got := request.Fields(); !slices.Equal(got, []string{want}) {
			t.Errorf("%q, want %s", got, want)
		}
	}
	for _, info := range []string{"1", "{", "[{}]", `"{}"`, " [] "} {
		err := klavi.LinkRequest{ExternalInfo: json.RawMessage(info)}.Check()
		if !errors.Is(err, klavi.ErrExternalInfo) {
			t.Errorf("%s: %v", info, err)
		}
	}
}

func TestARequestPrintsTheNamesOfAllFieldsThatAreSet(t *testing.T) {
	want := []string{
		"personalTaxId", "businessTaxId", "email", "phone", "institutionCode", "redirectURL",
		"productsCallbackURL", "externalInfo", "connectionKey", "appLink", "appRedirectURLKey",
	}
	if got := full.Fields(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := fmt.Sprintf("%d", full); got != "LinkRequest{"+strings.Join(want, " ")+"}" {
		t.Errorf("%q", got)
	}
	if got := full.LogValue().String(); got != fmt.Sprint(want) {
		t.Errorf("%q", got)
	}
	if got := fmt.Sprint(klavi.LinkRequest{}); got != "LinkRequest{}" {
		t.Errorf("%q", got)
	}
}

func TestAConsentPrintsWithoutTheCustomer(t *testing.T) {
	c := klavi.Consent{
		ID: "c-1", InstitutionCode: "260", Status: klavi.Started,
		PersonalTaxID: "52998224725", BusinessTaxID: "11222333000181",
	}
	const want = "Consent{c-1 at 260: STARTED}"
	if got := fmt.Sprintf("%#v|%s|%v", c, c, c.LogValue()); got != want+"|"+want+"|"+want {
		t.Error(got)
	}
}

func TestASecretPrintsAsBulletsAndAnEmptyOneAsNothing(t *testing.T) {
	for secret, want := range map[klavi.Secret]string{"token": "••••", "": ""} {
		text, err := secret.MarshalText()
		printed := fmt.Sprintf("%v|%#v|%x|%s|%s", secret, secret, secret, secret.LogValue(), text)
		if err != nil || printed != strings.Join([]string{want, want, want, want, want}, "|") {
			t.Errorf("%q: %s, %v", secret.Reveal(), printed, err)
		}
		if secret.LogValue().Kind() != slog.KindString {
			t.Errorf("%v", secret.LogValue().Kind())
		}
	}
}
