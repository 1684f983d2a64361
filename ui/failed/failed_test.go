package failed_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/failed"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// usual is the room of a window of the usual size.
var usual = screen.Area{Cols: 80, Rows: 21}

// explained is the screen with a failure.
func explained(s *fake.Session, err *klavi.Error) *failed.Screen {
	f := failed.New(s.Session)
	f.Enter(flow.Broke, screen.Handover{Err: err})
	return f
}

// paragraphs are the lines that are not empty.
func paragraphs(f *failed.Screen) []string {
	var list []string
	for line := range strings.Lines(fake.Shown(f.View(usual))) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}

func TestAFailureSaysWhatHappenedWhatToDoAndWhatTheAPISaid(t *testing.T) {
	s := fake.New()
	words, api := &s.Text.Failed, &s.Text.API
	title := "✗ " + words.Title
	for _, tt := range []struct {
		name string
		err  *klavi.Error
		want []string
	}{
		{"plain", &klavi.Error{Kind: klavi.KindNetwork}, []string{title, api.Network, api.NextRetry, words.Kept}},
		{
			"with the API's words", &klavi.Error{Kind: klavi.KindRate, Messages: []string{"slow", "down"}},
			[]string{title, api.Rate, api.NextWait, words.Kept, fmt.Sprintf(words.SaidF, "slow · down")},
		},
		{
			"without advice", &klavi.Error{Kind: klavi.KindAuth, Err: klavi.ErrNoCredentials},
			[]string{title, s.Text.CLI.NoCreds, words.Kept},
		},
	} {
		got := paragraphs(explained(s, tt.err))
		if strings.Join(got, " ") != strings.Join(tt.want, " ") {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestItIsSaidWhereALinkMayHaveBeenMade(t *testing.T) {
	s := fake.New()
	for _, unknown := range []bool{false, true} {
		got := strings.Join(paragraphs(explained(s, &klavi.Error{Kind: klavi.KindNetwork, Unknown: unknown})), " ")
		if strings.Contains(got, s.Text.Failed.MaybeMade) != unknown {
			t.Errorf("unknown %v: %s", unknown, got)
		}
	}
}

func TestNobodyIsToldToMakeAnotherLinkAfterAnUnsafeOne(t *testing.T) {
	s := fake.New()
	got := strings.Join(paragraphs(explained(s, &klavi.Error{Kind: klavi.KindUnsafe, Unknown: true})), " ")
	if strings.Contains(got, s.Text.Failed.MaybeMade) || !strings.Contains(got, s.Text.API.NextUnsafe) {
		t.Error(got)
	}
}

func TestTheTechnicalDetailComesAndGoesWithItsKey(t *testing.T) {
	s := fake.New()
	failure := &klavi.Error{Op: "create link", Kind: klavi.KindServer, Status: 502}
	f := explained(s, failure)
	brief := paragraphs(f)
	if out, cmd := fake.Press(f, "d"); !fake.Nothing(out) || cmd != nil {
		t.Errorf("d gives %+v", out)
	}
	if want := append(slices.Clone(brief), failure.Error()); !slices.Equal(paragraphs(f), want) {
		t.Errorf("got %q, want %q", paragraphs(f), want)
	}
	fake.Press(f, "d")
	if !slices.Equal(paragraphs(f), brief) {
		t.Errorf("it stays: %q", paragraphs(f))
	}
	fake.Press(f, "d")
	f.Enter(flow.Broke, screen.Handover{Err: failure})
	if !slices.Equal(paragraphs(f), brief) {
		t.Errorf("it is there for the next failure: %q", paragraphs(f))
	}
}

func TestNoLineIsWiderThanTheWindow(t *testing.T) {
	f := explained(fake.New(), &klavi.Error{
		Kind: klavi.KindInput, Unknown: true, Messages: []string{strings.Repeat("many words ", 30), strings.Repeat("x", 300)},
	})
	fake.Press(f, "d")
	for _, cols := range []int{60, 80, 200} {
		for line := range strings.Lines(fake.Shown(f.View(screen.Area{Cols: cols, Rows: 21}))) {
			if width := ansi.StringWidth(strings.TrimRight(line, " \n")); width > cols {
				t.Errorf("%d columns in %d: %q", width, cols, line)
			}
		}
	}
}

func TestAFailureLeadsToTheRequestToTheDataOrToTheLinks(t *testing.T) {
	s := fake.New()
	f := explained(s, &klavi.Error{Kind: klavi.KindNetwork})
	for key, want := range map[string]flow.Event{"enter": flow.Submit, "esc": flow.Back} {
		if out, cmd := fake.Press(f, key); out != screen.Go(want) || cmd != nil {
			t.Errorf("%s gives %+v", key, out)
		}
	}
	if got := fake.Names(f); got != "enter esc d" {
		t.Errorf("keys %q", got)
	}
	s.Made()
	if got := fake.Names(f); got != "enter esc d ctrl+l" {
		t.Errorf("keys %q with a link", got)
	}
	if out, _ := fake.Press(f, "ctrl+l"); out.Open == nil {
		t.Errorf("ctrl+l gives %+v", out)
	}
}

func TestNothingElseHappensOnTheScreen(t *testing.T) {
	f := explained(fake.New(), &klavi.Error{Kind: klavi.KindNetwork})
	if out, cmd := f.Update(fake.Key("x")); !fake.Nothing(out) || cmd != nil || f.Leave() != nil {
		t.Errorf("got %+v", out)
	}
	if a := f.Aspects(); a.ConfirmQuit != "" || a.Warnings != nil || a.Place != "" || a.Shared {
		t.Errorf("aspects %+v", a)
	}
}

func TestABankThatTheAPIDoesNotTakeIsChosenAgain(t *testing.T) {
	refused := &klavi.Error{Kind: klavi.KindInput, Code: klavi.CodeInvalidInstitution}
	s := fake.New()
	f := explained(s, refused)
	want := screen.Outcome{Event: flow.Edit, Handover: screen.Handover{
		Step: draft.StepInstitution, Field: draft.Institution.String(),
	}}
	if out, cmd := fake.Press(f, "enter"); out != want || cmd != nil {
		t.Errorf("enter gives %+v", out)
	}
	if got := fake.Names(f); got != "enter esc d" {
		t.Errorf("keys %q", got)
	}
	if help := f.Bindings()[0].Help().Desc; help != s.Text.Keys.OtherBank {
		t.Errorf("enter is called %q", help)
	}
	if out, _ := fake.Press(f, "esc"); out != screen.Go(flow.Back) {
		t.Errorf("esc gives %+v", out)
	}
	f.Enter(flow.Broke, screen.Handover{Err: &klavi.Error{Kind: klavi.KindNetwork}})
	if out, _ := fake.Press(f, "enter"); out != screen.Go(flow.Submit) {
		t.Errorf("after another failure enter gives %+v", out)
	}
}

// A known bank may be in trouble. A code that is on no list is probably mistyped.
func TestOnlyACodeThatIsOnNoListIsBlamed(t *testing.T) {
	refused := &klavi.Error{Kind: klavi.KindInput, Code: klavi.CodeInvalidInstitution}
	for code, blamed := range map[string]bool{"bradeso": true, "341": false, "": false} {
		s := fake.New(fake.Typed(klavi.LinkRequest{PersonalTaxID: fake.CPF, InstitutionCode: code}))
		said := strings.Join(paragraphs(explained(s, refused)), " ")
		says := strings.Contains(said, fmt.Sprintf(s.Text.Failed.UnlistedF, code))
		if says != blamed {
			t.Errorf("%q is blamed: %t", code, says)
		}
	}
}
