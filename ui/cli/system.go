// Package cli is the command line: the wizard's start, and the commands that
// need no screen, create and validate.
//
// Everything of the outside world that a command touches is in [Env]: streams,
// environment variables, clock, HTTP transport. Results go to standard output,
// everything else to standard error; in JSON mode every outcome is one object on
// standard output and standard error stays empty. Exit statuses are the
// constants below, and nothing else is ever returned.
package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"
	"github.com/charmbracelet/x/term"
	"github.com/cli/browser"

	"klavilink/klavi"
	"klavilink/ui"
)

// Exit statuses.
const (
	ExitOK          = 0
	ExitFailed      = 1   // network or API
	ExitUsage       = 2   // bad input or usage
	ExitCredentials = 4   // no or refused credentials
	ExitAbandoned   = 130 // abandoned by the user
)

// Env is the outside world.
type Env struct {
	In       io.Reader
	Out, Err io.Writer

	// InTerminal and OutTerminal tell whether the streams are a person's.
	InTerminal, OutTerminal bool

	Getenv    func(string) string
	Environ   []string
	Clock     ui.Clock
	Transport http.RoundTripper // nil for the client's own

	// Clipboard writes to the system's clipboard; nil leaves it to the terminal.
	Clipboard func(string) error

	// ReadClipboard reads it; nil leaves in it what was copied.
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

	// ConfigFile is config.toml, CacheDir the folder for what can be had again;
	// empty where there is none.
	ConfigFile, CacheDir string

	// Chance draws from [0, 1); nil is always the middle.
	Chance func() float64

	// Keyring keeps the keys; nil where there is none.
	Keyring Keyring

	// Run runs a program and gives what it prints; nil where none is to be run.
	Run func(ctx context.Context, argv []string) ([]byte, error)

	// ReadSecret reads a line from the terminal without echo.
	ReadSecret func() (string, error)

	// Home is the user's folder, which is in no report.
	Home string

	// Screen is what a program on something else than a terminal has to be told:
	// size and colours. Tests run the wizard on an emulated one.
	Screen []tea.ProgramOption

	Build Build
}

// Build says what was built, and from what.
type Build struct {
	Version string // empty for one that is no release
	Commit  string
	Date    string // of the commit, RFC 3339
}

// String is what --version says: version, commit, date, and the Go version. What
// a release was not told it reads from the build itself.
func (b Build) String() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Commit = cmp.Or(b.Commit, s.Value)
			case "vcs.time":
				b.Date = cmp.Or(b.Date, s.Value)
			}
		}
	}
	parts := []string{cmp.Or(b.Version, "dev")}
	if b.Commit != "" {
		parts = append(parts, b.Commit[:min(len(b.Commit), 12)])
	}
	if b.Date != "" {
		parts = append(parts, b.Date)
	}
	return strings.Join(append(parts, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH), " ")
}

// System is the process's own world.
func System(build Build) Env {
	home, _ := os.UserHomeDir()
	variables, environ := takeSecrets()
	configFile, cacheDir := "", ""
	if folder, err := os.UserConfigDir(); err == nil {
		configFile = filepath.Join(folder, "klavilink", "config.toml")
	}
	if folder, err := os.UserCacheDir(); err == nil {
		cacheDir = filepath.Join(folder, "klavilink")
	}
	return Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InTerminal: term.IsTerminal(os.Stdin.Fd()), OutTerminal: term.IsTerminal(os.Stdout.Fd()),
		Getenv: func(name string) string { return variables[name] }, Environ: environ, Home: home,
		Keyring: systemKeyring{}, Run: runProgram, ReadSecret: readSecret, Clock: ui.SystemClock{},
		Clipboard: clipboard.WriteAll, ReadClipboard: clipboard.ReadAll, OpenFile: opener(browser.OpenFile, runtime.GOOS, os.Getenv),
		OpenURL: opener(browser.OpenURL, runtime.GOOS, os.Getenv), Chance: rand.Float64,
		Save: saveIn(home), Pixels: func() (int, int) { return windowPixels(os.Stdout.Fd()) },
		ConfigFile: configFile, CacheDir: cacheDir, Build: build,
	}
}

// takeSecrets reads the environment and takes the credentials out of it: browsers,
// clipboard programs and whatever else is started later do not inherit them.
func takeSecrets() (variables map[string]string, rest []string) {
	variables = map[string]string{}
	for _, pair := range os.Environ() {
		name, value, _ := strings.Cut(pair, "=")
		variables[name] = value
	}
	for _, name := range []string{"KLAVI_ACCESS_TOKEN", "KLAVI_ACCESS_KEY", "KLAVI_SECRET_KEY"} {
		_ = os.Unsetenv(name)
	}
	return variables, os.Environ()
}

// runProgram runs a program without a shell. It may ask something of the user on
// the terminal through /dev/tty, as kubectl's do; its standard error is dropped.
func runProgram(ctx context.Context, argv []string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...) //nolint:gosec // the user's own, from config.toml
	cmd.WaitDelay = time.Second                           // for children that hold its output open
	var out bytes.Buffer
	cmd.Stdout = &limited{&out, maxToken}
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("run %s: %w", filepath.Base(argv[0]), err)
	}
	return out.Bytes(), nil
}

// maxToken bounds what a program prints as a token, in bytes.
const maxToken = 64 << 10

// limited drops what is too much.
type limited struct {
	to   *bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	l.to.Write(p[:n])
	return len(p), nil
}

// readSecret reads a line without echo.
func readSecret() (string, error) {
	b, err := term.ReadPassword(os.Stdin.Fd())
	if err != nil {
		return "", fmt.Errorf("read without echo: %w", err)
	}
	return string(b), nil
}

// exit is an error with the status that it ends the program with and the
// sentence for the user.
type exit struct {
	status  int
	kind    string // as in JSON
	message string
	field   string
	http    int
	code    int
}

func (e *exit) Error() string { return e.message }

// usage is an exit for input and usage that will not do.
func usage(message string) *exit {
	return &exit{status: ExitUsage, kind: klavi.KindInput.String(), message: message}
}

// statusOf gives the exit status for an error of package klavi.
func statusOf(err error) int {
	var e *klavi.Error
	switch {
	case errors.Is(err, context.Canceled):
		return ExitAbandoned
	case !errors.As(err, &e):
		return ExitFailed
	case e.Kind == klavi.KindAuth:
		return ExitCredentials
	case e.Kind == klavi.KindInput:
		return ExitUsage
	default:
		return ExitFailed
	}
}
