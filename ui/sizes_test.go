package ui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/internal/emulator"
	"klavilink/ui/terminal"
	"klavilink/ui/text"
)

// windows are sizes from the least window to one on a large monitor.
var windows = [][2]int{
	{60, 20},
	{61, 21},
	{66, 60},
	{79, 24},
	{80, 24},
	{90, 30},
	{100, 20},
	{120, 40},
	{132, 43},
	{160, 50},
	{200, 30},
	{240, 70},
	{300, 100},
}

// Every screen comes to a window of each size. No key is cut: the line of keys leaves out
// whole keys.
func TestEveryScreenFitsEveryWindow(t *testing.T) {
	for lang, charset := range map[text.Lang]terminal.Charset{
		text.Portuguese: terminal.Unicode, text.English: terminal.ASCII,
	} {
		for _, scene := range scenes() {
			s := newStage(t, lang, [2]int{80, 24}, scene.in(charset))
			scene.play(s)
			for _, size := range windows {
				s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				if why := misfit(s, size, charset); why != "" {
					t.Errorf("%s, %v, %d, %s: %s\n%s", lang, size, charset, scene.name, why, s.text())
				}
			}
		}
	}
}

// misfit says why a view does not fit a window.
func misfit(s *stage, size [2]int, charset terminal.Charset) string {
	lines := strings.Split(s.model.View().Content, "\n")
	if len(lines) > size[1] {
		return fmt.Sprintf("%d rows", len(lines))
	}
	for _, line := range lines {
		if n := ansi.StringWidth(line); n > size[0] {
			return fmt.Sprintf("%d columns: %q", n, ansi.Strip(line))
		}
	}
	shown := s.text()
	if strings.Contains(shown, "!=(") || strings.Contains(shown, "%!") {
		return "a format"
	}
	if charset == terminal.ASCII && strings.ContainsFunc(shown, func(r rune) bool { return r > 0x7e }) {
		return "a character beyond ASCII"
	}
	keys := strings.TrimSpace(lines[len(lines)-1])
	if cut := ansi.Strip(keys); strings.HasSuffix(cut, "…") || charset == terminal.ASCII && strings.HasSuffix(cut, ".") {
		return "a key is cut"
	}
	return ""
}

// A terminal shows what the view has: nothing wraps, and nothing is lost.
func TestAnEmulatedTerminalShowsEveryScreenWhole(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {300, 100}} {
		for _, charset := range []terminal.Charset{terminal.Unicode, terminal.ASCII} {
			for _, scene := range scenes() {
				s := newStage(t, text.Portuguese, size, scene.in(charset))
				scene.play(s)
				s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				screen := emulator.New(size[0], size[1], false)
				_, _ = screen.Write([]byte(s.model.View().Content))
				var want []string
				for line := range strings.SplitSeq(s.text(), "\n") {
					want = append(want, strings.TrimRight(line, " "))
				}
				got := strings.TrimRight(screen.Text(), " \n")
				if got != strings.TrimRight(strings.Join(want, "\n"), " \n") {
					t.Errorf("%v, %d, %s: shown is\n%s\nof\n%s", size, charset, scene.name, got, s.text())
				}
				screen.Close()
			}
		}
	}
}

func TestACodeInASCIIIsMadeOfBlanksAndIsRead(t *testing.T) {
	for _, tt := range []struct {
		name  string
		light bool
		env   tea.Msg
	}{
		{"colours", false, nil},
		{"no colours", false, noColours},
		{"no colours, light", true, noColours},
	} {
		s := newStage(t, text.Portuguese, [2]int{180, 80}, scene{}.in(terminal.ASCII))
		if tt.light {
			s.send(tea.BackgroundColorMsg{Color: ansi.BrightWhite})
		}
		s.send(tt.env)
		s.link(230)
		screen := emulator.New(180, 80, tt.light)
		_, _ = screen.Write([]byte(s.model.View().Content))
		if got, err := screen.Code(); err != nil || got != linkOf(230).URL.Reveal() {
			t.Errorf("%s: %q %v\n%s", tt.name, got, err, s.text())
		}
		screen.Close()
	}
}

func TestWhereNoCodeFitsInASCIITheURLAndTheKeyOfTheBrowserAreThere(t *testing.T) {
	s := newStage(t, text.Portuguese, [2]int{80, 24}, scene{}.in(terminal.ASCII))
	s.link(90)
	for _, want := range []string{linkOf(90).URL.Reveal()[:60], `Ou tecle "o" para abrir o QR Code no navegador.`} {
		if !strings.Contains(s.text(), want) {
			t.Errorf("no %q on\n%s", want, s.text())
		}
	}
}

// noColours is what a terminal without colours says.
var noColours = tea.ColorProfileMsg{Profile: colorprofile.ASCII}
