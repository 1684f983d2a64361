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
