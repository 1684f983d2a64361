package draft_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/field"
	"klavilink/ui/text"
)

// Package field declares the same types. These lines stop compiling if they differ.
var (
	_ = field.Verdict(draft.Verdict{})
	_ = []field.Pair([]draft.Pair(nil))
)

// apiNames lists the names of the API's fields as they stand in JSON.
func apiNames() []string {
	request := reflect.TypeFor[klavi.LinkRequest]()
	names := make([]string, request.NumField())
	for i := range names {
		names[i], _, _ = strings.Cut(request.Field(i).Tag.Get("json"), ",")
	}
	return names
}

func TestEveryFieldOfTheAPIIsInTheTable(t *testing.T) {
	counted := map[string]int{}
	for _, f := range draft.Fields() {
		for _, name := range f.APINames() {
			counted[name]++
		}
	}
	for _, name := range apiNames() {
		want := 1
		switch name {
		case "personalTaxId":
			want = 2 // a person's document, or a company's representative
		case "productsCallbackURL":
			want = 3 // the choice, one address, or an address for each report
		}
		if counted[name] != want {
			t.Errorf("%s is in the table %d times, want %d", name, counted[name], want)
		}
		delete(counted, name)
	}
	for name := range counted {
		t.Errorf("the table has %s, the API has not", name)
	}
}

func TestEveryTextReachesItsOwnFieldOfTheRequest(t *testing.T) {
	for _, f := range draft.Fields() {
		var d draft.Draft
		if f.Kind != draft.KindText && f.Kind != draft.KindPicker || f.Key == draft.Representative {
			continue // TestTheDocumentGoesOutByItsKind has the representative
		}
		if f.Key == draft.Ticket {
			continue // TestTheTicketGoesOutInExternalInfoAndComesBack has it
		}
		if f.Key == draft.CallbackAll {
			*d.Choice(draft.Callbacks) = draft.CallbacksAll
		}
		*d.Text(f.Key) = "5"
		r := d.Request()
		if got := r.Fields(); !slices.Equal(got, []string{f.APIName(&d)}) {
			t.Errorf("%v goes to %v, want %s", f.Key, got, f.APIName(&d))
		}
		back := draft.From(r)
		if !back.Equal(&d) {
			t.Errorf("%v does not come back from the request", f.Key)
		}
	}
}

func TestTheAPIsNameFollowsTheDocument(t *testing.T) {
	for document, want := range map[string][2]string{
		"": {"personalTaxId", ""}, cpf: {"personalTaxId", ""}, cnpj: {"businessTaxId", "personalTaxId"},
	} {
		d := typed(map[draft.Key]string{draft.Document: document})
		got := [2]string{row(t, draft.Document).APIName(d), row(t, draft.Representative).APIName(d)}
		if got != want {
			t.Errorf("%q: %q", document, got)
		}
	}
}

func TestKeysAndTheirNamesAreUnique(t *testing.T) {
	names := map[string]bool{}
	for i, f := range draft.Fields() {
		name := f.Key.String()
		if int(f.Key) != i {
			t.Errorf("%s is the %dth row with key %d", name, i, f.Key)
		}
		if name == "" || names[name] {
			t.Errorf("the name %q of key %d stands for two or is empty", name, f.Key)
		}
		names[name] = true
		if i >= 64 {
			t.Error("a Shape has no room for so many keys")
		}
	}
	if name := draft.Key(200).String(); name != "" {
		t.Errorf("a key that there is not is called %q", name)
	}
}

func TestFieldsAreTheCallersOwn(t *testing.T) {
	draft.Fields()[0].Hide = nil
	if !draft.Fields()[0].Personal() {
		t.Error("a change to one table shows in the next")
	}
	if f := draft.Asked(&draft.Draft{}, draft.StepCustomer)[0]; !f.Personal() {
		t.Error("a change to one table shows in the package's own")
	}
}

func TestEveryFieldHasItsWordsInEveryLanguage(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		for _, f := range draft.Fields() {
			key, value := f.Columns(c)
			if f.Label(c) == "" || f.Title(c) == "" || f.Question(c) == "" {
				t.Errorf("%s: %v has no label", lang, f.Key)
			}
			if pairs := f.Kind == draft.KindPairs; pairs != (key != "") || pairs != (value != "") {
				t.Errorf("%s: the columns of %v are %q and %q", lang, f.Key, key, value)
			}
			options := f.Options(c)
			if (f.Kind == draft.KindChoice) != (len(options) > 0) || slices.Contains(options, "") {
				t.Errorf("%s: the options of %v are %q", lang, f.Key, options)
			}
			if f.Optional && f.Kind != draft.KindPicker && f.Note(c) == "" {
				t.Errorf("%s: nothing stands beneath an empty %v", lang, f.Key)
			}
		}
	}
}

func TestOnlyAFieldThatMayStayEmptyIsMarked(t *testing.T) {
	marked := english.Field.OptionalF[strings.Index(english.Field.OptionalF, "%s")+2:]
	for _, c := range []struct {
		key            draft.Key
		form, question bool
	}{
		{draft.Document, false, false},
		{draft.Representative, true, true},
		{draft.Email, true, true},
		{draft.Institution, false, true}, // the form's picker always holds an answer
		{draft.Callbacks, false, false},
		{draft.CallbackAll, false, false},
		{draft.CallbackEach, false, false},
		{draft.AppKey, false, false},
		{draft.ExternalInfo, true, true},
		{draft.ConnectionKey, true, true},
	} {
		f := row(t, c.key)
		title, question := f.Title(english), f.Question(english)
		if strings.HasSuffix(title, marked) != c.form || strings.HasSuffix(question, marked) != c.question {
			t.Errorf("%v: %q in the form, %q as a question", c.key, title, question)
		}
	}
	if q := row(t, draft.Institution).Question(english); !strings.HasPrefix(q, english.CLI.PlainBank) {
		t.Errorf("the plain question about the institution is %q", q)
	}
}

func TestAFieldThatNeedsAnExampleOfWhatToTypeHasOne(t *testing.T) {
	for _, f := range draft.Fields() {
		want := map[draft.Key]string{
			draft.Institution: english.Field.InstitutionSearch, draft.CallbackAll: english.Field.Address,
		}[f.Key]
		if got := f.Placeholder(english); got != want {
			t.Errorf("in an empty %v stands %q, want %q", f.Key, got, want)
		}
	}
}

func TestReportsAreSuggestedForTheKindOfCustomer(t *testing.T) {
	f := row(t, draft.CallbackEach)
	person, company := typed(nil), typed(map[draft.Key]string{draft.Document: cnpj})
	if got := f.Suggestions(person); !slices.Equal(got, klavi.ReportCodes(false)) {
		t.Errorf("a person's reports are %q", got)
	}
	if got := f.Suggestions(company); !slices.Equal(got, klavi.ReportCodes(true)) {
		t.Errorf("a company's reports are %q", got)
	}
	if got := row(t, draft.ExternalInfo).Suggestions(person); got != nil {
		t.Errorf("the keys of externalInfo are free, but %q is suggested", got)
	}
}

func TestMasksFollowTheDocument(t *testing.T) {
	for _, c := range []struct {
		key         draft.Key
		typed, want string
	}{
		{draft.Document, bareCPF, cpf},
		{draft.Document, bareCNPJ, cnpj},
		{draft.Document, strings.ToLower(bareLetter), letters},
		{draft.Representative, bareCPF, cpf},
		{draft.Phone, "11987654321", "(11) 98765-4321"},
	} {
		if got := row(t, c.key).Mask(c.typed); got != c.want {
			t.Errorf("%v shows %q as %q", c.key, c.typed, got)
		}
	}
}
