package field_test

import (
	"slices"
	"strings"
	"testing"

	"klavilink/ui/field"
)

// choice returns a choice of three options.
func choice(value *int) *field.Choice {
	return ready(field.NewChoice("c", "Choice", value, "one", "two", "three"))
}

func TestKeysChooseAnOptionAndLeaveTheChoiceAtItsEnds(t *testing.T) {
	for _, tt := range []struct {
		from int
		key  string
		to   int
		move field.Move
	}{
		{0, "down", 1, field.Stay},
		{1, "down", 2, field.Stay},
		{2, "down", 2, field.Next},
		{2, "up", 1, field.Stay},
		{1, "up", 0, field.Stay},
		{0, "up", 0, field.Prev},
		{0, "right", 1, field.Stay},
		{2, "right", 2, field.Stay},
		{1, "space", 2, field.Stay},
		{2, "space", 2, field.Stay},
		{2, "left", 1, field.Stay},
		{0, "left", 0, field.Stay},
		{1, "enter", 1, field.Accept},
		{1, "tab", 1, field.Next},
		{1, "shift+tab", 1, field.Prev},
		{1, "x", 1, field.Stay},
		{7, "x", 2, field.Stay}, // an index out of range is moved to the nearest option
		{-7, "x", 0, field.Stay},
	} {
		value := tt.from
		f := choice(&value)
		press(f, tt.key)
		if move := f.TakeMove(); value != tt.to || move != tt.move {
			t.Errorf("%s on %d: option %d, move %d, want %d and %d", tt.key, tt.from, value, move, tt.to, tt.move)
		}
		lines := strings.Split(shown(f), "\n")
		at := slices.IndexFunc(lines, func(s string) bool { return strings.Contains(s, "> ") })
		if at != 1+tt.to || len(lines) != 4 {
			t.Errorf("%s on %d marks another option than %d:\n%s", tt.key, tt.from, tt.to, shown(f))
		}
	}
}

func TestARefusalOfAChoiceIsShownUntilAnotherOptionIsChosen(t *testing.T) {
	value := 0
	f := choice(&value)
	f.Refuse("not allowed")
	press(f, "left", "x")
	if !strings.Contains(shown(f), "✗ not allowed") || f.Problem() != "" {
		t.Errorf("%q\n%s", f.Problem(), shown(f))
	}
	press(f, "right")
	if strings.Contains(shown(f), "not allowed") {
		t.Errorf("%s", shown(f))
	}
}
