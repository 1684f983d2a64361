package link

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/screen"
	"klavilink/ui/sheet"
	"klavilink/ui/webpage"
	"klavilink/validate"
)

// page is the code as a page in the browser.
type page struct {
	*subject
	open bool // a page was opened, and not withdrawn yet
}

// pageShown says how the opening of a page went.
type pageShown struct {
	url, path string
	err       error
}

// show opens the page.
func (p *page) show(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	p.open = true
	pages, code, expires := p.Pages, *p.code, p.link.ExpiresAt()
	left, url, t := p.left, p.link.URL.Reveal(), &p.Text.Link
	words := webpage.Words{
		Lang: string(p.Text.Lang), Title: t.PageTitle, Scan: t.PresenterScan, LeftF: t.LeftF,
		Expired: t.Expired, Closed: t.PageClosed,
	}
	return screen.Outcome{}, func() tea.Msg {
		html, err := webpage.HTML(code, expires, left, words)
		if err != nil {
			return pageShown{url: url, err: err}
		}
		path, err := pages.Show(html, webpage.Over(words))
		return pageShown{url, path, err}
	}
}

// shown says how the opening went, unless the screen is shared.
func (p *page) shown(msg pageShown) screen.Outcome {
	t := &p.Text.Link
	switch {
	case p.presenting:
		return screen.Outcome{}
	case msg.err == nil:
		return screen.Outcome{Notice: t.PageShown, Success: true}
	case msg.path != "":
		return sheet.Say(p.Session, fmt.Sprintf(t.PageByHandF, validate.Harmless(msg.path, maxPath)))
	default:
		return screen.Outcome{Notice: t.PageFailed}
	}
}

// tooLate takes away a page that opened after its link was left.
func (p *page) tooLate() tea.Cmd {
	p.open = true
	return p.withdraw()
}

// withdraw takes the page away if there is one.
func (p *page) withdraw() tea.Cmd {
	if !p.open {
		return nil
	}
	p.open = false
	pages := p.Pages
	return func() tea.Msg {
		pages.Withdraw()
		return nil
	}
}

// maxPath limits a path on the screen, in characters.
const maxPath = 400
