package ui

import (
	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/colorprofile"

	"klavilink/ui/text"
)

// keymap is every key of the wizard itself; fields have their own for editing.
// A binding is enabled only where it works, and the help line is made of the
// enabled ones: the two cannot disagree.
type keymap struct {
	next, nextField, back, reviewNow, choose, dropRow key.Binding
	create, edit, scroll                              key.Binding
	cancel, tryAgain, again, editData                 key.Binding
	browser, redraw, save                             key.Binding
	swap, copyLink, present, leavePresenter           key.Binding
	message, whatsApp, email, allKeys, play           key.Binding
	openNow, copyText, leaveOverlay                   key.Binding
	links, linksTyping, reopen                        key.Binding
	nextCustomer, nextNow, showCode                   key.Binding
	reveal, detail                                    key.Binding
	quit, suspend                                     key.Binding
}

func newKeymap(t *text.Catalogue) keymap {
	k := &t.Keys
	bind := func(help, what string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, what))
	}
	return keymap{
		next:           bind("enter", k.Next, "enter"),
		nextField:      bind("tab", k.NextField, "tab"),
		choose:         bind("↑↓", k.Choose, "up", "down"),
		dropRow:        bind("ctrl+x", k.DropRow, "ctrl+x"),
		reviewNow:      bind("ctrl+s", k.ReviewNow, "ctrl+s"),
		back:           bind("esc", k.Back, "esc"),
		create:         bind("enter", k.Create, "enter"),
		edit:           bind("1-4", k.Edit, "1", "2", "3", "4"),
		scroll:         bind("↑↓", k.Scroll, "up", "down", "pgup", "pgdown"),
		cancel:         bind("esc", k.Cancel, "esc"),
		tryAgain:       bind("enter", k.TryAgain, "enter"),
		again:          bind("enter", k.Again, "enter"),
		editData:       bind("esc", k.EditData, "esc"),
		swap:           bind("i", k.Swap, "i"),
		browser:        bind("o", k.Browser, "o"),
		redraw:         bind("m", k.Redraw, "m"),
		save:           bind("s", k.Save, "s"),
		copyLink:       bind("c", k.CopyLink, "c"),
		present:        bind("p", k.Present, "p"),
		leavePresenter: bind("p", k.LeavePresenter, "p"),
		message:        bind("t", k.Message, "t"),
		whatsApp:       bind("w", k.WhatsApp, "w"),
		email:          bind("e", k.Email, "e"),
		play:           bind("d", k.Play, "d"),
		allKeys:        bind("?", k.AllKeys, "?"),
		openNow:        bind("enter", k.OpenNow, "enter"),
		copyText:       bind("c", k.CopyText, "c"),
		leaveOverlay:   bind("esc", k.Back, "esc"),
		links:          bind("l", k.Links, "l", "ctrl+l"),
		linksTyping:    bind("ctrl+l", k.Links, "ctrl+l"),
		reopen:         bind("enter", k.Reopen, "enter"),
		nextCustomer:   bind("n", k.NextCustomer, "n"),
		nextNow:        bind("enter", k.NextCustomer, "enter", "n"),
		showCode:       bind("esc", k.ShowCode, "esc"),
		reveal:         bind("ctrl+r", k.Reveal, "ctrl+r"),
		detail:         bind("d", k.Detail, "d"),
		quit:           bind("ctrl+c", k.Quit, "ctrl+c"),
		suspend:        key.NewBinding(key.WithKeys("ctrl+z")),
	}
}

// all lists every binding that may be turned off.
func (k *keymap) all() []*key.Binding {
	return []*key.Binding{
		&k.next, &k.nextField, &k.back, &k.reviewNow, &k.choose, &k.dropRow, &k.create, &k.edit, &k.scroll, &k.cancel, &k.tryAgain, &k.again, &k.editData,
		&k.swap, &k.copyLink, &k.browser, &k.redraw, &k.save, &k.present, &k.leavePresenter, &k.message, &k.whatsApp, &k.email, &k.allKeys, &k.play,
		&k.openNow, &k.copyText, &k.leaveOverlay, &k.links, &k.linksTyping, &k.reopen, &k.nextCustomer, &k.nextNow, &k.showCode, &k.reveal, &k.detail, &k.quit,
	}
}

// enable turns on what works in a state and gives it in the order of the help.
func (k *keymap) enable(m *Model) []key.Binding {
	shown := append(k.working(m), &k.quit)
	for _, b := range k.all() {
		b.SetEnabled(false)
	}
	list := make([]key.Binding, len(shown))
	for i, b := range shown {
		b.SetEnabled(true)
		list[i] = *b
	}
	if m.state == StateForm && m.overlay == overlayNone {
		k.reveal.SetEnabled(m.hidable()) // the fields name it
	}
	return list
}

// working lists what works, without what always does.
func (k *keymap) working(m *Model) []*key.Binding {
	switch m.overlay {
	case overlayLinks:
		return []*key.Binding{&k.reopen, &k.choose, &k.leaveOverlay}
	case overlayMessage:
		if m.sending.address != "" && !m.sending.failed {
			return []*key.Binding{&k.openNow, &k.copyText, &k.leaveOverlay}
		}
		return []*key.Binding{&k.copyText, &k.leaveOverlay}
	case overlayURL, overlayKeys, overlayNote:
		return nil // any
	case overlayNone:
	}
	var shown []*key.Binding
	switch m.state {
	case StateForm:
		shown = k.formKeys(m)
	case StateReview:
		shown = []*key.Binding{&k.create, &k.edit, &k.back}
		if m.hidable() {
			shown = append(shown, &k.reveal)
		}
		if m.reviewOverflows() {
			shown = append(shown, &k.scroll)
		}
	case StateSubmitting:
		return []*key.Binding{&k.cancel}
	case StateLink:
		return k.linkKeys(m)
	case StateAuthorised:
		if m.presenter {
			return []*key.Binding{&k.leavePresenter}
		}
		shown = []*key.Binding{&k.nextNow, &k.links}
		if m.link.left > 0 {
			shown = append(shown, &k.showCode)
		}
		return shown
	case StateExpired:
		return []*key.Binding{&k.again, &k.nextCustomer, &k.links, &k.editData}
	case StateFailed:
		shown = []*key.Binding{&k.tryAgain, &k.editData, &k.detail}
	}
	if len(m.links) > 0 {
		shown = append(shown, &k.linksTyping)
	}
	return shown
}

// formKeys are those of the form, as the focused field takes them.
func (k *keymap) formKeys(m *Model) []*key.Binding {
	shown := []*key.Binding{&k.next}
	switch m.page.focused().GetKey() {
	case keyInstitution, keyCallbacks:
		shown = append(shown, &k.choose)
	case keyInfo, keyCallbackEach:
		shown = append(shown, &k.dropRow)
	default:
		shown = append(shown, &k.nextField)
	}
	shown = append(shown, &k.reviewNow)
	if m.step > 0 || m.page.at > 0 {
		shown = append(shown, &k.back)
	}
	return shown
}

// linkKeys are those of a live link, what is wanted most first. In the presenter
// view only the way out of it is left, and the one that helps a phone, so that a
// stray key shows nothing private.
func (k *keymap) linkKeys(m *Model) []*key.Binding {
	drawn := m.drawing.code != ""
	coded := m.link.code.Modules() > 0
	var shown []*key.Binding
	on := func(b *key.Binding, when bool) {
		if when {
			shown = append(shown, b)
		}
	}
	if m.presenter {
		on(&k.leavePresenter, true)
		on(&k.play, m.playable())
		on(&k.redraw, len(m.fitting) > 1)
		return shown
	}
	on(&k.allKeys, true)
	on(&k.copyLink, true)
	on(&k.message, true)
	on(&k.whatsApp, !m.cfg.NoWhatsApp)
	on(&k.email, !m.cfg.NoEmail)
	on(&k.play, m.playable())
	on(&k.nextCustomer, true)
	on(&k.browser, m.cfg.Pages != nil && coded)
	on(&k.redraw, len(m.fitting) > 1)
	on(&k.swap, drawn && m.drawing.rendering != asImage && m.profile <= colorprofile.ASCII)
	on(&k.present, drawn)
	on(&k.save, m.cfg.Save != nil && coded)
	on(&k.links, true)
	on(&k.editData, true)
	return shown
}
