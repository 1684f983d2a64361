// Command klavilink creates a Klavi link for a customer and shows it as a QR
// code with the time that is left until it expires. The README explains its use.
package main

import (
	"context"
	"os"

	"klavilink/ui/cli"
)

// The linker sets these variables in releases. They are empty in other builds.
var version, commit, date = "", "", ""

func main() {
	ctx, status := cli.Signals(context.Background())
	code := cli.Run(ctx, cli.System(cli.Build{Version: version, Commit: commit, Date: date}), os.Args[1:])
	os.Exit(status(code))
}
