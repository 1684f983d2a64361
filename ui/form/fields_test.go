package form_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestAFormThatIsReshapedKeepsTheCursorInItsField(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	representative := g.s.Text.Field.Representative
	g.types("11222333000")
	g.doesNotSee(representative)
	g.press("left", "left")
	g.types("1") // It is a CNPJ now.
	g.sees(representative)
	g.types("8") // The cursor is where it was, and not at the end.
	if got := g.typed(draft.Document); got != "11.222.333/0180-0" {
		t.Errorf("%q was typed", got)
	}
	g.press("backspace", "backspace")
	g.doesNotSee(representative)
	if got := g.typed(draft.Document); got != "112.223.330-00" {
		t.Errorf("%q is left", got)
	}
}

func TestAFormThatIsReshapedKeepsWhatItSaysBeneathTheFields(t *testing.T) {
	g := raise(t, klavi.LinkRequest{Email: "ana@"})
	g.press("tab", "tab")
	wrong := "✗ " + g.s.Text.Wrong.Domain
	g.sees(wrong)
	g.press("shift+tab", "shift+tab")
	g.types("11222333000181")
	g.sees(g.s.Text.Field.Representative, wrong)
}

func TestAFieldThatComesUpIsTheNextOneAndGoesWithItsReason(t *testing.T) {
	g := raise(t, klavi.LinkRequest{}).at(draft.StepReturn)
	words := &g.s.Text.Field
	g.press("tab")
	g.doesNotSee(words.CallbackAll, words.CallbackRows)
	g.press("down")
	g.sees(words.CallbackAll)
	g.press("down")
	g.doesNotSee(words.CallbackAll)
	g.sees(words.CallbackRows)
	g.press("up", "up")
	g.doesNotSee(words.CallbackAll, words.CallbackRows)
}

func TestWhatIsPersonalIsHiddenOnceTheFieldIsLeft(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	g.types("52998224725")
	g.sees(fake.CPF)
	g.press("tab")
	g.doesNotSee("529")
	g.sees("•••.982.247-••", "ctrl+r")
	g.press("ctrl+r")
	g.sees(fake.CPF)
	g.press("ctrl+r")
	g.doesNotSee("529")
	g.press("ctrl+r")
	g.s.Wait(g.on, 10*time.Second)
	g.doesNotSee("529")
}

func TestANumberThatIsToBeReadBackIsNotSpelledOnceItIsHidden(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	g.types("12ABC34501DE35")
	g.sees("A de amor")
	g.press("tab")
	g.doesNotSee("A de amor", "12.ABC")
}

func TestAPasteGoesIntoTheFocusedField(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	g.s.API.Consented = []klavi.Consent{{InstitutionCode: fake.Bank, Status: klavi.Authorised}}
	if said := g.s.Deliver(g.on, tea.PasteMsg{Content: " 529 982 247 25\n"}); len(said) > 0 {
		t.Errorf("said %+v", said)
	}
	g.sees(fake.CPF)
	if got := g.on.Aspects().Warnings; len(got) != 1 {
		t.Errorf("the document is not looked up: %q", got)
	}
}

func TestTheStylesFollowTheTerminal(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	dark := g.on.View(g.area).Body
	g.s.Theme = screen.NewTheme(false)
	g.on.Update(screen.Refitted{})
	light := g.on.View(g.area).Body
	// The line about the step has its style from the session.
	_, before, _ := strings.Cut(dark, "\n")
	_, after, _ := strings.Cut(light, "\n")
	if before == after {
		t.Error("the fields keep the old styles")
	}
}

// some are institutions of all kinds.
func some(c *screen.Config) {
	c.Institutions = []directory.Institution{
		{Code: "001", Name: "For companies", Companies: true},
		{Code: "002", Name: "For persons", Persons: true},
		{Code: "003", Name: "For both", Persons: true, Companies: true},
		{Code: "004", Name: "In outage", Persons: true, Outage: true},
		{Code: "005", Name: "In beta", Persons: true, Beta: true},
	}
}

// listed are the institutions on the screen, in their order.
func (g *stage) listed() []string {
	var names []string
	for line := range strings.Lines(g.shown()) {
		for _, name := range []string{"For companies", "For persons", "For both", "In outage", "In beta"} {
			if strings.Contains(line, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func TestInstitutionsThatServeTheCustomerComeFirst(t *testing.T) {
	for _, tt := range []struct {
		request klavi.LinkRequest
		want    []string
	}{
		{
			klavi.LinkRequest{PersonalTaxID: fake.CPF},
			[]string{"For persons", "For both", "In outage", "In beta", "For companies"},
		},
		{
			klavi.LinkRequest{BusinessTaxID: fake.CNPJ},
			[]string{"For companies", "For both", "For persons", "In outage", "In beta"},
		},
	} {
		g := raise(t, tt.request, some).at(draft.StepInstitution)
		if got := g.listed(); !slices.Equal(got, tt.want) {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestAnInstitutionIsPickedFoundOrTyped(t *testing.T) {
	g := raise(t, klavi.LinkRequest{}, some).at(draft.StepInstitution)
	words := &g.s.Text.Field
	g.sees(words.CustomerChooses, "004  "+words.Outage, "005  "+words.Beta)
	g.press("down")
	if got := g.typed(draft.Institution); got != "002" {
		t.Errorf("%q is picked", got)
	}
	g.types("both")
	g.sees(fmt.Sprintf(words.ShownF, 1, 5))
	if got := g.typed(draft.Institution); got != "003" {
		t.Errorf("%q is found", got)
	}
	g.press("esc")
	g.types("999")
	g.sees(fmt.Sprintf(words.UseCodeF, "999"))
}

func TestACodeOfAFileIsShownHarmless(t *testing.T) {
	g := raise(t, klavi.LinkRequest{PersonalTaxID: fake.CPF, InstitutionCode: "9\x1b[2J\u009b"}).at(draft.StepInstitution)
	if body := g.on.View(g.area).Body; strings.Contains(body, "\x1b[2J") || strings.Contains(body, "\u009b") {
		t.Errorf("%q", body)
	}
}

func TestRowsAreTypedSuggestedCheckedAndDropped(t *testing.T) {
	g := raise(t, klavi.LinkRequest{ExternalInfo: json.RawMessage(`{"protocol":"7"}`)}).at(draft.StepMore)
	g.sees("protocol", "7")
	g.press("ctrl+x")
	if rows := *g.s.Desk.Draft().Rows(draft.ExternalInfo); len(rows) > 0 {
		t.Errorf("%d rows are left", len(rows))
	}
	g.types("channel")
	g.press("enter")
	g.press("ctrl+s")
	g.sees("✗ " + fmt.Sprintf(g.s.Text.Field.RowEmptyValueF, "channel"))
}

func TestEachKindOfFieldHasItsKeys(t *testing.T) {
	g := raise(t, klavi.LinkRequest{})
	g.keys("enter tab ctrl+s")
	g.press("tab")
	g.keys("enter tab ctrl+s esc")
	g.at(draft.StepInstitution).keys("enter ↑↓ ctrl+s esc")
	g.at(draft.StepReturn).keys("enter tab ctrl+s esc")
	g.press("tab")
	g.keys("enter ↑↓ ctrl+s esc")
	g.at(draft.StepMore).keys("enter ctrl+x ctrl+s esc")
	g.s.Made()
	g.keys("enter ctrl+x ctrl+s esc ctrl+l")
	if out, _ := fake.Press(g.on, "ctrl+l"); out.Open == nil {
		t.Errorf("ctrl+l gives %+v", out)
	}
	g = raise(t, klavi.LinkRequest{Phone: fake.Phone})
	g.keys("enter tab ctrl+s ctrl+r")
	for _, b := range g.on.Bindings() {
		if hidden := b.Help().Key == "ctrl+r"; b.Hidden != hidden {
			t.Errorf("%s is hidden: %v", b.Help().Key, b.Hidden)
		}
	}
}

func TestTheFocusedFieldIsInSightInTheSmallestRoom(t *testing.T) {
	g := raise(t, klavi.LinkRequest{BusinessTaxID: fake.CNPJ})
	g.area = g.s.Resize(g.on, 60, 20)
	for _, area := range []screen.Area{g.area, {Cols: 60, Rows: 8}, {Cols: 60, Rows: 6}} {
		g.area = area
		g.on.Update(screen.Resized{Area: area})
		g.at(draft.StepCustomer)
		words := &g.s.Text.Field
		for _, title := range []string{words.CNPJ, words.Representative, words.Email, words.Phone} {
			if rows := strings.Count(strings.TrimRight(g.shown(), "\n"), "\n") + 1; rows > area.Rows+1 { // a tight frame
				t.Errorf("%d rows in %d", rows, area.Rows)
			}
			if !strings.Contains(g.focused(), title) {
				t.Errorf("%d rows: the cursor stands at %q, want %q", area.Rows, g.focused(), title)
			}
			g.press("tab")
		}
	}
}

func TestBlankLinesStandBetweenTheFieldsIfTheRoomAllowsIt(t *testing.T) {
	g := raise(t, person)
	blank := func() bool { return g.apart() > 0 }
	if !blank() {
		t.Errorf("there are none in a large room:\n%s", g.shown())
	}
	g.on.Update(screen.Resized{Area: screen.Area{Cols: 60, Rows: 11}})
	if blank() {
		t.Errorf("there are some in a small room:\n%s", g.shown())
	}
}
