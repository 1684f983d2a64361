package link_test

import (
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestKeysAreHeldForHalfASecondOnceAnAuthorisationReplacesTheCode(t *testing.T) {
	g := raise(t, beside, short)
	if g.on.Aspects().Held {
		t.Error("the code holds the keys")
	}
	g.on.Update(g.s.Saw(g.link, fake.Bank, klavi.Authorised))
	if g.on.Aspects().Held {
		t.Error("the code holds the keys before the news is shown")
	}
	g.moves(flow.Authorise, screen.Handover{})
	g.s.Clock.Advance(500*time.Millisecond - 1)
	if !g.on.Aspects().Held {
		t.Error("the keys work too early")
	}
	g.s.Clock.Advance(1)
	if g.on.Aspects().Held {
		t.Error("the keys work too late")
	}
}

// The agent asked for it, and it is no news.
func TestAnAuthorisationThatIsOpenedFromTheListHoldsNoKeys(t *testing.T) {
	g := raise(t, beside, short)
	g.s.Saw(g.link, fake.Bank, klavi.Authorised)
	g.moves(flow.Reopen, screen.Handover{Link: g.link})
	g.moves(flow.Authorise, screen.Handover{})
	if g.on.Aspects().Held {
		t.Error("the keys are held")
	}
}

// A light runs along the border once, if there are colours and nobody asks for stillness.
func TestOnlyTheNewsOfAnAuthorisationMoves(t *testing.T) {
	news := func(g *stage) {
		g.on.Update(g.s.Saw(g.link, fake.Bank, klavi.Authorised))
		g.moves(flow.Authorise, screen.Handover{})
	}
	still := func(c *screen.Config) { c.ReducedMotion = true }
	for name, tt := range map[string]struct {
		happens func(*stage)
		changes []func(*screen.Config)
		moves   bool
	}{
		"news":           {news, nil, true},
		"reduced motion": {news, []func(*screen.Config){still}, false},
		"opened from the list": {func(g *stage) {
			g.s.Saw(g.link, fake.Bank, klavi.Authorised)
			g.moves(flow.Reopen, screen.Handover{Link: g.link})
			g.moves(flow.Authorise, screen.Handover{})
		}, nil, false},
		"left at once": {func(g *stage) { news(g); g.on.Leave() }, nil, false},
	} {
		g := raise(t, wide, short, tt.changes...)
		tt.happens(g)
		first := g.on.View(g.area).Body
		g.s.Wait(g.on, 50*time.Millisecond)
		if moves := g.on.View(g.area).Body != first; moves != tt.moves {
			t.Errorf("%s: moves is %t", name, moves)
		}
		g.s.Wait(g.on, time.Second)
		last := g.on.View(g.area).Body
		if g.s.Wait(g.on, time.Second); g.on.View(g.area).Body != last {
			t.Errorf("%s: it does not come to rest", name)
		}
	}
}
