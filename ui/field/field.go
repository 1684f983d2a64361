// Package field has the form fields that huh lacks: a text input that formats
// and judges while one types, a picker that finds an institution by any of its
// names, rows of keys and values, and a small choice.
//
// They are huh fields, so that a huh form lays them out, themes them and holds
// the focus. They differ in one thing: they never send huh's messages to move
// on. A message would arrive some time after the key, and what is typed in
// between would land in the field that was left. A field notes where the key
// wants to go, and the wizard, which owns all navigation, asks for it with
// [Field.TakeMove] in the same breath.
//
// huh's own validation is not used either: a huh group with an error cannot be
// left backwards. [Field.Problem] is asked when the agent wants to go on.
//
// The package does not know what its values are for, or who checks them.
package field

import (
	"io"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// Move is where a key wants to take the focus.
type Move uint8

// The moves.
const (
	Stay   Move = iota
	Accept      // enter: the step is done, as far as the agent is concerned
	Next        // to the next field
	Prev        // to the one before
)

// Field is a huh field with what the wizard needs beyond.
type Field interface {
	huh.Field

	// TakeMove gives, once, where the last key wants to go.
	TakeMove() Move

	// Problem says what keeps the agent from leaving the step, and shows it;
	// empty where nothing does.
	Problem() string

	// Refuse shows the API's words until the value changes. They keep nobody
	// from going on: an outage may be over, or the words be about something else.
	Refuse(words string)

	// Drawn is the last View, without drawing again.
	Drawn() string

	// Cursor is where the terminal's cursor belongs, from the top left corner
	// of View; nil where there is none.
	Cursor() *tea.Cursor
}

// base is what all fields share.
type base struct {
	key, title string
	focused    bool
	width      int
	theme      huh.Theme
	move       Move
	drawn      string

	// Made by setTheme, without and with the focus.
	edge           [2]string
	option, picked [2]paint

	// tried is set once the agent wanted to go on; it lets a problem be shown
	// that would only annoy while one types.
	tried bool

	// refused are the API's words about the value.
	refused string
}

func (b *base) TakeMove() Move {
	m := b.move
	b.move = Stay
	return m
}

func (b *base) Refuse(words string) { b.refused = words }

// focus and blur serve the Focus and Blur of the fields.
func (b *base) focus() { b.focused = true }

func (b *base) blur() { b.focused = false }

// setTheme keeps the theme and what is made of it once instead of on every
// frame: styles cost much more than putting strings together.
func (b *base) setTheme(t huh.Theme) {
	b.theme = t
	st := t.Theme(true)
	for i, s := range []*huh.FieldStyles{&st.Blurred, &st.Focused} {
		b.edge[i] = s.Base.Render("")
		b.option[i], b.picked[i] = newPaint(s.Option), newPaint(s.SelectedOption)
	}
}

// paint is a style taken apart: what goes before a text and behind it.
type paint struct{ before, behind string }

func newPaint(s lipgloss.Style) paint {
	before, behind, _ := strings.Cut(s.Render("x"), "x")
	return paint{before, behind}
}

func (p paint) over(s string) string { return p.before + s + p.behind }

// focusIndex is 1 with the focus and 0 without.
func (b *base) focusIndex() int {
	if b.focused {
		return 1
	}
	return 0
}

// styles gives the theme's styles for the present focus. The theme ignores its
// argument and keeps what it has made: it is asked on every frame.
func (b *base) styles() *huh.FieldStyles {
	t := b.theme
	if t == nil {
		t = huh.ThemeFunc(huh.ThemeBase)
	}
	s := t.Theme(true)
	if b.focused {
		return &s.Focused
	}
	return &s.Blurred
}

// inner is the width that is left within the border.
func (b *base) inner() int { return max(b.width-2, 10) }

// frame puts the title above a field's lines and the border at their left.
func (b *base) frame(title string, lines ...string) string {
	edge := b.edge[b.focusIndex()]
	text := b.styles().Title.Render(title) + "\n" + strings.Join(lines, "\n")
	b.drawn = edge + strings.ReplaceAll(text, "\n", "\n"+edge)
	return b.drawn
}

func (b *base) Drawn() string { return b.drawn }

// says is the line beneath a field: what is wrong, marked with a sign and not by
// colour alone, or a note.
func (b *base) says(problem, note string) string {
	if problem != "" {
		return b.wrapped(b.styles().ErrorMessage, "✗ "+problem)
	}
	return b.wrapped(b.styles().Description, note)
}

func (b *base) wrapped(s lipgloss.Style, text string) string {
	return s.Render(lipgloss.Wrap(text, b.inner(), " "))
}

// The rest of huh.Field, alike for all.

func (b *base) Error() error { return nil }

func (b *base) Run() error { return nil }

func (b *base) RunAccessible(io.Writer, io.Reader) error { return nil }

func (b *base) Skip() bool { return false }

func (b *base) Zoom() bool { return false }

func (b *base) KeyBinds() []key.Binding { return nil }

func (b *base) GetKey() string { return b.key }

func (b *base) GetValue() any { return nil }

// newInput makes a text input with the terminal's own cursor, which screen
// readers follow and dead keys need. Its reading of the clipboard is off:
// terminals paste by themselves, and huh hands every message that is no key to a
// field twice.
func newInput() textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	in.KeyMap.Paste.SetEnabled(false)
	return in
}

// resize gives a text input a width. It scrolls anew: by itself it keeps the part
// of the text that fitted before, and draws beyond a narrower width.
func resize(in *textinput.Model, width int) {
	in.SetWidth(max(width, 1))
	at := in.Position()
	in.CursorEnd() // only a cursor that leaves the window makes it scroll
	in.CursorStart()
	in.SetCursor(at)
}

// insert puts text at the cursor, and the cursor behind it.
func insert(in *textinput.Model, text string) {
	runes, at := []rune(in.Value()), in.Position()
	in.SetValue(string(runes[:at]) + text + string(runes[at:]))
	in.SetCursor(at + utf8.RuneCountInString(text))
	if len(in.MatchedSuggestions()) > 0 {
		// SetValue keeps the suggestions for the old text. The input panics when
		// it accepts one that is shorter than the new text.
		in.SetSuggestions(in.AvailableSuggestions())
	}
}

// inputStyles carries a theme over to a text input.
func inputStyles(s *huh.FieldStyles) textinput.Styles {
	state := textinput.StyleState{
		Text: s.TextInput.Text, Prompt: s.TextInput.Prompt,
		Placeholder: s.TextInput.Placeholder, Suggestion: s.TextInput.Placeholder,
	}
	cursor := textinput.CursorStyle{Shape: tea.CursorBar, Blink: true}
	return textinput.Styles{Focused: state, Blurred: state, Cursor: cursor}
}

// leaving gives where a key takes the focus from a field of one line.
func leaving(k tea.KeyPressMsg) Move {
	switch k.String() {
	case "enter":
		return Accept
	case "tab", "down":
		return Next
	case "shift+tab", "up":
		return Prev
	default:
		return Stay
	}
}
