package validate

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestHarmlessReplacesEverythingThatATerminalWouldObey(t *testing.T) {
	for in, want := range map[string]string{
		"Telefone inválido":      "Telefone inválido",
		"\x1b[31mred\x1b[0m":     "\ufffd[31mred\ufffd[0m",
		"\x1b]0;title\x07":       "\ufffd]0;title\ufffd",
		"\u009b31m":              "\ufffd31m", // a CSI written as one C1 character
		"a\nb\tc\r":              "a b c ",
		"abc\u202egnp.exe":       "abc\ufffdgnp.exe",
		"a\u200bb\ufeffc":        "a\ufffdb\ufffdc",
		"bell\a del\x7f nul\x00": "bell\ufffd del\ufffd nul\ufffd",
		"\xff\xfe":               "\ufffd\ufffd",
		"":                       "",
	} {
		if got := Harmless(in, 100); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestHarmlessShortensTextWithAnEllipsis(t *testing.T) {
	for _, tt := range []struct {
		in    string
		limit int
		want  string
	}{
		{"abcdef", 6, "abcdef"},
		{"abcdef", 5, "abcd…"},
		{"ção", 3, "ção"},
		{"ção!", 3, "çã…"},
		{"ab", 1, "…"},
		{"a", 1, "a"},
		{"a", 0, ""},
	} {
		if got := Harmless(tt.in, tt.limit); got != tt.want {
			t.Errorf("%q to %d: %q, want %q", tt.in, tt.limit, got, tt.want)
		}
	}
}

func TestHarmlessKeepsAJoinerOnlyWhereWritingNeedsIt(t *testing.T) {
	for in, want := range map[string]string{
		"👩‍💻 👩🏽‍⚕️ ❤️‍🔥":       "👩‍💻 👩🏽‍⚕️ ❤️‍🔥",
		"👩🏻\u200d⚕ 👩🏿\u200d⚕":  "👩🏻\u200d⚕ 👩🏿\u200d⚕", // the lightest and the darkest tone
		"می\u200cخواهم":        "می\u200cخواهم",       // Persian
		"क्\u200dष":            "क्\u200dष",           // Devanagari
		"ban\u200dco":          "ban\ufffdco",
		"ban\u200cco":          "ban\ufffdco",
		"👩\u200cx":             "👩\ufffdx",
		"👩\u200c💻":             "👩\ufffd💻",
		"👩\u200d":              "👩\ufffd",
		"\u200d💻":              "\ufffd💻",
		"👩\u200d\u200d💻":       "👩\ufffd\ufffd💻",
		"م\u200d":              "م\ufffd",
		"\u200cم":              "\ufffdم",
		"a\u200dم":             "a\ufffdم",
		"5\ufe0f\u200da":       "5\ufe0f\ufffda",
		"é ç Łódź 日本 Ελλάς 한글": "é ç Łódź 日本 Ελλάς 한글",
	} {
		if got := Harmless(in, 100); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestHarmlessLinesKeepsLineEndsAndNothingElse(t *testing.T) {
	for in, want := range map[string]string{
		"a\n\nb":           "a\n\nb",
		"a\r\nb\r":         "a\nb ",
		"a\tb\u2028c":      "a b c",
		"\x1b[2J\n\u202eb": "\ufffd[2J\n\ufffdb",
	} {
		if got := HarmlessLines(in, 100); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := HarmlessLines("a\nbc\nd", 4); got != "a\nb…" {
		t.Errorf("%q", got)
	}
}

func FuzzHarmless(f *testing.F) {
	f.Add("\x1b]52;c;AAAA\x07\u202e\xc2", 20)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = min(max(limit, 0), 1000)
		for _, got := range []string{Harmless(s, limit), strings.ReplaceAll(HarmlessLines(s, limit), "\n", "")} {
			if n := utf8.RuneCountInString(got); n > limit {
				t.Errorf("%d characters of %d", n, limit)
			}
			if strings.ContainsFunc(got, func(r rune) bool {
				return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != joiner && r != nonJoiner
			}) {
				t.Errorf("%q", got)
			}
		}
	})
}
