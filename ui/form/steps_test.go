package form_test

import (
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// person is the data of the sample customer.
var person = klavi.LinkRequest{PersonalTaxID: fake.CPF, Email: fake.Email, Phone: fake.Phone}

func TestEnterAloneLeadsThroughEveryStepToTheReview(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	g.place(draft.StepCustomer)
	g.types("52998224725")
	for step := draft.StepInstitution; step <= draft.StepMore; step++ {
		if e := g.press("enter"); e != flow.Stay {
			t.Fatalf("enter leads to %s", e)
		}
		g.place(step)
	}
	if e := g.press("enter"); e != flow.Finished {
		t.Errorf("enter leads to %s from the last step", e)
	}
}

func TestEnterLeadsBackToTheReviewThatSentTheAgentHere(t *testing.T) {
	for event, want := range map[flow.Event]flow.Event{
		flow.Edit: flow.Finished, flow.Refused: flow.Finished, flow.NextCustomer: flow.Stay,
	} {
		g := raise(t, person)
		g.s.Run(g.on, g.on.Enter(event, screen.Handover{Err: &klavi.Error{}}))
		if e := g.press("enter"); e != want {
			t.Errorf("after %s, enter leads to %s, want %s", event, e, want)
		}
	}
	g := raise(t, person).at(draft.StepReturn)
	g.types("exemplo")
	if e := g.press("enter"); e != flow.Stay {
		t.Errorf("enter leaves a step in which something is wrong to %s", e)
	}
	g.sees("✗ " + g.s.Text.Wrong.Scheme)
	g.at(draft.StepInstitution).press("tab")
	g.place(draft.StepReturn) // tab goes on
}

func TestAStepIsNotLeftByEnterWhileSomethingIsWrongInIt(t *testing.T) {
	g := raise(t, klavi.LinkRequest{Email: "ana@"})
	g.press("tab", "tab")
	for _, wrong := range []struct{ title, words string }{
		{g.s.Text.Field.Document, g.s.Text.Wrong.EmptyDocument},
		{g.s.Text.Field.Email, g.s.Text.Wrong.Domain},
	} {
		if e := g.press("enter"); e != flow.Stay {
			t.Fatalf("enter leads to %s", e)
		}
		g.place(draft.StepCustomer)
		g.sees("✗ " + wrong.words)
		if !strings.Contains(g.focused(), wrong.title) {
			t.Errorf("the cursor stands at %q, want %q", g.focused(), wrong.title)
		}
		if wrong.title == g.s.Text.Field.Document {
			g.types("52998224725")
		}
	}
}

func TestTabSaysWhatIsWrongAndHoldsNobodyBack(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	g.doesNotSee("✗")
	g.press("tab")
	g.sees("✗ " + g.s.Text.Wrong.EmptyDocument)
	if !strings.Contains(g.focused(), g.s.Text.Field.Email) {
		t.Errorf("the cursor stands at %q", g.focused())
	}
	g.press("shift+tab")
	if !strings.Contains(g.focused(), g.s.Text.Field.Document) {
		t.Errorf("the cursor stands at %q", g.focused())
	}
}

func TestTabOnTheLastFieldLeadsToTheNextStep(t *testing.T) {
	g := raise(t, person)
	g.press("tab", "tab")
	g.place(draft.StepCustomer)
	g.press("tab")
	g.place(draft.StepInstitution)
	g.press("shift+tab")
	g.place(draft.StepCustomer)
	if !strings.Contains(g.focused(), g.s.Text.Field.Phone) {
		t.Errorf("the cursor stands at %q", g.focused())
	}
}

func TestEscLeadsBackFieldByFieldAndStopsAtTheFirst(t *testing.T) {
	g := raise(t, person).at(draft.StepInstitution)
	for _, want := range []string{g.s.Text.Field.Phone, g.s.Text.Field.Email, "CPF"} {
		g.press("esc")
		if !strings.Contains(g.focused(), want) {
			t.Errorf("the cursor stands at %q, want %q", g.focused(), want)
		}
	}
	g.keys("enter tab ctrl+s ctrl+r")
	out, _ := fake.Press(g.on, "esc")
	if !fake.Nothing(out) || g.typed(draft.Document) != fake.CPF {
		t.Errorf("esc at the start gives %+v", out)
	}
}

func TestEscClearsASearchBeforeItLeadsBack(t *testing.T) {
	g := raise(t, person).at(draft.StepInstitution)
	g.types("itau")
	g.doesNotSee("Nubank")
	g.press("esc")
	g.place(draft.StepInstitution)
	g.sees("Nubank")
	g.press("esc")
	g.place(draft.StepCustomer)
}

func TestReviewingNowLeadsToTheFirstFieldThatIsWrongInAnyStep(t *testing.T) {
	g := raise(t, klavi.LinkRequest{PersonalTaxID: fake.CPF, AppLink: "https://exemplo.com/app", RedirectURL: "exemplo"})
	if e := g.press("ctrl+s"); e != flow.Stay {
		t.Fatalf("it leads to %s", e)
	}
	g.place(draft.StepReturn)
	g.sees("✗ " + g.s.Text.Wrong.Scheme)
	if !strings.Contains(g.focused(), g.s.Text.Field.RedirectURL) {
		t.Errorf("the cursor stands at %q", g.focused())
	}
	for range "exemplo" {
		g.press("backspace")
	}
	g.press("ctrl+s")
	g.sees("✗ " + g.s.Text.Wrong.NeedsAppKey)
	if !strings.Contains(g.focused(), g.s.Text.Field.AppKey) {
		t.Errorf("the cursor stands at %q", g.focused())
	}
	g.types("back")
	if e := g.press("ctrl+s"); e != flow.Finished {
		t.Errorf("all is well, and it leads to %s", e)
	}
}

func TestEveryWayToTheFormOpensItsStep(t *testing.T) {
	refused := screen.Handover{Step: draft.StepInstitution, Field: "institutionCode", Err: &klavi.Error{}}
	for _, tt := range []struct {
		event    flow.Event
		handover screen.Handover
		step     draft.Step
	}{
		{flow.NextCustomer, screen.Handover{}, draft.StepCustomer},
		{flow.Back, screen.Handover{}, draft.StepMore},
		{flow.Edit, screen.Handover{Step: draft.StepReturn}, draft.StepReturn},
		{flow.Refused, refused, draft.StepInstitution},
	} {
		g := raise(t, person)
		g.s.Run(g.on, g.on.Enter(tt.event, tt.handover))
		g.place(tt.step)
	}
}

func TestTheNextCustomerStartsAnewAndTheConnectionIsWarmed(t *testing.T) {
	g := raise(t, person)
	g.s.API.Trouble = &klavi.Error{Kind: klavi.KindAuth}
	g.s.Desk.NextCustomer()
	g.s.Run(g.on, g.on.Enter(flow.NextCustomer, screen.Handover{}))
	g.doesNotSee("982", "exemplo")
	if got := g.on.Aspects().Warnings; len(got) != 1 || got[0] != g.s.Text.Frame.EarlyAuth {
		t.Errorf("warnings %q", got)
	}
}

func TestTheConnectionIsWarmedOnTheWayToTheNextStep(t *testing.T) {
	g := raise(t, person)
	g.s.API.Trouble = &klavi.Error{Kind: klavi.KindNetwork}
	g.press("enter")
	if got := g.on.Aspects().Warnings; len(got) != 1 || got[0] != g.s.Text.Frame.EarlyNetwork {
		t.Errorf("warnings %q", got)
	}
}

func TestAValidDocumentIsLookedUp(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	g.s.API.Consented = []klavi.Consent{{InstitutionCode: fake.Bank, Status: klavi.Authorised}}
	g.types("5299822472")
	if got := g.on.Aspects().Warnings; len(got) > 0 {
		t.Errorf("warnings %q before the last digit", got)
	}
	g.types("5")
	if got := g.on.Aspects().Warnings; len(got) != 1 || !strings.Contains(got[0], "Nubank") {
		t.Errorf("warnings %q", got)
	}
}

func TestARefusedFieldSaysTheAPIsWordsUntilItChanges(t *testing.T) {
	g := raise(t, person)
	refusal := &klavi.Error{Kind: klavi.KindInput, Field: "email", Messages: []string{"no such mailbox"}}
	g.on.Enter(flow.Refused, screen.Handover{Err: refusal, Field: "email"})
	g.sees("no such mailbox")
	if !strings.Contains(g.focused(), g.s.Text.Field.Email) {
		t.Errorf("the cursor stands at %q", g.focused())
	}
	if e := g.press("ctrl+s"); e != flow.Finished {
		t.Errorf("the words hold the agent back: %s", e)
	}
	g.types(".br")
	g.doesNotSee("no such mailbox")
}

func TestARefusedNumberWithLettersIsSaidToBeValid(t *testing.T) {
	for _, tt := range []struct {
		name, document string
		kind           klavi.Kind
		want           bool
	}{
		{"letters", fake.CNPJ, klavi.KindInput, true},
		{"digits", "11.222.333/0001-81", klavi.KindInput, false},
		{"letters, for another reason", fake.CNPJ, klavi.KindBusiness, false},
	} {
		g := raise(t, klavi.LinkRequest{BusinessTaxID: tt.document})
		refusal := &klavi.Error{Kind: tt.kind, Messages: []string{"bad number"}}
		g.on.Enter(flow.Refused, screen.Handover{Err: refusal, Field: "document"})
		g.sees("bad number")
		if got := strings.Contains(g.shown(), g.s.Text.API.AlphaRefused); got != tt.want {
			t.Errorf("%s: it is said: %v", tt.name, got)
		}
	}
}

func TestAFormThatIsNotOnTakesNothingButItsRoom(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	if g.on.Leave() != nil {
		t.Error("leaving does something")
	}
	for _, msg := range []any{fake.Key("5"), screen.Refitted{}, nil} {
		if out, cmd := g.on.Update(msg); !fake.Nothing(out) || cmd != nil {
			t.Errorf("%v gives %+v", msg, out)
		}
	}
	if got := g.typed(draft.Document); got != "" {
		t.Errorf("%q was typed", got)
	}
	g.area = g.s.Resize(g.on, 60, 20)
	g.at(draft.StepCustomer)
	for line := range strings.Lines(g.shown()) {
		if n := len([]rune(strings.TrimRight(line, " \n"))); n > 60 {
			t.Errorf("%d columns: %q", n, line)
		}
	}
}

func TestWakingChangesNothing(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	before := g.shown()
	if out, cmd := g.on.Update(screen.Woken{}); !fake.Nothing(out) || cmd != nil || g.shown() != before {
		t.Errorf("waking gives %+v", out)
	}
}
