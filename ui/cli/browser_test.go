package cli

import (
	"io"
	"sync"
	"testing"

	"github.com/cli/browser"
)

// Without a desktop the system's opener may start a text browser, which would take over
// the wizard's terminal.
func TestNothingIsOpenedWithoutADesktop(t *testing.T) {
	for _, tt := range []struct {
		system, variable string
		opens            bool
	}{
		{"linux", "", false},
		{"freebsd", "", false},
		{"linux", "DISPLAY", true},
		{"linux", "WAYLAND_DISPLAY", true},
		{"linux", "WSL_DISTRO_NAME", true},
		{"darwin", "", true},
		{"windows", "", true},
	} {
		opened := ""
		err := opener(func(what string) error { opened = what; return nil }, tt.system, func(name string) string {
			if name == tt.variable {
				return ":0"
			}
			return ""
		})("https://wa.me/")
		if (err == nil) != tt.opens || (opened != "") != tt.opens {
			t.Errorf("%s with %q: opened %q, %v", tt.system, tt.variable, opened, err)
		}
	}
}

// The two openings wait for each other, so they overlap. The race detector fails the
// test if an opening writes a variable that the other one reads.
func TestTwoThingsCanBeOpenedAtOnce(t *testing.T) {
	var under sync.WaitGroup
	under.Add(2)
	open := opener(func(string) error {
		under.Done()
		under.Wait()
		return nil
	}, "darwin", func(string) string { return "" })
	var done sync.WaitGroup
	for _, what := range []string{"/tmp/qr.html", "https://wa.me/"} {
		done.Go(func() {
			if err := open(what); err != nil {
				t.Errorf("%s: %v", what, err)
			}
		})
	}
	done.Wait()
}

func TestAnOpenersOutputDoesNotReachTheScreen(t *testing.T) {
	if browser.Stdout != io.Discard || browser.Stderr != io.Discard {
		t.Error("the library's programs write to the terminal")
	}
}
