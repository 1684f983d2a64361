package draft_test

import (
	"slices"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/text"
)

func TestWhatIsAskedDependsOnWhatIsThere(t *testing.T) {
	customer := []draft.Key{draft.Document, draft.Email, draft.Phone}
	without := []draft.Key{draft.RedirectURL, draft.Callbacks, draft.AppLink}
	for name, c := range map[string]struct {
		request klavi.LinkRequest
		step    draft.Step
		want    []draft.Key
	}{
		"nothing is typed": {klavi.LinkRequest{}, draft.StepCustomer, customer},
		"a person":         {klavi.LinkRequest{PersonalTaxID: bareCPF}, draft.StepCustomer, customer},
		"a company": {
			klavi.LinkRequest{BusinessTaxID: bareCNPJ},
			draft.StepCustomer,
			[]draft.Key{draft.Document, draft.Representative, draft.Email, draft.Phone},
		},
		"the institution": {full(), draft.StepInstitution, []draft.Key{draft.Institution}},
		"no addresses":    {klavi.LinkRequest{}, draft.StepReturn, without},
		"one address": {
			klavi.LinkRequest{ProductsCallbackURL: map[string]string{"all": "x"}},
			draft.StepReturn,
			[]draft.Key{draft.RedirectURL, draft.Callbacks, draft.CallbackAll, draft.AppLink},
		},
		"an address for each": {
			klavi.LinkRequest{ProductsCallbackURL: map[string]string{"other": "x"}},
			draft.StepReturn,
			[]draft.Key{draft.RedirectURL, draft.Callbacks, draft.CallbackEach, draft.AppLink},
		},
		"an app link": {
			klavi.LinkRequest{AppLink: "a"},
			draft.StepReturn,
			[]draft.Key{draft.RedirectURL, draft.Callbacks, draft.AppLink, draft.AppKey},
		},
		"blanks are none":   {klavi.LinkRequest{AppLink: " "}, draft.StepReturn, without},
		"a key is no link":  {klavi.LinkRequest{AppRedirectURLKey: "k"}, draft.StepReturn, without},
		"the rest":          {full(), draft.StepMore, []draft.Key{draft.ExternalInfo, draft.ConnectionKey}},
		"no step of a form": {full(), draft.Step(draft.Steps), []draft.Key{}},
	} {
		d := draft.From(c.request)
		if got := keysOf(draft.Asked(&d, c.step)); !slices.Equal(got, c.want) {
			t.Errorf("%s: asked for %v, want %v", name, got, c.want)
		}
	}
}

func TestPlainQuestionsAskForTheCustomerAndTheInstitution(t *testing.T) {
	for document, want := range map[string][]draft.Key{
		cpf:  {draft.Document, draft.Email, draft.Phone, draft.Institution},
		cnpj: {draft.Document, draft.Representative, draft.Email, draft.Phone, draft.Institution},
	} {
		d := typed(map[draft.Key]string{draft.Document: document})
		if got := keysOf(draft.Questions(d)); !slices.Equal(got, want) {
			t.Errorf("%s: %v", document, got)
		}
	}
}

// drafts are one for each set of fields that a form can have.
func drafts() []*draft.Draft {
	var list []*draft.Draft
	for _, document := range []string{cpf, cnpj} {
		for mode := range 3 {
			for _, link := range []string{"", "exemplo://app"} {
				d := typed(map[draft.Key]string{draft.Document: document, draft.AppLink: link})
				*d.Choice(draft.Callbacks) = mode
				list = append(list, d)
			}
		}
	}
	return list
}

func TestShapesDifferExactlyIfTheFieldsDo(t *testing.T) {
	for i := range draft.Steps {
		step := draft.Step(i)
		for _, a := range drafts() {
			for _, b := range drafts() {
				shape := draft.ShapeOf(a, step) == draft.ShapeOf(b, step)
				if fields := slices.Equal(keysOf(draft.Asked(a, step)), keysOf(draft.Asked(b, step))); shape != fields {
					t.Errorf("step %d: the shapes are equal: %t, the fields: %t", i, shape, fields)
				}
			}
		}
	}
}

func TestValuesDoNotChangeTheShape(t *testing.T) {
	a, b := draft.From(full()), draft.From(full())
	*b.Text(draft.Email), *b.Text(draft.AppLink) = "", "other://app"
	*b.Rows(draft.ExternalInfo) = nil
	for i := range draft.Steps {
		if draft.ShapeOf(&a, draft.Step(i)) != draft.ShapeOf(&b, draft.Step(i)) {
			t.Errorf("step %d has another shape", i)
		}
	}
}

func TestEveryStepAsksAndEveryFieldHasAStep(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		names := map[string]bool{}
		for i := range draft.Steps {
			name, about := draft.StepWords(text.For(lang), draft.Step(i))
			if name == "" || about == "" || names[name] {
				t.Errorf("%s: step %d is called %q, %q", lang, i, name, about)
			}
			names[name] = true
		}
		if name, about := draft.StepWords(text.For(lang), draft.Step(draft.Steps)); name+about != "" {
			t.Errorf("%s: a step that there is not is called %q, %q", lang, name, about)
		}
	}
	for _, f := range draft.Fields() {
		if f.Step < 0 || int(f.Step) >= draft.Steps {
			t.Errorf("%v is asked in step %d", f.Key, f.Step)
		}
	}
}

func TestARefusalLeadsToTheFieldThatAsks(t *testing.T) {
	person, company := klavi.LinkRequest{PersonalTaxID: bareCPF}, klavi.LinkRequest{BusinessTaxID: bareCNPJ}
	all := klavi.LinkRequest{ProductsCallbackURL: map[string]string{"all": "x"}}
	each := klavi.LinkRequest{ProductsCallbackURL: map[string]string{"other": "x"}}
	for _, c := range []struct {
		name    string
		request klavi.LinkRequest
		want    draft.Key
	}{
		{"personalTaxId", klavi.LinkRequest{}, draft.Document},
		{"personalTaxId", person, draft.Document},
		{"personalTaxId", company, draft.Representative},
		{"businessTaxId", person, draft.Document},
		{"businessTaxId", company, draft.Document},
		{"email", person, draft.Email},
		{"phone", person, draft.Phone},
		{"institutionCode", person, draft.Institution},
		{"redirectURL", person, draft.RedirectURL},
		{"productsCallbackURL", person, draft.Callbacks},
		{"productsCallbackURL", all, draft.CallbackAll},
		{"productsCallbackURL", each, draft.CallbackEach},
		{"appLink", person, draft.AppLink},
		{"appRedirectURLKey", person, draft.AppLink},
		{"appRedirectURLKey", klavi.LinkRequest{AppLink: "exemplo://app"}, draft.AppKey},
		{"externalInfo", person, draft.ExternalInfo},
		{"connectionKey", person, draft.ConnectionKey},
	} {
		d := draft.From(c.request)
		f, ok := draft.Place(c.name, &d)
		if !ok || f.Key != c.want {
			t.Errorf("%s leads to %v, %t, want %v", c.name, f, ok, c.want)
		}
	}
}

// A refusal must lead to a field that is on the screen, whatever is typed.
func TestEveryFieldOfTheAPILeadsToAFieldThatIsAsked(t *testing.T) {
	for _, d := range drafts() {
		for _, name := range apiNames() {
			f, ok := draft.Place(name, d)
			if !ok || !slices.Contains(keysOf(draft.Asked(d, f.Step)), f.Key) {
				t.Errorf("%s leads to a field that the form does not ask", name)
			}
		}
	}
}

func TestANameThatNoFieldHasLeadsNowhere(t *testing.T) {
	for _, name := range []string{"", "document", "callbacks", "personaltaxid", "unknown"} {
		if f, ok := draft.Place(name, &draft.Draft{}); ok || f != nil {
			t.Errorf("%q leads to %v", name, f)
		}
	}
}
