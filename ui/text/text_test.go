package text_test

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

var verb = regexp.MustCompile(`%[a-z]`)

// sentences puts every string of a catalogue into found, under its path of field names.
func sentences(v reflect.Value, path string, found map[string]string) {
	switch v.Kind() { //nolint:exhaustive // A catalogue has no other kinds.
	case reflect.String:
		found[path] = v.String()
	case reflect.Struct:
		for i := range v.NumField() {
			sentences(v.Field(i), path+"."+v.Type().Field(i).Name, found)
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			sentences(v.Index(i), fmt.Sprint(path, "[", i, "]"), found)
		}
	}
}

func TestEverySentenceHasATranslationWithTheSameVerbs(t *testing.T) {
	pt, en := everySentence(text.Portuguese), everySentence(text.English)
	if len(pt) < 200 {
		t.Fatalf("only %d sentences were found", len(pt))
	}
	for path, p := range pt {
		e := en[path]
		if p == "" || e == "" {
			t.Errorf("%s is empty: %q, %q", path, p, e)
		}
		if pv, ev := verb.FindAllString(p, -1), verb.FindAllString(e, -1); !reflect.DeepEqual(pv, ev) {
			t.Errorf("%s: verbs %v and %v", path, pv, ev)
		}
		if format := strings.HasSuffix(path, "F") && !strings.HasSuffix(path, "CPF"); format != verb.MatchString(p) {
			t.Errorf("%s: a name ends in F where the sentence is a format: %q", path, p)
		}
	}
}

func TestEveryReasonAndHintHasASentence(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		seen := map[string]validate.Reason{}
		for r := validate.Char; r <= validate.Host; r++ {
			p := validate.Problem{
				Kind: validate.KindCPF, Reason: r, Pos: 5, Char: 'O', Have: 9, Want: 11,
			}
			s := c.Problem(p)
			if other, twice := seen[s]; s == "" || s == p.Error() || twice {
				t.Errorf("%s, %v: %q (also %v)", lang, r, s, other)
			}
			seen[s] = r
		}
		for h := validate.LooksLikeCPF; h <= validate.NoAreaCode; h++ {
			plain := c.Problem(validate.Problem{Reason: validate.Empty})
			if s := c.Problem(validate.Problem{Reason: validate.Empty, Hint: h}); len(s) <= len(plain) {
				t.Errorf("%s: hint %d says nothing", lang, h)
			}
		}
		if s := c.Problem(validate.Problem{}); s != "" {
			t.Errorf("nothing wrong: %q", s)
		}
	}
}

func TestProblemsAreExplainedInPortuguese(t *testing.T) {
	c := text.For(text.Portuguese)
	for in, want := range map[string]string{
		"":               "Digite o CPF.",
		"529982247":      "Faltam 2 (9 de 11).",
		"5299822472":     "Falta 1 (10 de 11).",
		"5299O":          "O 5º caractere (O) não é número. Seria o número 0?",
		"52998224724":    "Os dígitos não conferem: releia com o cliente o final, depois do traço.",
		"52998224733":    "Os dígitos não conferem: releia com o cliente o que vem antes do traço.",
		"11111111111":    "Números todos iguais não formam um CPF.",
		"11222333000181": "Sobram 3 (14 em vez de 11). Parece um CNPJ.",
		"529\x1b[0m":     "O 4º caractere (invisível, U+001B) não é número.",
	} {
		_, p := validate.CheckCPF(in)
		if got := c.Problem(p); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	_, p := validate.CheckEmail("ana maria@x.com")
	if got, want := c.Problem(p), "O 4º caractere (espaço) não serve aqui. Confira com o cliente."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTheLocaleDecidesTheLanguage(t *testing.T) {
	for _, tt := range []struct {
		env  map[string]string
		want text.Lang
	}{
		{nil, text.Portuguese},
		{map[string]string{"LANG": "en_US.UTF-8"}, text.English},
		{map[string]string{"LANG": "C.UTF-8"}, text.Portuguese},
		{map[string]string{"LANG": "POSIX"}, text.Portuguese},
		{map[string]string{"LANG": "de_DE"}, text.Portuguese},
		{map[string]string{"LC_ALL": "C", "LANG": "en_US"}, text.Portuguese},
		{map[string]string{"LC_MESSAGES": "en_GB", "LANG": "pt_BR"}, text.English},
		{map[string]string{"KLAVILINK_LANG": "pt", "LC_ALL": "en_US"}, text.Portuguese},
		{map[string]string{"KLAVILINK_LANG": "EN"}, text.English},
		{map[string]string{"KLAVILINK_LANG": "xx", "LANG": "en"}, text.English},
	} {
		if got := text.Detect(func(k string) string { return tt.env[k] }); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.env, got, tt.want)
		}
	}
}

func TestEveryKindOfFailureSaysWhatHappenedAndWhatToDo(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		seen := map[string]bool{}
		for _, e := range []*klavi.Error{
			{Kind: klavi.KindAuth, Status: 401},
			{Kind: klavi.KindAuth, Status: 403},
			{Kind: klavi.KindInput, Status: 400},
			{Kind: klavi.KindRate, Status: 429},
			{Kind: klavi.KindNetwork},
			{Kind: klavi.KindNetwork, Err: timeout{}},
			{Kind: klavi.KindServer, Status: 502},
			{Kind: klavi.KindProtocol, Status: 200},
			{Kind: klavi.KindProtocol, Status: 404},
			{Kind: klavi.KindUnsafe},
		} {
			f := c.Failure(e)
			if f.Cause == "" || f.Next == "" || seen[f.Cause] {
				t.Errorf("%s, %v: %+v", lang, e, f)
			}
			seen[f.Cause] = true
		}
		for code := klavi.CodeInvalidAuthorisation; code <= klavi.CodeNeedsKYC; code++ {
			f := c.Failure(&klavi.Error{Kind: klavi.KindBusiness, Status: 416, Code: code})
			if !strings.Contains(f.Cause, fmt.Sprint(code)) || len(f.Cause) < 50 || f.Next == "" || seen[f.Cause] {
				t.Errorf("%s, %d: %+v", lang, code, f)
			}
			seen[f.Cause] = true
		}
		if f := c.Failure(&klavi.Error{Kind: klavi.KindRate, RetryAfter: 7 * time.Second}); !strings.Contains(f.Next, "7") {
			t.Errorf("%+v", f)
		}
		if f := c.Failure(errors.New("x\x1b[31m")); strings.Contains(f.Cause, "\x1b") {
			t.Errorf("%q", f.Cause)
		}
		for _, err := range []error{
			klavi.ErrAllExclusive,
			klavi.ErrNeedsRedirect,
			klavi.ErrReportName,
			klavi.ErrExternalInfo,
			validate.Problem{Reason: validate.Scheme},
		} {
			if s := c.Rule(fmt.Errorf("wrapped: %w", err)); s == "" {
				t.Errorf("%s: no words for %v", lang, err)
			}
		}
	}
}

// timeout is an error of the network that reports a timeout.
type timeout struct{}

func (timeout) Error() string { return "timeout" }
func (timeout) Timeout() bool { return true }

func TestARefusedFieldIsShownInTheAPIsWords(t *testing.T) {
	c := text.For(text.Portuguese)
	s := c.RefusedField(&klavi.Error{Kind: klavi.KindInput, Messages: []string{"Invalid phone"}})
	if s != "A Klavi não aceitou: Invalid phone" {
		t.Error(s)
	}
	s = c.RefusedField(&klavi.Error{Kind: klavi.KindBusiness, Code: 4004, Messages: []string{"in outage"}})
	if !strings.Contains(s, "fora do ar") || !strings.Contains(s, "in outage") {
		t.Error(s)
	}
}

func TestTheAPIsWordsAreSafeToPrint(t *testing.T) {
	c := text.For(text.Portuguese)
	for _, kind := range []klavi.Kind{klavi.KindInput, klavi.KindBusiness, klavi.KindServer} {
		e := &klavi.Error{Kind: kind, Messages: []string{"a\x1b[2J\u202eb", "\u009bc", strings.Repeat("d", 1<<20)}}
		for _, s := range []string{c.Failure(e).Said, c.RefusedField(e)} {
			if strings.ContainsAny(s, "\x1b\u202e\u009b") || !strings.Contains(s, "b · ") || len(s) > 10_000 {
				t.Errorf("%v: %.200q", kind, s)
			}
		}
	}
}

func ExampleCatalogue_ReadBack() {
	cnpj, _ := validate.ParseCNPJ("12ABC34501DE35")
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		spelled := text.For(lang).ReadBack(cnpj)
		fmt.Println(strings.ReplaceAll(spelled, " · ", " ·\n"))
	}
	// Output:
	// um-dois ·
	// A de amor ·
	// B de bola ·
	// C de casa ·
	// três-quatro-cinco-zero-um ·
	// D de dado ·
	// E de escola ·
	// três-cinco
	// one-two ·
	// A for Alfa ·
	// B for Bravo ·
	// C for Charlie ·
	// three-four-five-zero-one ·
	// D for Delta ·
	// E for Echo ·
	// three-five
}

func TestEveryStateOfAConsentHasWordsAndANewStateIsQuoted(t *testing.T) {
	states := []klavi.ConsentStatus{
		klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised, klavi.Rejected,
		klavi.Failed, klavi.Expired, klavi.Revoked, klavi.DeletedByCustomer,
	}
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		seen := map[string]bool{}
		for _, s := range states {
			words := c.Standing(s)
			if words == "" || seen[words] || strings.Contains(words, string(s)) {
				t.Errorf("%s, %s: %q", lang, s, words)
			}
			seen[words] = true
		}
		if words := c.Standing("PAUSED\x1b[2J"); !strings.Contains(words, "PAUSED") || strings.Contains(words, "\x1b") {
			t.Errorf("%s: %q", lang, words)
		}
	}
}

func TestTheSentenceForAnEmptyTextNamesWhatIsMissing(t *testing.T) {
	c := text.For(text.Portuguese)
	for kind, want := range map[validate.Kind]string{
		validate.KindCPF:   "CPF",
		validate.KindCNPJ:  "CNPJ",
		validate.KindPhone: "telefone",
		validate.KindEmail: "e-mail",
		validate.KindURL:   "endereço",
	} {
		if s := c.Problem(validate.Problem{Kind: kind, Reason: validate.Empty}); !strings.Contains(s, want) {
			t.Errorf("%v: %q", kind, s)
		}
	}
	if s := c.Problem(validate.Problem{Kind: validate.KindCNPJ, Reason: validate.Repeated}); !strings.Contains(s, "CNPJ") {
		t.Errorf("%q", s)
	}
}
