package ui_test

import (
	"maps"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/text"
)

func TestTheLabelAndTheMaskFollowTheDocument(t *testing.T) {
	w := start(t, setup{cols: 80, rows: 24})
	w.sees("CPF ou CNPJ")
	w.press("5")
	w.sees("┃ CPF  ")
	w.press("2998224725")
	w.sees("529.982.247-25", "CPF: os dígitos conferem")
	w.press(back)
	w.doesNotSee("CPF: os dígitos conferem")
	w.press("a")
	w.sees("┃ CNPJ  ", "52.998.224/72A")
	for range 14 {
		w.press(back)
	}
	w.sees("CPF ou CNPJ")
	w.screen.Paste(" 12.abc.345/01de\u201335\r\n")
	w.sees("12.ABC.345/01DE-35", "um-dois · A de amor", "CPF do representante")
	w.press(ctrlS)
	w.sees("Confira", "CNPJ  ", "••.ABC.345/01DE-••")
	w.press(ctrlR)
	w.sees("12.ABC.345/01DE-35", "Repita ao cliente")
}

func TestACompanysRepresentativeCanBeAdded(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	w.press("11222333000181", tab)
	w.sees("CPF do representante")
	w.press("52998224725")
	w.sees("529.982.247-25")
	w.press(ctrlS)
	w.sees("Confira", "••.222.333/0001-••", "•••.982.247-••")
	w.press(ctrlR)
	w.sees("11.222.333/0001-81", "529.982.247-25")
	w.press(enter)
	w.sees("restam")
	if r := client.requests()[0]; r.BusinessTaxID != "11222333000181" || r.PersonalTaxID != "52998224725" {
		t.Errorf("%v", r.Fields())
	}
}

func TestBadInputGetsAnErrorAndNothingIsLost(t *testing.T) {
	w := start(t, setup{cols: 80, rows: 24})
	w.sees("CPF ou CNPJ")
	w.press(enter)
	w.sees("✗ Digite o CPF ou o CNPJ do cliente.")
	w.press("5299822472", enter)
	w.sees("529.982.247-2", "✗ Falta 1 (10 de 11).")
	w.press("4")
	w.sees("529.982.247-24", "o final, depois do")       // at once: no more typing can mend it
	w.press(enter, back, "5", tab, "ana@exemplo", enter) // enter holds the focus
	w.sees("● Cliente", "✗ Confira o que vem depois do @", "ana@exemplo")
	w.press(tab, "11 8765-4321") // nobody is held back
	w.sees("┃ Celular", "(11) 8765-4321")
	w.press(tab)
	w.sees("✗ Confira o que vem depois do @", "┃ E-mail") // but the step is not left
	w.press(".com", enter)
	w.sees("● Cliente", "✗ Celular tem 9 números", "(11) 8765-4321", "┃ Celular")
	// Back with an invalid telephone, and to it again.
	w.press(shiftTab, shiftTab, ctrlR)
	w.sees("529.982.247-25", "ana@exemplo.com", "(11) 8765-4321")
	w.press(ctrlS)
	w.sees("Celular tem 9 números", "● Cliente", "┃ Celular")
}

func TestPastedTextStaysVisibleEvenIfItIsWrong(t *testing.T) {
	w := start(t, setup{cols: 80, rows: 24})
	w.sees("CPF ou CNPJ")
	w.screen.Paste("529\u2028982☃247-25")
	w.sees("529 982☃247-25", "O 8º caractere (☃)")
	w.press(ctrlS, "x")
	w.sees("● Cliente", "529 982☃247-25x", "O 8º caractere (☃)")
	w.screen.Paste(strings.Repeat("9", 5000))
	w.sees("● Cliente", strings.Repeat("9", 70))
}

func TestGoingBackKeepsEveryValue(t *testing.T) {
	w := start(t, setup{})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", tab, "ana@exemplo.com", enter)
	w.sees("● Banco")
	w.press("nubank")
	w.sees("❯ Nubank")
	w.press(enter)
	w.sees("● Retorno")
	w.press("https://exemplo.com/volta", enter)
	w.sees("● Mais")
	w.press(shiftTab)
	w.sees("● Retorno", "https://exemplo.com/volta")
	w.press(shiftTab, shiftTab, shiftTab)
	w.sees("● Banco", "❯ Nubank")
	w.press(esc)
	w.sees("● Cliente")
	w.press(ctrlR)
	w.sees("● Cliente", "529.982.247-25", "ana@exemplo.com")
	w.press(ctrlS)
	w.sees("Confira", "Nubank (260)", "https://exemplo.com/volta", "ana@exemplo.com")
	w.press("2")
	w.sees("● Banco", "❯ Nubank")
	w.press("inter", enter)
	w.sees("Confira o que", "Inter (077)")
}

func TestEscLeadsBackFromEveryFieldToTheFirst(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{80, 24}, scene{change: full})
	before := s.model.Draft()
	last := "┃ " + portuguese().Field.ConnectionKey
	s.press("ctrl+s", "4")
	for tabs := 0; !strings.Contains(s.text(), last); tabs++ {
		if tabs > 10 {
			t.Fatalf("the last field is not reached:\n%s", s.text())
		}
		s.press("tab")
	}
	fields := 1
	for now, then := s.text(), ""; now != then; fields++ {
		s.press("esc")
		then, now = now, s.text()
	}
	// Two of them are a company's, and one is the last esc, which leads nowhere.
	if shown := s.text(); fields != 12+1 || !strings.Contains(shown, "12.ABC.345/01DE-35") {
		t.Errorf("%d fields, and the last is:\n%s", fields-1, shown)
	}
	if !s.model.Draft().Equal(before) {
		t.Error("a value is lost")
	}
}

func TestReportAddressesFollowTheRulesOfTheAPIPage(t *testing.T) {
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	w.press("52998224725", enter, enter)
	w.sees("● Retorno")
	w.press(tab, down, down)
	w.sees("Relatório → endereço")
	w.press(tab, "pf_lo")
	w.sees("pf_loans") // the suggestion
	w.press(right, enter, "exemplo.com", enter)
	w.press("all", enter, "https://exemplo.com/tudo", enter, enter)
	w.sees("✗ pf_loans: Falta o https:// na frente")
	w.press(up, up, right, ctrlX)
	w.doesNotSee("pf_loans")
	w.press(down, "other", enter, "https://exemplo.com/outros", ctrlS)
	w.sees("“all” já vale para todos")
	w.press(up, ctrlX)
	w.doesNotSee("exemplo.com/tudo")
	w.press(ctrlS)
	w.sees("Confira", "other → https://exemplo.com/outros")
	w.press("3")
	w.sees("● Retorno")
	w.press(tab, tab, down, tab, "exemplo://app", enter)
	w.sees("Parâmetro de retorno", "este nome é obrigatório")
	w.press("back_to", enter)
	w.sees("Confira o que") // from which the step was reached
	w.press("4")
	w.sees("● Mais")
	w.press("protocolo", enter, "42", enter, enter)
	w.sees("Confira", "protocolo = 42", "back_to")
	w.press(enter)
	w.sees("restam")
	r := client.requests()[0]
	if !maps.Equal(r.ProductsCallbackURL, map[string]string{"other": "https://exemplo.com/outros"}) ||
		string(r.ExternalInfo) != `{"protocolo":"42"}` || r.AppLink != "exemplo://app" || r.AppRedirectURLKey != "back_to" {
		t.Errorf("%v %v %s", r.Fields(), r.ProductsCallbackURL, r.ExternalInfo)
	}
}

func TestKeysPressedTooEarlyReachTheRightFields(t *testing.T) {
	// All at once, as from a scanner or an impatient agent.
	client := newAPI(reply{link: linkOf(90)})
	w := start(t, setup{client: client})
	w.sees("CPF ou CNPJ")
	customer := "52998224725" + tab + "ana@exemplo.com" + tab + "11987654321" + enter
	w.press(customer + "itau" + enter + enter + enter)
	w.sees("Confira", "Itaú (341)")
	w.press(ctrlR)
	w.sees("529.982.247-25", "ana@exemplo.com", "+5511987654321")
	if n := len(client.requests()); n != 0 {
		t.Errorf("%d requests before the review was confirmed", n)
	}
}

func TestEditingInTheMiddleKeepsTheCursorBehindItsDigit(t *testing.T) {
	w := start(t, setup{cols: 80, rows: 24})
	w.sees("CPF ou CNPJ")
	w.press("52982247")
	w.sees("529.822.47")
	// The cursor goes behind 529.8, a 9 is put before it, the 8 stays.
	w.press(left, left, left, left, left, left, "9")
	w.sees("529.982.247")
	w.press(back)
	w.sees("529.822.47")
	// Backspace behind a dot takes the digit before it.
	w.press(back)
	w.sees("528.224.7")
}

func TestAPrefilledFormGoesStraightToTheReview(t *testing.T) {
	w := start(t, setup{request: klavi.LinkRequest{
		PersonalTaxID: "76109277673", ExternalInfo: []byte(`{"n":12345678901234567890,"s":"x"}`),
		ProductsCallbackURL: map[string]string{"all": "https://exemplo.com/r"},
	}})
	w.sees("761.092.776-73")
	w.press(ctrlS)
	w.sees("Confira", "all → https://exemplo.com/r", "n = 12345678901234567890", "s = x")
}

func TestTheScreenCanBeInEnglish(t *testing.T) {
	w := start(t, setup{lang: text.English})
	w.sees("DEMO · no bank involved", "CPF or CNPJ", "● Customer")
	w.press("52998224725", ctrlS)
	w.sees("Check what will be sent")
	w.press(enter)
	w.sees("30:00 left", "The link is ready")
}

func TestTheHelpLineFitsEveryFieldAt80Columns(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		s := newStage(t, lang, [2]int{80, 24}, scene{change: full})
		fields := map[string]bool{}
		for !strings.Contains(s.text(), c.Review.Title) {
			shown := s.text()
			fields[shown] = true
			if !strings.Contains(shown, c.Keys.ReviewNow) || !strings.Contains(shown, "ctrl+c "+c.Keys.Quit) {
				t.Errorf("the help line is cut:\n%s", shown)
			}
			if strings.Contains(shown, "341") && !strings.Contains(shown, "↑↓ "+c.Keys.Choose) {
				t.Errorf("the picker does not say how to choose:\n%s", shown)
			}
			s.press("tab")
		}
		if len(fields) != 12 {
			t.Errorf("%d fields", len(fields))
		}
	}
}

// The terminal's cursor is where the next character goes, because screen readers and
// input methods follow it. In the smallest window the form scrolls.
func TestTheCursorIsAfterTheTypedText(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {60, 20}} {
		client := newAPI()
		client.warm = errTest // with a warning in the footer too
		w := start(t, setup{cols: size[0], rows: size[1], client: client})
		behind := func(text string) {
			t.Helper()
			w.sees(text)
			if got := w.screen.BeforeCursor(); !strings.HasSuffix(got, text) {
				t.Errorf("%v: the cursor stands behind %q, not %q:\n%s", size, got, text, w.screen.Text())
			}
		}
		w.sees("CPF ou CNPJ", "A Klavi ainda não respondeu")
		w.press("11222333000181")
		behind("11.222.333/0001-81")
		w.press(tab, "52998224725")
		behind("529.982.247-25")
		w.press(tab, "ana@exemplo.com")
		behind("ana@exemplo.com")
		w.press(tab, "11987654321")
		behind("(11) 98765-4321")
		w.press(enter, "itau")
		behind("itau")
		w.press(enter, "https://exemplo.com/v")
		behind("https://exemplo.com/v")
		w.press(tab, down, down, tab, "pf_novo") // no suggestion runs ahead of it
		behind("pf_novo")
		w.press(enter, "https://exemplo.com/r")
		behind("https://exemplo.com/r")
		w.press(tab, tab, "app://volta")
		behind("app://volta")
		w.press(tab, "chave")
		behind("chave")
		w.press(enter, "protocolo", enter, "4242")
		behind("4242")
	}
}
