package text_test

import (
	"strings"
	"testing"

	"klavilink/ui/text"
)

func TestTheWarningNamesTheEndOfTheHost(t *testing.T) {
	long := "klavi.ai." + strings.Repeat("a", 300) + ".evil.example"
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		for name, warn := range map[string]func(string) string{"whole": c.Foreign, "short": c.ForeignShort} {
			if s := warn("evil.example"); !strings.Contains(s, " evil.example") && !strings.HasPrefix(s, "evil.example") {
				t.Errorf("%s, %s: %q", lang, name, s)
			}
			s := warn(long)
			if !strings.Contains(s, "…") || !strings.Contains(s, "a.evil.example") || strings.Contains(s, "klavi.ai") ||
				len([]rune(s)) > 180 {
				t.Errorf("%s, %s: %q", lang, name, s)
			}
			if s := warn("e\x1b[2Jvil\u202e.example"); strings.ContainsAny(s, "\x1b\u202e") {
				t.Errorf("%s, %s: %q", lang, name, s)
			}
		}
	}
}
