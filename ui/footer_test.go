package ui_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

// lastRows returns the last row of the window, and the one before it.
func (s *stage) lastRows() (before, last string) {
	rows := strings.Split(s.text(), "\n")
	return strings.TrimRight(rows[len(rows)-2], " "), strings.TrimRight(rows[len(rows)-1], " ")
}

func TestAt80ColumnsTheWantedKeysAreWholeAndTheNextCustomerIsFirst(t *testing.T) {
	played := func(cfg *ui.Config) {
		cfg.Place = screen.Place{Demo: true}
		cfg.Play = func(string, string, klavi.ConsentStatus) error { return nil }
	}
	for _, tt := range []struct {
		lang   text.Lang
		change func(*ui.Config)
		want   string
	}{
		{text.Portuguese, nil, " n próximo cliente  c copiar link  t mensagem  w WhatsApp  e e-mail  ? teclas"},
		{text.Portuguese, played, " n próximo cliente  d simular o cliente  c copiar link  t mensagem  ? teclas"},
		{text.English, nil, " n next customer  c copy link  t message  w WhatsApp  e e-mail  "},
		{text.English, played, " n next customer  d play the customer  c copy link  t message  "},
	} {
		s := newStage(t, tt.lang, [2]int{80, 40}, scene{change: tt.change})
		s.link(700) // There is no room for the code, and so no key for its looks.
		if _, last := s.lastRows(); !strings.HasPrefix(last, tt.want) || !strings.Contains(last, "  ? ") {
			t.Errorf("%q, want %q", last, tt.want)
		}
	}
}

func TestTheLineOfKeysFitsEveryWindowAndKeepsTheWaysBackAndOut(t *testing.T) {
	for name, keys := range map[string][]string{
		"form": nil, "second step": {"enter"}, "review": {"ctrl+s"}, "link": {"ctrl+s", "enter"},
	} {
		for cols := 60; cols <= 130; cols += 7 {
			s := newStage(t, text.Portuguese, [2]int{cols, 24}, scene{change: full})
			s.press(keys...)
			want := []string{"ctrl+c sair"}
			if name == "second step" || name == "review" {
				want = append(want, "esc voltar")
			}
			if name == "link" {
				s.model.Answer(linkOf(700), nil)
				want = []string{"? teclas"}
			}
			_, last := s.lastRows()
			for _, w := range want {
				if !strings.Contains(last, w) {
					t.Errorf("%s, %d columns: no %q in %q", name, cols, w, last)
				}
			}
			if width := ansi.StringWidth(last); width > cols || strings.Contains(last, "…") {
				t.Errorf("%s, %d columns: %d in %q", name, cols, width, last)
			}
		}
	}
}

func TestANoticeStandsAboveTheKeys(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{})
	s.link(230)
	_, keys := s.lastRows()
	for key, want := range map[string]string{"ctrl+c": " ! O link ainda vale", "esc": " ! Ainda vale 30:00"} {
		s.press("x", key)
		if said, last := s.lastRows(); last != keys || !strings.HasPrefix(said, want) {
			t.Errorf("%s: %q over %q, want %q over %q", key, said, last, want, keys)
		}
	}
	s.press("x")
	if said, _ := s.lastRows(); said != "" {
		t.Errorf("after another key it still says %q", said)
	}
}

// Every row of this window is the code's.
func TestANoticeTakesThePlaceOfTheKeysWhereACodeFillsTheWindow(t *testing.T) {
	found := 0
	for rows := 24; rows < 46; rows++ {
		s := newStage(t, text.Portuguese, [2]int{120, rows}, scene{})
		s.link(230)
		before := s.text()
		_, keys := s.lastRows()
		s.press("ctrl+c")
		after := s.text()
		if codeRows(after) != codeRows(before) || strings.Count(after, "\n")+1 != rows {
			t.Fatalf("%d rows: got\n%s\nwant the code of\n%s", rows, after, before)
		}
		said, last := s.lastRows()
		switch {
		case strings.HasPrefix(last, " ! O link ainda vale"):
			found++
		case last != keys || !strings.HasPrefix(said, " ! O link ainda vale"):
			t.Errorf("%d rows: the last ones are %q and %q", rows, said, last)
		}
	}
	if found == 0 {
		t.Error("no window was filled by the code")
	}
}

func TestWhatWorkedHasATickAndAQuestionDoesNot(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{})
	s.link(230)
	s.press("c")
	s.run(s.last)
	good, warn := s.model.Theme.Good.Render("✓ Link"), s.model.Theme.Warn.Render("! O link")
	good, warn = good[:strings.Index(good, "✓")+3], warn[:strings.Index(warn, "!")+1]
	if shown := s.model.View().Content; !strings.Contains(shown, good+" Link copiado") {
		t.Error("what worked is not green")
	}
	s.press("ctrl+c")
	if shown := s.model.View().Content; !strings.Contains(shown, warn+" O link ainda vale") {
		t.Error("a question has not the colour of a warning")
	}
}
