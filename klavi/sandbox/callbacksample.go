package sandbox

import (
	"bytes"
	"crypto/rand"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"klavilink/klavi"
)

// callbackSamples are made up. They have the fields of the pages "API Events" and "Plain
// CPF" of Klavi, and the word SAMPLE where a reader looks first. The pages do not show the
// payload of product_* and link_action_status, so requestId, productName and actionStatus
// in those are a guess. The pages show the data of the reports on checking accounts only,
// so the samples of the others have no data.
//
//go:embed callbacksample/*.json
var callbackSamples embed.FS

// ErrNoSample is the error of [Sample] if there is no callback of that name.
var ErrNoSample = errors.New("sandbox: no such callback")

// The names of events that the sandbox sends itself, or whose samples differ from others.
const (
	eventLinkCreated = "link_created"
	eventLinkAction  = "link_action_status"
	eventRequested   = "product_request_received"
	eventGenerated   = "product_generated_success"
	eventInstitution = "institution_click"
)

// About says what a callback is about. An empty field keeps the value of the sample.
type About struct {
	LinkID, ConsentID            string
	PersonalTaxID, BusinessTaxID string
	InstitutionCode              string
	ExternalInfo                 json.RawMessage

	// Action is the state that the event link_action_status reports, such as
	// "consent_authorised". Report and ReportID are the report that product_generated_*
	// announces, or the ID of the report itself.
	Action, Report, ReportID string
}

// CallbackNames returns the names that [Sample] knows: the events of the API, those of
// Klavi's pages, and the product reports.
func CallbackNames() []string {
	names := []string{eventLinkCreated}
	for _, status := range consentEvents() {
		names = append(names, consentEvent(status))
	}
	names = append(names, eventLinkAction, eventRequested, eventGenerated, "product_generated_failed")
	names = append(names, pageEvents()...)
	for _, company := range []bool{false, true} {
		names = append(names, klavi.ReportCodes(company)[1:]...) // without "other"
	}
	return names
}

// consentEvents returns the states of a consent that have an event.
func consentEvents() []klavi.ConsentStatus {
	return []klavi.ConsentStatus{
		klavi.Authorised, klavi.Failed, klavi.Rejected, klavi.Expired, klavi.Revoked, klavi.DeletedByCustomer,
	}
}

// consentEvent returns the name of the event for a state.
func consentEvent(status klavi.ConsentStatus) string {
	return "consent_" + strings.ToLower(string(status))
}

// pageEvents returns the events of Klavi's pages. They have no ID.
func pageEvents() []string {
	return []string{
		"app_loaded", "page_view", "landing_continue_click", eventInstitution, "authorise_success", "authorise_fail",
	}
}

// Sample returns the body of a callback as Klavi sends it, with a new ID, and reports
// whether it is a product report. The error is [ErrNoSample].
func Sample(name string, about About, now time.Time) (body []byte, report bool, err error) {
	switch {
	case isReport(name):
		return reportBody(name, about, now).bytes(), true, nil
	case !slices.Contains(CallbackNames(), name):
		return nil, false, ErrNoSample
	case slices.Contains(pageEvents(), name):
		o := readBody("page")
		o["eventName"] = name
		if name == eventInstitution {
			setText(o.inner("payload"), "institutionCode", about.InstitutionCode)
		} else {
			o["payload"] = tree{}
		}
		return o.bytes(), false, nil
	}
	o := eventBody(name, about, now)
	return append(append([]byte{'['}, o.bytes()...), ']'), false, nil // the pages show an array
}

// isReport reports whether a name is the code of a product report.
func isReport(name string) bool {
	return strings.HasPrefix(name, "pf_") || strings.HasPrefix(name, "pj_")
}

// eventBody returns an event of the API.
func eventBody(name string, about About, now time.Time) tree {
	file := "event"
	switch {
	case strings.HasPrefix(name, "consent_"):
		file = "consent"
	case strings.HasPrefix(name, "product_"):
		file = "product"
	case name == eventLinkAction:
		file = name
	}
	o := readBody(file)
	id := make([]byte, 12)
	_, _ = rand.Read(id) // it cannot fail
	o["eventId"] = fmt.Sprintf("%d-%x", now.UnixMilli(), id)
	o["eventName"], o["eventTime"] = name, stamp(now)
	about.fill(o, o.inner("payload"))
	payload := o.inner("payload")
	for _, part := range []tree{payload, payload.inner("consents")} {
		if _, there := part["consentId"]; there {
			part["consentId"] = orNew(about.ConsentID)
			setText(part, "institutionCode", about.InstitutionCode)
		}
	}
	if _, there := payload["actionStatus"]; there {
		payload["actionStatus"] = consentEvent(klavi.Authorised)
		setText(payload, "actionStatus", about.Action)
	}
	if _, there := payload["productName"]; there {
		payload["productName"], payload["productReportId"] = "pf_checking_account", orNew(about.ReportID)
		setText(payload, "productName", about.Report)
	}
	return o
}

// reportBody returns a product report. It has data if there is a sample of it.
func reportBody(name string, about About, now time.Time) tree {
	o := readBody(name[len("pf_"):])
	if o == nil {
		o = readBody("report")
	}
	o["productName"], o["productReportId"], o["productReportTime"] = name, orNew(about.ReportID), stamp(now)
	about.fill(o, tree{})
	if about.PersonalTaxID != "" {
		o["enquiryCpf"] = about.PersonalTaxID
	}
	if strings.HasPrefix(name, "pj_") {
		delete(o, "enquiryCpf")
		o["enquiryCnpj"] = "11222333000181" // a guess: the pages show a person's report only
		setText(o, "enquiryCnpj", about.BusinessTaxID)
	}
	link := tree(o["links"].([]any)[0].(map[string]any))
	link["linkId"] = orNew(about.LinkID)
	setText(link, "institutionCode", about.InstitutionCode)
	link["consents"].([]any)[0].(map[string]any)["consentId"] = orNew(about.ConsentID)
	return o
}

// fill sets what events and reports share.
func (a About) fill(o, payload tree) {
	payload["linkId"] = orNew(a.LinkID)
	if a.PersonalTaxID != "" || a.BusinessTaxID != "" {
		payload["personalTaxId"], payload["businessTaxId"] = a.PersonalTaxID, a.BusinessTaxID
	}
	if len(a.ExternalInfo) > 0 {
		o["externalInfo"] = a.ExternalInfo
	}
}

// tree is a sample that is being filled in.
type tree map[string]any

// readBody reads a file, or returns nil if there is none. Each call returns a new tree.
func readBody(name string) (o tree) {
	b, err := callbackSamples.ReadFile("callbacksample/" + name + ".json")
	if err != nil {
		return nil
	}
	_ = json.Unmarshal(b, &o) // a test reads all of them
	return o
}

// inner returns an object of a tree. What is set in it is lost if there is none.
func (o tree) inner(name string) tree {
	inner, ok := o[name].(map[string]any)
	if !ok {
		return tree{}
	}
	return inner
}

// bytes returns the JSON of a tree, in the spacing of JSON.stringify.
func (o tree) bytes() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(o)
	return bytes.TrimSpace(b.Bytes())
}

// setText sets a value unless it is empty.
func setText(o tree, name, value string) {
	if value != "" {
		o[name] = value
	}
}

// orNew returns an ID, or a new one if it is empty.
func orNew(id string) string {
	if id == "" {
		return newID()
	}
	return id
}

// stamp returns a time as Klavi writes it.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }
