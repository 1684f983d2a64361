package cli_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"klavilink/ui/cli"
)

func TestTmuxListsItsClientsWithinASecond(t *testing.T) {
	failure := errors.New("no server running")
	for _, want := range []error{nil, failure} {
		var argv []string
		var left time.Duration
		list := cli.TmuxClients(func(ctx context.Context, args []string) ([]byte, error) {
			argv = args
			deadline, _ := ctx.Deadline()
			left = time.Until(deadline)
			return []byte("VTE(8001)|xterm-256color|3.5a\n"), want
		})
		got, err := list(t.Context())
		format := "#{client_termtype}|#{client_termname}|#{version}"
		if got != "VTE(8001)|xterm-256color|3.5a\n" || !errors.Is(err, want) ||
			!slices.Equal(argv, []string{"tmux", "list-clients", "-F", format}) {
			t.Errorf("%q gives %q, %v", argv, got, err)
		}
		if left <= 0 || left > time.Second {
			t.Errorf("it has %v", left)
		}
	}
}

func TestTmuxIsNotAskedIfNoProgramMayRun(t *testing.T) {
	if cli.TmuxClients(nil) != nil {
		t.Error("there is a way to ask")
	}
}
