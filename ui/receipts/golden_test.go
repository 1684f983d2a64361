package receipts_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi/callback/deliver"
	"klavilink/ui/internal/emulator"
	"klavilink/ui/internal/golden"
	"klavilink/ui/receipts"
	"klavilink/ui/received"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

// scene is a way to a screen.
type scene struct {
	name string
	cfg  receipts.Config
	list []received.Receipt
	keys string // their names, with blanks between them
}

const forward = "http://127.0.0.1:3000/hooks/klavi"

func scenes() []scene {
	var verdicts, long, many []received.Receipt
	for v := received.Good; v <= received.NotJSON; v++ {
		verdicts = append(verdicts, receipt(int(v), "consent_authorised", v))
	}
	verdicts[0].Forward = &deliver.Result{Status: 204, Took: 42 * time.Millisecond, Tries: 1}
	verdicts[1].Forward = &deliver.Result{Err: errors.New("refused"), Tries: 6, Waited: 7750 * time.Millisecond}
	verdicts[2].Pending = true
	for i, name := range []string{
		strings.Repeat("a_very_long_name_", 4)[:64], "nome com espaços", strings.Repeat("名前", 8),
	} {
		r := receipt(i, name, received.Good)
		r.LinkID = strings.Repeat("0123456789", 6) + "abcd"
		long = append(long, r)
	}
	for i := range 60 {
		many = append(many, receipt(i, fmt.Sprint("product_generated_success ", i), received.Good))
	}
	header := receipt(1, "pf_checking_account", received.Good)
	header.Forward = &deliver.Result{Status: 200, Took: 42 * time.Millisecond, Tries: 3, Waited: 750 * time.Millisecond}
	header.Header = http.Header{
		"Authorization": {"••••"}, "Content-Type": {"application/json"},
		"X-Klavi-Signature": {strings.Repeat("0a", 32)},
		"X-Klavi-Timestamp": {"1740716924"}, "X-Twice": {"1", "2"},
	}
	header.Body = []byte("{\n\"productName\":\"pf_checking_account\"}")
	return []scene{
		{name: "nothing has come", cfg: receipts.Config{Forward: forward, NoKey: true}},
		{name: "every verdict", cfg: receipts.Config{Forward: forward}, list: verdicts},
		{name: "every verdict, not handed on", list: verdicts, keys: "down"},
		{name: "long names", cfg: receipts.Config{Forward: forward}, list: long},
		{name: "many, the newest first", list: many},
		{name: "many, a page down", list: many, keys: "pgdown"},
		{name: "many, the oldest", list: many, keys: "end"},
		{name: "headers", cfg: receipts.Config{Forward: forward}, list: []received.Receipt{header}, keys: "enter"},
		{
			name: "headers and body, at the end", cfg: receipts.Config{Bodies: true}, list: []received.Receipt{header},
			keys: "enter end",
		},
		{name: "keys", list: verdicts, keys: "down ?"},
		{name: "back from the keys", list: verdicts, keys: "down ? down esc"},
	}
}

// keyNames are the bytes of the keys that are no letters.
var keyNames = map[string]string{
	"enter": "\r", "esc": "\x1b", "down": "\x1b[B", "pgdown": "\x1b[6~", "end": "\x1b[F", "?": "?",
}

// at returns the configuration of a scene in a language.
func (s scene) at(lang text.Lang) receipts.Config {
	cfg := s.cfg
	cfg.Text, cfg.Zone, cfg.Address = text.For(lang), time.UTC, "http://127.0.0.1:4242"
	return cfg
}

// draw returns a scene as a golden file has it: the name of the style of each line, and
// its text.
func (s scene) draw(t *testing.T, lang text.Lang, cols, rows int, dark bool) (golden, plain string) {
	t.Helper()
	m := receipts.New(s.at(lang))
	background := tea.BackgroundColorMsg{Color: lipgloss.Color("#FFFFFF")}
	if dark {
		background.Color = lipgloss.Color("#000000")
	}
	m.Update(background)
	m.Update(tea.WindowSizeMsg{Width: cols, Height: rows})
	for _, r := range s.list {
		m.Update(r)
	}
	for _, name := range strings.Fields(s.keys) {
		m.Update(pressed(name))
	}
	content := m.View().Content
	var b strings.Builder
	lines := strings.Split(content, "\n")
	for _, line := range lines {
		fmt.Fprintf(&b, "%-6s|%s\n", styleOf(t, line, dark), strings.TrimRight(ansi.Strip(line), " "))
		if n := ansi.StringWidth(line); n > cols {
			t.Errorf("%s: %d columns: %q", s.name, n, line)
		}
	}
	if len(lines) != rows {
		t.Errorf("%s: %d lines", s.name, len(lines))
	}
	return b.String(), ansi.Strip(content)
}

func pressed(name string) tea.KeyPressMsg {
	code, special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "down": tea.KeyDown, "pgdown": tea.KeyPgDown, "end": tea.KeyEnd,
		"up": tea.KeyUp, "pgup": tea.KeyPgUp, "home": tea.KeyHome, "backspace": tea.KeyBackspace,
	}[name]
	if !special {
		return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
	}
	return tea.KeyPressMsg{Code: code}
}

// styleOf returns the name of the style that a line begins with, by the theme for a
// background. So a line of another theme has no name.
func styleOf(t *testing.T, line string, dark bool) string {
	t.Helper()
	theme := screen.NewTheme(dark)
	for name, style := range map[string]lipgloss.Style{
		"title": theme.Title, "text": theme.Text, "dim": theme.Dim, "strong": theme.Strong, "warn": theme.Warn,
		"bad": theme.Bad,
	} {
		if begin, _, _ := strings.Cut(style.Render("x"), "x"); begin != "" && strings.HasPrefix(line, begin) {
			return name
		}
	}
	if strings.Contains(line, "\x1b") {
		t.Errorf("a style of no name: %q", line)
	}
	return ""
}

// After a wanted change, "go test ./ui/receipts -run Golden -update" writes the screens
// anew. The lines have the same styles on a dark and on a light background.
func TestGoldenScreensOfListenAreUnchanged(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}} {
			name := fmt.Sprintf("%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				var b bytes.Buffer
				for _, s := range scenes() {
					dark, _ := s.draw(t, lang, size[0], size[1], true)
					if light, _ := s.draw(t, lang, size[0], size[1], false); light != dark {
						t.Errorf("%s differs on a light background:\n%s", s.name, light)
					}
					fmt.Fprintf(&b, "== %s\n%s\n", s.name, dark)
				}
				golden.Compare(t, filepath.Join("testdata", "golden", name+".txt"), b.Bytes())
			})
		}
	}
}

// rgb finds the colour in a sequence that sets one.
var rgb = regexp.MustCompile(`38;2;\d+;\d+;\d+`)

// The program on an emulated terminal shows what the golden files have, in the colours for
// its background.
func TestATerminalShowsTheGoldenScreensOfListen(t *testing.T) {
	for _, tt := range []struct {
		cols, rows int
		light      bool
	}{{80, 24, false}, {120, 40, true}} {
		colour := rgb.FindString(screen.NewTheme(!tt.light).Title.Render("x"))
		for _, s := range scenes() {
			b := start(t, emulator.New(tt.cols, tt.rows, tt.light), tt.cols, tt.rows, s.at(text.Portuguese))
			for _, r := range s.list {
				b.program.Send(r)
			}
			if len(s.list) > 0 {
				b.sees("❯")
			}
			for _, name := range strings.Fields(s.keys) {
				b.Type(keyNames[name])
			}
			_, want := s.draw(t, text.Portuguese, tt.cols, tt.rows, !tt.light)
			want = trimmed(want)
			shown, ok := b.Await(func(shown string) bool {
				return trimmed(shown) == want && colour != "" && strings.Contains(b.PeekRaw(), colour)
			})
			if !ok {
				t.Fatalf("%s, light %t, title in %q: got\n%s\nwant\n%s", s.name, tt.light, colour, shown, want)
			}
			b.end()
		}
	}
}

// trimmed returns a screen without the blanks at the end of its lines.
func trimmed(shown string) string {
	var lines []string
	for line := range strings.SplitSeq(shown, "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}
