package sheet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// manyKeys are as many keys of each purpose as a link has at most, with long words.
func manyKeys() []screen.Binding {
	var list []screen.Binding
	for purpose, n := range map[screen.Purpose]int{
		screen.ForTheProgram: 1, screen.ForCustomers: 5, screen.ForSending: 5, screen.ForTheCode: 6,
	} {
		for i := range n {
			name := string(rune('a' + int(purpose)*6 + i))
			list = append(list, screen.Binding{
				Binding: screen.Bind(name, fmt.Sprintf("%d%d does %s", purpose, i, name), name), For: purpose,
			})
		}
	}
	slices.SortFunc(list, func(a, b screen.Binding) int { return strings.Compare(a.Help().Desc, b.Help().Desc) })
	return list
}

// inside returns the lines of a box without its border.
func inside(box string) []string {
	var lines []string
	for line := range strings.Lines(ansi.Strip(box)) {
		lines = append(lines, strings.Trim(line, "│╭╮╰╯─ \n"))
	}
	return lines
}

func TestTheKeysAreGroupedByWhatTheyAreForAndQuittingIsLast(t *testing.T) {
	s := fake.New()
	list := append(manyKeys(), screen.Binding{Binding: screen.Bind("z", "hidden", "z"), Hidden: true})
	lines := inside(sheet.NewKeys(s.Session, list).View(screen.Area{Cols: 120, Rows: 40}).Body)
	words := &s.Text.KeyGroups
	at := -1
	for _, want := range []string{
		words.Customers, "10 does", "14 does", words.Sending, "20 does", "24 does", words.Code, "30 does", "35 does",
		words.Program, "00 does", "ctrl+c  " + s.Text.Keys.Quit,
	} {
		next := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, want) })
		if next <= at {
			t.Errorf("%q stands in line %d, after line %d", want, next, at)
		}
		at = next
	}
	if slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, "hidden") }) {
		t.Error("a hidden key is listed")
	}
}

func TestAGroupWithoutKeysHasNoTitle(t *testing.T) {
	s := fake.New()
	shown := strings.Join(inside(sheet.NewKeys(s.Session, nil).View(usual).Body), "\n")
	words := &s.Text.KeyGroups
	if strings.Contains(shown, words.Sending) || !strings.Contains(shown, words.Program) {
		t.Error(shown)
	}
}

// Nothing of the list may be lost, not even in the least window.
func TestTheListOfKeysIsWholeInEveryWindow(t *testing.T) {
	s := fake.New()
	for cols := 60; cols <= 130; cols += 10 {
		for rows := 17; rows <= 45; rows++ {
			v := sheet.NewKeys(s.Session, manyKeys()).View(screen.Area{Cols: cols, Rows: rows})
			lines := strings.Split(ansi.Strip(v.Body), "\n")
			if len(lines) > rows || v.Chrome != screen.Over {
				t.Fatalf("%d lines in %d×%d, chrome %d:\n%s", len(lines), cols, rows, v.Chrome, v.Body)
			}
			for _, b := range manyKeys() {
				if !strings.Contains(ansi.Strip(v.Body), b.Help().Desc) {
					t.Fatalf("%d×%d: no %q in\n%s", cols, rows, b.Help().Desc, v.Body)
				}
			}
			for _, line := range lines {
				if ansi.StringWidth(line) != ansi.StringWidth(lines[0]) || ansi.StringWidth(line) > cols {
					t.Fatalf("%d×%d: a line of %d:\n%s", cols, rows, ansi.StringWidth(line), v.Body)
				}
			}
		}
	}
}

func TestLongWordsOfAKeyAreCutAlikeAndTheirColumnsStand(t *testing.T) {
	s := fake.New()
	list := manyKeys()
	for i := range list {
		list[i].SetHelp(list[i].Help().Key, "D"+strings.Repeat("w", 60))
	}
	for cols, width := range map[int]int{60: 26, 61: 26, 62: 27, 80: 30} {
		body := ansi.Strip(sheet.NewKeys(s.Session, list).View(screen.Area{Cols: cols, Rows: 17}).Body)
		cut := "D" + strings.Repeat("w", width-10) + "…"
		pairs := 0
		for line := range strings.Lines(body) {
			first, last := strings.Index(line, cut), strings.LastIndex(line, cut)
			if first < 0 || first == last {
				continue
			}
			pairs++
			if at := ansi.StringWidth(line[first:last]); at != width+2 {
				t.Errorf("%d columns: the second column begins %d behind the first, want %d", cols, at, width+2)
			}
		}
		if pairs == 0 {
			t.Errorf("%d columns: no two words are %q:\n%s", cols, cut, body)
		}
	}
}

// The keys take 26 lines one below another, and 14 in two columns, with blank lines.
func TestBlankLinesBetweenGroupsAreTheFirstToMakeRoom(t *testing.T) {
	k := sheet.NewKeys(fake.New().Session, manyKeys())
	blank := func(rows int) (n int) {
		for _, line := range inside(k.View(screen.Area{Cols: 80, Rows: rows}).Body) {
			if strings.TrimSpace(line) == "" {
				n++
			}
		}
		return n
	}
	for rows, want := range map[int]int{40: 4, 30: 4, 29: 1, 18: 1, 17: 0} {
		if got := blank(rows) - blank(17); got != want {
			t.Errorf("%d rows: %d blank lines more than in the least window, want %d", rows, got, want)
		}
	}
}

// bound are as many keys of each purpose as their counts say.
func bound(counts map[screen.Purpose]int) []screen.Binding {
	var list []screen.Binding
	for _, b := range manyKeys() {
		if counts[b.For]--; counts[b.For] >= 0 {
			list = append(list, b)
		}
	}
	return list
}

func TestBlankLinesStandWhereBothColumnsHaveRoomForThem(t *testing.T) {
	for name, tt := range map[string]struct {
		counts map[screen.Purpose]int
		least  int // the rows that the keys take without blank lines
	}{
		"left":  {map[screen.Purpose]int{screen.ForCustomers: 5, screen.ForSending: 5, screen.ForTheCode: 1}, 16},
		"right": {map[screen.Purpose]int{screen.ForCustomers: 1, screen.ForSending: 1, screen.ForTheCode: 6}, 13},
	} {
		k := sheet.NewKeys(fake.New().Session, bound(tt.counts))
		for rows := tt.least; rows <= 30; rows++ {
			body := ansi.Strip(k.View(screen.Area{Cols: 80, Rows: rows}).Body)
			if n := strings.Count(body, "\n") + 1; n > rows || rows == tt.least && n != rows {
				t.Errorf("the %s column is longer: %d lines in %d rows", name, n, rows)
			}
		}
	}
}

func TestABlankStandsBetweenTheBorderAndTheKeys(t *testing.T) {
	s := fake.New()
	lines := strings.Split(ansi.Strip(sheet.NewKeys(s.Session, nil).View(usual).Body), "\n")
	if want := "│ " + s.Text.Keys.AllKeysTitle; !strings.HasPrefix(lines[1], want) {
		t.Errorf("%q does not begin with %q", lines[1], want)
	}
}
