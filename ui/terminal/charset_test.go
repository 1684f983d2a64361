package terminal_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/terminal"
)

func TestTheCodePageOrTheLocaleDecidesTheCharacters(t *testing.T) {
	for _, tt := range []struct {
		codePage uint32
		env      string // names and values
		want     terminal.Charset
	}{
		{0, "", terminal.Unicode},
		{0, "LANG=pt_BR.UTF-8", terminal.Unicode},
		{0, "LANG=C.utf8", terminal.Unicode},
		{0, "LC_ALL=C", terminal.ASCII},
		{0, "LC_ALL=POSIX LANG=pt_BR.UTF-8", terminal.ASCII},
		{0, "LC_ALL=pt_BR.UTF-8 LANG=C", terminal.Unicode},
		{0, "LC_CTYPE=pt_BR.ISO-8859-1 LANG=pt_BR.UTF-8", terminal.ASCII},
		{0, "LANG=pt_BR", terminal.ASCII},
		{65001, "LC_ALL=C", terminal.Unicode},
		{850, "", terminal.Letters},
		{1252, "LANG=pt_BR.UTF-8", terminal.Letters},
		{850, "WT_SESSION=1", terminal.Unicode},
		{0, "WT_SESSION=1 LC_ALL=C", terminal.ASCII},
	} {
		getenv := func(name string) string {
			for pair := range strings.FieldsSeq(tt.env) {
				if value, ok := strings.CutPrefix(pair, name+"="); ok {
					return value
				}
			}
			return ""
		}
		if got := terminal.CharsetOf(getenv, tt.codePage); got != tt.want {
			t.Errorf("%d, %s: %d, want %d", tt.codePage, tt.env, got, tt.want)
		}
	}
}

func TestATextIsWrittenInTheCharactersThatTheTerminalShows(t *testing.T) {
	for text, want := range map[string][2]string{ // Letters and ASCII
		"plain":                {"plain", "plain"},
		"✓ autorização → Itaú": {"+ autorização > Itaú", "+ autorizacao > Itau"},
		"╭─ Título ─╮\n│ ○ │\n╰────╯": {"+- Título -+\n| o |\n+----+", "+- Titulo -+\n| o |\n+----+"},
		"•••.982.247-••":              {"***.982.247-**", "***.982.247-**"},
		"Diga: “Olá…”":                {`Diga: "Olá."`, `Diga: "Ola."`},
		"█▀▄ ✗ ⠋":                     {"█▀▄ x ⠋", "#\"_ x *"},
		"\x1b[1m✓\x1b[m ok":           {"\x1b[1m+\x1b[m ok", "\x1b[1m+\x1b[m ok"},
		"\x1b]8;;https://a\x1b\\é":    {"\x1b]8;;https://a\x1b\\é", "\x1b]8;;https://a\x1b\\e"},
		"e\u0301 1º":                  {"e\u0301 1º", "e 1o"},
		"中é":                          {"中é", "??e"},
		"\u200b\u0301":                {"\u200b\u0301", ""},
		"R$\u00a04 ½":                 {"R$\u00a04 ½", "R$ 4 1"},
		"👩‍👧":                         {"👩‍👧", "??"},
	} {
		for i, c := range []terminal.Charset{terminal.Letters, terminal.ASCII} {
			if got := c.Text(text); got != want[i] {
				t.Errorf("%d, %q: %q, want %q", c, text, got, want[i])
			}
		}
		if got := terminal.Unicode.Text(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// FuzzCharsets checks that no text is wider or narrower in other characters, that ASCII is
// ASCII, and that styles stay.
func FuzzCharsets(f *testing.F) {
	f.Add("✓ “Itaú” 中 é")
	f.Add("e\u0301\u200d👩‍👧")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
			t.Skip("the program makes what it shows harmless first")
		}
		for _, c := range []terminal.Charset{terminal.Letters, terminal.ASCII} {
			got := c.Text("\x1b[1m" + text + "\x1b[m")
			if a, b := ansi.StringWidth(got), ansi.StringWidth(text); a != b {
				t.Errorf("%q is %d cells wide, and %q %d", got, a, text, b)
			}
			if !strings.HasPrefix(got, "\x1b[1m") || !strings.HasSuffix(got, "\x1b[m") {
				t.Errorf("%q lost a style", got)
			}
			if c == terminal.ASCII && strings.ContainsFunc(got, func(r rune) bool { return r >= utf8.RuneSelf }) {
				t.Errorf("%q", got)
			}
		}
	})
}

var errFull = errors.New("the disk is full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAWriterWritesTheCharactersOfItsSetAndKeepsTheError(t *testing.T) {
	var b bytes.Buffer
	n, err := terminal.ASCII.Writer(&b).Write([]byte("✓ não\n"))
	if b.String() != "+ nao\n" || n != len("✓ não\n") || err != nil {
		t.Errorf("%q, %d, %v", b.String(), n, err)
	}
	if w := terminal.Unicode.Writer(&b); w != &b {
		t.Error("a writer that changes nothing")
	}
	if _, err := terminal.Letters.Writer(full{}).Write([]byte("x")); !errors.Is(err, errFull) {
		t.Error(err)
	}
}
