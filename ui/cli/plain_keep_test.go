package cli

import (
	"strings"
	"testing"
)

func TestEnterKeepsWhatCameWithTheInputAndADashEmptiesIt(t *testing.T) {
	const filled = `{"personalTaxId":"52998224725","email":"ana@exemplo.com","phone":"11987654321",` +
		`"institutionCode":"341","redirectURL":"https://exemplo.com/volta",` +
		`"productsCallbackURL":{"pf_loans":"https://exemplo.com/a"},"externalInfo":{"pedido":42},"connectionKey":"k-1"}`
	const sandbox = "[profiles.x]\nenvironment = \"sandbox\"\n"
	for name, tt := range map[string]struct {
		sitting
		says, sends, not []string
	}{
		"everything is kept": {
			sitting{input: filled, answers: []string{"", "", "", "", "mais", "", "", "", "", "", "", ""}},
			[]string{
				"CPF ou CNPJ (Enter mantém •••.982.247-••)", "E-mail (Enter mantém a•••@exemplo.com; - deixa vazio)",
				"Banco (Enter mantém Itaú; - deixa vazio)", "Página de retorno (Enter mantém https://exemplo.com/volta;",
				"(Enter mantém 3)", "Endereços dos relatórios, linhas já preenchidas: 1",
				"Informações adicionais, linhas já preenchidas: 1",
			},
			[]string{
				`"personalTaxId":"52998224725"`, `"email":"ana@exemplo.com"`, `"phone":"+5511987654321"`,
				`"institutionCode":"341"`, `"redirectURL":"https://exemplo.com/volta"`, `{"pf_loans":"https://exemplo.com/a"}`,
				`"externalInfo":{"pedido":42}`, `"connectionKey":"k-1"`,
			},
			[]string{"ana@", "52998224725", "98765"},
		},
		"everything is emptied": {
			sitting{input: filled, answers: []string{
				"", "-", "-", "-", "mais", "-", "1", "", "-", "", "-", "",
			}},
			nil,
			[]string{`"personalTaxId":"52998224725"`},
			nil,
		},
		"rows are asked anew": {
			sitting{input: filled, answers: []string{
				"", "", "", "", "mais", "", "4", "x", "", "-", "pf_loans", "http:", "pf_loans", "https://exemplo.com/b", "",
				"", "-", "canal", "", "canal", "app", "", "", "",
			}},
			[]string{"pf_loans: Confira o nome do site", "Falta o valor de “canal”."},
			[]string{`{"pf_loans":"https://exemplo.com/b"}`, `"externalInfo":{"canal":"app"}`},
			nil,
		},
		"the defaults of the profile": {
			sitting{
				config:  sandbox + "redirect_url = \"https://loja.example/volta\"\n",
				answers: []string{person, "", "", "33", ""},
			},
			[]string{"Banco: Santander."},
			[]string{`"redirectURL":"https://loja.example/volta"`, `"institutionCode":"033"`},
			nil,
		},
		"a wrong value of the input": {
			sitting{
				input:   `{"personalTaxId":"52998224725","redirectURL":"volta","appLink":"exemplo://x"}`,
				answers: []string{"", "", "", "", "https://exemplo.com/volta", "", "destino", ""},
			},
			[]string{"Página de retorno: Use o endereço completo", "Com o link do aplicativo, este nome é obrigatório."},
			[]string{`"redirectURL":"https://exemplo.com/volta"`, `"appRedirectURLKey":"destino"`},
			nil,
		},
		"a company takes the place of a person": {
			sitting{input: `{"personalTaxId":"52998224725"}`, answers: []string{company, "", "", "", "", ""}},
			[]string{"CPF do representante (Enter mantém •••.982.247-••; - deixa vazio)"},
			[]string{`"businessTaxId":"11222333000181"`, `"personalTaxId":"52998224725"`},
			nil,
		},
		"an unlisted bank of the input": {
			sitting{
				input: `{"personalTaxId":"52998224725","institutionCode":"999"}`, answers: []string{"", "", "", "", "", "", ""},
			},
			[]string{"Banco (Enter mantém código de banco 999, que não está na lista;", "Confira o código de banco “999”"},
			[]string{`"personalTaxId":"52998224725"`},
			nil,
		},
	} {
		tt.piped = true
		r := tt.runs(t, "pt")
		said := r.text.String()
		rest := said
		for _, typed := range tt.answers { // What is typed does not count.
			if len(typed) > 4 {
				rest = strings.ReplaceAll(rest, typed, "")
			}
		}
		if r.status != ExitOK {
			t.Errorf("%s: exit status %d:\n%s", name, r.status, said)
		}
		for _, want := range tt.says {
			if !strings.Contains(said, want) {
				t.Errorf("%s: no %q in\n%s", name, want, said)
			}
		}
		for _, want := range tt.sends {
			if !strings.Contains(r.sent, want) {
				t.Errorf("%s: no %s in %s", name, want, r.sent)
			}
		}
		for _, not := range tt.not {
			if strings.Contains(rest, not) {
				t.Errorf("%s: %q is said in\n%s", name, not, said)
			}
		}
		if name == "everything is emptied" && r.sent != `{"personalTaxId":"52998224725"}` {
			t.Errorf("%s", r.sent)
		}
	}
}

func TestACNPJWithLettersIsSpokenForWhenAServerDoesNotKnowIt(t *testing.T) {
	const refused = `400 {"statusCode":400,"message":"Invalid businessTaxId"}`
	r := sitting{
		answers: []string{"12ABC34501DE35", "", "", "", "", "", company, ""}, piped: true, refuse: map[int]string{1: refused},
	}.runs(t, "pt")
	for _, want := range []string{
		"Repita ao cliente: um-dois", "A Klavi não aceitou este CNPJ com letras", "••.222.333/0001-••",
	} {
		if !strings.Contains(r.text.String(), want) {
			t.Errorf("no %q in\n%s", want, r)
		}
	}
	if strings.Contains(r.text.String(), "✓") {
		t.Errorf("a mark in\n%s", r)
	}
}
