package sheet

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/field"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// Recipient asks for the mobile phone to which a message goes by WhatsApp. The number
// serves for this message alone: it goes into no request.
type Recipient struct {
	*screen.Session
	link  *desk.Link
	phone string
	field *field.Input
	keys  []screen.Binding
}

// HasMobile reports whether a link was made with the number of a mobile phone.
func HasMobile(l *desk.Link) bool {
	p, _ := validate.CheckPhone(l.Request.Phone)
	return p.Mobile()
}

// NewRecipient makes the sheet for a link.
func NewRecipient(s *screen.Session, l *desk.Link) *Recipient {
	r := &Recipient{Session: s, link: l}
	fields := draft.Fields()
	asked := fields[slices.IndexFunc(fields, func(f *draft.Field) bool { return f.Key == draft.Phone })]
	r.field = field.NewInput(field.InputConfig{
		Title: asked.Label(s.Text), Mask: asked.Mask, Value: &r.phone,
		Check: func(value string) field.Verdict {
			v := field.Verdict(asked.Check(s.Text, value))
			if p, _ := validate.CheckPhone(value); p.IsValid() && !p.Mobile() {
				v.Problem, v.Early = s.Text.Send.NeedsMobile, true
			}
			if validate.Trim(value) == "" {
				v.Note = s.Text.Send.RecipientNote
			}
			return v
		},
	})
	r.field.Focus()
	t := &s.Text.Keys
	r.keys = []screen.Binding{
		{Binding: screen.Bind("enter", t.Next, "enter"), Do: r.accept},
		{Binding: screen.Bind("esc", t.Back, "esc"), Do: leave},
	}
	return r
}

// accept shows the message to the number. Without a number the agent chooses the
// recipient in WhatsApp.
func (r *Recipient) accept(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	if r.field.Problem() != "" {
		return screen.Outcome{}, nil
	}
	m, cmd := NewMessage(r.Session, r.link, ByWhatsApp)
	m.address, m.to = whatsApp(m.text, r.phone)
	return screen.Outcome{Open: m}, cmd
}

// Update implements [screen.Sheet].
func (r *Recipient) Update(msg tea.Msg) (screen.Outcome, tea.Cmd) {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		_, cmd := r.field.Update(msg)
		return screen.Outcome{}, cmd
	}
	return screen.Outcome{}, nil
}

// Bindings implements [screen.Sheet].
func (r *Recipient) Bindings() []screen.Binding { return r.keys }

// View implements [screen.Sheet].
func (r *Recipient) View(a screen.Area) screen.Frame {
	r.field.WithTheme(r.Theme)
	r.field.WithWidth(screen.TextWidth(a.Cols))
	f := screen.Frame{
		Body: screen.Block(r.Theme.Title.Render(r.Text.Send.TitleWhatsApp), "", r.field.View()), Cursor: r.field.Cursor(),
	}
	if f.Cursor != nil {
		f.Cursor.X += 2 // the margin
		f.Cursor.Y += 2 // the title and the blank line
	}
	return f
}
