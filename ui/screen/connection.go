package screen

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/text"
)

// Connection is the way to the API before it is needed: it gets the token and
// opens the connection while the agent types.
type Connection struct {
	ctx    context.Context //nolint:containedctx // commands run without a caller that could pass one
	client Client
	text   *text.Catalogue

	trouble string
}

// connectionWarmed says how warming went: the trouble in words, or nothing.
type connectionWarmed struct{ trouble string }

// Warm gets what a request needs. If all is at hand it does nothing.
func (c *Connection) Warm() tea.Cmd {
	ctx, client, t := c.ctx, c.client, c.text
	return func() tea.Msg {
		var e *klavi.Error
		switch err := client.Warm(ctx); {
		case err == nil:
			return connectionWarmed{}
		case errors.Is(err, klavi.ErrTokenSource):
			return connectionWarmed{t.API.TokenSource}
		case errors.As(err, &e) && e.Kind == klavi.KindAuth:
			return connectionWarmed{t.Frame.EarlyAuth}
		default:
			return connectionWarmed{t.Frame.EarlyNetwork}
		}
	}
}

// Trouble says what is wrong with the API, empty if nothing is known to be.
func (c *Connection) Trouble() string { return c.trouble }

func (c *Connection) update(msg tea.Msg) {
	if m, ok := msg.(connectionWarmed); ok {
		c.trouble = m.trouble
	}
}
