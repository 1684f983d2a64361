package draft_test

import (
	"slices"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
)

func TestATicketIsAskedOnTheFirstStepIfThereIsAKey(t *testing.T) {
	for key, want := range map[string]bool{"": false, "protocolo": true} {
		d := typed(map[draft.Key]string{draft.Document: cpf})
		d.AskTicket(key)
		if got := slices.Contains(keysOf(draft.Asked(d, draft.StepCustomer)), draft.Ticket); got != want {
			t.Errorf("%q: %v", key, got)
		}
	}
}

func TestTheTicketIsLabelledByItsKey(t *testing.T) {
	for key, want := range map[string]string{
		"protocolo": "Protocolo (optional)", "numero_do_caso": "Numero do caso (optional)", "órgão": "Órgão (optional)",
		"": row(t, draft.Ticket).Title(english),
	} {
		var d draft.Draft
		d.AskTicket(key)
		if got := d.Title(english, row(t, draft.Ticket)); got != want {
			t.Errorf("%q is called %q, want %q", key, got, want)
		}
		if got := d.Title(english, row(t, draft.Email)); got != row(t, draft.Email).Title(english) {
			t.Errorf("the e-mail is called %q", got)
		}
	}
}

func TestTheTicketGoesOutInExternalInfoAndComesBack(t *testing.T) {
	for _, tt := range []struct{ name, key, typed, info, want, ticket string }{
		{"typed", "protocolo", " 2024-7 ", "", `{"protocolo":"2024-7"}`, "2024-7"},
		{"before the other rows", "protocolo", "7", `{"a":"b"}`, `{"protocolo":"7","a":"b"}`, "7"},
		{"from the input", "protocolo", "", `{"a":"b","protocolo":"7"}`, `{"protocolo":"7","a":"b"}`, "7"},
		{"a number of the input", "protocolo", "", `{"protocolo":7}`, `{"protocolo":7}`, "7"},
		{"empty", "protocolo", "  ", `{"a":"b"}`, `{"a":"b"}`, ""},
		{"not asked", "", "7", `{"a":"b"}`, `{"a":"b"}`, ""},
	} {
		d := draft.From(klavi.LinkRequest{ExternalInfo: []byte(tt.info)})
		d.AskTicket(tt.key)
		if tt.typed != "" {
			*d.Text(draft.Ticket) = tt.typed
		}
		if got := string(d.Request().ExternalInfo); got != tt.want || d.Ticket() != tt.ticket {
			t.Errorf("%s: %s, ticket %q", tt.name, got, d.Ticket())
		}
	}
}

func TestATicketTakesThePlaceOfARowWithItsKey(t *testing.T) {
	var d draft.Draft
	d.AskTicket("protocolo")
	*d.Rows(draft.ExternalInfo) = []draft.Pair{{Key: "protocolo", Value: "8"}, {Key: "a", Value: "b"}}
	if got := string(d.Request().ExternalInfo); got != `{"protocolo":"8","a":"b"}` {
		t.Errorf("without a ticket: %s", got)
	}
	*d.Text(draft.Ticket) = "7"
	if got := string(d.Request().ExternalInfo); got != `{"protocolo":"7","a":"b"}` {
		t.Errorf("with a ticket: %s", got)
	}
	rows := draft.Review(english, &d, "", false)
	for i, r := range rows {
		if r.Name == "externalInfo" && (r.Value != "protocolo = 7" || rows[i+1].Value != "a = b") {
			t.Errorf("the review shows %q, %q", r.Value, rows[i+1].Value)
		}
	}
}

func TestDraftsWithOtherTicketsDiffer(t *testing.T) {
	var a, b draft.Draft
	a.AskTicket("protocolo")
	if a.Equal(&b) || !a.Equal(a.Clone()) {
		t.Error("the key of the ticket does not count")
	}
}
