package cli

import (
	"errors"
	"io"
	"time"

	"github.com/cli/browser"
)

// errNoBrowser means that no program opened the page or the address. The user can
// still open it by hand.
var errNoBrowser = errors.New("no browser could be opened")

// openerTimeout is how long we wait for an opener to report a failure.
const openerTimeout = 5 * time.Second

// The library sends the output of the programs it starts to two package variables.
// We discard that output, because it must not reach the screen. We set the variables
// in init, because later two openings may read them at the same time.
func init() { browser.Stdout, browser.Stderr = io.Discard, io.Discard }

// opener wraps one of the system's openers and returns an error if there is no
// desktop. Without a desktop the system might start a text browser, which would take
// over the wizard's terminal.
func opener(open func(string) error, system string, getenv func(string) string) func(string) error {
	return func(what string) error {
		if !hasDesktop(system, getenv) {
			return errNoBrowser
		}
		return withOpenerTimeout(func() error { return open(what) })
	}
}

// hasDesktop reports whether a browser can open a window.
func hasDesktop(system string, getenv func(string) string) bool {
	if system == "windows" || system == "darwin" {
		return true
	}
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != "" || getenv("WSL_DISTRO_NAME") != ""
}

// withOpenerTimeout runs an opener and returns after at most openerTimeout. Some
// openers keep running until the browser closes, so a timeout is not an error.
func withOpenerTimeout(open func() error) error {
	opened := make(chan error, 1)
	go func() { opened <- open() }()
	select {
	case err := <-opened:
		if err != nil {
			return errNoBrowser
		}
	case <-time.After(openerTimeout):
	}
	return nil
}
