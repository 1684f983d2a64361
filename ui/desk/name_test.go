package desk_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/watch"
)

func TestALinkHasANameOfTheAgentsOwn(t *testing.T) {
	b := newDesk(t, ana)
	l, other := b.made("id-1"), b.made("id-2")
	for _, tt := range []struct{ typed, want string }{
		{"padaria da Ana", "padaria da Ana"}, {"  loja ", "loja"}, {"", ""}, {"\x1b[2Jx", "\ufffd[2Jx"},
	} {
		l.Rename(tt.typed)
		if got := l.Name(); got != tt.want || other.Name() != "" {
			t.Errorf("%q: %q, want %q, the other %q", tt.typed, got, tt.want, other.Name())
		}
	}
	l.Rename(strings.Repeat("é", 500))
	if n := utf8.RuneCountInString(l.Name()); n != 20 {
		t.Errorf("a name has %d characters", n)
	}
}

// The name is the agent's alone. Another link for the same customer starts without it.
func TestTheNameOfALinkIsNotSent(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	l.Rename("padaria")
	b.Reopen(l)
	if again := b.made("id-2"); again.Name() != "" || len(again.Request.Fields()) != len(l.Request.Fields()) {
		t.Errorf("%q", again.Name())
	}
}

func TestALinkIsUnseenSinceTheLastLookThatSucceeded(t *testing.T) {
	b := newDesk(t, ana)
	l := b.made("id-1")
	unseen := func(want time.Duration) {
		t.Helper()
		if got := l.Unseen(); got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
	unseen(0)
	b.clock.sleep(2 * time.Minute)
	unseen(2 * time.Minute)
	b.Record(desk.Sight{Look: b.LookNow(l), Err: errors.New("no network")})
	unseen(2 * time.Minute)
	b.Record(desk.Sight{Look: b.LookNow(l)})
	unseen(0)
	b.clock.set(time.Hour) // somebody sets the clock
	b.clock.sleep(3 * time.Minute)
	unseen(3 * time.Minute)
	b.Record(desk.Sight{Look: b.LookNow(l), Steps: []watch.Step{{Code: "260", Status: klavi.Authorised}}})
	b.clock.sleep(10 * time.Minute)
	unseen(0) // nothing more will be seen
}
