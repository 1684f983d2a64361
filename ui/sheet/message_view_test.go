package sheet_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

func TestAnAddressThatNothingOpensIsShownFromItsBeginning(t *testing.T) {
	failing := func(string) error { return errors.New("no program") }
	for name, open := range map[string]func(string) error{"no opener": nil, "a failing opener": failing} {
		s := fake.New(func(c *screen.Config) { c.OpenURL = open })
		m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByWhatsApp)
		area := s.Resize(m, 80, 11)
		for range 3 {
			fake.Press(m, "down")
		}
		_, cmd := fake.Press(m, "enter")
		s.Run(m, cmd)
		lines := strings.Split(fake.Shown(m.View(area)), "\n")
		if got := strings.TrimSpace(lines[2]); got == "" || !strings.HasPrefix(s.Text.Send.NoOpener, got) {
			t.Errorf("%s: it begins with %q", name, got)
		}
	}
}

func TestAMessageIsScrolledByALineOrByHalfOfItsRoom(t *testing.T) {
	s := fake.New(func(c *screen.Config) { c.Message = strings.Repeat("line\n", 30) + "{link}" })
	m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByEmail)
	area := s.Resize(m, 80, 13) // 10 rows, 8 of them below the title
	for _, step := range []struct {
		key   string
		first int
	}{
		{"down", 2}, {"down", 3}, {"up", 2}, {"pgdown", 7}, {"pgdown", 12}, {"up", 11}, {"pgup", 6}, {"pgup", 1}, {"up", 1},
	} {
		fake.Press(m, step.key)
		title, _, _ := strings.Cut(fake.Shown(m.View(area)), "\n")
		all := 30 + 1 + 2 // the note and a blank line are above the message
		if want := fmt.Sprintf(s.Text.Review.ScrollF, step.first, step.first+7, all); !strings.Contains(title, want) {
			t.Errorf("after %s the title is %q, want %q in it", step.key, title, want)
		}
	}
}

func TestALongRecipientMakesRoomForThePlaceInTheMessage(t *testing.T) {
	address := "ana@" + strings.Repeat("exemplo.", 8) + "com"
	s := fake.New(fake.Typed(klavi.LinkRequest{Email: address}))
	m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByEmail)
	area := s.Resize(m, 80, 11)
	title, _, _ := strings.Cut(fake.Shown(m.View(area)), "\n")
	title = strings.TrimRight(title, " ")
	place := strings.TrimSuffix(fmt.Sprintf(s.Text.Review.ScrollF, 1, 6, 0), "0")
	if _, got, _ := strings.Cut(title, "…  "); !strings.HasPrefix(got, place) {
		t.Errorf("no %q in %q", place, title)
	}
	if got := ansi.StringWidth(title); got != 2+screen.TextWidth(area.Cols) {
		t.Errorf("%q is %d wide", title, got)
	}
}

func TestAMessageThatFitsSaysNothingOfItsLines(t *testing.T) {
	s := fake.New()
	m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByEmail)
	title, _, _ := strings.Cut(fake.Shown(m.View(tall)), "\n")
	if want := "  " + s.Text.Send.TitleEmail + " " + s.Text.Send.ToNobody; strings.TrimRight(title, " ") != want {
		t.Errorf("the title is %q, want %q", title, want)
	}
}
