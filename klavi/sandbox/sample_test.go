package sandbox

import (
	"bytes"
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

func TestTheSamplesCanBeReadAndSayThatTheyAreInvented(t *testing.T) {
	for name, file := range map[string][]byte{"person": personSample, "company": companySample} {
		var s struct {
			Note string
			sample
		}
		d := json.NewDecoder(bytes.NewReader(file))
		d.DisallowUnknownFields()
		if err := d.Decode(&s); err != nil || !strings.HasPrefix(s.Note, "Invented") {
			t.Errorf("%s: %q %v", name, s.Note, err)
		}
		if s.Account.Balance <= 0 || s.Card.Used <= 0 || s.Card.Used > s.Card.Limit || len(s.Movements) < 3 {
			t.Errorf("%s: %+v", name, s.sample)
		}
		for i, m := range s.Movements {
			if m.What[Portuguese] == "" || m.What[English] == "" || m.Amount == 0 || m.DaysAgo < 0 ||
				i > 0 && m.DaysAgo < s.Movements[i-1].DaysAgo {
				t.Errorf("%s: %+v", name, m)
			}
		}
	}
}

// The days are those of the zone: it is still the 30th there.
func TestTheLastPageShowsASampleForTheCustomerAndSaysThatItIsInvented(t *testing.T) {
	now := time.Date(2026, 12, 1, 1, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		request klavi.LinkRequest
		lang    Lang
		want    []string
		without string
	}{
		{
			klavi.LinkRequest{PersonalTaxID: "52998224725"},
			Portuguese,
			[]string{
				"<h2>Amostra inventada</h2>", "Loja Exemplo receberia", "R$\u00a04.218,37", "Cartão final 0000", "em 09/12",
				`<tr><td>22/11</td><td>Salário</td><td class="in">R$` + "\u00a05.200,00</td></tr>",
				`<tr><td>30/11</td><td>Padaria</td><td class="out">−R$` + "\u00a018,90</td></tr>",
				"R$\u00a02.124,40 usados de um limite de R$\u00a08.000,00", "agência 0001, conta 00000-0",
			},
			"Folha",
		},
		{
			klavi.LinkRequest{PersonalTaxID: "52998224725", BusinessTaxID: "11222333000181"},
			English,
			[]string{
				"<h2>Invented sample</h2>", "R$\u00a068,345.12", "<td>25 Nov</td><td>Payroll</td>", "on 12 Dec",
			},
			"Salary",
		},
	} {
		box, err := New(Config{
			Company: "Loja Exemplo", Lang: tt.lang,
			Now: func() time.Time { return now },
		})
		if err != nil {
			t.Fatal(err)
		}
		l := &link{id: "1", request: tt.request, ends: now}
		box.links.add(l, now)
		if err := box.SetStatus("1", "260", klavi.Authorised); err != nil {
			t.Fatal(err)
		}
		page := box.viewOf(httptest.NewRequest("GET", "/path", nil), l, "", "260").page()
		for _, want := range tt.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s: no %q in %s", tt.lang, want, page)
			}
		}
		if strings.Contains(page, tt.without) {
			t.Errorf("%s: it is the other sample", tt.lang)
		}
	}
}
