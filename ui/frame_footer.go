package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/screen"
)

// notice is what is said until the next key.
type notice struct {
	words string
	good  bool // it tells of something that worked
}

// signed returns the words behind their sign.
func (n notice) signed() string {
	if n.good {
		return "✓ " + n.words
	}
	return "! " + n.words
}

// render colours the notice. The sign says the same as the colour.
func (n notice) render(t *screen.Theme) string { return n.style(t).Render(n.signed()) }

func (n notice) style(t *screen.Theme) lipgloss.Style {
	if n.good {
		return t.Good
	}
	return t.Warn
}

// footer stands in so many rows at most: the warnings, the notice and the line of keys.
// A notice is cut to one line if there is no room for more, and takes the place of the
// keys if there is no room for that.
func (f *frame) footer(warned string, most int) string {
	var parts []string
	if warned != "" {
		parts = append(parts, lipgloss.NewStyle().MarginLeft(1).Render(warned))
	}
	keys := screen.Cut(" "+f.keys(f.Terminal.Cols-2), f.Terminal.Cols)
	if f.notice.words == "" {
		return strings.Join(append(parts, keys), "\n")
	}
	width := max(f.Terminal.Cols-2, 1)
	style := f.notice.style(f.Theme).MarginLeft(1)
	free := most - rowsOf(warned) - 1
	said := screen.Fold(f.notice.signed(), width)
	if lipgloss.Height(said) > free {
		said = screen.Cut(f.notice.signed(), width)
	}
	parts = append(parts, style.Render(said))
	if free > 0 {
		parts = append(parts, keys)
	}
	return strings.Join(parts, "\n")
}

// footerRows are the rows that a view must leave to the warnings and the keys. A notice
// takes those that the view does not need.
func (f *frame) footerRows() int { return 1 + rowsOf(f.warned) }

// rowsOf counts the rows of a text, none if it is empty.
func rowsOf(s string) int {
	if s == "" {
		return 0
	}
	return lipgloss.Height(s)
}

// keys is the line of keys in so many columns. If not all fit, the last ones are left out,
// but not those that lead on: the list of all keys, or else the ways back and out.
func (f *frame) keys(width int) string {
	list := slices.Clone(f.shown)
	all := slices.IndexFunc(list, named("?")) >= 0
	kept := func(b key.Binding) bool {
		return all && named("?")(b) || !all && (named("esc")(b) || named("ctrl+c")(b))
	}
	for at := len(list) - 1; at > 0 && columns(list) > width; at-- {
		if !kept(list[at]) {
			list = slices.Delete(list, at, at+1)
		}
	}
	for len(list) > 0 && columns(list) > width {
		list = list[1:] // The last ones lead on.
	}
	return f.help.ShortHelpView(list)
}

// named returns a test for the binding of a key.
func named(name string) func(key.Binding) bool {
	return func(b key.Binding) bool { return slices.Contains(b.Keys(), name) }
}

// columns are those that a line of keys takes.
func columns(list []key.Binding) int {
	n := 2 * (len(list) - 1)
	for _, b := range list {
		n += ansi.StringWidth(b.Help().Key+b.Help().Desc) + 1
	}
	return n
}
