package config_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/cli/config"
	"klavilink/validate"
)

// checkPlace checks what holds for every place of a file.
func checkPlace(t *testing.T, b []byte, p config.Place) {
	t.Helper()
	lines := strings.Split(string(b), "\n")
	switch {
	case p.Line < 1 || p.Line > len(lines):
		t.Errorf("line %d of %d", p.Line, len(lines))
	case p.Column < 1 || p.Column > utf8.RuneCountInString(lines[p.Line-1])+1:
		t.Errorf("column %d in %q", p.Column, lines[p.Line-1])
	}
	n := ansi.StringWidth(p.Text)
	if p.Text != validate.Harmless(p.Text, len(p.Text)+1) || n > config.TextCells {
		t.Errorf("%d cells of %q", n, p.Text)
	}
	if p.At < 0 || p.Text != "" && p.Width < 1 || p.At+p.Width > n+1 {
		t.Errorf("%d cells from %d in %q", p.Width, p.At, p.Text)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		file, "[profiles.a]\ncallbacks = 1", "", "\n", "\xff", "x", "x = [", "[", "[[", "# \x00", "x = \"\"\"\n\\q", "\r\r\n",
		"[profiles.a]\nmessage = \"{link} {oops}\"", "[profiles.\"\"]\n\"\" = 1", "profiles = {a = {channels = [[]]}}",
		"[profiles.a]\n[profiles.a.callbacks]\nall = \"x\"", "profiles.a.company = \"x\"\n[profiles.a]", "a = \"日\"\u202e x",
		"]\n0", "0.\"日",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := config.Parse(b)
		if err == nil {
			_ = c.For("")
			return
		}
		var e *config.Error
		if !errors.As(err, &e) {
			t.Fatalf("%T", err)
		}
		checkPlace(t, b, e.Place)
	})
}

// Whatever stands around it, the line of a token_command stays private.
func FuzzATokenCommandIsNeverShown(f *testing.F) {
	for _, around := range [][2]string{
		{"[profiles.a]\n", "\nx"},
		{"[profiles.a]\ncompany = 5 # ", ""},
		{"[profiles.a]\nchannels = [\n", ""},
		{"[profiles.a]\nmessage = \"\"\"\n", "\n\\q"},
		{"x = ", " y"},
		{"", "x"},
		{"[profiles.a", "]"},
		{"\"", "\\"},
		{"#", "\xff\n0"},
		{"'", "'=0"},
	} {
		f.Add(around[0], around[1])
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		_, err := config.Parse([]byte(before + "token_command = [\"zebra\"]" + after))
		var e *config.Error
		if errors.As(err, &e) && strings.Contains(e.Place.Text+e.Key+e.Nearest, "zebra") &&
			!strings.Contains(before+after, "zebra") {
			t.Errorf("%+v", e)
		}
	})
}
