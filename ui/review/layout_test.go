package review_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// The value stands in a column, and the API's name for it at the right edge if two
// blanks or more are between them.
func TestValuesStandInAColumnAndNamesAtTheRightEdge(t *testing.T) {
	const column, longest = 29, "connectionKey"
	for cols := 60; cols <= 100; cols += 20 {
		room := cols - column - 3 // the border and a blank on each side of it
		for length := 1; length <= room; length++ {
			value := strings.Repeat("k", length)
			g := raise(screen.Area{Cols: cols, Rows: 40}, fake.Typed(klavi.LinkRequest{ConnectionKey: value}))
			g.press("d")
			var line string
			for s := range strings.Lines(g.shown()) {
				if strings.Contains(s, value) {
					line = strings.TrimRight(s, " │\n")
				}
			}
			named := length+2+len(longest) <= room
			want := value
			if named {
				want += strings.Repeat(" ", room-length-len(longest)) + longest
			}
			if got := string([]rune(line)[column:]); got != want {
				t.Fatalf("%d columns: %q, want %q", cols, got, want)
			}
			if label := string([]rune(line)[:column]); !strings.HasPrefix(label, " │   ") || !strings.HasSuffix(label, " ") {
				t.Fatalf("%d columns: the label is %q", cols, label)
			}
		}
	}
}

func TestALongValueGoesOnInItsColumn(t *testing.T) {
	g := raise(usual, fake.Typed(klavi.LinkRequest{ConnectionKey: strings.Repeat("k", 120)}))
	var parts []string
	for s := range strings.Lines(g.shown()) {
		if s = strings.TrimRight(s, " │\n"); strings.HasSuffix(s, "kkk") {
			parts = append(parts, string([]rune(s)[29:]))
			if ansi.StringWidth(s) > usual.Cols-2 {
				t.Errorf("%q is too wide", s)
			}
		}
	}
	line := strings.Repeat("k", 48)
	if want := []string{line, line, line[:24]}; !slices.Equal(parts, want) {
		t.Errorf("%q, want %q", parts, want)
	}
}

func TestTheLastLineCanBeReachedAndNoFurther(t *testing.T) {
	g := raise(low)
	for range 3 {
		g.press("pgdown")
	}
	end := g.shown()
	g.press("down")
	if g.shown() != end {
		t.Errorf("it scrolls beyond the end:\n%s", g.shown())
	}
	g.press("up")
	if g.shown() == end {
		t.Error("a key beyond the end is to be undone first")
	}
}

func TestTheTechnicalViewAndTheUsualOneStartAtTheTop(t *testing.T) {
	whole, g := raise(usual), raise(low)
	for range 3 {
		g.press("pgdown")
		g.press("d")
		whole.press("d")
		got, want := strings.Split(g.inside(), "\n")[2], strings.Split(whole.inside(), "\n")[2]
		if got != want {
			t.Errorf("it begins with %q, want %q", got, want)
		}
	}
}
