package field

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"klavilink/validate"
)

// Verdict is what there is to say about a text.
type Verdict struct {
	// Title replaces the field's title where it is not empty: the label follows
	// what is typed.
	Title string

	// Problem keeps the agent from going on. Early says that more typing will
	// not mend it, so that it is shown at once.
	Problem string
	Early   bool

	// Note is said where no problem is shown: that all is well, or what is still
	// missing. ReadAloud is a note that the agent is to act upon.
	Note      string
	ReadAloud bool
}

// InputConfig describes an [Input].
type InputConfig struct {
	Key, Title, Placeholder string

	// Value is bound: it holds what is on the screen after every key.
	Value *string

	// Mask punctuates the text while one types; nil leaves it.
	Mask func(string) string

	// Hide gives what is shown of the text while the field has no focus, of what is
	// somebody's own; nil shows it. Hidden tells whether to, HiddenNote makes a
	// note that tells how to see it.
	Hide       func(string) string
	Hidden     func() bool
	HiddenNote func(note string) string

	// Check judges the text after every change. It must be quick.
	Check func(string) Verdict
}

// Input is a line of text.
type Input struct {
	base
	cfg     InputConfig
	in      textinput.Model
	verdict Verdict
}

// NewInput makes an input that shows the bound value.
func NewInput(cfg InputConfig) *Input {
	f := &Input{base: base{key: cfg.Key, title: cfg.Title}, cfg: cfg, in: newInput()}
	f.in.Placeholder = cfg.Placeholder
	f.in.SetValue(f.clean(*cfg.Value))
	if cfg.Mask != nil {
		f.in.SetValue(cfg.Mask(f.in.Value()))
	}
	f.in.CursorEnd()
	f.changed()
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
		f.settle()
	case tea.KeyPressMsg:
		if f.move = leaving(msg); f.move == Stay {
			return f, f.press(msg)
		}
	}
	return f, nil
}

// press edits. With a mask, backspace and delete step over punctuation: it
// would come back at once, and the key would seem dead.
func (f *Input) press(msg tea.KeyPressMsg) tea.Cmd {
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
		f.settle()
	}
	return cmd
}

// clean makes foreign text fit for the line. What means nothing in a document or
// a telephone goes; elsewhere only what stands around the text does. Everything
// else stays to be seen and complained about.
func (f *Input) clean(text string) string {
	if f.cfg.Mask != nil {
		text = validate.Compact(text)
	} else {
		text = validate.Trim(text)
	}
	return visible(text)
}

// visible makes foreign text harmless and shows what cannot be shown as a box:
// bubbles' input drops U+FFFD in silence.
func visible(text string) string {
	return strings.ReplaceAll(validate.Harmless(text, maxText), "\ufffd", "□")
}

// maxText bounds what a line holds, in characters: more than any honest value.
const maxText = 4200

// settle masks what is there after a change and keeps the cursor behind the
// same significant character.
func (f *Input) settle() {
	if f.cfg.Mask != nil {
		text := f.in.Value()
		if masked := f.cfg.Mask(text); masked != text {
			behind := significant([]rune(text)[:f.in.Position()])
			f.in.SetValue(masked)
			f.in.SetCursor(after([]rune(masked), behind))
		}
	}
	f.refused, f.tried = "", false
	f.changed()
}

// changed tells the value and the verdict.
func (f *Input) changed() {
	*f.cfg.Value = f.in.Value()
	f.verdict = Verdict{}
	if f.cfg.Check != nil {
		f.verdict = f.cfg.Check(f.in.Value())
	}
}

func punctuation(r rune) bool { return strings.ContainsRune(" .-/()", r) }

// significant counts what is not punctuation.
func significant(runes []rune) (n int) {
	for _, r := range runes {
		if !punctuation(r) {
			n++
		}
	}
	return n
}

// after gives the position behind the n-th significant character.
func after(runes []rune, n int) int {
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
	says := f.says(problem, f.verdict.Note)
	hide := !f.focused && f.cfg.Hide != nil && f.in.Value() != "" && f.cfg.Hidden()
	switch {
	case problem == "" && f.verdict.ReadAloud && hide:
		says = f.says("", f.cfg.HiddenNote("✓")) // the note spells the text
	case problem == "" && hide:
		says = f.says("", f.cfg.HiddenNote(f.verdict.Note))
	case problem == "" && f.verdict.ReadAloud:
		says = f.wrapped(f.styles().Option, f.verdict.Note)
	}
	if hide {
		return f.frame(title, f.styles().TextInput.Text.Render(f.cfg.Hide(f.in.Value())), says)
	}
	return f.frame(title, f.in.View(), says)
}

// Cursor implements [Field].
func (f *Input) Cursor() *tea.Cursor {
	c := f.in.Cursor()
	if c == nil {
		return nil
	}
	c.X += 2 // border and padding
	c.Y++    // title
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
	resize(&f.in, f.inner()-1)
	return f
}

// WithHeight implements huh.Field.
func (f *Input) WithHeight(int) huh.Field { return f }

// WithPosition implements huh.Field.
func (f *Input) WithPosition(huh.FieldPosition) huh.Field { return f }
