package sandbox_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
)

// The fields that Klavi's pages document. A field of an object has a dot before its name,
// and "[]" means each element of an array.
var (
	eventFields = []string{
		"partnerAppId", "eventId", "eventType", "eventName", "eventTime", "externalInfo",
		"payload.personalTaxId", "payload.businessTaxId", "payload.linkId",
	}
	consentFields = []string{
		"payload.consents.consentId", "payload.consents.externalTrackId", "payload.consents.institutionCode",
		"payload.consents.permissionsApply", "payload.consents.permissionsGranted",
	}
	actionFields = []string{"payload.institutionCode", "payload.actionStatus"}

	reportFields = []string{
		"code", "message", "requestId", "productName", "productVersion", "productReportId", "productReportTime",
		"links[].linkId", "links[].institutionCode", "links[].consents[].consentId",
		"links[].consents[].permissions.REGISTRATION_ALL.permissionsGranted",
		"links[].consents[].permissions.REGISTRATION_ALL.accountIds", "externalInfo",
	}
	checkingFields = below("checkingAccounts[].",
		"brandName", "bacenName", "compeCode", "companyCnpj", "branchCode", "number", "checkDigit", "subtype", "civilName",
		"balances.availableAmount.amount", "balances.availableAmount.currency",
		"balances.blockedAmount.amount", "balances.blockedAmount.currency",
		"balances.automaticallyInvestedAmount.amount", "balances.automaticallyInvestedAmount.currency",
		"transactionDetails[].transactionDate", "transactionDetails[].transactionDateTime",
		"transactionDetails[].transactionId", "transactionDetails[].completedAuthorisedPaymentType",
		"transactionDetails[].creditDebitType", "transactionDetails[].transactionAmount.amount",
		"transactionDetails[].transactionAmount.currency", "transactionDetails[].transactionName",
		"transactionDetails[].partieCnpjCpf", "transactionDetails[].partiePersonType",
		"transactionDetails[].partieCompeCode", "transactionDetails[].partieBranchCode",
		"transactionDetails[].partieNumber", "transactionDetails[].partieCheckDigit",
		"transactionDetails[].postTransactionBalance", "transactionDetails[].type",
	)
	categoryFields = below("checkingAccounts[].transactionDetails[].",
		"category", "subCategory", "thirdCategory", "fAll", "fAllMonth", "fAllCmonth", "settlementType")
)

// below returns the fields with a prefix.
func below(prefix string, fields ...string) (list []string) {
	for _, f := range fields {
		list = append(list, prefix+f)
	}
	return list
}

// documented returns the fields that a callback must have.
func documented(name string) (fields []string) {
	switch kind := name[:strings.IndexByte(name, '_')]; {
	case kind == "pf" || kind == "pj":
		fields = append(fields, reportFields...)
		if kind == "pf" {
			fields = append(fields, "enquiryCpf")
		}
		switch name[len("pf_"):] {
		case "checking_account":
			fields = append(fields, checkingFields...)
		case "categorized_checking_l3":
			fields = append(append(fields, checkingFields...), categoryFields...)
		}
	case name == "link_action_status":
		fields = append(append(fields, eventFields...), actionFields...)
	case kind == "consent":
		fields = append(append(fields, eventFields...), consentFields...)
	case kind == "link", kind == "product":
		fields = append(fields, eventFields...)
	default: // of Klavi's pages, which name the institution in one event only
		fields = []string{"eventName", "payload"}
		if name == "institution_click" {
			fields = append(fields, "payload.institutionCode")
		}
	}
	return fields
}

// has reports whether a value has a field with a value in it. An array must have an
// element, and each of its elements the field.
func has(v any, field string) bool {
	if field == "" {
		return v != nil
	}
	first, rest, _ := strings.Cut(field, ".")
	name, array := strings.CutSuffix(first, "[]")
	o, _ := v.(map[string]any)
	inner, there := o[name]
	if !array {
		return there && has(inner, rest)
	}
	list, _ := inner.([]any)
	for _, element := range list {
		if !has(element, rest) {
			return false
		}
	}
	return len(list) > 0
}

// The names are exact, because a receiver reads them.
func TestEachSampleHasEachFieldThatKlaviDocuments(t *testing.T) {
	for _, name := range sandbox.CallbackNames() {
		body, _, err := sandbox.Sample(name, sandbox.About{}, time.Unix(1740716924, 0))
		if err != nil {
			t.Fatal(err)
		}
		var sample any
		if err := json.Unmarshal(body, &sample); err != nil {
			t.Fatal(err)
		}
		if list, ok := sample.([]any); ok {
			sample = list[0]
		}
		for _, field := range documented(name) {
			if !has(sample, field) {
				t.Errorf("%s has no %s: %s", name, field, body)
			}
		}
		marked := strings.Contains(string(body), "SAMPLE") || !has(sample, "externalInfo")
		if !marked || len(body) > 4<<10 {
			t.Errorf("%s is not marked as a sample, or has %d bytes", name, len(body))
		}
	}
}

func TestAFieldOfASampleIsFoundInEachElementOnly(t *testing.T) {
	for body, want := range map[string]bool{
		`{"a":[{"b":{"c":1}},{"b":{"c":""}}]}`: true,
		`{"a":[{"b":{"c":1}},{"b":{}}]}`:       false,
		`{"a":[{"b":{"c":null}}]}`:             false,
		`{"a":[]}`:                             false,
		`{"a":{"b":{"c":1}}}`:                  false,
		`{"A":[{"b":{"c":1}}]}`:                false,
		`[]`:                                   false,
	} {
		var v any
		if err := json.Unmarshal([]byte(body), &v); err != nil {
			t.Fatal(err)
		}
		if got := has(v, "a[].b.c"); got != want {
			t.Errorf("%s: %t", body, got)
		}
	}
}
