package sandbox_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// sampleAt returns the values of a sample at paths such as "links.0.linkId", as one line.
// A value that is missing is <nil>.
func sampleAt(t *testing.T, name string, about sandbox.About, paths ...string) string {
	t.Helper()
	body, _, err := sandbox.Sample(name, about, time.Date(2026, 11, 23, 14, 0, 0, 5e6, time.UTC))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var sample any
	if err := json.Unmarshal(body, &sample); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var values []string
	for _, path := range paths {
		v := sample
		for _, step := range strings.Split(path, ".") {
			switch inner := v.(type) {
			case map[string]any:
				v = inner[step]
			case []any:
				i, err := strconv.Atoi(step)
				if err != nil || i >= len(inner) {
					t.Fatalf("%s has no %s", name, path)
				}
				v = inner[i]
			default:
				v = nil
			}
		}
		values = append(values, fmt.Sprint(v))
	}
	return strings.Join(values, " ")
}

const reportPaths = "links.0.linkId links.0.institutionCode links.0.consents.0.consentId productReportId"

func TestACallbackIsAboutWhatItIsMadeFor(t *testing.T) {
	what := sandbox.About{
		LinkID: "L", ConsentID: "C", PersonalTaxID: "P", BusinessTaxID: "B", InstitutionCode: "I", Action: "A",
		Report: "R", ReportID: "RI", ExternalInfo: json.RawMessage(`{"x":"y"}`),
	}
	person := what
	person.BusinessTaxID = ""
	const customer = " 0.payload.personalTaxId 0.payload.businessTaxId 0.payload.linkId 0.externalInfo.x"
	const report = "productName enquiryCpf enquiryCnpj externalInfo.x "
	for _, tt := range []struct {
		name  string
		about sandbox.About
		paths string
		want  string
	}{
		{"link_created", what, "0.eventName" + customer, "link_created P B L y"},
		{"link_created", person, "0.eventName" + customer, "link_created P  L y"},
		{
			"consent_revoked", what, "0.payload.consents.consentId 0.payload.consents.institutionCode 0.eventName" + customer,
			"C I consent_revoked P B L y",
		},
		{
			"link_action_status", what,
			"0.payload.consentId 0.payload.institutionCode 0.payload.actionStatus 0.payload.consents" + customer,
			"C I A <nil> P B L y",
		},
		{
			"product_generated_failed", what, "0.payload.productName 0.payload.productReportId 0.eventName" + customer,
			"R RI product_generated_failed P B L y",
		},
		{"institution_click", what, "eventName payload.institutionCode eventId", "institution_click I <nil>"},
		{"page_view", what, "eventName payload.institutionCode", "page_view <nil>"},
		{"pf_loans", what, report + reportPaths, "pf_loans P <nil> y L I C RI"},
		{"pj_loans", what, report + reportPaths, "pj_loans <nil> B y L I C RI"},
		{"pf_checking_account", what, "productName enquiryCpf " + reportPaths, "pf_checking_account P L I C RI"},
	} {
		if got := sampleAt(t, tt.name, tt.about, strings.Split(tt.paths, " ")...); got != tt.want {
			t.Errorf("%s: %s: %s, want %s", tt.name, tt.paths, got, tt.want)
		}
	}
}

func TestACallbackAboutNothingHasTheValuesOfItsSample(t *testing.T) {
	for name, tt := range map[string]struct{ paths, want string }{
		"consent_authorised": {
			"0.payload.consents.institutionCode 0.payload.personalTaxId 0.externalInfo.sample", "341 52998224725 klavilink",
		},
		"link_action_status":        {"0.payload.institutionCode 0.payload.actionStatus", "341 consent_authorised"},
		"product_generated_success": {"0.payload.productName 0.eventTime", "pf_checking_account 2026-11-23T14:00:00.005Z"},
		"institution_click":         {"payload.institutionCode", "341"},
		"pf_loans": {
			"enquiryCpf enquiryCnpj links.0.institutionCode productReportTime", "52998224725 <nil> 341 2026-11-23T14:00:00.005Z",
		},
		"pj_loans":            {"enquiryCpf enquiryCnpj", "<nil> 11222333000181"},
		"pj_checking_account": {"enquiryCpf enquiryCnpj", "<nil> 11222333000181"},
	} {
		if got := sampleAt(t, name, sandbox.About{}, strings.Split(tt.paths, " ")...); got != tt.want {
			t.Errorf("%s: %s: %s, want %s", name, tt.paths, got, tt.want)
		}
	}
}

func TestEachCallbackAboutNothingHasNewIDs(t *testing.T) {
	const uuid = `[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`
	for name, paths := range map[string]string{
		"consent_authorised":        "0.payload.linkId 0.payload.consents.consentId",
		"link_action_status":        "0.payload.linkId 0.payload.consentId",
		"product_generated_success": "0.payload.linkId 0.payload.productReportId",
		"pf_loans":                  "links.0.linkId links.0.consents.0.consentId productReportId",
	} {
		ids := map[string]bool{}
		all := strings.Split(paths, " ")
		for range 2 {
			for _, path := range all {
				id := sampleAt(t, name, sandbox.About{}, path)
				if ids[id] || !regexp.MustCompile("^"+uuid+"$").MatchString(id) {
					t.Errorf("%s: %s is %s", name, path, id)
				}
				ids[id] = true
			}
		}
	}
	first := sampleAt(t, "link_created", sandbox.About{}, "0.eventId")
	second := sampleAt(t, "link_created", sandbox.About{}, "0.eventId")
	if first == second || !regexp.MustCompile(`^1795442400005-[0-9a-f]{24}$`).MatchString(first) {
		t.Errorf("%s %s", first, second)
	}
}

func TestAnEventOfTheAPIIsInAnArrayAndEverythingElseIsAnObject(t *testing.T) {
	for _, name := range sandbox.CallbackNames() {
		body, report, err := sandbox.Sample(name, sandbox.About{}, time.Unix(0, 0))
		object := report || strings.Contains(string(body), `"payload":{}`) || name == "institution_click"
		if err != nil || strings.HasPrefix(string(body), "[{") == object || strings.HasPrefix(string(body), "{") != object {
			t.Errorf("%s: %v %s", name, err, body)
		}
	}
}

func TestASampleIsSpacedAndEscapedAsJSONStringifyDoes(t *testing.T) {
	about := sandbox.About{ExternalInfo: json.RawMessage(`{"a": "<&>"}`)}
	for _, name := range []string{"link_created", "pf_loans"} {
		body, _, err := sandbox.Sample(name, about, time.Unix(0, 0))
		plain := strings.Contains(string(body), `"externalInfo":{"a":"<&>"}`) && !strings.Contains(string(body), "\n")
		if err != nil || !plain {
			t.Errorf("%s: %v %s", name, err, body)
		}
	}
}

func TestAReportThatNoPageNamesHasASampleAndAnotherNameHasNone(t *testing.T) {
	for name, want := range map[string]bool{
		"pf_new": true, "pj_new": true, "pq_new": false, "p": false, "": false, "new_pf_": false,
	} {
		_, report, err := sandbox.Sample(name, sandbox.About{}, time.Unix(0, 0))
		if (err == nil) != want || report != want {
			t.Errorf("%q: %v %v", name, report, err)
		}
	}
}

func TestEveryReportOfAPersonAndOfACompanyIsACallback(t *testing.T) {
	names := sandbox.CallbackNames()
	for _, code := range slices.Concat(klavi.ReportCodes(false), klavi.ReportCodes(true)) {
		if slices.Contains(names, code) != (code != klavi.ReportOther) {
			t.Errorf("%s is listed: %t", code, slices.Contains(names, code))
		}
	}
}
