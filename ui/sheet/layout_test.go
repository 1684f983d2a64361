package sheet_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// column returns the column in which a text begins in a line, or -1.
func column(line, words string) int {
	before, _, ok := strings.Cut(line, words)
	if !ok {
		return -1
	}
	return ansi.StringWidth(before)
}

func TestTheListHasColumnsAndFitsItsRoom(t *testing.T) {
	s := fake.New()
	links := three(s)
	s.Saw(links[1], "341", klavi.ConsentStatus(strings.Repeat("STATUS_", 20)))
	sh := opened(t, s)
	for _, cols := range []int{60, 64, 80, 96} {
		lines := rows(sh, screen.Area{Cols: cols, Rows: 21})
		for i, want := range []struct{ left, bank string }{
			{"30:00", "O cliente escolhe na ho…"}, {"29:59", "Itaú"}, {"29:57", "Nubank"},
		} {
			line := strings.TrimRight(lines[i], " ")
			if got := column(line, want.bank); got != 2+2+19 {
				t.Errorf("%d columns: the bank of line %d begins in column %d: %q", cols, i, got, line)
			}
			if got := column(line, want.left); got != 2+2+19+25 {
				t.Errorf("%d columns: the time of line %d begins in column %d: %q", cols, i, got, line)
			}
			if width := ansi.StringWidth(line); width > max(cols-4, 57) {
				t.Errorf("%d columns: line %d has %d: %q", cols, i, width, line)
			}
		}
		line := strings.TrimRight(lines[1], " ")
		if !strings.HasSuffix(line, "…") || ansi.StringWidth(line) != max(cols-4, 57) {
			t.Errorf("%d columns: a long standing does not fill its line: %q", cols, line)
		}
		if got := column(lines[1], "…"); got < 2+2+19+25+8 {
			t.Errorf("%d columns: the standing begins before its column: %q", cols, lines[1])
		}
	}
}

func TestTheSheetOfKeysHasTwoColumnsOfTheSameWidth(t *testing.T) {
	s := fake.New()
	long := strings.Repeat("w", 60)
	list := []screen.Binding{
		{Binding: screen.Bind("a", "A"+long, "a")},
		{Binding: screen.Bind("b", "B"+long, "b")},
		{Binding: screen.Bind("c", "C"+long, "c")},
		{Binding: screen.Bind("d", "D"+long, "d")},
	}
	for cols, want := range map[int]int{40: 18, 60: 28, 75: 35, 76: 36, 80: 36, 200: 36} {
		lines := strings.Split(fake.Shown(sheet.NewKeys(s.Session, list).View(screen.Area{Cols: cols, Rows: 20})), "\n")
		// With the key that quits there are five: three in the first column.
		for i, pair := range [][2]string{{"A", "D"}, {"B", s.Text.Keys.Quit[:3]}, {"C", ""}} {
			if got := column(lines[2+i], pair[0]+"w"); got != 2+8 {
				t.Errorf("%d columns: line %d explains its key in column %d: %q", cols, i, got, lines[2+i])
			}
			if pair[1] == "" {
				continue
			}
			if got := column(lines[2+i], pair[1]); got != 2+want+8 {
				t.Errorf("%d columns: line %d explains its second key in column %d, want %d: %q",
					cols, i, got, 2+want+8, lines[2+i])
			}
		}
		if got := strings.Index(lines[2], "…"); got < 0 || ansi.StringWidth(lines[2][:got]) != 2+want-2 {
			t.Errorf("%d columns: no blank between the columns: %q", cols, lines[2])
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
		got := []rune(composed(t, s))
		if cut := got[len(got)-1] == '…'; len(got) != want || cut != (length > want) {
			t.Errorf("%d characters became %d", length, len(got))
		}
	}
}
