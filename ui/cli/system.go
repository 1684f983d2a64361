package cli

import (
	"context"
	crand "crypto/rand"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"klavilink/ui/clock"

	"github.com/atotto/clipboard"
	"github.com/charmbracelet/x/term"
	"github.com/cli/browser"
)

// System returns the environment of the process. It also removes the credentials from
// the process's environment variables, which nothing else in this package reads, and
// keeps the memory of the process out of core files.
func System(build Build) Env {
	forbidCoreDumps()
	home, _ := os.UserHomeDir()
	getenv, environ := takeSecrets()
	configFile, cacheDir := "", ""
	if folder, err := os.UserConfigDir(); err == nil {
		configFile = filepath.Join(folder, "klavilink", "config.toml")
	}
	if folder, err := os.UserCacheDir(); err == nil {
		cacheDir = filepath.Join(folder, "klavilink")
	}
	var pageDirs []string
	if folder := getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(folder) { // in memory, and gone when the user logs out
		pageDirs = append(pageDirs, filepath.Join(folder, "klavilink"))
	}
	if cacheDir != "" {
		pageDirs = append(pageDirs, filepath.Join(cacheDir, "pages"))
	}
	return Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InTerminal: term.IsTerminal(os.Stdin.Fd()), OutTerminal: term.IsTerminal(os.Stdout.Fd()),
		ErrTerminal: term.IsTerminal(os.Stderr.Fd()), CodePage: codePage(),
		Getenv: getenv, Environ: environ, Home: home,
		Clock: clock.System{}, Zone: time.Local, Chance: rand.Float64, Random: crand.Reader,
		Keyring: systemKeyring{getenv}, Run: runProgram, ReadSecret: readSecret,
		Edit:      runEditor,
		Clipboard: clipboard.WriteAll, ReadClipboard: clipboard.ReadAll,
		OpenFile: opener(browser.OpenFile, runtime.GOOS, getenv),
		OpenURL:  opener(browser.OpenURL, runtime.GOOS, getenv),
		Save:     saveIn(home), Pixels: func() (int, int) { return windowPixels(os.Stdout.Fd()) },
		Size:       func() (int, int, error) { return term.GetSize(os.Stdout.Fd()) },
		ConfigFile: configFile, CacheDir: cacheDir, PageDirs: pageDirs, Build: build,
	}
}

// takeSecrets reads the environment variables and removes the credentials from them,
// so that browsers and other programs we start do not inherit the credentials.
func takeSecrets() (getenv func(string) string, rest []string) {
	variables := map[string]string{}
	for _, pair := range os.Environ() {
		name, value, _ := strings.Cut(pair, "=")
		variables[name] = value
	}
	for _, name := range []string{"KLAVI_ACCESS_TOKEN", "KLAVI_ACCESS_KEY", "KLAVI_SECRET_KEY"} {
		_ = os.Unsetenv(name)
	}
	return func(name string) string { return variables[name] }, os.Environ()
}

// readSecret reads a line from the terminal and does not show it. When the context ends,
// it gives the terminal back as it was.
func readSecret(ctx context.Context) (string, error) {
	terminal := os.Stdin.Fd()
	before, err := term.GetState(terminal)
	if err != nil {
		return "", fmt.Errorf("read without echo: %w", err)
	}
	b, err := within(ctx, func() ([]byte, error) { return term.ReadPassword(terminal) })
	if ctx.Err() != nil {
		_ = term.Restore(terminal, before)
	}
	if err != nil {
		return "", fmt.Errorf("read without echo: %w", err)
	}
	return string(b), nil
}
