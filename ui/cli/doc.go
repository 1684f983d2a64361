// Package cli is the command line. It starts the wizard, asks the plain questions,
// and runs the commands that need no screen.
//
// The package owns flags, streams, exit statuses, the configuration file, the
// credentials and the connection to the API. It knows neither how the wizard
// draws its screens nor what the API's rules are.
//
// Everything of the outside world that a command touches is in [Env]: streams,
// environment variables, clock, time zone, HTTP transport. Results go to standard
// output, everything else to standard error. In JSON mode every outcome is one
// object on standard output, and standard error stays empty. A command ends with
// one of the exit statuses below and with no other.
package cli
