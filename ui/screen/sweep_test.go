package screen_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// lit returns what the sweep makes of a plain box, with * for what it lights up.
func lit(s *fake.Session, w *screen.Sweep) string {
	line := w.Light(s.Theme, []string{"0123456789abcdef", "inside", "0123456789abcdef"})
	if line[0] != line[2] || line[1] != "inside" || ansi.Strip(line[0]) != "0123456789abcdef" {
		return strings.Join(line, "\n")
	}
	before, rest, found := strings.Cut(line[0], "\x1b")
	if !found {
		return ""
	}
	return before + "*" + strings.Trim(ansi.Strip("\x1b" + rest)[:2], "*")
}

// after lets time pass and hands the sweep what is due.
func after(s *fake.Session, w *screen.Sweep, cmd tea.Cmd, d time.Duration) tea.Cmd {
	fake.Messages(cmd)
	s.Clock.Advance(d)
	var next tea.Cmd
	for _, msg := range s.Clock.Due() {
		next = w.Update(msg, s.Clock)
	}
	return next
}

func TestALightRunsOnceAlongTheBorder(t *testing.T) {
	s := fake.New()
	var w screen.Sweep
	cmd := w.Start(s.Clock)
	for _, want := range []string{
		"*01", "01*23", "0123*45", "012345*67", "01234567*89", "0123456789*ab", "0123456789ab*cd", "0123456789abcd*ef",
	} {
		if got := lit(s, &w); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		cmd = after(s, &w, cmd, 50*time.Millisecond)
	}
	if got := lit(s, &w); got != "" || cmd != nil {
		t.Errorf("it goes on: %q", got)
	}
}

func TestALightThatStuttersGoesOut(t *testing.T) {
	for late, on := range map[time.Duration]bool{99 * time.Millisecond: true, 100 * time.Millisecond: false} {
		s := fake.New()
		var w screen.Sweep
		cmd := after(s, &w, w.Start(s.Clock), late)
		if got := lit(s, &w); (got != "") != on || (cmd != nil) != on {
			t.Errorf("%v: %q", late, got)
		}
	}
}

func TestTheFramesOfASweepThatWasStoppedOrBegunAnewAreIgnored(t *testing.T) {
	s := fake.New()
	var w screen.Sweep
	old := w.Start(s.Clock)
	w.Stop()
	if cmd := after(s, &w, old, 50*time.Millisecond); cmd != nil || lit(s, &w) != "" {
		t.Error("it goes on after its end")
	}
	old = w.Start(s.Clock)
	w.Start(s.Clock)
	if cmd := after(s, &w, old, 50*time.Millisecond); cmd != nil || lit(s, &w) != "*01" {
		t.Errorf("two sweeps at once: %q", lit(s, &w))
	}
}
