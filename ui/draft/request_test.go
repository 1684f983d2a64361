package draft_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
)

// compare reports a request that differs from another, by its JSON.
func compare(t *testing.T, got, want klavi.LinkRequest) {
	t.Helper()
	g, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if w, _ := json.Marshal(want); !bytes.Equal(g, w) {
		t.Errorf("the request is\n%s\nand not\n%s", g, w)
	}
}

func TestTextsGoOutInTheirCanonicalForm(t *testing.T) {
	url := " https://exemplo.com/volta "
	d := typed(map[draft.Key]string{
		draft.Document: cpf, draft.Email: " ana@EXEMPLO.com ", draft.Phone: "(11) 98765-4321",
		draft.Institution: "033", draft.RedirectURL: url,
		draft.AppLink: " exemplo://app ", draft.AppKey: " back_to ", draft.ConnectionKey: "\u200bkey ",
	})
	compare(t, d.Request(), klavi.LinkRequest{
		PersonalTaxID: bareCPF, Email: "ana@exemplo.com", Phone: "+5511987654321", InstitutionCode: "033",
		RedirectURL: strings.TrimSpace(url), AppLink: "exemplo://app", AppRedirectURLKey: "back_to", ConnectionKey: "key",
	})
}

func TestATextThatIsNotValidGoesOutAsItIs(t *testing.T) {
	d := typed(map[draft.Key]string{
		draft.Document: " 529.982 ", draft.Email: " ana@ ", draft.Phone: " 11 8765 ",
		draft.Institution: " 341 ", draft.RedirectURL: " exemplo ",
	})
	compare(t, d.Request(), klavi.LinkRequest{
		PersonalTaxID: "529.982", Email: "ana@", Phone: "11 8765", InstitutionCode: " 341 ", RedirectURL: "exemplo",
	})
}

func TestTheDocumentGoesOutByItsKind(t *testing.T) {
	for _, c := range []struct{ document, business, personal string }{
		{cpf, "", bareCPF}, // nobody represents a person
		{cnpj, bareCNPJ, bareCPF},
		{letters, bareLetter, bareCPF},
		{"", "", ""},
	} {
		d := typed(map[draft.Key]string{draft.Document: c.document, draft.Representative: cpf})
		compare(t, d.Request(), klavi.LinkRequest{BusinessTaxID: c.business, PersonalTaxID: c.personal})
	}
}

func TestTheChoiceDecidesWhichAddressesGoOut(t *testing.T) {
	d := typed(map[draft.Key]string{draft.CallbackAll: " https://exemplo.com/all "})
	*d.Rows(draft.CallbackEach) = []draft.Pair{
		{Key: "other", Value: " https://exemplo.com/o "},
		{Key: "x", Value: " y "},
	}
	for mode, want := range map[int]map[string]string{
		draft.CallbacksNone: nil,
		draft.CallbacksAll:  {"all": "https://exemplo.com/all"},
		draft.CallbacksEach: {"other": "https://exemplo.com/o", "x": "y"},
	} {
		*d.Choice(draft.Callbacks) = mode
		compare(t, d.Request(), klavi.LinkRequest{ProductsCallbackURL: want})
	}
	*d.Choice(draft.Callbacks), *d.Text(draft.CallbackAll) = draft.CallbacksAll, " "
	compare(t, d.Request(), klavi.LinkRequest{})
}

func TestOneAddressForAllIsTheSecondChoice(t *testing.T) {
	for _, c := range []struct {
		urls map[string]string
		mode int
		rows []draft.Pair
	}{
		{nil, draft.CallbacksNone, nil},
		{map[string]string{}, draft.CallbacksNone, nil},
		{map[string]string{"all": "a"}, draft.CallbacksAll, nil},
		{
			map[string]string{"z": "1", "b": "2"},
			draft.CallbacksEach,
			[]draft.Pair{{Key: "b", Value: "2"}, {Key: "z", Value: "1"}},
		},
		{
			map[string]string{"other": "o", "all": "a"},
			draft.CallbacksEach,
			[]draft.Pair{{Key: "all", Value: "a"}, {Key: "other", Value: "o"}},
		},
	} {
		d := draft.From(klavi.LinkRequest{ProductsCallbackURL: c.urls})
		if *d.Choice(draft.Callbacks) != c.mode || !reflect.DeepEqual(*d.Rows(draft.CallbackEach), c.rows) {
			t.Errorf("%v: mode %d, rows %v", c.urls, *d.Choice(draft.Callbacks), *d.Rows(draft.CallbackEach))
		}
		if all := *d.Text(draft.CallbackAll); (all == "a") != (c.mode == draft.CallbacksAll) {
			t.Errorf("%v: the address for all is %q", c.urls, all)
		}
	}
}

func TestExternalInfoGoesOutInTheOrderOfTheRows(t *testing.T) {
	info := `{"s":"x","n":12345678901234567890,"o":{"q":[1, 2]},"z":null}`
	d := draft.From(klavi.LinkRequest{ExternalInfo: []byte(info)})
	rows := d.Rows(draft.ExternalInfo)
	want := []draft.Pair{
		{Key: "n", Value: "12345678901234567890"},
		{Key: "o", Value: `{"q":[1, 2]}`},
		{Key: "s", Value: "x"},
		{Key: "z", Value: "null"},
	}
	if !reflect.DeepEqual(*rows, want) {
		t.Fatalf("the rows are %q", *rows)
	}
	if got := string(d.Request().ExternalInfo); got != `{"n":12345678901234567890,"o":{"q":[1, 2]},"s":"x","z":null}` {
		t.Errorf("untouched it goes out as %s", got)
	}
	(*rows)[0], (*rows)[1] = (*rows)[1], (*rows)[0]
	(*rows)[1].Value = "7" // what an agent types is a text
	(*rows)[3].Key = `"`
	if got := string(d.Request().ExternalInfo); got != `{"o":{"q":[1, 2]},"n":"7","s":"x","\"":"null"}` {
		t.Errorf("edited it goes out as %s", got)
	}
	*rows = nil
	if got := d.Request().ExternalInfo; got != nil {
		t.Errorf("without rows it goes out as %s", got)
	}
}

func TestExternalInfoThatIsNoObjectIsPassedOver(t *testing.T) {
	for _, info := range []string{"", "{}", "null", "[1]", `"x"`, "{"} {
		d := draft.From(klavi.LinkRequest{ExternalInfo: []byte(info), Email: "ana@exemplo.com"})
		if rows := *d.Rows(draft.ExternalInfo); len(rows) != 0 || *d.Text(draft.Email) == "" {
			t.Errorf("%s gives the rows %q", info, rows)
		}
	}
}

// TestADraftKeepsAPreparedRequest is the rule that lets a form show a request and
// send it again: From and Request lose nothing of what Prepare let through.
func TestADraftKeepsAPreparedRequest(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 8))
	pick := func(values ...string) string { return values[random.IntN(len(values))] }
	for range 3000 {
		r := klavi.LinkRequest{
			PersonalTaxID: pick("", cpf, bareCPF), BusinessTaxID: pick("", cnpj, letters, "12abc34501de35"),
			Email:           pick("", "ana@exemplo.com", " ana@EXEMPLO.com"),
			Phone:           pick("", "11987654321", "(11) 3456-7890"),
			InstitutionCode: pick("", "341", " 033 "),
			RedirectURL:     pick("", "https://exemplo.com/?a=b&c=d", " app://x "),
			ExternalInfo:    []byte(pick("", `{"a":"b"}`, `{"a":1.50,"b":{"c":[null,true]},"d":"","e":"é"}`)),
			ConnectionKey:   pick("", "key"), AppLink: pick("", "exemplo://app"), AppRedirectURLKey: pick("k", "back_to"),
		}
		switch random.IntN(3) {
		case 0:
			r.ProductsCallbackURL = map[string]string{"all": "https://exemplo.com/all"}
		case 1:
			r.ProductsCallbackURL = map[string]string{"other": "https://exemplo.com/o", "pf_loans": "http://exemplo.com/l"}
		}
		prepared, found := draft.Prepare(r)
		if len(found) > 0 {
			t.Fatalf("a good request is refused: %v", found)
		}
		d := draft.From(prepared)
		compare(t, d.Request(), prepared)
		again := draft.From(d.Request())
		if !again.Equal(&d) {
			t.Error("a draft of what a draft sends is another draft")
		}
	}
}

func TestFillWritesTheFieldsItIsGivenAndNoOther(t *testing.T) {
	d := typed(map[draft.Key]string{
		draft.Document: cnpj, draft.Representative: cpf, draft.Email: "ana@exemplo.com",
	})
	before := full()
	before.BusinessTaxID, before.PersonalTaxID = "", "old"

	r := before
	d.Fill(&r, []*draft.Field{row(t, draft.Document)})
	want := before
	want.BusinessTaxID, want.PersonalTaxID = bareCNPJ, "" // a document takes both places
	compare(t, r, want)

	d.Fill(&r, []*draft.Field{row(t, draft.Representative)})
	want.PersonalTaxID = bareCPF
	compare(t, r, want)

	*d.Text(draft.Document) = cpf
	d.Fill(&r, draft.Questions(d))
	want.BusinessTaxID, want.Phone, want.InstitutionCode = "", "", ""
	compare(t, r, want)

	d.Fill(&r, []*draft.Field{row(t, draft.Representative), row(t, draft.Callbacks), row(t, draft.ExternalInfo)})
	compare(t, r, want) // a person has no representative, and the others are no texts
}
