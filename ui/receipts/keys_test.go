package receipts_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/receipts"
	"klavilink/ui/received"
	"klavilink/ui/text"
)

// after returns the screen of 80x24 after keys, with sixty rows that have the numbers 0 to 59
// as their names. The newest, which is first, has 59.
func after(cfg receipts.Config, keys string) string {
	cfg.Text, cfg.Zone, cfg.Address = text.For(text.English), time.UTC, "here"
	m := receipts.New(cfg)
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	for i := range 60 {
		r := receipt(i, fmt.Sprint(i), received.Good)
		for h := range 60 {
			r.Header.Set(fmt.Sprintf("X-%02d", h), "v")
		}
		m.Update(r)
	}
	for _, name := range strings.Fields(keys) {
		m.Update(pressed(name))
	}
	return ansi.Strip(m.View().Content)
}

func TestEachKeyGoesWhereItsNameSays(t *testing.T) {
	for keys, want := range map[string]int{ // the name of the chosen row
		"":                          59,
		"down":                      58,
		"j j":                       57,
		"up":                        59,
		"down down up":              58,
		"down down k":               58,
		"pgdown":                    40,
		"pgdown pgdown":             21,
		"pgdown pgdown pgup":        40,
		"pgup":                      59,
		"end":                       0,
		"end down":                  0,
		"end home":                  59,
		"x":                         59,
		"? down esc":                59,
		"? down backspace":          59,
		"? ? down":                  58,
		"? enter ?":                 59,
		"enter down esc down":       58,
		"enter down backspace down": 58,
		"enter enter esc down":      58,
	} {
		_, row, _ := strings.Cut(after(receipts.Config{}, keys), "❯ ")
		if fields := strings.Fields(row); len(fields) < 2 || fields[1] != fmt.Sprint(want) {
			t.Errorf("%q: %v, want %d", keys, fields, want)
		}
	}
}

func TestTheHeadersAreScrolledToTheirEndAndNoFurther(t *testing.T) {
	top := [2]string{"14:00:59", "X-18: v"}
	end := [2]string{"X-41: v", "The body is shown only with --print-body."}
	for keys, want := range map[string][2]string{ // what the first line begins with, and the last line
		"enter":                    top,
		"enter down":               {"✓ good", "X-19: v"},
		"enter down up":            top,
		"enter down enter":         {"✓ good", "X-19: v"},
		"enter up":                 top,
		"enter end":                end,
		"enter end down up":        {"X-40: v", "Body"},
		"enter end esc enter":      top,
		"enter pgdown":             {"X-15: v", "X-37: v"},
		"enter pgdown pgup":        top,
		"enter end home":           top,
		"down enter end ? end esc": end,
	} {
		lines := strings.Split(after(receipts.Config{}, keys), "\n")
		first, last := strings.TrimSpace(lines[0]), strings.TrimSpace(lines[len(lines)-2])
		if !strings.HasPrefix(first, want[0]) || last != want[1] {
			t.Errorf("%q: %q to %q, want %q", keys, first, last, want)
		}
	}
}

func TestAKeyQuitsEverywhere(t *testing.T) {
	for _, before := range []string{"", "enter", "?", "enter ?"} {
		m := receipts.New(receipts.Config{Text: text.For(text.English), Zone: time.UTC})
		m.Update(receipt(1, "e", received.Good))
		for _, name := range strings.Fields(before) {
			m.Update(pressed(name))
		}
		if _, cmd := m.Update(pressed("q")); cmd == nil || cmd() != tea.Quit() {
			t.Errorf("%q: it goes on", before)
		}
	}
}
