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

// doctor says what is configured, where each thing comes from, and whether it
// works. Its lines may be pasted into a ticket: they hold no key, no token, and no
// name of a home folder.
type doctor struct {
	env         Env
	t           *text.Catalogue
	settings    *settings
	credentials credentials
	gateway     gateway
}

const (
	// checkTime bounds each check of the network.
	checkTime = 15 * time.Second

	// mostSkew is how far the machine's clock may be off before tokens and times of
	// day go wrong.
	mostSkew = time.Minute
)

// The sign of a line says whether a thing works, does not, or is only told.
const good, bad, note = "✓", "✗", "·"

// command is the command.
func (d *doctor) command() *cobra.Command {
	return &cobra.Command{
		Use: "doctor", Short: d.t.CLI.DoctorShort, Args: noArgs(&d.t.CLI),
		RunE: func(cmd *cobra.Command, _ []string) error { return d.do(cmd.Context()) },
	}
}

// do carries the command out. The exit status is that of what is wrong.
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

// line prints one line without the user's name.
func (d *doctor) line(sign, name, value string) {
	if d.env.Home != "" {
		value = strings.ReplaceAll(value, d.env.Home, "~")
	}
	_, _ = fmt.Fprintf(d.env.Out, "%s %-12s %s\n", sign, name, validate.Harmless(value, 300))
}

// describeConfig says which file and which profile are used.
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

// checkCredentials says where the credentials come from; err is what is wrong with
// them.
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

// describeKeyring tells an empty keyring from one that does not work.
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
		d.line(note, "keyring", t.DocNoKeyring) // the cause may quote anything
	}
}

// checkNetwork says whether the API answers and whether the clocks agree, and tells
// whether it answers.
func (d *doctor) checkNetwork(ctx context.Context, base string) bool {
	t := &d.t.CLI
	skew, err := d.gateway.skew(ctx, base)
	if err != nil {
		d.line(bad, t.DocReach, d.t.Failure(err).Cause)
		return false
	}
	d.line(good, t.DocReach, t.DocYes)
	if skew.Abs() > mostSkew {
		d.line(bad, t.DocClock, fmt.Sprintf(t.DocSkewF, skew.Round(time.Second)))
	} else {
		d.line(good, t.DocClock, t.DocYes)
	}
	return true
}

// checkLogin says whether the API accepts the credentials. A token from outside is
// not proved, because only a request for a customer would prove it.
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

// describeTerminal says what the terminal calls itself and can show.
func (d *doctor) describeTerminal() {
	var parts []string
	for _, name := range []string{"TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR"} {
		if v := d.env.Getenv(name); v != "" {
			parts = append(parts, name+"="+v)
		}
	}
	for _, name := range []string{"TMUX", "STY", "SSH_CONNECTION"} { // whose values say more than they need to
		if d.env.Getenv(name) != "" {
			parts = append(parts, name)
		}
	}
	profile := colorprofile.Detect(d.env.Out, d.env.Environ)
	streams := fmt.Sprintf("in=%t out=%t", d.env.InTerminal, d.env.OutTerminal)
	d.line(note, "terminal", strings.Join(append(parts, profile.String(), streams), " "))
}
