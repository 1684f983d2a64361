package ui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/text"
)

// The agent still sees what the keys are about, and the code beside the list is whole.
func TestTheListOfKeysLiesOverTheLinkAndLeavesItsCodeWhole(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{})
	s.link(230)
	before := s.text()
	s.press("?")
	shown := s.text()
	for _, want := range []string{"klavilink", "Teclas que funcionam agora", "Enviar o link", "n       próximo cliente"} {
		if !strings.Contains(shown, want) {
			t.Errorf("no %q in\n%s", want, shown)
		}
	}
	old, rows := strings.Split(before, "\n"), strings.Split(shown, "\n")
	if len(rows) != 40 || codeRows(shown) != codeRows(before) {
		t.Fatalf("%d rows, %d of the code:\n%s", len(rows), codeRows(shown), shown)
	}
	for i, row := range rows[:39] {
		if width := ansi.StringWidth(row); width > 120 {
			t.Errorf("row %d has %d columns", i, width)
		}
		// The code and its quiet zone take 55 columns.
		if got, want := ansi.Truncate(row, 55, ""), ansi.Truncate(old[i], 55, ""); got != want {
			t.Errorf("row %d is %q, want %q", i, got, want)
		}
	}
	s.press("x")
	if got := s.text(); got != before {
		t.Errorf("it leaves\n%s\nwant\n%s", got, before)
	}
}

func TestTheListOfKeysFitsTheLeastWindow(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {66, 60}, {80, 24}, {60, 30}} {
		s := newStage(t, text.Portuguese, size, scene{})
		s.link(230)
		s.press("?")
		shown := s.text()
		for _, want := range []string{"╭", "╯", "copiar link", "próximo cliente", "apresentar", "Qualquer tecla"} {
			if want == "apresentar" && size[1] < 30 {
				continue // There is no code.
			}
			if !strings.Contains(shown, want) {
				t.Errorf("%v: no %q in\n%s", size, want, shown)
			}
		}
		for row := range strings.SplitSeq(shown, "\n") {
			if ansi.StringWidth(row) > size[0] {
				t.Errorf("%v: a row of %d", size, ansi.StringWidth(row))
			}
		}
	}
}
