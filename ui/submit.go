package ui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/validate"
)

// warmed answers warm: nothing, or what is wrong with the API.
type warmed struct{ words string }

// answered answers a request for a link.
type answered struct {
	number int
	link   klavi.Link
	err    error
	asked  time.Duration // on the steady clock, before the request
}

// warm has the client get its token and open its connection while the agent
// types. Where both are at hand it does nothing.
func (m *Model) warm() tea.Cmd {
	ctx, client, t := m.ctx, m.cfg.Client, m.t
	return func() tea.Msg {
		var e *klavi.Error
		switch err := client.Warm(ctx); {
		case err == nil:
			return warmed{}
		case errors.Is(err, klavi.ErrTokenSource):
			return warmed{t.API.TokenSource}
		case errors.As(err, &e) && e.Kind == klavi.KindAuth:
			return warmed{t.Frame.EarlyAuth}
		default:
			return warmed{t.Frame.EarlyNetwork}
		}
	}
}

// submit asks for a link.
func (m *Model) submit() tea.Cmd {
	m.abandon()
	m.request++
	m.failure, m.detailed, m.revealed = nil, false, false
	var ctx context.Context
	ctx, m.cancel = context.WithCancel(m.ctx)
	number, client, clock, request := m.request, m.cfg.Client, m.cfg.Clock, m.data.Request()
	return tea.Batch(m.spinner.Tick, func() tea.Msg {
		asked := clock.Steady()
		link, err := client.CreateLink(ctx, request)
		return answered{number, link, err, asked}
	})
}

// abandon gives the running request up; its answer will be to an old number.
func (m *Model) abandon() {
	if m.cancel != nil {
		m.cancel()
		m.cancel = nil
	}
}

// answer takes what the API said to the last request.
func (m *Model) answer(msg answered) tea.Cmd {
	if msg.number != m.request || m.state != StateSubmitting {
		return nil // an answer to a question that nobody asks any more
	}
	m.abandon()
	if msg.err == nil {
		m.link = newLiveLink(msg.link, m.cfg.Clock, msg.asked, *m.data)
		m.link.customer, m.link.bank = hideDocument(m.data.document), m.bank()
		m.links = append(m.links, m.link)
		m.note("link", "id", m.link.id(), "expireIn", m.link.ExpireIn.Seconds())
		if m.link.over(m.cfg.Clock) {
			m.follow(Created)
			return m.follow(Expire)
		}
		return tea.Batch(m.follow(Created), m.lookAgain(m.link), m.refresh(m.link))
	}
	var e *klavi.Error
	if !errors.As(msg.err, &e) {
		e = &klavi.Error{Op: "create link", Kind: klavi.KindProtocol, Err: msg.err}
	}
	if step, key, ok := place(e.Field, m.data); ok && (e.Kind == klavi.KindInput || e.Kind == klavi.KindBusiness) {
		m.refuse(step, key, e)
		return nil
	}
	m.failure = e
	m.note("failed", "error", e.Error())
	return m.follow(Broke)
}

// refuse leads the agent back to the field that the API does not want, with the
// API's words beneath it.
func (m *Model) refuse(step int, key string, e *klavi.Error) {
	m.step = step
	m.follow(Refused)
	m.open(step, key)
	words := m.t.RefusedField(e)
	if key == keyDocument && e.Kind == klavi.KindInput && m.alphanumeric() {
		words = m.t.API.AlphaRefused + " " + words
	}
	m.page.focused().Refuse(words)
}

// alphanumeric tells whether the customer's document is a CNPJ with letters.
func (m *Model) alphanumeric() bool {
	d, _ := validate.CheckDocument(m.data.document)
	return d.CNPJ().HasLetters()
}
