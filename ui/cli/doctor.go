package cli

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/validate"
)

// doctorCommand says what is configured, where each thing comes from, and whether
// it works. What it prints may be pasted into a ticket: no key, no token, no
// name of a home folder.
func (a *app) doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use: "doctor", Short: a.t.CLI.DoctorShort, Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.doctor(cmd.Context()) },
	}
}

// checkTime bounds each of doctor's checks.
const checkTime = 15 * time.Second

// mostSkew is how far the machine's clock may be off before tokens and times of
// day go wrong.
const mostSkew = time.Minute

func (a *app) doctor(ctx context.Context) error {
	t := &a.t.CLI
	line := func(sign, name, value string) {
		_, _ = fmt.Fprintf(a.env.Out, "%s %-12s %s\n", sign, name, validate.Harmless(a.homeless(value), 300))
	}
	const good, bad, note = "✓", "✗", "·"
	line(note, "klavilink", a.env.Build.String())

	status := ExitOK
	p, err := a.profile()
	if err != nil {
		line(bad, "config.toml", err.Error())
		return &exit{status: ExitUsage}
	}
	switch _, err := os.Stat(a.env.ConfigFile); {
	case a.env.ConfigFile == "" || err != nil:
		line(note, "config.toml", t.DocNone)
	case p.Name != "":
		line(good, "config.toml", a.env.ConfigFile+" · "+p.Name)
	default:
		line(good, "config.toml", a.env.ConfigFile)
	}
	cfg, from, err := a.credentials(p)
	place := a.address(&cfg, p.Environment)
	line(note, "API", string(p.Environment)+" · "+strings.TrimSuffix(cfg.BaseURL, "/"))

	switch {
	case err != nil:
		line(bad, t.DocCredentials, err.Error())
		status = ExitCredentials
	case from == fromNowhere:
		line(bad, t.DocCredentials, t.DocNone)
		status = ExitCredentials
	default:
		line(good, t.DocCredentials, fmt.Sprintf(t.DocFromF, from))
		if from == fromFile {
			line(bad, t.DocCredentials, a.reminder(from))
		}
	}
	sign, state := a.keyringState()
	line(sign, "keyring", state)

	skew, err := a.skew(ctx, cfg.BaseURL)
	switch {
	case err != nil:
		line(bad, t.DocReach, a.t.Failure(err).Cause)
		status = max(status, ExitFailed)
	case skew.Abs() > mostSkew:
		line(good, t.DocReach, t.DocYes)
		line(bad, t.DocClock, fmt.Sprintf(t.DocSkewF, skew.Round(time.Second)))
	default:
		line(good, t.DocReach, t.DocYes)
		line(good, t.DocClock, t.DocYes)
	}
	if err == nil && from != fromNowhere {
		s, err := a.open(cfg, place, func() {})
		if err == nil {
			ctx, cancel := context.WithTimeout(ctx, checkTime)
			defer cancel()
			err = s.client.Warm(ctx)
		}
		switch {
		case err != nil:
			line(bad, t.DocLogin, a.explain(err).message)
			status = statusOf(err)
		case from == fromToken:
			line(note, t.DocLogin, t.DocUnproved)
		default:
			line(good, t.DocLogin, t.DocYes)
		}
	}
	a.describeTerminal(func(value string) { line(note, "terminal", value) })
	if status != ExitOK {
		return &exit{status: status}
	}
	return nil
}

// keyringState tells an empty keyring from one that does not work.
func (a *app) keyringState() (sign, state string) {
	t := &a.t.CLI
	if a.env.Keyring == nil {
		return "·", t.DocNone
	}
	switch _, err := a.env.Keyring.Get("doctor"); {
	case err == nil || errors.Is(err, ErrNotStored):
		return "✓", t.DocYes
	default:
		return "·", t.DocNoKeyring // the cause may quote anything
	}
}

// skew asks the API's host for the time of day, without any credentials.
func (a *app) skew(ctx context.Context, base string) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	unreachable := func(err error) error { return &klavi.Error{Op: "reach the API", Kind: klavi.KindNetwork, Err: err} }
	r, err := http.NewRequestWithContext(ctx, http.MethodHead, base, nil)
	if err != nil {
		return 0, unreachable(klavi.ErrBaseURL)
	}
	transport := a.env.Transport
	if transport == nil {
		own := klavi.NewTransport()
		defer own.CloseIdleConnections()
		transport = own
	}
	asked := a.env.Clock.Now()
	resp, err := transport.RoundTrip(r)
	if err != nil {
		return 0, unreachable(err)
	}
	_ = resp.Body.Close()
	there, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		return 0, nil // it does not say
	}
	return asked.Sub(there), nil
}

// homeless takes the user's name out of a path.
func (a *app) homeless(s string) string {
	if a.env.Home == "" {
		return s
	}
	return strings.ReplaceAll(s, a.env.Home, "~")
}

// describeTerminal says what the terminal calls itself and can show.
func (a *app) describeTerminal(line func(string)) {
	var parts []string
	for _, name := range []string{"TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR"} {
		if v := a.env.Getenv(name); v != "" {
			parts = append(parts, name+"="+v)
		}
	}
	for _, name := range []string{"TMUX", "STY", "SSH_CONNECTION"} { // whose values say more than they need to
		if a.env.Getenv(name) != "" {
			parts = append(parts, name)
		}
	}
	profile := colorprofile.Detect(a.env.Out, a.env.Environ)
	line(strings.Join(append(parts, profile.String(), fmt.Sprintf("in=%t out=%t", a.env.InTerminal, a.env.OutTerminal)), " "))
}
