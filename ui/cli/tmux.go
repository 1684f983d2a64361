package cli

import (
	"context"
	"time"

	"klavilink/ui/terminal"
)

// tmuxTime is how long tmux may take to list its clients.
const tmuxTime = time.Second

// tmuxClients returns the function that lists the clients of the tmux in which the
// program runs. It returns nil if no program may run.
func tmuxClients(run func(context.Context, []string) ([]byte, error)) func(context.Context) (string, error) {
	if run == nil {
		return nil
	}
	return func(ctx context.Context) (string, error) {
		ctx, cancel := context.WithTimeout(ctx, tmuxTime)
		defer cancel()
		list, err := run(ctx, []string{"tmux", "list-clients", "-F", terminal.ClientFormat})
		return string(list), err
	}
}
