package cli

import (
	"errors"
	"io"
	"time"

	"github.com/cli/browser"
)

// errNoBrowser is the answer where nothing opens a page or an address. The user can
// still open it by hand.
var errNoBrowser = errors.New("no browser could be opened")

// patience is how long an opener may take to say that it failed.
const patience = 5 * time.Second

// The library keeps the outputs of the programs that it starts in two variables of
// its own. They are set once, before anything runs, because two openings at once
// may only read them. The outputs go nowhere: they must not reach the screen.
func init() { browser.Stdout, browser.Stderr = io.Discard, io.Discard }

// opener makes one of the system's openers safe for a program on a terminal. Where
// it would find no desktop it opens nothing: there the opener might start a browser
// for terminals, on this very terminal.
func opener(open func(string) error, system string, getenv func(string) string) func(string) error {
	return func(what string) error {
		if !desktop(system, getenv) {
			return errNoBrowser
		}
		return patiently(func() error { return open(what) })
	}
}

// desktop tells whether a browser has a window to open.
func desktop(system string, getenv func(string) string) bool {
	if system == "windows" || system == "darwin" {
		return true
	}
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != "" || getenv("WSL_DISTRO_NAME") != ""
}

// patiently waits for an opener only as long as it may take to say that it
// failed. Some stay until the browser ends, which is no failure.
func patiently(open func() error) error {
	opened := make(chan error, 1)
	go func() { opened <- open() }()
	select {
	case err := <-opened:
		if err != nil {
			return errNoBrowser
		}
	case <-time.After(patience):
	}
	return nil
}
