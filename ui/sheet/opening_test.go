package sheet_test

import (
	"errors"
	"strings"
	"testing"

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
