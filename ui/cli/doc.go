// Package cli is the command line. It starts the wizard, asks the plain questions,
// and runs the commands that need no screen.
//
// The package handles flags, streams, exit statuses, the configuration file, the
// credentials and the connection to the API. Other packages draw the wizard's screens
// and hold the API's rules.
//
// Commands reach the outside world only through [Env]: streams, environment variables,
// clock, time zone, HTTP transport. They print results to standard output and
// everything else to standard error. In JSON mode they print one object for each
// outcome to standard output, and nothing to standard error. [Run] lists the exit
// statuses.
package cli
