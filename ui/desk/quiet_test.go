package desk_test

import (
	"errors"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/watch"
)

func TestALinkIsQuietSinceItWasMadeSentOrItsCustomerDidSomething(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	look := func(steps ...watch.Step) { b.Record(desk.Sight{Look: b.LookNow(l), Steps: steps}) }
	started := watch.Step{Code: "260", Status: klavi.Started}
	for _, step := range []struct {
		what  string
		do    func()
		since time.Duration
		sent  bool
	}{
		{"it is made", func() {}, 0, false},
		{"time passes", func() { b.clock.sleep(time.Minute) }, time.Minute, false},
		{"somebody sets the clock", func() { b.clock.set(time.Hour) }, time.Minute, false},
		{"a look shows nothing", func() { look() }, time.Minute, false},
		{"it is sent", l.Send, 0, true},
		{"time passes again", func() { b.clock.sleep(time.Minute) }, time.Minute, true},
		{"a look fails", func() {
			b.Record(desk.Sight{Look: b.LookNow(l), Err: errors.New("no network")})
		}, time.Minute, true},
		{"the customer starts", func() { look(started) }, 0, true},
		{"the next look", func() { b.clock.sleep(time.Minute); look(started) }, time.Minute, true},
	} {
		step.do()
		if since, sent := l.Quiet(); since != step.since || sent != step.sent {
			t.Errorf("%s: quiet for %v, sent %t, want %v and %t", step.what, since, sent, step.since, step.sent)
		}
	}
}
