package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// doctor is the command doctor. It prints what is configured, where each setting comes
// from, and whether it works; or whether the demo works; or what the status of a link
// means. Users paste its output into tickets, so the output holds no key, no token, and
// not the name of the home folder.
type doctor struct {
	env         Env
	t           *text.Catalogue
	print       *printer
	settings    *settings
	credentials credentials
	api         *connector

	input  string // the name of a file with links, "-" for standard input, or empty
	report diagnosis
}

const (
	// checkTime limits each check of the network.
	checkTime = 15 * time.Second

	// maxSkew is how far the machine's clock may be off. A larger difference makes the
	// expiry of tokens and the times that users read wrong.
	maxSkew = time.Minute
)

// command returns the command and its flags.
func (d *doctor) command() *cobra.Command {
	t := &d.t.CLI
	c := &cobra.Command{
		Use: "doctor [LINKID]", Short: t.DoctorShort, Long: t.Tools.DoctorLong,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, args []string) error { return d.do(cmd.Context(), args) },
	}
	c.Flags().StringVar(&d.input, "input", "", t.Tools.FlagLinks)
	c.Flags().BoolVar(&d.print.json, "json", d.print.json, t.FlagJSON)
	return c
}

// do runs the command.
func (d *doctor) do(ctx context.Context, args []string) error {
	switch {
	case len(args) > 1:
		return extra(&d.t.CLI, args[1])
	case len(args) == 1 && d.api.demo:
		return misused(d.t.CLI.Tools.DemoAndLink, "")
	case len(args) == 1:
		return d.explain(ctx, args[0])
	}
	d.report = diagnosis{print: d.print, home: d.env.Home}
	d.report.object.Version = d.env.Build.object()
	d.report.add(note, "version", "klavilink", d.env.Build.String())
	status := d.check(ctx)
	d.report.end(status)
	if status != ExitOK {
		return &exit{status: status}
	}
	return nil
}

// check checks everything and returns the exit status, which tells what failed.
func (d *doctor) check(ctx context.Context) (status int) {
	p, err := d.settings.profile()
	if err != nil {
		d.report.add(bad, "config", "config.toml", err.Error())
		return ExitUsage
	}
	d.describeConfig(p)
	if d.api.demo {
		status = d.checkDemo(ctx, p)
	} else {
		status = d.checkAPI(ctx, p)
	}
	d.describeTerminal(ctx)
	return status
}

// checkAPI checks the credentials and the API, and returns the exit status.
func (d *doctor) checkAPI(ctx context.Context, p config.Profile) (status int) {
	cfg, from, err := d.credentials.find(p)
	base, _ := d.api.gateway.address(p.Environment)
	shown := redactedBase(base)
	d.report.object.Environment, d.report.object.API = string(p.Environment), shown
	d.report.add(note, "api", "API", string(p.Environment)+" · "+shown)
	status = d.checkCredentials(from, err)
	d.describeKeyring()
	switch {
	case !d.checkNetwork(ctx, base):
		return max(status, ExitFailed)
	case from != fromNowhere:
		return cmp.Or(d.checkLogin(ctx, cfg, from, p.Environment), status)
	default:
		return status
	}
}

// redactedBase returns the address of the API without what may be a secret in it.
func redactedBase(base string) string {
	u, p := validate.CheckWebURL(base)
	if !p.OK() || strings.ContainsAny(base, "@?#") {
		return cmp.Or(u.String(), "…")
	}
	return strings.TrimSuffix(base, "/")
}

// describeConfig prints the configuration file and the profile in use.
func (d *doctor) describeConfig(p config.Profile) {
	switch _, err := os.Stat(d.env.ConfigFile); {
	case d.env.ConfigFile == "" || err != nil:
		d.report.add(note, "config", "config.toml", d.t.CLI.DocNone)
	case p.Name != "":
		d.report.object.Profile = validate.Harmless(p.Name, 60)
		d.report.add(good, "config", "config.toml", d.env.ConfigFile+" · "+p.Name)
	default:
		d.report.add(good, "config", "config.toml", d.env.ConfigFile)
	}
}

// checkCredentials prints where the credentials come from and returns the exit status.
// err is the error of finding them.
func (d *doctor) checkCredentials(from origin, err error) (status int) {
	t := &d.t.CLI
	switch {
	case err != nil:
		d.report.add(bad, "credentials", t.DocCredentials, err.Error())
		return ExitCredentials
	case from == fromNowhere:
		d.report.add(bad, "credentials", t.DocCredentials, t.DocNone)
		return ExitCredentials
	}
	d.report.object.Credentials = from.String()
	d.report.add(good, "credentials", t.DocCredentials, fmt.Sprintf(t.DocFromF, from))
	if from == fromFile {
		d.report.add(bad, "credentials", t.DocCredentials, d.credentials.reminder(from))
	}
	return ExitOK
}

// describeKeyring prints whether the keyring works. An empty keyring works.
func (d *doctor) describeKeyring() {
	t := &d.t.CLI
	if d.env.Keyring == nil {
		d.report.add(note, "keyring", "keyring", t.DocNone)
		return
	}
	switch _, err := d.env.Keyring.Get("doctor"); {
	case err == nil || errors.Is(err, ErrNotStored):
		d.report.add(good, "keyring", "keyring", t.DocYes)
	default:
		d.report.add(note, "keyring", "keyring", t.DocNoKeyring) // without the cause, which may quote a secret
	}
}

// checkNetwork prints whether the API answers and whether the clocks agree. It reports
// whether the API answers.
func (d *doctor) checkNetwork(ctx context.Context, base string) bool {
	t := &d.t.CLI
	skew, err := d.api.gateway.skew(ctx, base)
	if err != nil {
		d.report.add(bad, "connection", t.DocReach, d.t.Failure(err).Cause)
		return false
	}
	d.report.add(good, "connection", t.DocReach, t.DocYes)
	if skew.Abs() > maxSkew {
		d.report.add(bad, "clock", t.DocClock, fmt.Sprintf(t.DocSkewF, skew.Round(time.Second)))
	} else {
		d.report.add(good, "clock", t.DocClock, t.DocYes)
	}
	return true
}

// checkLogin prints whether the API accepts the credentials and returns the exit
// status. It cannot check KLAVI_ACCESS_TOKEN, because the API checks a token only when
// it makes a link for a customer.
func (d *doctor) checkLogin(
	ctx context.Context, cfg klavi.Config, from origin, env klavi.Environment,
) (status int) {
	t := &d.t.CLI
	s, err := d.api.gateway.partner(cfg, env)
	if err == nil {
		ctx, cancel := context.WithTimeout(ctx, checkTime)
		defer cancel()
		err = s.client.Warm(ctx)
	}
	switch {
	case err != nil:
		d.report.add(bad, "keys", t.DocLogin, explain(d.t, err).message)
		return statusOf(err)
	case from == fromToken:
		d.report.add(note, "keys", t.DocLogin, t.DocUnproved)
	default:
		d.report.add(good, "keys", t.DocLogin, t.DocYes)
	}
	return ExitOK
}
