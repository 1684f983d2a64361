package field

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"klavilink/validate"
)

// Verdict is the result of checking a text.
type Verdict struct {
	// Title replaces the field's title unless it is empty, so that the label can
	// follow the text.
	Title string

	// Problem keeps the agent from going on unless it is empty. It is shown at
	// once if Early is set, which means that more typing cannot solve it.
	Problem string
	Early   bool

	// Note is shown when no problem is shown. It says that the text is valid, or
	// what is still missing. ReadAloud makes the note stand out, because the agent
	// should act on it.
	Note      string
	ReadAloud bool

	// Suggestion is what the text is probably meant to be. The note or the problem
	// asks about it, and a key puts it in.
	Suggestion string
}

// InputConfig describes an [Input].
type InputConfig struct {
	Key, Title, Placeholder string

	// Value is bound to the text: after every key it holds what is on the screen.
	Value *string

	// Mask adds punctuation to the text during typing. If it is nil, the text
	// stays as it is typed.
	Mask func(string) string

	// Hide returns what is shown instead of personal data while the field does not
	// have the focus. If it is nil, the text is always shown. Hidden reports
	// whether texts are hidden now. HiddenNote adds to a note how to see the text.
	Hide       func(string) string
	Hidden     func() bool
	HiddenNote func(note string) string

	// SuggestionNote adds to a note or a problem that ctrl+y takes the suggestion. It
	// may be nil if no verdict has a suggestion.
	SuggestionNote func(note string) string

	// Check judges the text. It is called after every change and must be fast.
	Check func(string) Verdict
}

// Input is a line of text.
type Input struct {
	base
	cfg     InputConfig
	in      textinput.Model
	verdict Verdict
}

// NewInput returns an input that shows the bound value.
func NewInput(cfg InputConfig) *Input {
	f := &Input{base: base{key: cfg.Key, title: cfg.Title}, cfg: cfg, in: newInput()}
	f.in.Placeholder = cfg.Placeholder
	f.in.SetValue(f.clean(*cfg.Value))
	if cfg.Mask != nil {
		f.in.SetValue(cfg.Mask(f.in.Value()))
	}
	f.in.CursorEnd()
	f.store()
	return f
}

var _ Field = (*Input)(nil)

// Init implements huh.Field.
func (f *Input) Init() tea.Cmd { return nil }

// Update implements huh.Field.
func (f *Input) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		insert(&f.in, f.clean(msg.Content))
		f.edited()
	case tea.KeyPressMsg:
		if f.move = moveOf(msg); f.move == Stay {
			return f, f.press(msg)
		}
	}
	return f, nil
}

// press edits the text. With a mask, backspace and delete skip punctuation: the mask
// would put it back at once, and the key would seem to do nothing.
func (f *Input) press(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "ctrl+y" {
		f.takeSuggestion()
		return nil
	}
	before, pos := f.in.Value(), f.in.Position()
	if f.cfg.Mask != nil {
		runes := []rune(before)
		switch msg.String() {
		case "backspace", "ctrl+h":
			for pos > 1 && punctuation(runes[pos-1]) {
				pos--
			}
			f.in.SetCursor(pos)
		case "delete", "ctrl+d":
			for pos < len(runes) && punctuation(runes[pos]) {
				pos++
			}
			f.in.SetCursor(pos)
		}
	}
	var cmd tea.Cmd
	f.in, cmd = f.in.Update(msg)
	if f.in.Value() != before {
		f.edited()
	}
	return cmd
}

// takeSuggestion replaces the text with what it is probably meant to be.
func (f *Input) takeSuggestion() {
	if f.verdict.Suggestion == "" {
		return
	}
	f.in.SetValue(f.clean(f.verdict.Suggestion))
	f.in.CursorEnd()
	f.edited()
}

// clean prepares a text from outside for the line. With a mask it removes the
// characters that mean nothing in a document or a telephone number. Otherwise it
// removes only what surrounds the text. Everything else stays, so that the agent
// sees it and the check can refuse it.
func (f *Input) clean(text string) string {
	if f.cfg.Mask != nil {
		text = validate.Compact(text)
	} else {
		text = validate.Trim(text)
	}
	return visible(text)
}

// visible makes a text from outside harmless. It shows a box for every character
// that cannot be shown. The box replaces U+FFFD, which the input of bubbles drops
// without a sign.
func visible(text string) string {
	return strings.ReplaceAll(validate.Harmless(text, maxText), "\ufffd", "□")
}

// maxText is the most that a line takes, in characters. No real value is so long.
const maxText = 4200

// edited applies the mask after a change. The cursor stays behind the same
// character, not counting punctuation.
func (f *Input) edited() {
	if f.cfg.Mask != nil {
		text := f.in.Value()
		if masked := f.cfg.Mask(text); masked != text {
			behind := significant([]rune(text)[:f.in.Position()])
			f.in.SetValue(masked)
			f.in.SetCursor(positionAfter([]rune(masked), behind))
		}
	}
	f.refused, f.tried = "", false
	f.store()
}

// store puts the text into the bound value and judges it.
func (f *Input) store() {
	*f.cfg.Value = f.in.Value()
	if f.cfg.Check != nil {
		f.verdict = f.cfg.Check(f.in.Value())
	}
}

// punctuation reports whether a character belongs to a mask.
func punctuation(r rune) bool { return strings.ContainsRune(" .-/()", r) }

// significant counts the characters that are not punctuation.
func significant(runes []rune) (n int) {
	for _, r := range runes {
		if !punctuation(r) {
			n++
		}
	}
	return n
}

// positionAfter returns the position behind the n-th character that is not
// punctuation.
func positionAfter(runes []rune, n int) int {
	for i, r := range runes {
		if n == 0 {
			return i
		}
		if !punctuation(r) {
			n--
		}
	}
	return len(runes)
}

// Problem implements [Field].
func (f *Input) Problem() string {
	f.tried = true
	return f.verdict.Problem
}

// Focus implements huh.Field.
func (f *Input) Focus() tea.Cmd {
	f.focus()
	return f.in.Focus()
}

// Blur implements huh.Field.
func (f *Input) Blur() tea.Cmd {
	f.blur()
	f.in.Blur()
	return nil
}

// View implements huh.Field.
func (f *Input) View() string {
	title := f.title
	if f.verdict.Title != "" {
		title = f.verdict.Title
	}
	problem := f.refused
	if problem == "" && (f.tried || f.verdict.Early) {
		problem = f.verdict.Problem
	}
	note := f.verdict.Note
	if f.focused && f.refused == "" && f.verdict.Suggestion != "" {
		note = f.cfg.SuggestionNote(note)
		if problem != "" {
			problem = f.cfg.SuggestionNote(problem)
		}
	}
	footer := f.footer(problem, note)
	hide := !f.focused && f.cfg.Hide != nil && f.in.Value() != "" && f.cfg.Hidden()
	switch {
	case problem == "" && f.verdict.ReadAloud && hide:
		footer = f.footer("", f.cfg.HiddenNote("✓")) // the note itself spells the text
	case problem == "" && hide:
		footer = f.footer("", f.cfg.HiddenNote(f.verdict.Note))
	case problem == "" && f.verdict.ReadAloud:
		footer = f.wrapped(f.styles().Option, f.verdict.Note)
	}
	if hide {
		return f.frame(title, f.styles().TextInput.Text.Render(f.cfg.Hide(f.in.Value())), footer)
	}
	return f.frame(title, f.in.View(), footer)
}

// Cursor implements [Field].
func (f *Input) Cursor() *tea.Cursor {
	c := f.in.Cursor()
	if c == nil {
		return nil
	}
	c.X += 2 // the border and the padding
	c.Y++    // the title
	return c
}

// WithTheme implements huh.Field.
func (f *Input) WithTheme(t huh.Theme) huh.Field {
	f.setTheme(t)
	f.in.SetStyles(inputStyles(f.styles()))
	return f
}

// WithKeyMap implements huh.Field.
func (f *Input) WithKeyMap(*huh.KeyMap) huh.Field { return f }

// WithWidth implements huh.Field.
func (f *Input) WithWidth(w int) huh.Field {
	f.width = w
	resize(&f.in, f.innerWidth()-1)
	return f
}

// WithHeight implements huh.Field.
func (f *Input) WithHeight(int) huh.Field { return f }

// WithPosition implements huh.Field.
func (f *Input) WithPosition(huh.FieldPosition) huh.Field { return f }
