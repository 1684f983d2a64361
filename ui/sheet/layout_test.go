package sheet_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
	"klavilink/ui/text"
)

// column returns the column in which a text begins in a line, or -1.
func column(line, words string) int {
	before, _, ok := strings.Cut(line, words)
	if !ok {
		return -1
	}
	return ansi.StringWidth(before)
}

// The longest texts of the list, and the longest words for a stage.
func TestTheListFitsItsRoomAndCutsNothingThatIsNeeded(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		s := fake.New(func(c *screen.Config) { c.Text = text.For(lang) })
		links := three(s)
		links[1].Ticket = strings.Repeat("T", 20)
		links[2].Rename(strings.Repeat("N", 20))
		s.Saw(links[0], "033", klavi.AwaitingLGPD)
		s.Saw(links[1], "341", klavi.ConsentStatus(strings.Repeat("STATUS_", 20)))
		sh := opened(t, s)
		s.Clock.Advance(12 * time.Minute)
		for _, cols := range []int{60, 64, 80, 96, 120, 200} {
			shown := entries(sh, screen.Area{Cols: cols, Rows: 21})
			for i, entry := range shown {
				for line := range strings.Lines(entry) {
					if width := ansi.StringWidth(strings.TrimRight(line, " \n")); width > cols {
						t.Errorf("%d columns: a line of row %d has %d: %q", cols, i, width, line)
					}
				}
				if cols < 80 {
					continue
				}
				if got := strings.Contains(entry, "…"); got != (i == 1) {
					t.Errorf("%d columns: row %d is cut: %t: %q", cols, i, got, entry)
				}
			}
			if cols >= 80 && (!strings.Contains(shown[0], links[2].Name()) || !strings.Contains(shown[1], links[1].Ticket)) {
				t.Errorf("%d columns: a name or a ticket is missing: %q", cols, shown)
			}
		}
	}
}

func TestARowHasOneLineWhereThatHasRoomForEverything(t *testing.T) {
	s := fake.New()
	links := three(s)
	sh := opened(t, s)
	height := func(cols int) int { return strings.Count(entries(sh, screen.Area{Cols: cols, Rows: 21})[0], "\n") + 1 }
	if at80, at120 := height(80), height(120); at80 != 2 || at120 != 1 {
		t.Errorf("%d lines in 80 columns, %d in 120", at80, at120)
	}
	links[0].Rename(strings.Repeat("N", 20))
	links[0].Ticket = strings.Repeat("T", 20)
	if at120 := height(120); at120 != 2 {
		t.Errorf("%d lines for a long name and a long ticket in 120 columns", at120)
	}
}

func TestTheColumnsOfTheListBeginOneBelowAnother(t *testing.T) {
	s := fake.New()
	three(s)
	sh := opened(t, s)
	shown := entries(sh, screen.Area{Cols: 120, Rows: 21})
	for _, cell := range []string{"14:00", "esperando"} {
		for i := range shown {
			if got, want := column(shown[i], cell), column(shown[0], cell); got != want {
				t.Errorf("%q of row %d begins in column %d, of the first in %d", cell, i, got, want)
			}
		}
	}
}

func TestANoteFillsItsLines(t *testing.T) {
	s := fake.New()
	for _, cols := range []int{20, 80, 120} {
		note := sheet.Say(s.Session, strings.TrimSpace(strings.Repeat("word ", 60))).Open
		widest := 0
		for line := range strings.Lines(fake.Shown(note.View(screen.Area{Cols: cols, Rows: 40}))) {
			widest = max(widest, ansi.StringWidth(strings.TrimRight(line, " \n")))
		}
		if room := cols - 2; widest > room || widest <= room-len(" word") {
			t.Errorf("the widest line has %d of %d columns", widest, room)
		}
	}
}

func TestTheSheetOfAURLFoldsItsWords(t *testing.T) {
	s := fake.New()
	words := s.Text.Link.AnyKey
	for _, cols := range []int{24, 33, 80} {
		shown := fake.Shown(sheet.NewURL(s.Session, s.Made()).View(screen.Area{Cols: cols, Rows: 40}))
		for line := range strings.Lines(shown) {
			first, _, _ := strings.Cut(words, " ")
			width := ansi.StringWidth(strings.TrimRight(line, " \n"))
			if strings.Contains(line, first) && width > cols-1 {
				t.Errorf("a line of %d in %d columns: %q", width, cols, line)
			}
		}
	}
}

func TestAMessageHasFourThousandCharactersAtMost(t *testing.T) {
	for length, want := range map[int]int{3999: 3999, 4000: 4000, 4001: 4000, 9000: 4000} {
		s := fake.New(func(c *screen.Config) { c.Message = strings.Repeat("é", length) })
		got := []rune(composed(t, s, sheet.ByClipboard))
		if cut := got[len(got)-1] == '…'; len(got) != want || cut != (length > want) {
			t.Errorf("%d characters became %d", length, len(got))
		}
	}
}

func TestTheListShowsAsManyLinksAsItsRoomHolds(t *testing.T) {
	s := fake.New()
	three(s)
	sh := opened(t, s)
	for _, tt := range []struct{ cols, rows, want int }{
		{80, 10, 3}, {80, 9, 2}, {80, 8, 2}, {80, 7, 1}, {120, 7, 3}, {120, 6, 2}, {120, 5, 1},
	} {
		if got := len(entries(sh, screen.Area{Cols: tt.cols, Rows: tt.rows})); got != tt.want {
			t.Errorf("%d×%d: %d links, want %d", tt.cols, tt.rows, got, tt.want)
		}
	}
}

// A column that is empty in all rows takes no room.
func TestARowHasOneLineFromTheWidthThatItFills(t *testing.T) {
	s := fake.New()
	l := s.Made()
	sh := opened(t, s)
	row := "❯ 14:00  30:00  •••.982.247-••  Nubank (260)  " + s.Text.Status.Waiting
	fills := 2 + ansi.StringWidth(row)
	for cols, want := range map[int]string{
		fills + 1: row, fills: row, fills - 1: "❯ 14:00  30:00  •••.982.247-••",
	} {
		first, _, _ := strings.Cut(entries(sh, screen.Area{Cols: cols, Rows: 21})[0], "\n")
		if got := strings.TrimSpace(first); got != want {
			t.Errorf("%d columns: %q, want %q", cols, got, want)
		}
	}
	l.Rename("x")
	if got := entries(sh, screen.Area{Cols: 120, Rows: 21})[0]; !strings.Contains(got, "••  x  Nubank") {
		t.Errorf("a name of one letter: %q", got)
	}
}
