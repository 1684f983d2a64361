package ui

import (
	"fmt"
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"klavilink/ui/qr"
	"klavilink/ui/webpage"
	"klavilink/validate"
)

// copied answers a copy to the system's clipboard.
type copied struct {
	text string
	err  error
}

// pressLink takes a key while a link is live.
func (m *Model) pressLink(msg tea.KeyPressMsg, asked confirmation) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.copyLink):
		return m.copyLink()
	case key.Matches(msg, m.keys.message):
		return m.compose(byClipboard)
	case key.Matches(msg, m.keys.whatsApp):
		return m.compose(byWhatsApp)
	case key.Matches(msg, m.keys.email):
		return m.compose(byEmail)
	case key.Matches(msg, m.keys.play):
		m.link.playing = true
		return m.playNext(played{m.link, 0})
	case key.Matches(msg, m.keys.allKeys):
		m.showKeys()
	case key.Matches(msg, m.keys.browser):
		return m.showPage()
	case key.Matches(msg, m.keys.present), key.Matches(msg, m.keys.leavePresenter):
		m.presenter = !m.presenter
		m.redraw()
	case key.Matches(msg, m.keys.swap):
		m.inverted = !m.inverted
		m.redraw()
	case key.Matches(msg, m.keys.redraw):
		m.drawOtherwise()
	case key.Matches(msg, m.keys.save):
		return m.saveCode()
	case key.Matches(msg, m.keys.editData):
		if asked != confirmBack {
			m.ask(confirmBack, m.t.Link.AskBackF)
			return nil
		}
		return m.follow(Back)
	}
	return nil
}

// drawOtherwise goes on to the next rendering that fits, for a phone that does
// not catch this one.
func (m *Model) drawOtherwise() {
	at := slices.Index(m.fitting, m.drawing.rendering)
	at = (at + 1) % len(m.fitting)
	m.chosen = m.fitting[at]
	m.redraw()
	names := [...]string{halfBlocks: m.t.Link.HalfBlocks, fullCells: m.t.Link.FullCells, asImage: m.t.Link.Image}
	m.notice = fmt.Sprintf(m.t.Link.DrawnF, names[m.chosen], at+1, len(m.fitting))
}

// copyLink copies the URL both ways: through the terminal (OSC 52), which works
// over ssh and which nobody confirms, and through the system's clipboard, which
// a terminal without OSC 52 needs. Where the layout has no room for the URL it
// takes the code's place, so that "copied" is never all there is.
func (m *Model) copyLink() tea.Cmd {
	if m.drawing.layout == layoutAlone {
		m.lay(overlayURL)
	}
	return m.copy(m.link.URL.Reveal())
}

// copy copies what is in sight.
func (m *Model) copy(text string) tea.Cmd {
	native := func() tea.Msg { return copied{text: text} }
	if write := m.cfg.Clipboard; write != nil {
		native = func() tea.Msg { return copied{text, write(text)} }
	}
	return tea.Batch(tea.SetClipboard(text), native, m.cfg.Clock.After(clipboardTime, unwanted{text}))
}

// clipboardTime is how long a link may stay in the clipboard.
const clipboardTime = time.Minute

// unwanted is the end of that time for a text.
type unwanted struct{ text string }

// clearClipboard takes a text out of the system's clipboard, if it is what is
// still there. What a terminal did with it over ssh nobody can tell, and
// something else may be there by now.
func (m *Model) clearClipboard(msg unwanted) tea.Cmd {
	read, write := m.cfg.ReadClipboard, m.cfg.Clipboard
	if read == nil || write == nil {
		return nil
	}
	return func() tea.Msg {
		if now, err := read(); err == nil && now == msg.text {
			_ = write("") // nobody is there to be told
		}
		return nil
	}
}

// copied says how it went, if what was copied is still on the screen.
func (m *Model) copied(msg copied) {
	whole := m.state == StateLink && !m.presenter
	switch {
	case whole && m.overlay == overlayMessage && m.sending.text == msg.text:
		m.notice = m.t.Send.Copied
	case whole && m.overlay != overlayMessage && m.link.URL.Reveal() == msg.text:
		m.notice = m.t.Link.Copied
	default:
		return
	}
	if msg.err != nil || m.cfg.Clipboard == nil {
		m.notice = m.t.Link.CopiedMaybe
	}
}

// paged answers the showing of a page.
type paged struct {
	url, path string
	err       error
}

// showPage opens the code as a page in the browser.
func (m *Model) showPage() tea.Cmd {
	m.paged = true
	pages, code, expires := m.cfg.Pages, m.link.code, m.link.expiresAt(m.cfg.Clock)
	left, url, t := m.link.left, m.link.URL.Reveal(), &m.t.Link
	words := webpage.Words{Lang: string(m.t.Lang), Scan: t.PresenterScan, Left: t.PageLeft, Expired: t.Expired}
	return func() tea.Msg {
		html, err := webpage.HTML(code, expires, left, words)
		if err != nil {
			return paged{url: url, err: err}
		}
		path, err := pages.Show(html)
		return paged{url, path, err}
	}
}

// pageShown says how it went. A page that was opened for a link which was left
// in between is taken away again.
func (m *Model) pageShown(msg paged) tea.Cmd {
	if m.state != StateLink || m.link.URL.Reveal() != msg.url {
		m.paged = true
		return m.withdraw()
	}
	switch {
	case m.presenter:
	case msg.err == nil:
		m.notice = m.t.Link.PageShown
	case msg.path != "":
		m.say(fmt.Sprintf(m.t.Link.PageByHandF, validate.Harmless(msg.path, maxPath)))
	default:
		m.notice = m.t.Link.PageFailed
	}
	return nil
}

// saved answers the saving of a picture.
type saved struct {
	url, path string
	err       error
}

// savedScale is that of a saved picture: the standard's quiet zone, and large
// enough for a slide, small enough for a message.
var savedScale = qr.Scale{Quiet: 4, Pixels: 10}

// saveCode saves the code as a picture. Its name says until when it is good, and
// nothing about the customer.
func (m *Model) saveCode() tea.Cmd {
	save, code, url := m.cfg.Save, m.link.code, m.link.URL.Reveal()
	name := fmt.Sprintf(m.t.Link.FileF, m.link.expiresAt(m.cfg.Clock).Local().Format("15h04"))
	return func() tea.Msg {
		png, err := code.PNG(savedScale)
		if err != nil {
			return saved{url: url, err: err}
		}
		path, err := save(name, png)
		return saved{url, path, err}
	}
}

// codeSaved says how it went, if the link is still the one on the screen.
func (m *Model) codeSaved(msg saved) {
	switch {
	case m.state != StateLink || m.presenter || m.link.URL.Reveal() != msg.url:
	case msg.err != nil:
		m.notice = m.t.Link.SaveFailed
	default:
		m.say(fmt.Sprintf(m.t.Link.SavedF, validate.Harmless(msg.path, maxPath)))
	}
}

// maxPath bounds a path on the screen, in characters.
const maxPath = 400

// withdraw takes the page away where there is one.
func (m *Model) withdraw() tea.Cmd {
	if !m.paged {
		return nil
	}
	m.paged = false
	pages := m.cfg.Pages
	return func() tea.Msg {
		pages.Withdraw()
		return nil
	}
}
