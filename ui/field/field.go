// Package field provides the form fields that huh lacks:
//
//   - [Input], a text input that formats and checks the text during typing,
//   - [Picker], a list that is searched by any name of an option,
//   - [Pairs], rows of keys and values,
//   - [Choice], a choice of a few options.
//
// They implement huh.Field, so that a huh form does the layout, the theme and the
// focus. Unlike other huh fields, they never send huh's messages that move the
// focus. Such a message arrives some time after the key, and keys typed in between
// would go to the old field. Instead, a field remembers where the last key wants
// to go. The wizard does all navigation, and calls [Field.TakeMove] right after
// every key.
//
// The fields do not use huh's validation, because it does not let the user go back
// from a group with an error. The wizard calls [Field.Problem] when the agent wants
// to go on.
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

// Move says where a key wants to take the focus.
type Move uint8

// The moves. A key that edits leaves the focus where it is.
const (
	Stay   Move = iota // stay in the field
	Accept             // go on: the agent pressed enter
	Next               // go to the next field
	Prev               // go to the previous field
)

// Field is a huh field with the methods that the wizard needs in addition.
type Field interface {
	huh.Field

	// TakeMove returns where the last key wants to go, and Stay when it is called
	// again.
	TakeMove() Move

	// Problem returns what keeps the agent from leaving the step, and makes the
	// field show it. It returns "" if there is no problem.
	Problem() string

	// Refuse shows why the API refused the value, until the value changes. The
	// agent can still go on: an outage may be over, and the API may have meant
	// another field.
	Refuse(words string)

	// Drawn returns the result of the last View.
	Drawn() string

	// Cursor returns the terminal's cursor, at a position that is relative to the
	// top left corner of View. It returns nil if the field shows no cursor.
	Cursor() *tea.Cursor
}

// base holds what all fields share.
type base struct {
	key, title string
	focused    bool
	width      int
	theme      huh.Theme
	move       Move
	drawn      string

	// These are made by setTheme: the first without the focus, the second with it.
	edge           [2]string
	option, picked [2]paint

	// tried is set when the agent wants to go on. Some problems are shown only
	// then, because they would disturb during typing.
	tried bool

	// refused is why the API refused the value, in the API's words.
	refused string
}

// TakeMove implements [Field].
func (b *base) TakeMove() Move {
	m := b.move
	b.move = Stay
	return m
}

// Refuse implements [Field].
func (b *base) Refuse(words string) { b.refused = words }

// focus notes that the field has the focus.
func (b *base) focus() { b.focused = true }

// blur notes that the field has lost the focus.
func (b *base) blur() { b.focused = false }

// setTheme stores the theme, and renders the parts of every frame that do not
// change. Rendering a style takes much longer than joining strings.
func (b *base) setTheme(t huh.Theme) {
	b.theme = t
	st := t.Theme(true)
	for i, s := range []*huh.FieldStyles{&st.Blurred, &st.Focused} {
		b.edge[i] = s.Base.Render("")
		b.option[i], b.picked[i] = newPaint(s.Option), newPaint(s.SelectedOption)
	}
}

// paint is what a style puts before a text and after it.
type paint struct{ before, after string }

// newPaint returns the paint of a style.
func newPaint(s lipgloss.Style) paint {
	before, after, _ := strings.Cut(s.Render("x"), "x")
	return paint{before, after}
}

// apply returns a text in the style.
func (p paint) apply(s string) string { return p.before + s + p.after }

// focusIndex returns 1 if the field has the focus, and 0 otherwise.
func (b *base) focusIndex() int {
	if b.focused {
		return 1
	}
	return 0
}

// styles returns the theme's styles for a field with or without the focus. It is
// called on every frame, which is cheap: the theme ignores its argument and returns
// the same styles every time.
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

// innerWidth returns the width inside the border.
func (b *base) innerWidth() int { return max(b.width-2, 10) }

// frame puts a title above the lines of a field, and a border on their left. It
// stores the result for Drawn.
func (b *base) frame(title string, lines ...string) string {
	edge := b.edge[b.focusIndex()]
	text := b.styles().Title.Render(title) + "\n" + strings.Join(lines, "\n")
	b.drawn = edge + strings.ReplaceAll(text, "\n", "\n"+edge)
	return b.drawn
}

// Drawn implements [Field].
func (b *base) Drawn() string { return b.drawn }

// footer returns the text below a field: a problem if there is one, or else the
// note. A problem begins with a sign, because colour alone does not reach everyone.
func (b *base) footer(problem, note string) string {
	if problem != "" {
		return b.wrapped(b.styles().ErrorMessage, "✗ "+problem)
	}
	return b.wrapped(b.styles().Description, note)
}

// wrapped renders a text in lines that fit inside the border.
func (b *base) wrapped(s lipgloss.Style, text string) string {
	return s.Render(lipgloss.Wrap(text, b.innerWidth(), " "))
}

// The methods of huh.Field below are the same for all fields.

// Error implements huh.Field. It returns nil, because problems are in Problem.
func (b *base) Error() error { return nil }

// Run implements huh.Field.
func (b *base) Run() error { return nil }

// RunAccessible implements huh.Field.
func (b *base) RunAccessible(io.Writer, io.Reader) error { return nil }

// Skip implements huh.Field.
func (b *base) Skip() bool { return false }

// Zoom implements huh.Field.
func (b *base) Zoom() bool { return false }

// KeyBinds implements huh.Field.
func (b *base) KeyBinds() []key.Binding { return nil }

// GetKey implements huh.Field.
func (b *base) GetKey() string { return b.key }

// GetValue implements huh.Field. It returns nil, because values are bound.
func (b *base) GetValue() any { return nil }

// newInput returns a text input that uses the terminal's own cursor: screen readers
// follow that cursor, and dead keys need it. The input does not read the clipboard.
// Terminals paste by themselves, and huh passes a field every message twice that is
// not a key.
func newInput() textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	in.KeyMap.Paste.SetEnabled(false)
	return in
}

// resize sets the width of a text input and scrolls it to the cursor. Otherwise the
// input would go on showing the text that fitted before, even beyond a narrower
// width.
func resize(in *textinput.Model, width int) {
	in.SetWidth(max(width, 1))
	at := in.Position()
	in.CursorEnd() // the input scrolls only when the cursor leaves its window
	in.CursorStart()
	in.SetCursor(at)
}

// insert puts a text at the cursor, and moves the cursor behind the text.
func insert(in *textinput.Model, text string) {
	runes, at := []rune(in.Value()), in.Position()
	in.SetValue(string(runes[:at]) + text + string(runes[at:]))
	in.SetCursor(at + utf8.RuneCountInString(text))
	if len(in.MatchedSuggestions()) > 0 {
		// SetValue keeps the suggestions for the old text. The input would panic on
		// accepting one that is shorter than the new text.
		in.SetSuggestions(in.AvailableSuggestions())
	}
}

// inputStyles returns the styles of a text input in a theme.
func inputStyles(s *huh.FieldStyles) textinput.Styles {
	state := textinput.StyleState{
		Text: s.TextInput.Text, Prompt: s.TextInput.Prompt,
		Placeholder: s.TextInput.Placeholder, Suggestion: s.TextInput.Placeholder,
	}
	cursor := textinput.CursorStyle{Shape: tea.CursorBar, Blink: true}
	return textinput.Styles{Focused: state, Blurred: state, Cursor: cursor}
}

// moveOf returns where a key takes the focus from a field of one line.
func moveOf(k tea.KeyPressMsg) Move {
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
