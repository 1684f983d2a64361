package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// maxToken limits how much a program may print, in bytes.
const maxToken = 64 << 10

// outputGrace is how long the output of a program that has ended may stay open. It is
// closed at once, unless the program has started another one that left its group.
const outputGrace = 100 * time.Millisecond

var errTooMuch = errors.New("it prints more than a token")

// runProgram runs a program without a shell and returns its standard output. It
// discards standard error, which may hold secrets.
//
// The program is a group of processes of its own. The group ends when the context ends,
// when the program has ended, and when it prints more than [maxToken] bytes, so that
// nothing it has started lives on. Being in the background, it cannot ask anything on the
// terminal: the wizard owns that. On Windows only the program itself is ended.
func runProgram(ctx context.Context, argv []string) ([]byte, error) {
	named := func(err error) error { return fmt.Errorf("run %s: %w", filepath.Base(argv[0]), err) }
	out, in, err := os.Pipe()
	if err != nil {
		return nil, named(err)
	}
	defer out.Close()
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...) //nolint:gosec // the user names the program in config.toml
	cmd.Stdout = in                                       // a file, so that Wait does not wait for its end
	ownGroup(cmd)
	err = cmd.Start()
	_ = in.Close()
	if err != nil {
		return nil, named(err)
	}
	printed := make(chan []byte, 1)
	go func() {
		b, _ := io.ReadAll(io.LimitReader(out, maxToken+1))
		if len(b) > maxToken {
			endGroup(cmd)
		}
		printed <- b
	}()
	err = cmd.Wait()
	endGroup(cmd)
	open := time.NewTimer(outputGrace)
	defer open.Stop()
	var b []byte
	select {
	case b = <-printed:
	case <-open.C:
		err = errors.Join(err, exec.ErrWaitDelay)
	}
	switch {
	case len(b) > maxToken:
		return nil, named(errTooMuch)
	case err != nil:
		return nil, named(err)
	}
	return b, nil
}
