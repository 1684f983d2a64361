package draft_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
)

// FuzzDraftPrintsNoValue puts a value wherever a draft can hold one, and prints the
// draft in every way that package fmt, slog and JSON know.
func FuzzDraftPrintsNoValue(f *testing.F) {
	f.Add(cpf, "key", 1)
	f.Add("ana@exemplo.com", "", 2)
	f.Add("\x1b[31m%!v(PANIC=", "%d", -7)
	f.Fuzz(func(t *testing.T, value, key string, mode int) {
		info, err := json.Marshal(map[string]any{key: []string{value}})
		if err != nil {
			t.Fatal(err)
		}
		d := draft.From(klavi.LinkRequest{ExternalInfo: info})
		for _, f := range draft.Fields() {
			switch {
			case d.Text(f.Key) != nil:
				*d.Text(f.Key) = value
			case d.Choice(f.Key) != nil:
				*d.Choice(f.Key) = mode
			default:
				*d.Rows(f.Key) = append(*d.Rows(f.Key), draft.Pair{Key: key, Value: value})
			}
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%08.3f", "%U"} {
			for _, v := range []any{d, &d} {
				if got := fmt.Sprintf(verb, v); got != "draft.Draft" {
					t.Errorf("%s of a %T prints %q", verb, v, got)
				}
			}
			type holder struct{ Draft draft.Draft }
			if got := strings.Trim(fmt.Sprintf(verb, holder{d}), "{}"); !strings.HasSuffix(got, "draft.Draft") ||
				strings.ContainsAny(got, "\x1b[") {
				t.Errorf("%s of a struct with a draft prints %q", verb, got)
			}
		}
		if got := d.String(); got != "draft.Draft" {
			t.Errorf("String returns %q", got)
		}
		if b, err := json.Marshal(map[string]any{"draft": d}); err != nil || string(b) != `{"draft":{}}` {
			t.Errorf("JSON is %s, %v", b, err)
		}
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("m", "draft", d)
		if !strings.HasSuffix(log.String(), "draft=draft.Draft\n") {
			t.Errorf("the log says %q", log.String())
		}
	})
}

func TestAKeyHoldsExactlyOneThing(t *testing.T) {
	var d draft.Draft
	for _, f := range draft.Fields() {
		text, choice, rows := d.Text(f.Key) != nil, d.Choice(f.Key) != nil, d.Rows(f.Key) != nil
		want := [3]bool{}
		switch f.Kind {
		case draft.KindText, draft.KindPicker:
			want[0] = true
		case draft.KindChoice:
			want[1] = true
		case draft.KindPairs:
			want[2] = true
		}
		if got := [3]bool{text, choice, rows}; got != want {
			t.Errorf("%v has text, choice, rows: %v", f.Key, got)
		}
	}
	if unknown := draft.Key(200); d.Text(unknown) != nil || d.Choice(unknown) != nil || d.Rows(unknown) != nil {
		t.Error("a key that there is not holds something")
	}
}

func TestEachTextHasItsOwnPlace(t *testing.T) {
	var d draft.Draft
	for _, f := range draft.Fields() {
		if s := d.Text(f.Key); s != nil {
			*s = f.Key.String()
		}
	}
	for _, f := range draft.Fields() {
		if s := d.Text(f.Key); s != nil && *s != f.Key.String() {
			t.Errorf("%v holds the text of %q", f.Key, *s)
		}
	}
}

func TestTheDocumentTellsWhoTheCustomerIs(t *testing.T) {
	for _, c := range []struct {
		document, customer string
		company, valid     bool
	}{
		{"", "", false, false},
		{cpf, "•••.982.247-••", false, true},
		{bareCPF, "•••.982.247-••", false, true},
		{"529.982.247-24", "•••.•••.•••-••", false, false},
		{"5299822", "•••••••", false, false},
		{cnpj, "••.222.333/0001-••", true, true},
		{letters, "••.ABC.345/01DE-••", true, true},
		{"12.ABC", "••.•••", true, false},
	} {
		d := typed(map[draft.Key]string{draft.Document: c.document})
		document, ok := d.Document()
		if d.Company() != c.company || ok != c.valid || document.IsValid() != c.valid || d.Customer() != c.customer {
			t.Errorf("%q: company %t, valid %t, customer %q", c.document, d.Company(), ok, d.Customer())
		}
	}
}

func TestADraftIsPersonalOnceAnythingOfTheCustomersIsTyped(t *testing.T) {
	if (&draft.Draft{}).Personal() {
		t.Error("an empty draft is personal")
	}
	want := map[draft.Key]bool{draft.Document: true, draft.Representative: true, draft.Email: true, draft.Phone: true}
	for _, f := range draft.Fields() {
		var d draft.Draft
		switch {
		case d.Text(f.Key) != nil:
			*d.Text(f.Key) = " "
		case d.Rows(f.Key) != nil:
			*d.Rows(f.Key) = []draft.Pair{{Key: "k", Value: "v"}}
		default:
			*d.Choice(f.Key) = 1
		}
		if d.Personal() != want[f.Key] || f.Personal() != want[f.Key] {
			t.Errorf("%v: the draft is personal: %t, the field: %t", f.Key, d.Personal(), f.Personal())
		}
	}
}

// changes lists ways to change a draft made from full: one for each part of it.
func changes() map[string]func(*draft.Draft) {
	list := map[string]func(*draft.Draft){
		"the choice":    func(d *draft.Draft) { *d.Choice(draft.Callbacks) = draft.CallbacksNone },
		"a row's value": func(d *draft.Draft) { (*d.Rows(draft.CallbackEach))[0].Value = "changed" },
		"a row's key":   func(d *draft.Draft) { (*d.Rows(draft.ExternalInfo))[1].Key = "changed" },
		"one row less":  func(d *draft.Draft) { *d.Rows(draft.ExternalInfo) = (*d.Rows(draft.ExternalInfo))[:1] },
		"one row more": func(d *draft.Draft) {
			*d.Rows(draft.CallbackEach) = append(*d.Rows(draft.CallbackEach), draft.Pair{})
		},
		"all rows": func(d *draft.Draft) { *d.Rows(draft.CallbackEach) = nil },
	}
	for _, f := range draft.Fields() {
		if f.Kind == draft.KindText || f.Kind == draft.KindPicker {
			list["the text of "+f.Key.String()] = func(d *draft.Draft) { *d.Text(f.Key) += "x" }
		}
	}
	return list
}

func TestDraftsAreEqualWhileNothingDiffers(t *testing.T) {
	a, b := draft.From(full()), draft.From(full())
	if !a.Equal(&b) || !(&draft.Draft{}).Equal(&draft.Draft{}) {
		t.Error("drafts of one request differ")
	}
	for name, change := range changes() {
		b := draft.From(full())
		change(&b)
		if a.Equal(&b) || b.Equal(&a) {
			t.Errorf("drafts that differ in %s are equal", name)
		}
	}
	number := draft.From(klavi.LinkRequest{ExternalInfo: []byte(`{"n":1}`)})
	digits := draft.From(klavi.LinkRequest{ExternalInfo: []byte(`{"n":"1"}`)})
	if number.Equal(&digits) {
		t.Error("a number and a text of the same digits are equal")
	}
}

func TestACloneSharesNothing(t *testing.T) {
	for name, change := range changes() {
		original := draft.From(full())
		clone := original.Clone()
		if !clone.Equal(&original) {
			t.Fatal("a clone differs from its original")
		}
		change(clone)
		if want := draft.From(full()); !original.Equal(&want) {
			t.Errorf("a change of %s in the clone changes the original", name)
		}
	}
}
