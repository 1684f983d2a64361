package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"slices"
)

// runEditor runs a program on the terminal of this one until it ends. What the user types
// belongs to the editor, also ctrl+c. Any other signal that ends this program is handed on,
// so that the editor saves what it can and gives the terminal back. The context ends with
// such a signal, and its error is returned then.
func runEditor(ctx context.Context, argv []string) error {
	cmd := exec.Command(argv[0], argv[1:]...) //nolint:gosec,noctx // the user names the editor, which ends by itself
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	typed := make(chan os.Signal, 1)
	signal.Notify(typed, os.Interrupt)
	defer signal.Stop(typed)
	ending := make(chan os.Signal, 1)
	signal.Notify(ending, slices.DeleteFunc(endingSignals(), func(s os.Signal) bool {
		return s == os.Interrupt || signal.Ignored(s)
	})...)
	defer signal.Stop(ending)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start the editor: %w", err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	var err error
	select {
	case err = <-done:
	case s := <-ending:
		signal.Stop(ending) // a second one ends this program
		_ = cmd.Process.Signal(s)
		err = <-done
		<-ctx.Done()
		err = errors.Join(ctx.Err(), err)
	}
	if err != nil {
		return fmt.Errorf("run the editor: %w", err)
	}
	return nil
}
