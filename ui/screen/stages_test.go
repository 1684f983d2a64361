package screen_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/screen"
)

func way(current int) screen.Stages {
	var list screen.Stages
	for i, name := range []string{"Cliente", "Banco", "Retorno", "Mais"} {
		state := screen.Ahead
		switch {
		case i < current:
			state = screen.Passed
		case i == current:
			state = screen.Going
		}
		list = append(list, screen.Stage{State: state, Name: name})
	}
	return list
}

func TestARowNamesAllStagesIfTheyFitAndElseTheOneThatGoesOn(t *testing.T) {
	theme := screen.NewTheme(true)
	for width, want := range map[int]string{
		120: "✓ Cliente ━━━━━━━━━━━━ ● Banco ──────────── ○ Retorno ──────────── ○ Mais",
		60:  "✓ Cliente ━━━━━━━ ● Banco ─────── ○ Retorno ─────── ○ Mais",
		40:  "✓ Cliente ━ ● Banco ─ ○ Retorno ─ ○ Mais",
		39:  "✓━● Banco ─○─○",
		14:  "✓━● Banco ─○─○",
	} {
		if got := ansi.Strip(way(1).Row(theme, width)); got != want {
			t.Errorf("%d columns: %q, want %q", width, got, want)
		}
	}
	if got := ansi.Strip(way(4).Row(theme, 20)); got != "✓━✓━✓━✓ Mais" {
		t.Errorf("a way that is done: %q", got)
	}
	for width := range 80 {
		if got := ansi.StringWidth(way(2).Row(theme, width)); got > width {
			t.Errorf("%d columns in %d", got, width)
		}
	}
}

func TestAColumnLeavesOutWhatLiesAheadAndThenWhatIsLongestAgo(t *testing.T) {
	theme := screen.NewTheme(true)
	for most, want := range map[int]string{
		9: "Cliente Banco Retorno Mais", 4: "Cliente Banco Retorno Mais", 3: "Cliente Banco Retorno",
		2: "Cliente Banco", 1: "Banco", 0: "Banco",
	} {
		var names []string
		for _, line := range way(1).Column(theme, 60, most) {
			fields := strings.Fields(ansi.Strip(line))
			names = append(names, fields[len(fields)-1])
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%d lines: %q, want %q", most, got, want)
		}
	}
	for _, line := range way(1).Column(theme, 12, 9) {
		if got := ansi.StringWidth(line); got > 12 {
			t.Errorf("%q is %d wide", ansi.Strip(line), got)
		}
	}
}

// With times, the words of a stage start seven columns later.
func TestAStageIsSaidInTheLongestWordsThatFit(t *testing.T) {
	theme := screen.NewTheme(true)
	for _, tt := range []struct {
		at    string
		width int
		want  string
	}{
		{"14:00", 19, "● 14:00  ten chars."},
		{"14:00", 18, "● 14:00  brief"},
		{"", 12, "● ten chars."},
		{"", 11, "● brief"},
	} {
		way := screen.Stages{{State: screen.Going, Name: "Banco", Words: "ten chars.", Brief: "brief", At: tt.at}}
		if got := ansi.Strip(way.Column(theme, tt.width, 9)[0]); got != tt.want {
			t.Errorf("%q in %d columns: %q, want %q", tt.at, tt.width, got, tt.want)
		}
	}
}

func TestABoxIsAsWideAndAtLeastAsHighAsItIsAskedFor(t *testing.T) {
	theme := screen.NewTheme(true)
	for _, tt := range []struct{ width, rows, want int }{{30, 0, 4}, {30, 9, 9}, {12, 0, 4}} {
		box := theme.Box("A title that is long", []string{"one", strings.Repeat("x", 50)}, tt.width, tt.rows)
		if len(box) != tt.want {
			t.Errorf("%d rows, want %d", len(box), tt.want)
		}
		for _, line := range box {
			if got := ansi.StringWidth(line); got != tt.width {
				t.Errorf("%q is %d wide, want %d", ansi.Strip(line), got, tt.width)
			}
		}
	}
}

func TestAStageIsDrawnInTheStyleOfItsState(t *testing.T) {
	theme := screen.NewTheme(true)
	for state, want := range map[screen.StageState][2]string{ // the mark and the name
		screen.Ahead:  {theme.Dim.Render("○"), theme.Dim.Render("Banco")},
		screen.Passed: {theme.Good.Render("✓"), theme.Text.Render("Banco")},
		screen.Going:  {"●", theme.Strong.Render("Banco")},
		screen.Pulse:  {"◉", theme.Strong.Render("Banco")},
		screen.Broken: {theme.Bad.Render("✗"), theme.Bad.Render("Banco")},
	} {
		way := screen.Stages{{State: state, Name: "Banco", At: "14:00"}}
		equal(t, way.Column(theme, 60, 9), want[0]+" "+theme.Dim.Render("14:00  ")+want[1])
		equal(t, []string{way.Row(theme, 60)}, want[0]+" "+want[1])
	}
}

func TestAWayWithoutItsBreathGoesOn(t *testing.T) {
	way := screen.Stages{{State: screen.Passed}, {State: screen.Pulse}, {State: screen.Ahead}}
	for i, want := range []screen.StageState{screen.Passed, screen.Going, screen.Ahead} {
		if got := way.Still()[i].State; got != want {
			t.Errorf("stage %d is %d, want %d", i, got, want)
		}
	}
	if way[1].State != screen.Pulse {
		t.Error("the way itself changed")
	}
}
