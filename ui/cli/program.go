package cli

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"time"
)

// maxToken limits how much of a program's output we keep, in bytes.
const maxToken = 64 << 10

// runProgram runs a program without a shell and returns its standard output. It
// discards standard error, which may hold secrets. The program can still ask the user
// something through /dev/tty, as the credential plugins of kubectl do.
func runProgram(ctx context.Context, argv []string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...) //nolint:gosec // the user names the program in config.toml
	cmd.WaitDelay = time.Second                           // its children may keep the output open
	var out bytes.Buffer
	cmd.Stdout = &limited{&out, maxToken}
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("run %s: %w", filepath.Base(argv[0]), err)
	}
	return out.Bytes(), nil
}

// limited is a writer that keeps the first bytes and discards the rest.
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
