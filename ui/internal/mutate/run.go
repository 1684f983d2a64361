package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Outcome says what became of a mutant.
type Outcome int

// These are the outcomes of a mutant.
const (
	Killed   Outcome = iota // a test failed, or the tests did not end
	Survived                // all tests passed
	Uncompilable
	Equivalent // it is in equivalent.txt and was not run
	Skipped    // the budget was used up
)

// String returns the outcome as the report shows it.
func (o Outcome) String() string {
	return [...]string{"killed", "SURVIVED", "does not compile", "equivalent", "left out"}[o]
}

// Runner runs the tests of packages with mutants in them.
type Runner struct {
	Root string // the folder of the repository
	Work string // a folder for what is built, which the caller removes

	Slack time.Duration // is added to three times the usual time of a package's tests
}

// Usual runs the tests of a package without a mutant and returns how long they may take
// with one. It fails if they do not pass.
func (r Runner) Usual(ctx context.Context, pkg string) (time.Duration, error) {
	binary := filepath.Join(r.Work, "usual.test")
	if out, err := r.compile(ctx, pkg, binary, ""); err != nil {
		return 0, fmt.Errorf("compile the tests of %s: %w\n%s", pkg, err, out)
	}
	start := time.Now()
	out, err := r.test(ctx, pkg, binary, 10*time.Minute)
	if err != nil {
		return 0, fmt.Errorf("the tests of %s do not pass: %w\n%s", pkg, err, tail(out))
	}
	return 3*time.Since(start) + r.Slack, nil
}

// Try runs the tests of a mutant's package with the mutant in it.
func (r Runner) Try(ctx context.Context, m Mutant, worker int, limit time.Duration) (Outcome, error) {
	path := filepath.Join(r.Root, filepath.FromSlash(m.File))
	source, err := os.ReadFile(path)
	if err != nil {
		return 0, fmt.Errorf("read the file of a mutant: %w", err)
	}
	folder := filepath.Join(r.Work, fmt.Sprint("worker", worker))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return 0, fmt.Errorf("make a folder: %w", err)
	}
	changed, overlay := filepath.Join(folder, "changed.go"), filepath.Join(folder, "overlay.json")
	if err := os.WriteFile(changed, m.Apply(source), 0o600); err != nil {
		return 0, fmt.Errorf("write a mutant: %w", err)
	}
	list, _ := json.Marshal(map[string]any{"Replace": map[string]string{path: changed}})
	if err := os.WriteFile(overlay, list, 0o600); err != nil {
		return 0, fmt.Errorf("write the overlay: %w", err)
	}
	binary := filepath.Join(folder, "mutant.test")
	if _, err := r.compile(ctx, m.Package, binary, overlay); err != nil {
		return Uncompilable, ctx.Err() //nolint:wrapcheck // the caller has ended it
	}
	_, err = r.test(ctx, m.Package, binary, limit)
	switch {
	case ctx.Err() != nil:
		return 0, ctx.Err() //nolint:wrapcheck // the caller has ended it
	case err != nil:
		return Killed, nil
	}
	return Survived, nil
}

// compile compiles the tests of a package. The overlay may be empty.
func (r Runner) compile(ctx context.Context, pkg, binary, overlay string) (string, error) {
	args := []string{"test", "-c", "-vet=off", "-o", binary}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	cmd := exec.CommandContext(ctx, "go", append(args, pkg)...)
	cmd.Dir = r.Root
	out, err := cmd.CombinedOutput()
	return string(out), err //nolint:wrapcheck // the caller says what was compiled
}

// test runs compiled tests until the first one fails, for the limit at most. What they
// start ends with them.
func (r Runner) test(ctx context.Context, pkg, binary string, limit time.Duration) (string, error) {
	home, err := os.MkdirTemp(r.Work, "home")
	if err != nil {
		return "", fmt.Errorf("make a home folder: %w", err)
	}
	defer os.RemoveAll(home)
	ctx, cancel := context.WithTimeoutCause(ctx, limit, errors.New("the tests did not end"))
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, "-test.failfast", "-test.timeout="+limit.String())
	bound(cmd)
	cmd.Dir = filepath.Join(r.Root, filepath.FromSlash(pkg))
	cmd.Env = append(environment(ctx),
		"HOME="+home, "TMPDIR="+home, "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "XDG_RUNTIME_DIR=")
	cmd.WaitDelay = time.Second
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err = cmd.Run()
	return out.String(), err //nolint:wrapcheck // the caller says what was tested
}

// environment returns the environment of this process without credentials. The caches of
// the go command stay where they are, because some tests build the program.
func environment(ctx context.Context) []string {
	var env []string
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "KLAVI_") && !strings.HasPrefix(v, "GOCACHE=") && !strings.HasPrefix(v, "GOMODCACHE=") {
			env = append(env, v)
		}
	}
	out, err := exec.CommandContext(ctx, "go", "env", "GOCACHE", "GOMODCACHE").Output()
	if folders := strings.Fields(string(out)); err == nil && len(folders) == 2 {
		env = append(env, "GOCACHE="+folders[0], "GOMODCACHE="+folders[1])
	}
	return env
}

// tail returns the last bytes of an output.
func tail(s string) string {
	const most = 2000
	if len(s) > most {
		return "…" + s[len(s)-most:]
	}
	return s
}
