package sheet_test

import (
	"strings"
	"testing"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

func TestTheWarningOfAForeignHostStandsAboveTheLink(t *testing.T) {
	const warning = "! Este link abre em evil.example."
	for _, foreign := range []bool{true, false} {
		s := fake.New()
		made := s.Sample()
		if foreign {
			made.Foreign = "evil.example"
		}
		l := s.Add(made)
		sheets := map[string]screen.Sheet{"URL": sheet.NewURL(s.Session, l)}
		channels := map[string]sheet.Channel{"copy": sheet.ByClipboard, "WhatsApp": sheet.ByWhatsApp, "e-mail": sheet.ByEmail}
		for name, channel := range channels {
			sheets[name], _ = sheet.NewMessage(s.Session, l, channel)
		}
		for name, sh := range sheets {
			shown := fake.Shown(sh.View(usual))
			at := strings.Index(shown, warning)
			if (at >= 0) != foreign || at > strings.Index(shown, "https://") {
				t.Errorf("%s, foreign %t:\n%s", name, foreign, shown)
			}
		}
	}
}

func TestTheMessageItselfHasNoWarning(t *testing.T) {
	s := fake.New()
	made := s.Sample()
	made.Foreign = "evil.example"
	_, cmd := sheet.NewMessage(s.Session, s.Add(made), sheet.ByClipboard)
	for _, msg := range fake.Messages(cmd) {
		if done, ok := msg.(screen.CopyDone); ok && strings.Contains(done.Text, "evil.example") {
			t.Errorf("%q", done.Text)
		}
	}
}
