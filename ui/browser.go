package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/webpage"
	"klavilink/validate"
)

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
