package terminal_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

func TestTheNameOfATerminalSaysWhichMosaicsItDraws(t *testing.T) {
	for name, want := range map[string]terminal.Mosaics{
		"VTE(6003)":                          terminal.Sextants,
		"VTE(7600)":                          terminal.Sextants,
		"VTE(7799)":                          terminal.Sextants,
		"VTE(7800)":                          terminal.Octants,
		"VTE(8001)":                          terminal.Octants,
		"VTE(10000)":                         terminal.Octants,
		"kitty(0.39.1)":                      terminal.Sextants,
		"kitty(0.40.0)":                      terminal.Octants,
		"kitty(0.42.1)":                      terminal.Octants,
		"kitty(1.0)":                         terminal.Octants,
		"foot(1.19.0)":                       terminal.Sextants,
		"foot(1.20.0)":                       terminal.Octants,
		"foot(1.21.0-4-gabc)":                terminal.Octants,
		"ghostty 1.1.3":                      terminal.Sextants,
		"ghostty 1.2.0":                      terminal.Octants,
		"ghostty 1.2.0-dev+0000000":          terminal.Octants,
		"WezTerm 20240203-110809-5046fcb2":   terminal.Sextants,
		"Konsole 24.12":                      terminal.Sextants,
		"Konsole 25.04.2":                    terminal.Sextants,
		"XTerm(390)":                         terminal.NoMosaics,
		"tmux 3.5a":                          terminal.NoMosaics,
		"iTerm2 3.5.0":                       terminal.NoMosaics,
		"mintty 3.7.0":                       terminal.NoMosaics,
		"kitty":                              terminal.NoMosaics,
		"kitty()":                            terminal.NoMosaics,
		"kitty(new)":                         terminal.NoMosaics,
		"KITTY(0.42.1)":                      terminal.NoMosaics,
		"my kitty(0.42.1)":                   terminal.NoMosaics,
		"VTE(99999999999999999999999999999)": terminal.NoMosaics,
		"(8001)":                             terminal.NoMosaics,
		"":                                   terminal.NoMosaics,
	} {
		term := terminal.New(80, 24, nil)
		changed := tell(term, tea.TerminalVersionMsg{Name: name})
		if term.Mosaics != want || changed != (want != terminal.NoMosaics || term.Grows()) {
			t.Errorf("%q: mosaics %d, changed %t", name, term.Mosaics, changed)
		}
		if tell(term, tea.TerminalVersionMsg{Name: name}) {
			t.Errorf("%q: changed by the same answer", name)
		}
	}
}

func FuzzNamesOfTerminals(f *testing.F) {
	for _, seed := range []string{"VTE(8001)", "kitty(0.40", "ghostty 1.2.0", "foot()", "Konsole 25.04.2)", "XTerm(390)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		term := terminal.New(80, 24, nil)
		tell(term, tea.TerminalVersionMsg{Name: name})
		known := func(start string) bool { return strings.HasPrefix(name, start) }
		if term.Mosaics != terminal.NoMosaics && !slices.ContainsFunc(
			[]string{"VTE", "kitty", "foot", "ghostty", "WezTerm", "Konsole"}, known) {
			t.Errorf("%q draws mosaics", name)
		}
	})
}

func TestTheNameIsAskedWithTheRest(t *testing.T) {
	if got := raw(t, terminal.New(80, 24, nil).Probe()); strings.Count(got, "\x1b[>q") != 1 {
		t.Errorf("%q", got)
	}
}

// The environment tells only of a terminal that does not answer, and goes stale.
func TestTheEnvironmentTellsOfAlacrittyUntilTheTerminalSaysItsName(t *testing.T) {
	const window = "ALACRITTY_WINDOW_ID=94"
	for _, c := range []struct {
		environ tea.EnvMsg
		want    terminal.Mosaics
	}{
		{tea.EnvMsg{"TERM=alacritty", window}, terminal.Sextants},
		{tea.EnvMsg{"TERM=alacritty"}, terminal.NoMosaics},              // older than 0.13, or elsewhere
		{tea.EnvMsg{"TERM=xterm-256color", window}, terminal.NoMosaics}, // started in alacritty
		{tea.EnvMsg{"TERM=alacritty", window, "TMUX=/tmp/tmux-0/default,1,0"}, terminal.NoMosaics},
		{tea.EnvMsg{"TERM=alacritty", window, "STY=1.pts-0"}, terminal.NoMosaics},
		{tea.EnvMsg{"TERM=xterm-256color", "VTE_VERSION=8001"}, terminal.NoMosaics}, // VTE answers
		{tea.EnvMsg{"TERM=xterm-kitty", "KITTY_WINDOW_ID=1"}, terminal.NoMosaics},
	} {
		term := terminal.New(80, 24, nil)
		if tell(term, c.environ); term.Mosaics != c.want {
			t.Errorf("%v: mosaics %d", c.environ, term.Mosaics)
		}
	}
	term := terminal.New(80, 24, nil)
	tell(term, tea.EnvMsg{"TERM=alacritty", window})
	if !tell(term, tea.TerminalVersionMsg{Name: "XTerm(390)"}) || term.Mosaics != terminal.NoMosaics {
		t.Errorf("the environment counts for more: mosaics %d", term.Mosaics)
	}
}

// inTmux is a terminal in tmux, which lists clients.
func inTmux(clients func() (string, error)) *terminal.Terminal {
	term := terminal.New(80, 24, nil)
	term.Clients = clients
	tell(term, tea.EnvMsg{"TERM=tmux-256color", "TMUX=/tmp/tmux-0/default,1,0"})
	return term
}

func TestInTmuxTheWorstClientCounts(t *testing.T) {
	const vte, kitty = "VTE(8001)|xterm-256color|3.5a\n", "kitty(0.41.1)|xterm-kitty|3.5a\n"
	const konsole, alacritty = "Konsole 25.04.2|xterm-256color|3.5a\n", "|alacritty|3.5a\n"
	for list, want := range map[string]terminal.Mosaics{
		vte:                         terminal.Octants,
		kitty:                       terminal.Octants,
		konsole:                     terminal.Sextants,
		alacritty:                   terminal.Sextants,
		vte + kitty:                 terminal.Octants,
		vte + konsole:               terminal.Sextants,
		konsole + vte:               terminal.Sextants,
		"|xterm-256color|3.5a\n":    terminal.NoMosaics,
		"XTerm(390)|xterm|3.5a\n":   terminal.NoMosaics,
		vte + "|linux|3.5a\n" + vte: terminal.NoMosaics,
		"":                          terminal.NoMosaics,
		"\n":                        terminal.NoMosaics,
		"VTE(8001)":                 terminal.NoMosaics,
		"VTE(8001)|alacritty|x|3.5": terminal.NoMosaics,
		// Before 3.5 tmux drops octants.
		"VTE(8001)|xterm-256color|3.3a\n":     terminal.Sextants,
		"VTE(8001)|xterm-256color|next-3.4\n": terminal.Sextants,
		"VTE(8001)|xterm-256color|\n":         terminal.Sextants,
		"VTE(8001)|xterm-256color|3.10\r\n":   terminal.Octants,
	} {
		term := inTmux(func() (string, error) { return list, nil })
		tell(term, run(term.Probe())...)
		if term.Mosaics != want {
			t.Errorf("%q: mosaics %d, want %d", list, term.Mosaics, want)
		}
	}
}

func TestATmuxThatDoesNotAnswerDrawsNoMosaics(t *testing.T) {
	answer, failure := "VTE(8001)|xterm-256color|3.5a", error(nil)
	term := inTmux(func() (string, error) { return answer, failure })
	tell(term, run(term.Probe())...)
	failure = errors.New("no server running")
	if changed := tell(term, run(term.Probe())...); !changed || term.Mosaics != terminal.NoMosaics {
		t.Errorf("changed %t, mosaics %d", changed, term.Mosaics)
	}
	if inTmux(nil).Probe() != nil {
		t.Error("something is asked without a function to ask with")
	}
	// Tmux answers for itself, so its name says nothing.
	if tell(term, tea.TerminalVersionMsg{Name: "VTE(8001)"}) {
		t.Error("a name was taken in tmux")
	}
}

// Clients come and go, and bring another size of window with them.
func TestTmuxIsAskedForEveryLinkAndEveryWindowOneQuestionAtATime(t *testing.T) {
	asked := 0
	term := inTmux(func() (string, error) { asked++; return "kitty(0.41.1)|xterm-kitty|3.5a", nil })
	size := tea.WindowSizeMsg{Width: 90, Height: 30}
	if _, cmd := term.Update(size); cmd != nil {
		t.Error("asked before the first link")
	}
	first := term.Probe()
	if _, cmd := term.Update(size); cmd != nil || term.Probe() != nil || asked != 0 {
		t.Errorf("asked again before the answer, %d times in Update", asked)
	}
	tell(term, run(first)...)
	tell(term, run(term.Probe())...)
	_, cmd := term.Update(size)
	tell(term, run(cmd)...)
	if asked != 3 {
		t.Errorf("asked %d times", asked)
	}
	if msgs := run(terminal.New(80, 24, nil).Probe()); slices.ContainsFunc(msgs, func(m tea.Msg) bool {
		_, isRaw := m.(tea.RawMsg)
		return !isRaw
	}) {
		t.Errorf("outside of tmux: %v", msgs)
	}
}

func TestTmuxIsNotAskedForImages(t *testing.T) {
	term := inTmux(func() (string, error) { return "kitty(0.41.1)|xterm-kitty|3.5a", nil })
	if written := raw(t, term.Probe()); written != "" || term.Protocol != qr.NoGraphics {
		t.Errorf("tmux was asked with %q", written)
	}
}
