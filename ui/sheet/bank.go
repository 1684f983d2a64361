package sheet

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/field"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
)

// Bank picks another institution for the customer of a link. Enter asks for a new link
// with the same data otherwise.
type Bank struct {
	*screen.Session
	link   *desk.Link
	code   string // the institution that is highlighted
	picker *field.Picker
	keys   []screen.Binding
}

// NewBank makes the sheet for the link of the draft.
func NewBank(s *screen.Session, l *desk.Link) *Bank {
	b := &Bank{Session: s, link: l, code: *s.Desk.Draft().Text(draft.Institution)}
	b.picker = s.BankPicker(draft.Institution.String(), s.Text.Step.Institution, &b.code, l.Request.BusinessTaxID != "")
	b.picker.Focus()
	t := &s.Text.Keys
	b.keys = []screen.Binding{
		{Binding: screen.Bind("enter", t.Again, "enter"), Do: b.accept},
		{Binding: screen.Bind("↑↓", t.Choose, "up", "down"), Do: b.typed},
		{Binding: screen.Bind("esc", t.Back, "esc"), Do: b.leave},
	}
	return b
}

const (
	aboveRows = 3 // the title and the note above the list, and a blank line
	mostRows  = 15
)

// fit fits the list into a room and to the styles.
func (b *Bank) fit(a screen.Area) {
	b.picker.WithTheme(b.Theme)
	b.picker.WithWidth(min(a.Cols-2, 100))
	b.picker.WithHeight(min(a.Rows-aboveRows, mostRows))
}

// accept asks for the new link. Without another institution it only closes the sheet.
func (b *Bank) accept(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	chosen := b.Desk.Draft().Text(draft.Institution)
	switch {
	case b.picker.Problem() != "":
		return screen.Outcome{}, nil
	case b.code == *chosen:
		return screen.Outcome{Close: true}, nil
	}
	*chosen = b.code
	b.Desk.Replace(b.link)
	return screen.Go(flow.Submit), nil
}

// leave clears the search, or closes the sheet if there is none.
func (b *Bank) leave(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{Close: !b.picker.Escape()}, nil
}

// typed gives a key to the list.
func (b *Bank) typed(msg tea.KeyPressMsg) (screen.Outcome, tea.Cmd) { return b.Update(msg) }

// Update implements [screen.Sheet].
func (b *Bank) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.Resized:
		b.fit(msg.Area)
	case screen.Refitted:
		b.picker.WithTheme(b.Theme)
	case tea.KeyPressMsg, tea.PasteMsg:
		_, cmd := b.picker.Update(msg)
		return screen.Outcome{}, cmd
	}
	return screen.Outcome{}, nil
}

// Bindings implements [screen.Sheet].
func (b *Bank) Bindings() []screen.Binding { return b.keys }

// View implements [screen.Sheet]. It says what becomes of the link that is there.
func (b *Bank) View(a screen.Area) screen.Frame {
	note := fmt.Sprintf(b.Text.Links.OtherBankF, b.Facts(b.link, b.link.Left()).Expiry())
	title := b.Theme.Title.Render(screen.Cut(b.Text.Links.OtherBank, a.Cols-2))
	body := " " + title + "\n " + b.Theme.Dim.Render(screen.Cut(note, a.Cols-2)) + "\n\n"
	cursor := b.picker.Cursor()
	if cursor != nil {
		cursor.X++
		cursor.Y += aboveRows
	}
	return screen.Frame{Body: body + " " + strings.ReplaceAll(b.picker.View(), "\n", "\n "), Cursor: cursor}
}
