package cli

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/klavi/callback/deliver"
	"klavilink/klavi/sandbox"
	"klavilink/ui/cli/serve"
	"klavilink/ui/receipts"
	"klavilink/ui/received"
	"klavilink/ui/terminal"
	"klavilink/ui/text"
	"klavilink/validate"
)

// defaultOn is where listen receives. Only this machine reaches it. A tunnel runs on this
// machine too.
const defaultOn = "127.0.0.1:4242"

// listener is the command listen.
type listener struct {
	env      Env
	t        *text.Catalogue
	print    *printer
	settings *settings
	api      *connector

	on, forward string
	bodies      bool
}

// command returns the command and its flags.
func (l *listener) command() *cobra.Command {
	t := &l.t.Events
	c := &cobra.Command{
		Use: "listen", Short: t.ListenShort, Long: t.ListenLong, Args: noArgs(&l.t.CLI),
		RunE: func(cmd *cobra.Command, _ []string) error { return l.do(cmd.Context()) },
	}
	c.Flags().StringVar(&l.on, "on", defaultOn, t.FlagOn)
	c.Flags().StringVar(&l.forward, "forward", "", t.FlagForward)
	c.Flags().BoolVar(&l.bodies, "print-body", false, t.FlagPrintBody)
	c.Flags().BoolVar(&l.print.json, "json", l.print.json, l.t.CLI.FlagJSON)
	return c
}

// do runs the command until a signal or a key ends it.
func (l *listener) do(ctx context.Context) error {
	t := &l.t.Events
	key, err := callbackKey(l.settings, l.api)
	if err != nil {
		return err
	}
	cfg := received.Config{Key: key, Now: l.env.now, Bodies: l.bodies}
	shown := receipts.Config{Text: l.t, Zone: l.env.Zone, NoKey: key == "", Bodies: l.bodies}
	if l.forward != "" {
		u, err := ownAddress(t, l.forward)
		if err != nil {
			return err
		}
		if cfg.Forward, err = url.Parse(u.Reveal()); err != nil {
			return usage(fmt.Sprintf(t.BadAddressF, validate.Harmless(redacted(u, l.forward), 80)))
		}
		cfg.Sender = deliver.Sender{
			Transport: nearby{l.api.carrier(), l.forward}, Steady: l.env.steady, Sleep: waits(l.env.Clock),
		}
		shown.Forward = validate.Harmless(u.String(), 60)
	}
	on, reached, err := listen(l.on)
	if err != nil {
		return usage(fmt.Sprintf(t.BadOnF, validate.Harmless(l.on, 60)))
	}
	shown.Address = "http://" + reached
	receive := func(ctx context.Context, report func(received.Receipt)) func() {
		ctx, cancel := context.WithCancel(ctx)
		cfg.Report = report
		r := received.New(ctx, cfg)
		stop := serve.Start(on, r, callbackLimits())
		return func() { cancel(); stop(); r.Wait() }
	}
	if l.print.json || !l.env.InTerminal || !l.env.OutTerminal {
		return l.lines(ctx, shown, receive)
	}
	return l.table(ctx, shown, receive)
}

// maxShown is how many bytes a callback may announce at most to be shown as refused. The
// server answers a larger one itself.
const maxShown = 1 << 30

// callbackLimits returns the limits of a server of callbacks. Few senders send large
// bodies. The receiver reads no more than [callback.MaxBody] of one.
func callbackLimits() serve.Limits {
	limits := serve.Usual()
	limits.BodyBytes, limits.Connections, limits.PerAddress = maxShown, 32, 32
	return limits
}

// callbackKey returns the key that callbacks are signed with, or "" if there is none.
func callbackKey(s *settings, api *connector) (klavi.Secret, error) {
	if api.demo {
		return sandbox.DemoSecretKey, nil
	}
	profile, err := s.profile()
	if err != nil {
		return "", err
	}
	cfg, _, err := api.credentials.find(profile)
	return cfg.SecretKey, err
}

// table shows what comes on the screen.
func (l *listener) table(
	ctx context.Context, shown receipts.Config, receive func(context.Context, func(received.Receipt)) func(),
) error {
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(l.env.In), tea.WithOutput(l.env.Out), tea.WithFPS(terminal.FrameRate),
		tea.WithEnvironment(l.env.Environ), tea.WithoutSignalHandler(),
	}
	p := tea.NewProgram(receipts.New(shown), append(options, l.env.Screen...)...)
	stop := receive(ctx, func(r received.Receipt) { p.Send(r) })
	_, err := p.Run()
	stop()
	switch {
	case ctx.Err() != nil:
		return abandoned(l.t)
	case errors.Is(err, tea.ErrProgramPanic):
		return &exit{status: ExitFailed, kind: "internal", message: err.Error()}
	case err != nil:
		return &exit{status: ExitFailed, kind: "terminal", message: err.Error()}
	}
	return nil
}

// lines prints what comes as JSON, one line for each item when its outcome is known.
func (l *listener) lines(
	ctx context.Context, shown receipts.Config, receive func(context.Context, func(received.Receipt)) func(),
) error {
	if shown.NoKey {
		l.print.tell(l.t.Events.NoSecret)
	}
	l.print.tell(fmt.Sprintf(l.t.Events.ListeningF, shown.Address))
	var mu sync.Mutex
	stop := receive(ctx, func(r received.Receipt) {
		mu.Lock()
		defer mu.Unlock()
		if !r.Pending {
			l.print.object(lineOf(r))
		}
	})
	<-ctx.Done()
	stop()
	return abandoned(l.t)
}

// line is a receipt in JSON. Scripts rely on its names.
type line struct {
	Time    string `json:"time"`
	Event   string `json:"event"`
	Report  bool   `json:"report"`
	ID      string `json:"id"`
	LinkID  string `json:"linkId"`
	Verdict string `json:"verdict"`
	Forward *sent  `json:"forward,omitempty"`
	Body    string `json:"body,omitempty"`
}

// sent is the outcome of a delivery in JSON. Status is 0 if there was no answer.
type sent struct {
	Status int   `json:"status"`
	Ms     int64 `json:"ms"`
	Tries  int   `json:"tries"`
	Waited int64 `json:"waitedMs"`
}

func lineOf(r received.Receipt) line {
	out := line{
		Time: r.At.UTC().Format(time.RFC3339), Event: r.Name, Report: r.Report, ID: r.Key, LinkID: r.LinkID,
		Verdict: r.Verdict.String(), Body: string(r.Body),
	}
	if r.Forward != nil {
		out.Forward = sentOf(*r.Forward)
	}
	return out
}

func sentOf(r deliver.Result) *sent {
	return &sent{Status: r.Status, Ms: r.Took.Milliseconds(), Tries: r.Tries, Waited: r.Waited.Milliseconds()}
}
