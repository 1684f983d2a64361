package cli_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/ui/cli"
	"klavilink/ui/clock"
	"klavilink/ui/internal/emulator"
)

// terminal is klavilink on an emulated terminal.
type terminal struct {
	t      *testing.T
	screen *emulator.Screen
	status chan int
	errors *strings.Builder // standard error, to be read only after the end
	end    func()           // cancels the context, as a termination signal does
}

// sit starts klavilink on an emulated terminal. It sets the streams, the clock and the
// terminal in env, and an empty Getenv if there is none.
func sit(t *testing.T, env cli.Env, args ...string) *terminal {
	t.Helper()
	return sitAt(t, clock.System{}, env, args...)
}

// sitAt starts klavilink as sit does, with a clock of the test.
func sitAt(t *testing.T, now clock.Clock, env cli.Env, args ...string) *terminal {
	t.Helper()
	s := emulator.New(120, 44, false)
	var errs strings.Builder
	env.In, env.Out, env.Err, env.InTerminal, env.OutTerminal, env.Clock = s, s, &errs, true, true, now
	if env.Getenv == nil {
		env.Getenv = func(string) string { return "" }
	}
	env.Environ = []string{"TERM=xterm-256color"}
	env.Screen = []tea.ProgramOption{tea.WithWindowSize(120, 44), tea.WithColorProfile(colorprofile.TrueColor)}
	ctx, end := context.WithCancel(t.Context())
	term := &terminal{t, s, make(chan int, 1), &errs, end}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		term.status <- cli.Run(ctx, env, args)
	}()
	t.Cleanup(func() {
		end()
		<-ended
		s.Close()
	})
	return term
}

// sees waits until the screen shows all the texts, and returns the screen.
func (c *terminal) sees(texts ...string) string {
	c.t.Helper()
	shown, ok := c.screen.Await(func(shown string) bool {
		for _, text := range texts {
			if !strings.Contains(shown, text) {
				return false
			}
		}
		return true
	})
	if !ok {
		c.t.Fatalf("no %q on\n%s", texts, shown)
	}
	return shown
}

// ends waits until klavilink ends and returns its exit status.
func (c *terminal) ends() int {
	status := <-c.status
	c.status <- status
	return status
}
