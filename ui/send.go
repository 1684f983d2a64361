package ui

import (
	"fmt"
	"net/url"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"klavilink/validate"
)

// channel is a way to send the link to the customer.
type channel uint8

const (
	byClipboard channel = iota // the ready message, to be pasted anywhere
	byWhatsApp
	byEmail
)

// sending is a message on its way: on the screen first, word for word.
type sending struct {
	channel channel
	text    string
	to      string // masked
	address string // what is opened, empty for the clipboard
	failed  bool   // nothing opened it: it stands there to be opened by hand
}

// opened answers the opening of an address.
type opened struct {
	address string
	err     error
}

// message is what the customer reads: who, why, until when, and what nobody will
// ever ask. It holds no document. The template is the profile's or the
// language's; {empresa}, {link} and {hora} stand for the company, the URL and the
// end, and what names no company is left out where none is configured.
func (m *Model) message() string {
	template := m.cfg.Message
	switch {
	case template != "":
	case m.cfg.Company != "":
		template = m.t.Send.Message
	default:
		template = m.t.Send.MessageNoCompany
	}
	text := strings.NewReplacer(
		"{empresa}", m.cfg.Company, "{company}", m.cfg.Company,
		"{link}", m.link.URL.Reveal(),
		"{hora}", m.expiry(), "{time}", m.expiry(),
	).Replace(template)
	return validate.Harmless(text, maxMessage)
}

// maxMessage bounds a message, in characters: links are up to 700, and chats and
// mail programs take addresses of a few thousand.
const maxMessage = 4000

// compose puts a message on the screen. The one for the clipboard is copied at
// once; the others wait for enter.
func (m *Model) compose(c channel) tea.Cmd {
	s := &sending{channel: c, text: m.message()}
	phone, _ := validate.CheckPhone(m.link.request.Phone)
	email, _ := validate.CheckEmail(m.link.request.Email)
	switch c {
	case byWhatsApp:
		s.address = "https://wa.me/?text=" + escape(s.text)
		if phone.Mobile() {
			s.to = phone.String()
			s.address = "https://wa.me/" + strings.TrimPrefix(phone.Reveal(), "+") + "?text=" + escape(s.text)
		}
	case byEmail:
		to := ""
		if email.IsValid() {
			s.to = email.String()
			local, domain, _ := strings.Cut(email.Reveal(), "@")
			to = escape(local) + "@" + escape(domain)
		}
		s.address = "mailto:" + to + "?subject=" + escape(m.t.Send.Subject) + "&body=" + escape(s.text)
	case byClipboard:
	}
	m.sending = s
	m.lay(overlayMessage)
	if c == byClipboard {
		return m.copy(s.text)
	}
	return nil
}

// escape writes text for an address: blanks as %20, for mail programs show a
// plus as it is (RFC 6068, RFC 3986).
func escape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// pressMessage takes a key while a message is on the screen.
func (m *Model) pressMessage(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.openNow):
		return m.openAddress()
	case key.Matches(msg, m.keys.copyText):
		return m.copy(m.sending.text)
	case key.Matches(msg, m.keys.leaveOverlay):
		m.lay(overlayNone)
	}
	return nil
}

// openAddress hands the address to the system. Where nothing opens it, it stays
// on the screen.
func (m *Model) openAddress() tea.Cmd {
	address, open := m.sending.address, m.cfg.OpenURL
	if open == nil {
		m.sending.failed = true
		return nil
	}
	return func() tea.Msg { return opened{address, open(address)} }
}

// addressOpened says how it went, if the message is still on the screen.
func (m *Model) addressOpened(msg opened) {
	if m.overlay != overlayMessage || m.sending.address != msg.address {
		return
	}
	if msg.err != nil {
		m.sending.failed = true
		return
	}
	what := [...]string{byWhatsApp: m.t.Send.WhatsAppOpened, byEmail: m.t.Send.EmailOpened}[m.sending.channel]
	m.lay(overlayNone)
	m.notice = what
}

// viewMessage shows exactly what will be sent, and to whom.
func (m *Model) viewMessage() string {
	t, s := &m.t.Send, m.sending
	width := m.textWidth()
	wrap := func(text string) string { return hardwrap(text, width) }
	title := [...]string{byClipboard: t.TitleCopy, byWhatsApp: t.TitleWhatsApp, byEmail: t.TitleEmail}[s.channel]
	if s.to != "" {
		title += " " + fmt.Sprintf(t.ToF, s.to)
	} else if s.channel != byClipboard {
		title += " " + t.ToNobody
	}
	note := [...]string{byClipboard: t.NoteCopy, byWhatsApp: t.NoteWhatsApp, byEmail: t.NoteEmail}[s.channel]
	parts := []string{m.theme.title.Render(title), "", m.theme.text.Render(wrap(s.text)), "", m.theme.dim.Render(wrap(note))}
	if s.failed {
		parts = append(parts, "", m.theme.warn.Render(wrap(t.NoOpener)), m.theme.text.Render(wrapURL(s.address, width)))
	}
	return m.block(strings.Join(parts, "\n"))
}
