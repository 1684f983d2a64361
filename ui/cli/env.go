package cli

import (
	"context"
	"io"
	"net/http"
	"time"

	"klavilink/ui/clock"

	tea "charm.land/bubbletea/v2"
)

// Env is the outside world.
type Env struct {
	In       io.Reader
	Out, Err io.Writer

	// InTerminal and OutTerminal tell whether the streams are a person's.
	InTerminal, OutTerminal bool

	// Getenv reads an environment variable. Environ is what programs inherit, without
	// the credentials.
	Getenv  func(string) string
	Environ []string

	// Clock tells the time, and Zone is where the times of day that people read are
	// from; nil is UTC.
	Clock clock.Clock
	Zone  *time.Location

	Transport http.RoundTripper // nil for the client's own

	// Clipboard writes to the system's clipboard; nil leaves it to the terminal.
	Clipboard func(string) error

	// ReadClipboard reads the clipboard; nil leaves what was copied in it.
	ReadClipboard func() (string, error)

	// OpenFile opens a file with the system's own program for it; nil where there
	// is none.
	OpenFile func(path string) error

	// OpenURL opens an address with the system's own program for it; nil where
	// there is none.
	OpenURL func(address string) error

	// Save writes a new file; nil where nothing can be saved.
	Save func(name string, content []byte) (path string, err error)

	// Pixels is the size of the terminal in pixels, zero where unknown; nil where
	// there is no such system call.
	Pixels func() (width, height int)

	// ConfigFile is config.toml, and CacheDir is the folder of what can be fetched
	// again; empty where there is none.
	ConfigFile, CacheDir string

	// Chance draws from [0, 1); nil is always the middle.
	Chance func() float64

	// Keyring keeps the keys; nil where there is none.
	Keyring Keyring

	// Run runs a program and gives what it prints; nil where none is to be run.
	Run func(ctx context.Context, argv []string) ([]byte, error)

	// ReadSecret reads a line from the terminal without echo.
	ReadSecret func() (string, error)

	// Home is the user's folder. No report names it.
	Home string

	// Screen tells a program that runs on something else than a terminal its size
	// and its colours. Tests run the wizard on an emulated terminal.
	Screen []tea.ProgramOption

	Build Build
}

// now is the time of the clock.
func (e Env) now() time.Time { return e.Clock.Now() }

// steady counts from some fixed moment.
func (e Env) steady() time.Duration { return e.Clock.Steady() }
