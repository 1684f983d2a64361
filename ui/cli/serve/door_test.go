package serve

import "testing"

// The demo may run for days. A list of everybody who ever came would fill the memory.
func TestTheDoorForgetsAnAddressWhenItsLastConnectionIsClosed(t *testing.T) {
	d := newDoor(nil, Usual())
	for _, address := range []string{"a", "b", "a"} {
		if !d.enter(address) {
			t.Fatalf("%s may not come in", address)
		}
	}
	for i, want := range []int{2, 1, 0} {
		d.left([]string{"a", "b", "a"}[i])
		if len(d.from) != want || d.total != 2-i {
			t.Errorf("after %d left: %d addresses and %d connections", i+1, len(d.from), d.total)
		}
	}
}
