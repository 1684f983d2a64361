package terminal_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// growing is a terminal of 80x24 whose window grows.
func growing() *terminal.Terminal {
	term := terminal.New(80, 24, nil)
	tell(term, tea.TerminalVersionMsg{Name: "XTerm(390)"})
	return term
}

func TestOnlyTerminalsThatAreKnownToGrowAreAsked(t *testing.T) {
	for name, want := range map[string]string{
		"XTerm(390)": "\x1b[8;45;89t", "Konsole 25.04.2": "\x1b[8;45;89t",
		"": "", "VTE(8001)": "", "kitty(0.42.1)": "", "foot(1.21.0)": "", "ghostty 1.2.0": "",
		"WezTerm 20240203-110809": "", "tmux 3.5a": "", "XTerm": "", "XTermish(390)": "",
	} {
		term := terminal.New(80, 24, nil)
		tell(term, tea.TerminalVersionMsg{Name: name})
		if got := raw(t, term.Grow(qr.Size{Cols: 89, Rows: 45})); got != want || term.Grows() != (want != "") {
			t.Errorf("%q: grows %t, asked with %q", name, term.Grows(), got)
		}
		back := raw(t, term.GiveBack())
		if (back != "") != (want != "") {
			t.Errorf("%q: given back with %q", name, back)
		}
	}
	term := inTmux(nil)
	if tell(term, tea.TerminalVersionMsg{Name: "XTerm(390)"}); term.Grows() {
		t.Error("tmux grows")
	}
}

func TestANameThatSaysThatTheWindowGrowsIsAChange(t *testing.T) {
	term := terminal.New(80, 24, nil)
	if !tell(term, tea.TerminalVersionMsg{Name: "XTerm(390)"}) || tell(term, tea.TerminalVersionMsg{Name: "XTerm(390)"}) {
		t.Error("it is no change, or one each time")
	}
}

// A window does not become smaller in any direction, nor too small for the wizard.
func TestAWindowIsAskedToGrowAndNotToShrink(t *testing.T) {
	for need, want := range map[qr.Size]string{
		{Cols: 57, Rows: 29}:  "\x1b[8;29;80t",
		{Cols: 100, Rows: 20}: "\x1b[8;24;100t",
	} {
		if got := raw(t, growing().Grow(need)); got != want {
			t.Errorf("%v: %q", need, got)
		}
	}
	term := growing()
	tell(term, tea.WindowSizeMsg{Width: 40, Height: 10})
	if got := raw(t, term.Grow(qr.Size{Cols: 25, Rows: 13})); got != "\x1b[8;20;60t" {
		t.Errorf("%q", got)
	}
}

func TestTheSizeIsThatWhichTheTerminalSays(t *testing.T) {
	term := growing()
	run(term.Grow(qr.Size{Cols: 89, Rows: 45}))
	if term.Cols != 80 || term.Rows != 24 {
		t.Errorf("%dx%d before the answer", term.Cols, term.Rows)
	}
	tell(term, tea.WindowSizeMsg{Width: 89, Height: 40}) // The screen is no higher.
	if term.Cols != 89 || term.Rows != 40 {
		t.Errorf("%dx%d", term.Cols, term.Rows)
	}
}

func TestTheOldSizeIsGivenBackUnlessTheUserChoseAnother(t *testing.T) {
	asked, other := tea.WindowSizeMsg{Width: 89, Height: 45}, tea.WindowSizeMsg{Width: 100, Height: 50}
	const back = "\x1b[8;24;80t"
	for _, c := range []struct {
		name  string
		sizes []tea.Msg
		want  string
	}{
		{"no answer yet", nil, back},
		{"it grew", []tea.Msg{asked}, back},
		{"it grew and said so twice", []tea.Msg{asked, asked}, back},
		{"it grew otherwise", []tea.Msg{other}, back},
		{"the user chose another size", []tea.Msg{asked, other}, ""},
		{"the user chose another size and went back", []tea.Msg{asked, other, asked}, ""},
	} {
		term := growing()
		run(term.Grow(qr.Size{Cols: 89, Rows: 45}))
		tell(term, c.sizes...)
		if got := raw(t, term.GiveBack()); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
		if term.GiveBack() != nil {
			t.Errorf("%s: given back twice", c.name)
		}
	}
	if growing().GiveBack() != nil {
		t.Error("something is given back that was not asked for")
	}
	term := growing()
	run(term.Grow(qr.Size{Cols: 89, Rows: 30}))
	tell(term, tea.WindowSizeMsg{Width: 89, Height: 30})
	run(term.Grow(qr.Size{Cols: 120, Rows: 45}))
	if got := raw(t, term.GiveBack()); got != back {
		t.Errorf("after two questions: %q", got)
	}
}

func TestWhatIsOwedIsWhatGivingBackWritesAndIsOwedOnce(t *testing.T) {
	term := growing()
	if got := term.Owed(); got != "" {
		t.Errorf("%q is owed before it grew", got)
	}
	for _, give := range []func() string{term.Owed, func() string { return raw(t, term.GiveBack()) }} {
		term.Grow(qr.Size{Cols: 89, Rows: 45})
		tell(term, tea.WindowSizeMsg{Width: 89, Height: 45})
		if got := give(); got != "\x1b[8;24;80t" {
			t.Errorf("%q", got)
		}
		if got := term.Owed(); got != "" {
			t.Errorf("%q is owed again", got)
		}
		tell(term, tea.WindowSizeMsg{Width: 80, Height: 24})
	}
}
