package ui_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui"
	"klavilink/ui/internal/golden"
	"klavilink/ui/screen"
	"klavilink/ui/terminal"
	"klavilink/ui/text"
)

// goldenSizes are the least window, the commonest one, a comfortable one, and
// one in which a code of any usual length stands beside the panel.
var goldenSizes = [][2]int{{60, 20}, {80, 24}, {120, 40}, {120, 50}}

// A golden screen is the text of a frame. Its heading has the place of the
// cursor and a hash of the frame with its styles, so that a change of colour
// alone shows too. After a wanted change, "go test ./ui -run Golden -update" writes
// the screens anew.
func TestGoldenScreensAreUnchanged(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		for _, size := range goldenSizes {
			goldenScreens(t, fmt.Sprintf("%s-%dx%d", lang, size[0], size[1]), lang, size, terminal.Unicode)
		}
	}
}

// The sizes are the commonest window, and one that has room for a code of blanks.
func TestGoldenScreensInOtherCharactersAreUnchanged(t *testing.T) {
	goldenScreens(t, "pt-80x24-letters", text.Portuguese, [2]int{80, 24}, terminal.Letters)
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		for _, size := range [][2]int{{80, 24}, {180, 80}} {
			goldenScreens(t, fmt.Sprintf("%s-%dx%d-ascii", lang, size[0], size[1]), lang, size, terminal.ASCII)
		}
	}
}

// goldenScreens compares every scene with the file of the name.
func goldenScreens(t *testing.T, name string, lang text.Lang, size [2]int, charset terminal.Charset) {
	t.Run(name, func(t *testing.T) {
		var got bytes.Buffer
		for _, scene := range scenes() {
			s := newStage(t, lang, size, scene.in(charset))
			scene.play(s)
			s.print(&got, scene.name)
		}
		golden.Compare(t, filepath.Join("testdata", "golden", name+".txt"), got.Bytes())
	})
}

// in returns the scene on a terminal that shows other characters.
func (s scene) in(charset terminal.Charset) scene {
	change := s.change
	s.change = func(cfg *ui.Config) {
		cfg.Charset = charset
		if change != nil {
			change(cfg)
		}
	}
	return s
}

// stage is a wizard without a program: messages go straight to Update, and no
// command runs but those that a scene runs itself.
type stage struct {
	model  *ui.Model
	clock  *clock
	client *api
	last   tea.Cmd // what the last message led to
}

// scene is a way to a screen.
type scene struct {
	name   string
	change func(*ui.Config)
	play   func(*stage)
}

func newStage(t *testing.T, lang text.Lang, size [2]int, scene scene) *stage {
	t.Helper()
	s := &stage{clock: newClock(), client: newAPI()}
	s.clock.byHand = true
	cfg := ui.Config{
		Client: s.client, Clock: s.clock, Zone: brasilia(), Text: text.For(lang), Place: screen.Place{Env: klavi.Sandbox},
		Institutions: directory.Institutions(), Company: "Loja Exemplo",
		Clipboard: func(string) error { return nil },
		Save:      func(string, []byte) (string, error) { return "", errTest },
		Pages:     newBrowser("/somewhere/"+strings.Repeat("long/", 30)+"qr.html", errors.New("no desktop")),
	}
	if scene.change != nil {
		scene.change(&cfg)
	}
	s.model = ui.New(context.Background(), cfg)
	s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	return s
}

func (s *stage) send(msgs ...tea.Msg) {
	for _, msg := range msgs {
		_, s.last = s.model.Update(msg)
	}
}

// press presses keys by their names, as in "ctrl+s".
func (s *stage) press(names ...string) {
	for _, name := range names {
		k := tea.KeyPressMsg{}
		if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
			k.Mod, name = tea.ModCtrl, rest
		}
		code, special := map[string]rune{
			"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
			"up": tea.KeyUp, "down": tea.KeyDown, "pgdown": tea.KeyPgDown,
		}[name]
		if !special {
			code = []rune(name)[0]
		}
		k.Code = code
		if !special && k.Mod == 0 {
			k.Text = name
		}
		s.send(k)
	}
}

func (s *stage) write(words string) {
	for _, r := range words {
		s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// run runs a command, sends what answers, and runs what that leads to. What still
// has to wait gives nothing. It returns what was written to the terminal.
func (s *stage) run(cmd tea.Cmd) (raw string) {
	if cmd == nil {
		return ""
	}
	msg := cmd()
	if msg == nil {
		return ""
	}
	// A batch or a sequence, whose type is Bubble Tea's own.
	if list, commands := reflect.ValueOf(msg), reflect.TypeFor[[]tea.Cmd](); list.CanConvert(commands) {
		for _, c := range list.Convert(commands).Interface().([]tea.Cmd) {
			raw += s.run(c)
		}
		return raw
	}
	if written, ok := msg.(tea.RawMsg); ok {
		raw = fmt.Sprint(written.Msg)
	}
	s.send(msg)
	return raw + s.run(s.last)
}

// text is the frame without its styles.
func (s *stage) text() string { return ansi.Strip(s.model.View().Content) }

// review goes to the review with a CPF, link on to a link of so many bytes.
func (s *stage) review() {
	s.write("52998224725")
	s.press("ctrl+s")
}

func (s *stage) link(n int) {
	s.review()
	s.press("enter")
	s.model.Answer(linkOf(n), nil)
}

func (s *stage) sleeps(d time.Duration) {
	s.clock.sleep(d)
	s.send(nil)
}

func (s *stage) print(b *bytes.Buffer, name string) {
	v := s.model.View()
	h := fnv.New64a()
	_, _ = h.Write([]byte(v.Content))
	cursor := "no cursor"
	if v.Cursor != nil {
		cursor = fmt.Sprintf("cursor %d,%d", v.Cursor.X, v.Cursor.Y)
	}
	fmt.Fprintf(b, "\n== %s, %s, styles %016x\n", name, cursor, h.Sum64())
	for line := range strings.Lines(ansi.Strip(v.Content)) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
}
