package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// doctor is the command doctor. It prints what is configured, where each setting comes
// from, and whether it works. Users paste its output into tickets, so the output holds
// no key, no token, and not the name of the home folder.
type doctor struct {
	env         Env
	t           *text.Catalogue
	settings    *settings
	credentials credentials
	gateway     gateway
}

const (
	// checkTime limits each check of the network.
	checkTime = 15 * time.Second

	// maxSkew is how far the machine's clock may be off. A larger difference makes the
	// expiry of tokens and the times that users read wrong.
	maxSkew = time.Minute
)

// The signs at the start of a line: it works, it does not work, it is only information.
const good, bad, note = "✓", "✗", "·"

// command returns the command.
func (d *doctor) command() *cobra.Command {
	return &cobra.Command{
		Use: "doctor", Short: d.t.CLI.DoctorShort, Args: noArgs(&d.t.CLI),
		RunE: func(cmd *cobra.Command, _ []string) error { return d.do(cmd.Context()) },
	}
}

// do runs the command. The exit status tells which check failed.
func (d *doctor) do(ctx context.Context) error {
	d.line(note, "klavilink", d.env.Build.String())
	p, err := d.settings.profile()
	if err != nil {
		d.line(bad, "config.toml", err.Error())
		return &exit{status: ExitUsage}
	}
	d.describeConfig(p)
	cfg, from, err := d.credentials.find(p)
	base, _ := d.gateway.address(p.Environment)
	d.line(note, "API", string(p.Environment)+" · "+strings.TrimSuffix(base, "/"))
	status := d.checkCredentials(from, err)
	d.describeKeyring()

	reached := d.checkNetwork(ctx, base)
	switch {
	case !reached:
		status = max(status, ExitFailed)
	case from != fromNowhere:
		status = cmp.Or(d.checkLogin(ctx, cfg, from, p.Environment), status)
	}
	d.describeTerminal()
	if status != ExitOK {
		return &exit{status: status}
	}
	return nil
}

// line prints one line. It shortens the home folder to "~", because the folder's name
// is usually the user's.
func (d *doctor) line(sign, name, value string) {
	if d.env.Home != "" {
		value = strings.ReplaceAll(value, d.env.Home, "~")
	}
	_, _ = fmt.Fprintf(d.env.Out, "%s %-12s %s\n", sign, name, validate.Harmless(value, 300))
}

// describeConfig prints the configuration file and the profile in use.
func (d *doctor) describeConfig(p config.Profile) {
	switch _, err := os.Stat(d.env.ConfigFile); {
	case d.env.ConfigFile == "" || err != nil:
		d.line(note, "config.toml", d.t.CLI.DocNone)
	case p.Name != "":
		d.line(good, "config.toml", d.env.ConfigFile+" · "+p.Name)
	default:
		d.line(good, "config.toml", d.env.ConfigFile)
	}
}

// checkCredentials prints where the credentials come from and returns the exit status.
// err is the error of finding them.
func (d *doctor) checkCredentials(from origin, err error) (status int) {
	t := &d.t.CLI
	switch {
	case err != nil:
		d.line(bad, t.DocCredentials, err.Error())
		return ExitCredentials
	case from == fromNowhere:
		d.line(bad, t.DocCredentials, t.DocNone)
		return ExitCredentials
	}
	d.line(good, t.DocCredentials, fmt.Sprintf(t.DocFromF, from))
	if from == fromFile {
		d.line(bad, t.DocCredentials, d.credentials.reminder(from))
	}
	return ExitOK
}

// describeKeyring prints whether the keyring works. An empty keyring works.
func (d *doctor) describeKeyring() {
	t := &d.t.CLI
	if d.env.Keyring == nil {
		d.line(note, "keyring", t.DocNone)
		return
	}
	switch _, err := d.env.Keyring.Get("doctor"); {
	case err == nil || errors.Is(err, ErrNotStored):
		d.line(good, "keyring", t.DocYes)
	default:
		d.line(note, "keyring", t.DocNoKeyring) // without the cause, which may quote a secret
	}
}

// checkNetwork prints whether the API answers and whether the clocks agree. It reports
// whether the API answers.
func (d *doctor) checkNetwork(ctx context.Context, base string) bool {
	t := &d.t.CLI
	skew, err := d.gateway.skew(ctx, base)
	if err != nil {
		d.line(bad, t.DocReach, d.t.Failure(err).Cause)
		return false
	}
	d.line(good, t.DocReach, t.DocYes)
	if skew.Abs() > maxSkew {
		d.line(bad, t.DocClock, fmt.Sprintf(t.DocSkewF, skew.Round(time.Second)))
	} else {
		d.line(good, t.DocClock, t.DocYes)
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
	s, err := d.gateway.partner(cfg, env)
	if err == nil {
		ctx, cancel := context.WithTimeout(ctx, checkTime)
		defer cancel()
		err = s.client.Warm(ctx)
	}
	switch {
	case err != nil:
		d.line(bad, t.DocLogin, explain(d.t, err).message)
		return statusOf(err)
	case from == fromToken:
		d.line(note, t.DocLogin, t.DocUnproved)
	default:
		d.line(good, t.DocLogin, t.DocYes)
	}
	return ExitOK
}

// describeTerminal prints the terminal's name, its colours, and whether the streams are
// terminals. Of TMUX, STY and SSH_CONNECTION it prints only the name, because the
// values hold paths and addresses.
func (d *doctor) describeTerminal() {
	var parts []string
	for _, name := range []string{"TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR"} {
		if v := d.env.Getenv(name); v != "" {
			parts = append(parts, name+"="+v)
		}
	}
	for _, name := range []string{"TMUX", "STY", "SSH_CONNECTION"} {
		if d.env.Getenv(name) != "" {
			parts = append(parts, name)
		}
	}
	profile := colorprofile.Detect(d.env.Out, d.env.Environ)
	streams := fmt.Sprintf("in=%t out=%t", d.env.InTerminal, d.env.OutTerminal)
	d.line(note, "terminal", strings.Join(append(parts, profile.String(), streams), " "))
}
