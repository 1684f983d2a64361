package link_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestALinkThatIsOverGoesBeforeAnythingElse(t *testing.T) {
	g := raise(t, beside, short)
	g.s.Clock.Advance(fake.Lifetime - 1)
	if e := g.wake(); e != flow.Stay {
		t.Errorf("%s before the end", e)
	}
	g.s.Clock.Advance(1)
	if e := g.wake(); e != flow.Expire {
		t.Errorf("%s at the end", e)
	}
	if e := g.moves(flow.Expire, screen.Handover{}); e != flow.Stay {
		t.Errorf("%s after the end", e)
	}
	if g.coded() {
		t.Errorf("the code is still there:\n%s", g.shown())
	}
	g.sees("✗ "+g.s.Text.Link.Expired, g.link.Customer)
	g.on.Leave()
	if e := g.wake(); e != flow.Stay {
		t.Errorf("%s on another screen", e)
	}
}

func TestALinkThatIsOverWhenItComesExpiresAtOnce(t *testing.T) {
	g := raise(t, beside, short)
	g.s.Clock.Advance(fake.Lifetime)
	for _, e := range []flow.Event{flow.Created, flow.Reopen} {
		if got := g.moves(e, screen.Handover{Link: g.link}); got != flow.Expire {
			t.Errorf("%s leads to %s", e, got)
		}
	}
}

func TestAReopenedLinkWhoseCustomerHasAuthorisedShowsThatAndNotTheCode(t *testing.T) {
	for _, passed := range []time.Duration{time.Minute, fake.Lifetime} {
		g := raise(t, beside, short)
		g.s.Saw(g.link, fake.Bank, klavi.Authorised)
		g.s.Clock.Advance(passed)
		if e := g.moves(flow.Reopen, screen.Handover{Link: g.link}); e != flow.Authorise {
			t.Errorf("after %v it leads to %s", passed, e)
		}
		g.moves(flow.Authorise, screen.Handover{})
		g.sees("✓ AUTORIZADO")
	}
}

func TestAReopenedLinkWithoutAnAuthorisationShowsTheCode(t *testing.T) {
	g := raise(t, beside, short)
	g.s.Saw(g.link, fake.Bank, klavi.Started)
	if e := g.moves(flow.Reopen, screen.Handover{Link: g.link}); e != flow.Stay || !g.coded() {
		t.Errorf("it leads to %s, and shows\n%s", e, g.shown())
	}
}

func TestTheCodeIsShownAgainForAnotherBank(t *testing.T) {
	for _, first := range []flow.Event{flow.Created, flow.Reopen} {
		g := raise(t, beside, short)
		g.s.Saw(g.link, fake.Bank, klavi.Authorised)
		g.moves(first, screen.Handover{Link: g.link})
		g.moves(flow.Authorise, screen.Handover{})
		if g.coded() {
			t.Errorf("the code is still there:\n%s", g.shown())
		}
		g.said(g.press("esc"), screen.Go(flow.Reopen))
		if e := g.moves(flow.Reopen, screen.Handover{}); e != flow.Stay || !g.coded() {
			t.Errorf("it leads to %s, and shows\n%s", e, g.shown())
		}
	}
}

func TestAnAuthorisationIsShownAtOnceAndOnce(t *testing.T) {
	g := raise(t, beside, short)
	tell := func(c desk.Change) screen.Outcome {
		out, cmd := g.on.Update(c)
		if cmd != nil {
			t.Error("news gives a command")
		}
		return out
	}
	stay, authorise := screen.Outcome{}, screen.Go(flow.Authorise)
	if out := tell(g.s.Saw(g.link, fake.Bank, klavi.Started)); out != stay {
		t.Errorf("a start gives %+v", out)
	}
	g.sees(g.s.Text.Status.Started)
	other := g.s.Made()
	if out := tell(g.s.Saw(other, fake.Bank, klavi.Authorised)); out != stay {
		t.Errorf("news of another link gives %+v", out)
	}
	news := g.s.Saw(g.link, fake.Bank, klavi.Authorised)
	if out := tell(news); out != authorise {
		t.Errorf("an authorisation gives %+v", out)
	}
	g.moves(flow.Authorise, screen.Handover{})
	if out := tell(g.s.Saw(g.link, "341", klavi.Authorised)); out != stay {
		t.Errorf("a second one gives %+v", out)
	}
	g.moves(flow.Expire, screen.Handover{})
	if out := tell(news); out != authorise {
		t.Errorf("one after the end gives %+v", out)
	}
	g.on.Leave()
	if out := tell(news); out != stay {
		t.Errorf("one on another screen gives %+v", out)
	}
}

func TestTheBannerNamesTheBankAndTheTimeAndIsRead(t *testing.T) {
	g := raise(t, beside, short, func(c *screen.Config) { c.Zone = time.FixedZone("Brasília", -3*60*60) })
	g.s.Clock.Advance(2 * time.Minute)
	g.s.Saw(g.link, "341", klavi.Authorised)
	g.s.Saw(g.link, "104", klavi.Started)
	g.moves(flow.Authorise, screen.Handover{})
	g.sees("✓ AUTORIZADO", "Itaú  11:02", "•••.982.247-•• · link-1", "11:00  link criado")
	g.sees(g.s.Text.Status.MoreBanks)
	g.doesNotSee("Caixa  11:02\n") // It has not authorised there.
	if _, ok := g.s.Desk.Unread(); ok {
		t.Error("the news is unread")
	}
	g.s.Clock.Advance(fake.Lifetime)
	if e := g.wake(); e != flow.Stay {
		t.Errorf("the end of the link leads to %s", e)
	}
	g.doesNotSee(g.s.Text.Status.MoreBanks)
	g.keys("enter l")
}

func TestARevokedPermissionIsNoReasonToUseTheLinkAgain(t *testing.T) {
	g := raise(t, beside, short)
	g.s.Saw(g.link, fake.Bank, klavi.Authorised)
	g.moves(flow.Authorise, screen.Handover{})
	g.s.Saw(g.link, fake.Bank, klavi.Revoked)
	g.sees(g.s.Text.Status.Revoked)
	g.doesNotSee(g.s.Text.Status.MoreBanks)
}

func TestEachPhaseLeadsOn(t *testing.T) {
	for _, tt := range []struct {
		phase flow.Event
		keys  map[string]flow.Event
	}{
		{flow.Created, map[string]flow.Event{"n": flow.NextCustomer, "esc": flow.Back}},
		{flow.Authorise, map[string]flow.Event{"n": flow.NextCustomer, "enter": flow.NextCustomer, "esc": flow.Reopen}},
		{flow.Expire, map[string]flow.Event{"n": flow.NextCustomer, "enter": flow.Submit, "esc": flow.Back}},
	} {
		for key, want := range tt.keys {
			g := raise(t, beside, short)
			g.moves(tt.phase, screen.Handover{Link: g.link})
			data := g.s.Desk.Draft()
			g.said(g.press(key), screen.Go(want))
			if fresh := g.s.Desk.Draft() != data; fresh != (want == flow.NextCustomer) {
				t.Errorf("%s: after %s the draft is fresh: %v", tt.phase, key, fresh)
			}
		}
	}
}

func TestEveryWayToTheScreenHidesWhatIsPersonal(t *testing.T) {
	g := raise(t, beside, short)
	for _, e := range []flow.Event{flow.Created, flow.Authorise, flow.Expire, flow.Reopen} {
		g.s.Veil.Toggle(g.s.Desk.Draft())
		g.on.Enter(e, screen.Handover{Link: g.link})
		if !g.s.Veil.Hides(g.s.Desk.Draft()) {
			t.Errorf("%s leaves it in the clear", e)
		}
	}
}

func TestTheCountdownTicksWhileTheLinkIsLiveAndOnTheScreen(t *testing.T) {
	g := raise(t, beside, short)
	ticks := func() bool {
		_, ok := g.s.Clock.Next()
		return ok
	}
	for _, want := range []string{"29:59", "29:58"} {
		g.s.Wait(g.on, time.Second)
		g.wake()
		g.sees(want)
		if in, ok := g.s.Clock.Next(); !ok || in != time.Second {
			t.Errorf("the next tick comes in %v", in)
		}
	}
	g.s.Clock.Advance(time.Minute)
	g.s.Clock.Due() // The tick is lost while the program is suspended.
	g.s.Deliver(g.on, screen.Resumed{})
	if !ticks() {
		t.Error("it stands still after a suspension")
	}
	for _, e := range []flow.Event{flow.Authorise, flow.Expire} {
		g.moves(e, screen.Handover{})
		g.s.Wait(g.on, time.Second)
		g.s.Deliver(g.on, screen.Resumed{})
		if ticks() {
			t.Errorf("it ticks after %s", e)
		}
	}
}

func TestQuittingAndGoingBackAreAskedWithTheTimeThatTheLinkHas(t *testing.T) {
	g := raise(t, beside, short)
	g.s.Clock.Advance(90 * time.Second)
	g.wake()
	words := &g.s.Text.Link
	if got, want := g.on.Aspects().ConfirmQuit, fmt.Sprintf(words.AskQuitF, "28:30"); got != want {
		t.Errorf("quitting asks %q, want %q", got, want)
	}
	for _, b := range g.on.Bindings() {
		want := ""
		if b.Help().Key == "esc" {
			want = fmt.Sprintf(words.AskBackF, "28:30")
		}
		if b.Confirm != want {
			t.Errorf("%s asks %q, want %q", b.Help().Key, b.Confirm, want)
		}
	}
	for _, e := range []flow.Event{flow.Authorise, flow.Expire} {
		g.moves(e, screen.Handover{})
		if got := g.on.Aspects().ConfirmQuit; got != "" {
			t.Errorf("after %s quitting asks %q", e, got)
		}
	}
}

func TestThePanelSaysWhatTheAgentHasToKnow(t *testing.T) {
	words := fake.New().Text
	demo := func(c *screen.Config) { c.Place = screen.Place{Demo: true} }
	open := func(c *screen.Config) { c.Place = screen.Place{Demo: true, Open: "10.0.0.5:8080"} }
	failed := func(g *stage) {
		look := g.s.Desk.LookNow(g.link)
		g.s.Desk.Record(desk.Sight{Look: look, Err: &klavi.Error{Kind: klavi.KindNetwork}})
	}
	started := func(g *stage) { g.s.Saw(g.link, fake.Bank, klavi.Started) }
	nearly := func(g *stage) {
		g.s.Clock.Advance(26 * time.Minute)
		g.wake()
	}
	for _, tt := range []struct {
		name       string
		place      func(*screen.Config)
		happens    func(*stage)
		sees, gone []string
	}{
		{
			"a calm link", nil, nil, nil,
			[]string{words.Status.Trouble, words.Status.TryAgain, words.Link.DemoLocal, words.Link.UnderFive},
		},
		{"no news", nil, func(g *stage) { failed(g); failed(g) }, []string{words.Status.Trouble}, nil},
		{"one failure", nil, failed, nil, []string{words.Status.Trouble}},
		{
			"a refusal", nil, func(g *stage) { g.s.Saw(g.link, fake.Bank, klavi.Rejected) },
			[]string{words.Status.AskRefused},
			[]string{words.Status.Trouble, words.Status.TryAgain},
		},
		{"a demo on this machine", demo, nil, []string{words.Link.DemoLocal}, nil},
		{"a demo on the network", open, nil, nil, []string{words.Link.DemoLocal}},
		{"a demo once the link was opened", demo, started, nil, []string{words.Link.DemoLocal}},
		{"the end is near", nil, nearly, []string{words.Link.UnderFive}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			place := tt.place
			if place == nil {
				place = func(*screen.Config) {}
			}
			g := raise(t, wide, short, place)
			if tt.happens != nil {
				tt.happens(g)
			}
			g.sees(tt.sees...)
			g.doesNotSee(tt.gone...)
		})
	}
}

func TestAStrangersMessageIsIgnored(t *testing.T) {
	g := raise(t, beside, short)
	before := g.shown()
	for _, msg := range []any{nil, "x", fake.Key("x"), screen.CopyDone{Text: "x"}} {
		if out, cmd := g.on.Update(msg); !fake.Nothing(out) || cmd != nil {
			t.Errorf("%v gives %+v", msg, out)
		}
	}
	if g.shown() != before || !strings.Contains(before, "30:00") {
		t.Error("the view has changed")
	}
}
