package link_test

import (
	"slices"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
)

// The looks at two links are due at the same moment. One of them is on the screen.
func TestTheLinkOnTheScreenIsLookedAtBeforeAnEarlierOne(t *testing.T) {
	for name, tt := range map[string]struct {
		leave bool
		want  klavi.Secret
	}{
		"the link is on the screen": {false, "token"},
		"another screen is on":      {true, "other"},
	} {
		g := raise(t, wide, short)
		other := g.s.Sample()
		other.Token = "other"
		for _, l := range []*desk.Link{g.s.Add(other), g.link} {
			g.s.Run(g.on, g.s.Follow.Start(l))
		}
		if tt.leave {
			g.s.Run(g.on, g.on.Leave())
		}
		g.s.Wait(g.on, 3500*time.Millisecond)
		if got := g.s.API.Looked; !slices.Equal(got, []klavi.Secret{tt.want}) {
			t.Errorf("%s: looked at %d links, not at the right one first", name, len(got))
		}
	}
}

// A customer who has authorised at one institution may be at work on another.
func TestTheLinkStaysFirstAfterItsCodeIsGone(t *testing.T) {
	for _, e := range []flow.Event{flow.Authorise, flow.Expire, flow.Reopen} {
		g := raise(t, wide, short)
		g.moves(e, screen.Handover{Link: g.link})
		other := g.s.Sample()
		other.Token = "other"
		for _, l := range []*desk.Link{g.s.Add(other), g.link} {
			g.s.Run(g.on, g.s.Follow.Start(l))
		}
		g.s.Wait(g.on, 3500*time.Millisecond)
		if got := g.s.API.Looked; len(got) != 1 || got[0] != "token" {
			t.Errorf("after %s: looked at %d links, not at the right one first", e, len(got))
		}
	}
}
