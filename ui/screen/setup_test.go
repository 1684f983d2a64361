package screen_test

import (
	"slices"
	"testing"

	"klavilink/ui/desk"
)

// sightOf is a look that showed nothing.
func sightOf(look desk.Look, err error) desk.Sight { return desk.Sight{Look: look, Err: err} }

// equal compares lines.
func equal(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
