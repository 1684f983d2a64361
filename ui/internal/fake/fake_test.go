package fake_test

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/internal/fake"
)

func ExampleClock() {
	c := fake.NewClock()
	fake.Messages(tea.Batch(c.After(2*time.Second, "late"), c.After(time.Second, "early")))
	c.After(time.Second, "dropped")

	c.Advance(time.Second)
	fmt.Println(c.Due())
	fmt.Println(c.Next())
	// Output:
	// [early]
	// 1s true
}

func TestKeysHaveTheNamesThatBindingsHaveForThem(t *testing.T) {
	for _, name := range []string{
		"enter", "esc", "tab", "up", "down", "left", "right", "pgup", "pgdown", "backspace",
		"ctrl+l", "ctrl+c", "shift+tab", "c", "?", "1",
	} {
		if got := fake.Key(name).String(); got != name {
			t.Errorf("%q is %q", name, got)
		}
	}
}
