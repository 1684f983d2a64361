package screen_test

import (
	"slices"
	"strings"
	"testing"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestTextIsBrokenAtBlanksAndOnlyLongWordsAreCut(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two", 7, "one two"},
		{"one two", 6, "one\ntwo"},
		{"  one   two ", 20, "one two"},
		{"see abcdefgh now", 4, "see\nabcd\nefgh\nnow"},
		{"abcdef g", 4, "abcd\nef g"},
		{"ação é só", 4, "ação\né só"},
		{"abc", 1, "a\nb\nc"},
		{"abc", 0, "a\nb\nc"},
		{"abc", -5, "a\nb\nc"},
	} {
		if got := screen.Wrap(tt.text, tt.width); got != tt.want {
			t.Errorf("%q in %d is %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

func TestAURLIsBrokenAtTheWidthWithNothingAroundIt(t *testing.T) {
	const url = "https://conecte-sandbox.klavi.ai/path?v=abc"
	for width := -2; width < len(url)+3; width++ {
		lines := strings.Split(screen.WrapURL(url, width), "\n")
		if joined := strings.Join(lines, ""); joined != url {
			t.Errorf("in %d: %q", width, joined)
		}
		if n := screen.URLLines(url, width); n != len(lines) {
			t.Errorf("in %d: %d lines are counted instead of %d", width, n, len(lines))
		}
		for _, line := range lines[:len(lines)-1] {
			if len(line) != max(width, 1) {
				t.Errorf("in %d: a line of %d", width, len(line))
			}
		}
	}
}

func TestPadFillsAndCutShortens(t *testing.T) {
	for _, tt := range []struct {
		got, want string
	}{
		{screen.Pad("é", 3), "é  "},
		{screen.Pad("abc", 3), "abc"},
		{screen.Pad("abcd", 3), "abcd"},
		{screen.Pad("a", -1), "a"},
		{screen.Cut("abc", 3), "abc"},
		{screen.Cut("abcd", 3), "ab…"},
		{screen.Cut("abcd", 0), ""},
		{screen.Cut("abcd", -1), ""},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestRowsThatDoNotFitAreDropped(t *testing.T) {
	rows := []string{"a", "b", "c"}
	for room, want := range map[int][]string{-1: {}, 0: {}, 2: {"a", "b"}, 3: rows, 9: rows} {
		if got := screen.Clip(rows, room); !slices.Equal(got, want) {
			t.Errorf("%q in %d rows, want %q", got, room, want)
		}
	}
}

func TestSentencesAreNotWiderThanIsEasyToRead(t *testing.T) {
	for cols, want := range map[int]int{60: 56, 80: 76, 81: 76, 300: 76} {
		if got := screen.TextWidth(cols); got != want {
			t.Errorf("%d in %d columns, want %d", got, cols, want)
		}
	}
	if got := screen.Block("a", "b"); got != "  a\n  b" {
		t.Errorf("got %q", got)
	}
}

func TestWithoutACodeTheURLStaysWholeAndTheRestMakesRoom(t *testing.T) {
	s := fake.New()
	l := s.Made()
	f := s.Facts(l, l.Left())
	for _, tt := range []struct {
		rows       int
		sees, gone []string
	}{
		{20, []string{
			s.Text.Link.Title, "why", "30:00", s.Text.Status.Waiting, l.Customer, fake.LinkID, "Diga: “Vou mandar", fake.URL,
		}, nil},
		{
			11,
			[]string{"why", "30:00", s.Text.Status.Waiting, l.Customer, "Diga: “Vou mandar", fake.URL},
			[]string{fake.LinkID},
		},
		{9, []string{"why", "30:00", l.Customer, fake.URL}, []string{s.Text.Link.Title}},
		{3, []string{"why", "30:00", fake.URL}, []string{s.Text.Link.Title, l.Customer}},
		{2, []string{"why", "30:00", s.Text.Link.URLTooBig}, []string{"https", l.Customer}},
	} {
		got := fake.Shown(screen.Frame{Body: f.WithoutCode("why", screen.Area{Cols: 80, Rows: tt.rows})})
		for _, words := range tt.sees {
			if !strings.Contains(got, words) {
				t.Errorf("%d rows: no %q in\n%s", tt.rows, words, got)
			}
		}
		for _, words := range tt.gone {
			if strings.Contains(got, words) {
				t.Errorf("%d rows: %q is in\n%s", tt.rows, words, got)
			}
		}
	}
}

func TestWithoutACodeTheTicketStandsBesideTheCustomerIfThereIsOne(t *testing.T) {
	s := fake.New()
	l := s.Made()
	for ticket, want := range map[string]string{"": "Nubank (260)", "7-A": "Nubank (260) · Protocolo 7-A"} {
		l.Ticket, l.TicketName = ticket, "Protocolo"
		f := s.Facts(l, l.Left())
		got := fake.Shown(screen.Frame{Body: f.WithoutCode("why", screen.Area{Cols: 80, Rows: 20})})
		if line := lineWith(got, l.Customer); !strings.HasSuffix(line, want) {
			t.Errorf("ticket %q: %q", ticket, line)
		}
	}
}

// lineWith returns the first line of a text that holds a part, without its blanks.
func lineWith(text, part string) string {
	for line := range strings.Lines(text) {
		if strings.Contains(line, part) {
			return strings.TrimSpace(line)
		}
	}
	return ""
}
