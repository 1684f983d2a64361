package ui_test

import (
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/text"
)

func TestKlavisOwnListIsOfferedToTheNextCustomerAndKept(t *testing.T) {
	kept := make(chan []directory.Institution, 1)
	client := newAPI(reply{link: linkOf(230)})
	client.list = []klavi.Institution{
		{Code: "900", Name: "Banco Novo", Type: klavi.OpenFinance, BusinessType: "BOTH", Beta: true},
		{Code: "341", Name: "Itaú", Type: klavi.OpenFinance, BusinessType: "BOTH", Outage: true},
		{Code: "260", Name: "Nubank", Type: klavi.OpenFinance, BusinessType: "BOTH"},
	}
	w := start(t, setup{client: client, remember: func(l []directory.Institution) error { kept <- l; return nil }})
	w.toCode()
	w.clock.advance(2 * time.Second)
	list := <-kept
	if len(list) != 3 || list[0].Code != "260" || list[2].Code != "900" {
		t.Errorf("%+v", list)
	}
	w.press("n")
	w.sees("CPF ou CNPJ")
	w.press("11144477735", enter)
	w.sees("● Banco", "3 de 3", "900  em teste", "341  fora do ar", "Nubank")
}

func TestTheBuiltInListStaysIfKlavisListCannotBeRead(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{80, 24}, scene{})
	s.review()
	s.press("enter")
	following := s.model.Answer(linkOf(230), nil)
	s.clock.sleep(2 * time.Second)
	s.run(following)
	if s.client.listed != 1 {
		t.Errorf("asked for the list %d times", s.client.listed)
	}
	s.press("n")
	s.write("11144477735")
	s.press("enter")
	if shown := s.text(); !strings.Contains(shown, "46 de 46") {
		t.Error(shown)
	}
}

func TestInstitutionsAreFoundByNameCodeAndISPBAndOtherCodesAreAccepted(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client, cols: 80, rows: 24})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", enter)
	w.sees("❯ O cliente escolhe na hora")
	for query, want := range map[string]string{
		"itau": "❯ Itaú", "ITAÚ": "❯ Itaú", "341": "❯ Itaú", "60701190": "❯ Itaú",
		"33": "❯ Santander", "banco brasil": "❯ Banco do Brasil",
		"zzz 1": "Nenhum banco", "999": "❯ Usar o código de banco “999”",
		"bb": "❯ Banco do Brasil", "cef": "❯ Caixa", "unibanco": "❯ Itaú", "roxinho": "❯ Nubank",
		"bradeso": "❯ Bradesco", "santnder": "❯ Santander", "abacaxi": "✗ Nenhum banco",
	} {
		w.press(query)
		w.sees(want)
		w.press(esc) // clears the search
		w.sees("❯ O cliente escolhe na hora")
	}
	w.press("zzz 1", enter, "x")
	w.sees("● Banco", "zzz 1x", "Nenhum banco com esse nome") // the step is not left
	w.press(esc)
	w.sees("❯ O cliente escolhe na hora")
	w.press("999", ctrlS)
	w.sees("Confira", "999")
	w.press(enter)
	w.sees("restam")
	if code := client.requests()[0].InstitutionCode; code != "999" {
		t.Errorf("sent %q", code)
	}
}
