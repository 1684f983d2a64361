package link

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/fit"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// liveFace is a live link: its code, the time left, and the ways to send it.
type liveFace struct {
	*subject
	drawing *drawing
	keys    liveKeys
}

// liveKeys are the keys of a live link.
type liveKeys struct {
	allKeys, copyLink, message, whatsApp, email, url, play, next screen.Binding
	browser, redraw, swap, grow, present, save, links, back      screen.Binding
	otherBank                                                    screen.Binding
}

func newLive(s *subject, d *drawing, p *page, saver *saver) *liveFace {
	t := &s.Text.Keys
	f := &liveFace{subject: s, drawing: d}
	d.panel = &panel{s, func() []screen.Binding { return append(f.sending(), f.keys.url) }}
	f.keys = liveKeys{
		allKeys:   bind(screen.Bind("?", t.AllKeys, "?"), f.showKeys),
		copyLink:  with(screen.ForSending, bind(screen.Bind("c", t.CopyLink, "c"), f.copyLink)),
		message:   with(screen.ForSending, bind(screen.Bind("t", t.Message, "t"), f.send(sheet.ByClipboard))),
		whatsApp:  with(screen.ForSending, bind(screen.Bind("w", t.WhatsApp, "w"), f.send(sheet.ByWhatsApp))),
		email:     with(screen.ForSending, bind(screen.Bind("e", t.Email, "e"), f.send(sheet.ByEmail))),
		url:       with(screen.ForSending, bind(screen.Bind("u", t.ShowURL, "u"), f.showURL)),
		play:      with(screen.ForCustomers, bind(screen.Bind("d", t.Play, "d"), f.play)),
		next:      with(screen.ForCustomers, bind(screen.Bind("n", t.NextCustomer, "n"), s.next)),
		browser:   with(screen.ForTheCode, bind(screen.Bind("o", t.Browser, "o"), p.show)),
		redraw:    with(screen.ForTheCode, bind(screen.Bind("m", t.Redraw, "m"), d.drawOtherwise)),
		swap:      with(screen.ForTheCode, bind(screen.Bind("i", t.Swap, "i"), d.swap)),
		grow:      with(screen.ForTheCode, bind(screen.Bind("g", t.Grow, "g"), d.grow)),
		present:   with(screen.ForTheCode, bind(screen.Bind("p", t.Present, "p"), f.present)),
		save:      with(screen.ForTheCode, bind(screen.Bind("s", t.Save, "s"), saver.save)),
		links:     with(screen.ForCustomers, sheet.LinksBinding(s.Session, "l", "ctrl+l")),
		otherBank: with(screen.ForCustomers, bind(screen.Bind("b", t.OtherBank, "b"), f.chooseBank)),
		back:      with(screen.ForCustomers, bind(screen.Bind("esc", t.EditData, "esc"), s.back)),
	}
	return f
}

// bindings lists what is wanted most first.
func (f *liveFace) bindings() []screen.Binding {
	k, d := &f.keys, f.drawing
	drawn := d.Code != ""
	coded := f.code.Modules() > 0
	back := k.back
	back.Confirm = f.ask(f.Text.Link.AskBackF)
	list := make([]screen.Binding, 0, 17)
	on := func(when bool, b ...screen.Binding) {
		if when {
			list = append(list, b...)
		}
	}
	on(true, k.next)
	on(f.Follow.Playable(f.link), k.play)
	on(true, f.ways()...)
	on(f.Pages != nil && coded, k.browser)
	on(len(d.fitting) > 1, k.redraw)
	on(drawn && d.Rendering != fit.Image && f.Terminal.Profile <= colorprofile.ASCII, k.swap)
	on(d.growable(), k.grow)
	on(drawn, k.present)
	on(f.Save != nil && coded, k.save)
	on(true, k.otherBank, k.links, back, k.allKeys)
	return list
}

// ways are the keys that send the link, and the one that shows its URL where it is not
// on the screen.
func (f *liveFace) ways() []screen.Binding {
	if f.drawing.showsURL() {
		return f.sending()
	}
	return append(f.sending(), f.keys.url)
}

// sending are the keys that send the link.
func (f *liveFace) sending() []screen.Binding {
	k := &f.keys
	list := []screen.Binding{k.copyLink, k.message}
	if !f.NoWhatsApp {
		list = append(list, k.whatsApp)
	}
	if !f.NoEmail {
		list = append(list, k.email)
	}
	return list
}

func (f *liveFace) showURL(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{Open: sheet.NewURL(f.Session, f.link)}, nil
}

func (f *liveFace) showKeys(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{Open: sheet.NewKeys(f.Session, f.bindings())}, nil
}

// copyLink copies the URL. If the URL is not on the screen, a sheet shows it, so that
// the agent sees more than the word "copied", and can mark it.
func (f *liveFace) copyLink(tea.KeyPressMsg) (out screen.Outcome, cmd tea.Cmd) {
	if !f.drawing.showsURL() {
		out.Open = sheet.NewURL(f.Session, f.link)
	}
	return out, f.Copier.Copy(f.link.URL.Reveal())
}

// send opens the message to the customer on a channel. For WhatsApp it asks for a mobile
// phone first if the link has none.
func (f *liveFace) send(c sheet.Channel) do {
	return func(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
		if c == sheet.ByWhatsApp && !sheet.HasMobile(f.link) {
			return screen.Outcome{Open: sheet.NewRecipient(f.Session, f.link)}, nil
		}
		m, cmd := sheet.NewMessage(f.Session, f.link, c)
		return screen.Outcome{Open: m}, cmd
	}
}

// chooseBank opens the institutions, for a link that names the wrong one.
func (f *liveFace) chooseBank(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{Open: sheet.NewBank(f.Session, f.link)}, nil
}

func (f *liveFace) play(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	return screen.Outcome{}, f.Follow.Play(f.link)
}

func (f *liveFace) present(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	f.presenting = true
	f.drawing.refit()
	return screen.Outcome{}, nil
}

// view shows the code and what goes with it in the layout that fits.
func (f *liveFace) view(a screen.Area) screen.Frame {
	switch f.drawing.Layout {
	case fit.Beside:
		return screen.Frame{Body: f.beside(), Chrome: screen.Tight}
	case fit.Below:
		return screen.Frame{Body: f.below(a.Cols), Chrome: screen.Tight}
	case fit.Alone:
		return f.drawing.over(f.status())
	default:
		return screen.Frame{Body: f.facts().WithoutCode(f.drawing.whyNot(a.Cols-2, f.Pages != nil), a)}
	}
}

// status is what stands before the keys under a code that is alone. That a customer is
// waited for goes without saying, and leaves the room to the keys.
func (f *liveFace) status() string {
	facts := f.facts()
	if f.link.Standing() == "" && !f.link.Blind() {
		return facts.Countdown()
	}
	return facts.Countdown() + f.Theme.Dim.Render(" · ") + facts.StandingStyle().Render(facts.Standing())
}

// beside puts the panel at the right of the code.
func (f *liveFace) beside() string {
	cols, room := f.drawing.Size.Cols, f.drawing.besideRows()
	panel := strings.Split(f.drawing.panel.view(f.drawing.brevity, cols, room), "\n")
	rows := strings.Split(f.drawing.Code, "\n")
	for i := range rows {
		if i < len(panel) && panel[i] != "" {
			rows[i] += "  " + panel[i]
		}
	}
	for i := len(rows); i < min(len(panel), room); i++ {
		rows = append(rows, strings.Repeat(" ", cols+2)+panel[i])
	}
	return strings.Join(rows, "\n")
}

// below puts what matters most under the code.
func (f *liveFace) below(width int) string {
	facts := f.facts()
	dot := f.Theme.Dim.Render(" · ")
	countdown := facts.Countdown()
	left := " " + countdown + "  " + facts.Progress(width-ansi.StringWidth(countdown)-4)
	who := facts.StandingStyle().Render(facts.Standing()) + dot + facts.Who() + f.Theme.Dim.Render(" · "+f.link.ShownID())
	parts := []string{f.drawing.Code}
	if warning := facts.Foreign(width - 2); warning != "" {
		parts = append(parts, " "+strings.ReplaceAll(warning, "\n", "\n "))
	}
	return strings.Join(append(parts, left, " "+screen.Cut(who, width-2), facts.URL(width-2, 1)), "\n")
}
