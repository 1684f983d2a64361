package cli

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"time"
)

// maxToken bounds what a program prints as a token, in bytes.
const maxToken = 64 << 10

// runProgram runs a program without a shell. The program may ask the user something
// on the terminal through /dev/tty, as kubectl's do. Its standard error is dropped.
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

// limited keeps the beginning of what is written and drops the rest.
type limited struct {
	to   *bytes.Buffer
	left int
}

// Write implements io.Writer.
func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	l.to.Write(p[:n])
	return len(p), nil
}
