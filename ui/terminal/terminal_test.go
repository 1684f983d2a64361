package terminal_test

import (
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

func TestANewTerminalIsDarkShowsAllColoursAndNoImages(t *testing.T) {
	term := terminal.New(80, 24, nil)
	if term.Cols != 80 || term.Rows != 24 || !term.Dark || term.Profile != colorprofile.TrueColor ||
		term.Protocol != qr.NoGraphics || term.Cell.X != 0 || term.Cell.Y != 0 || term.Clears != 0 {
		t.Errorf("%+v", term)
	}
}

func TestAWindowSizeIsTakenAndCountsAsAClear(t *testing.T) {
	term := terminal.New(80, 24, nil)
	for i, size := range []tea.WindowSizeMsg{{Width: 120, Height: 40}, {Width: 120, Height: 40}, {Width: 1, Height: 1}} {
		changed, _ := term.Update(size)
		if !changed || term.Cols != size.Width || term.Rows != size.Height || term.Clears != i+1 {
			t.Errorf("%v: changed %t, %+v", size, changed, term)
		}
	}
}

func TestAWindowWithoutSizeChangesNothing(t *testing.T) {
	for _, size := range []tea.WindowSizeMsg{
		{}, {Width: 80}, {Height: 24}, {Width: -1, Height: 24}, {Width: 80, Height: -1},
	} {
		term := terminal.New(100, 30, func() (int, int) { return 800, 480 })
		term.Probe()
		before := *term
		changed, cmd := term.Update(size)
		if changed || cmd != nil {
			t.Errorf("%v: changed %t, command %t", size, changed, cmd != nil)
		}
		if term.Cols != before.Cols || term.Rows != before.Rows || term.Clears != before.Clears {
			t.Errorf("%v: %+v", size, term)
		}
	}
}

func TestTheWizardNeeds60x20(t *testing.T) {
	for _, c := range []struct {
		cols, rows int
		want       bool
	}{
		{60, 20, true}, {59, 20, false}, {60, 19, false}, {80, 24, true}, {59, 200, false}, {200, 19, false},
	} {
		if got := terminal.New(c.cols, c.rows, nil).Roomy(); got != c.want {
			t.Errorf("%dx%d: %t", c.cols, c.rows, got)
		}
	}
}

func TestTheBackgroundIsTaken(t *testing.T) {
	term := terminal.New(80, 24, nil)
	for _, c := range []struct {
		background color.Color
		dark       bool
	}{{color.White, false}, {color.Black, true}} {
		changed, cmd := term.Update(tea.BackgroundColorMsg{Color: c.background})
		if !changed || cmd != nil || term.Dark != c.dark {
			t.Errorf("%v: changed %t, dark %t", c.background, changed, term.Dark)
		}
	}
}

func TestTheColoursAreTaken(t *testing.T) {
	term := terminal.New(80, 24, nil)
	changed, cmd := term.Update(tea.ColorProfileMsg{Profile: colorprofile.ANSI256})
	if !changed || cmd != nil || term.Profile != colorprofile.ANSI256 {
		t.Errorf("changed %t, %v", changed, term.Profile)
	}
}

func TestWhatClearsTheScreenIsCountedAndChangesNothingElse(t *testing.T) {
	term := terminal.New(80, 24, nil)
	if changed, cmd := term.Update(tea.ResumeMsg{}); changed || cmd != nil || term.Clears != 1 {
		t.Errorf("changed %t, %d clears", changed, term.Clears)
	}
	if term.Cleared(); term.Clears != 2 {
		t.Errorf("%d clears", term.Clears)
	}
}

func TestMessagesOfOthersAreIgnored(t *testing.T) {
	term := terminal.New(80, 24, nil)
	for _, msg := range []tea.Msg{nil, "another", tea.KeyPressMsg{Code: 'a'}, tea.RawMsg{Msg: "x"}, tea.FocusMsg{}} {
		if changed, cmd := term.Update(msg); changed || cmd != nil || term.Clears != 0 {
			t.Errorf("%#v was taken", msg)
		}
	}
}

// Notifications of Linux's console would be seen as text.
func TestTheBellComesWithANotificationButNotOnTheConsoleOfLinux(t *testing.T) {
	for env, want := range map[string]string{
		"":               "\a\x1b]9;klavilink: done\x1b\\",
		"TERM=xterm":     "\a\x1b]9;klavilink: done\x1b\\",
		"TERM=tmux":      "\a\x1b]9;klavilink: done\x1b\\",
		"TERM=linux":     "\a",
		"TERM=linux-16c": "\a\x1b]9;klavilink: done\x1b\\",
	} {
		term := terminal.New(80, 24, nil)
		if changed, cmd := term.Update(tea.EnvMsg{env}); changed || cmd != nil {
			t.Errorf("%s: changed %t, command %t", env, changed, cmd != nil)
		}
		if got := raw(t, term.Ring("done")); got != want {
			t.Errorf("%s: %q", env, got)
		}
	}
}

func TestANotificationHasOnlyTheCharactersOfTheTerminal(t *testing.T) {
	term := terminal.New(80, 24, nil)
	term.Charset = terminal.ASCII
	if got, want := raw(t, term.Ring("já está")), "\a\x1b]9;klavilink: ja esta\x1b\\"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
