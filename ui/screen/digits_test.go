package screen_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"klavilink/ui/screen"
)

func TestLargeDigitsStandInThreeRowsOfOneWidth(t *testing.T) {
	equal(t, screen.Large("12:04"), "▀█  ▀▀█ ▄ █▀█ █ █", " █  █▀▀ ▄ █ █ ▀▀█", "▀▀▀ ▀▀▀   ▀▀▀   ▀")
	for _, clock := range []string{"30:00", "29:59", "100:08", "7:46"} {
		rows := screen.Large(clock)
		for _, row := range rows {
			if got, want := utf8.RuneCountInString(row), utf8.RuneCountInString(rows[0]); got != want {
				t.Errorf("%s: %q is %d wide, want %d", clock, row, got, want)
			}
		}
	}
}

func TestEachLargeDigitHasAShapeOfItsOwn(t *testing.T) {
	seen := map[string]rune{}
	for _, digit := range "0123456789" {
		shape := strings.Join(screen.Large(string(digit)), "\n")
		if other, ok := seen[shape]; ok {
			t.Errorf("%c looks like %c", digit, other)
		}
		seen[shape] = digit
	}
}
