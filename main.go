// Command klavilink creates a Klavi link for a customer and shows it as a QR
// code with the time it has left. See the README.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"klavilink/ui/cli"
)

// Set by the linker in releases.
var version, commit, date = "", "", ""

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := cli.Run(ctx, cli.System(cli.Build{Version: version, Commit: commit, Date: date}), os.Args[1:])
	stop()
	os.Exit(code)
}
