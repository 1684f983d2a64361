package cli

import (
	"context"
	"io"
	"net/http"
	"time"

	"klavilink/ui/clock"
	"klavilink/ui/terminal"

	tea "charm.land/bubbletea/v2"
)

// Env is the outside world as commands see it. [System] returns the real one. Tests
// make their own.
type Env struct {
	// In, Out and Err are the standard streams.
	In       io.Reader
	Out, Err io.Writer

	// InTerminal, OutTerminal and ErrTerminal report whether In, Out and Err are a terminal.
	InTerminal, OutTerminal, ErrTerminal bool

	// Getenv returns an environment variable. Environ is the environment that started
	// programs inherit. It holds no credentials.
	Getenv  func(string) string
	Environ []string

	// CodePage is the code page of the console of Windows. It is 0 elsewhere.
	CodePage uint32

	// Clock returns the time. Zone is the zone of the times that people read. Nil means
	// UTC.
	Clock clock.Clock
	Zone  *time.Location

	// Transport carries the requests to the API. Nil means the client's own transport.
	Transport http.RoundTripper

	// Clipboard writes to the system's clipboard. If it is nil, the program asks the
	// terminal to copy.
	Clipboard func(string) error

	// ReadClipboard reads the system's clipboard, so that a copied link is removed only
	// if it is still there. If it is nil, the link is not removed.
	ReadClipboard func() (string, error)

	// OpenFile opens a file in the browser. Nil means that the system cannot.
	OpenFile func(path string) error

	// OpenURL opens an address in the browser. Nil means that the system cannot.
	OpenURL func(address string) error

	// Save writes a new file and returns its path. Nil means that nothing can be saved.
	Save func(name string, content []byte) (path string, err error)

	// Pixels returns the size of the terminal in pixels, or zeros if it is unknown. Nil
	// means that the system cannot tell.
	Pixels func() (width, height int)

	// Size returns the size of the terminal in cells. Nil means that it is not known before
	// the program runs.
	Size func() (cols, rows int, err error)

	// ConfigFile is the path of config.toml. CacheDir is the folder for data that can be
	// fetched again. Either is empty if there is no such folder.
	ConfigFile, CacheDir string

	// PageDirs are the folders that may hold the pages for the browser, the best first.
	// The program makes them if it has to.
	PageDirs []string

	// Chance returns a random number in [0, 1). Nil means always the middle.
	Chance func() float64

	// Random is where keys come from. Nil means crypto/rand.
	Random io.Reader

	// Keyring stores the keys. Nil means that there is no keyring.
	Keyring Keyring

	// Run runs a program and returns its standard output. Nil means that no program may
	// be run.
	Run func(ctx context.Context, argv []string) ([]byte, error)

	// Edit runs an editor, which is a program with its arguments, on the terminal until the
	// user leaves it. The error of a program that does not exist is an [exec.ErrNotFound].
	// Nil means that no editor may be run.
	Edit func(ctx context.Context, argv []string) error

	// ReadSecret reads a line from the terminal without echo. If it is nil, login reads
	// the keys from In. It returns when the context ends, and shows typing again then.
	ReadSecret func(ctx context.Context) (string, error)

	// Home is the user's home folder. The command doctor replaces it by "~".
	Home string

	// Screen holds more options for the wizard's screen. Tests use it to set the size
	// and the colours of an emulated terminal.
	Screen []tea.ProgramOption

	// Build describes the binary, for --version and for the User-Agent header.
	Build Build
}

// charset returns the characters that the terminal shows.
func (e Env) charset() terminal.Charset { return terminal.CharsetOf(e.Getenv, e.CodePage) }

// now returns the time of day.
func (e Env) now() time.Time { return e.Clock.Now() }

// after returns a channel that tells when a time has passed on the clock.
func (e Env) after(d time.Duration) <-chan time.Time { return time.After(clock.Real(e.Clock, d)) }

// steady returns the time since some fixed moment. It never goes back.
func (e Env) steady() time.Duration { return e.Clock.Steady() }
