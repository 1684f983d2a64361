package ui_test

import (
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/directory"
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
	w.sees("2 de 4", "3 de 3", "900  beta", "341  fora do ar", "Nubank")
}

func TestWithoutKlavisListTheBuiltInOneGoesOn(t *testing.T) {
	w, _, _ := watched(t, setup{})
	w.press("n")
	w.sees("CPF ou CNPJ")
	w.press("11144477735", enter)
	w.sees("46 de 46")
}
