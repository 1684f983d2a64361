package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/ui/cli/config"
	"klavilink/ui/draft"
	"klavilink/ui/terminal"
	"klavilink/ui/text"
)

// wizard is the root command. It runs the full-screen program, or the plain questions
// if the user asks for them or the terminal cannot show a screen.
type wizard struct {
	env      Env
	t        *text.Catalogue
	print    *printer
	settings *settings
	api      *connector
	requests requests

	input string // the name of a file that fills in the form, "-" for standard input, or empty
	debug string // the name of the log file, or empty
	qr    string // the background on which plain questions draw the code, or empty
	plain bool
	url   bool // the URL of the last link stays on the terminal
}

// command returns the root command and the flags that only the wizard has.
func (w *wizard) command() *cobra.Command {
	t := &w.t.CLI
	c := &cobra.Command{
		Use: "klavilink", Short: t.Short, Long: t.Long, Args: noArgs(t),
		RunE: func(cmd *cobra.Command, _ []string) error { return w.do(cmd.Context()) },
	}
	c.Flags().StringVar(&w.debug, "debug", "", t.FlagDebug)
	c.Flags().BoolVar(&w.plain, "plain", false, t.FlagPlain)
	w.codeFlag(c)
	c.Flags().BoolVar(&w.url, "print-link", false, t.FlagPrintLink)
	c.Flags().StringVar(&w.input, "input", "", t.FlagInput)
	return c
}

// do runs the command.
func (w *wizard) do(ctx context.Context) error {
	if err := errors.Join(w.api.play.check(&w.t.Events), w.checkCode()); err != nil {
		return err
	}
	if w.api.play.story == storyList {
		w.print.stories()
		return nil
	}
	request, err := w.request(ctx)
	if err != nil {
		return err
	}
	plain := w.plain || w.env.Getenv("TERM") == "dumb" || w.env.Getenv("ACCESSIBLE") != ""
	if !plain && (!w.env.InTerminal || !w.env.OutTerminal) {
		return usage(w.t.CLI.NoTerminal)
	}
	profile, err := w.settings.profile()
	if err != nil {
		return err
	}
	log, closeLog, err := openLog(w.debug, w.env.Build, &w.t.CLI)
	if err != nil {
		return err
	}
	defer closeLog()
	s, err := w.api.logging(log).connect(profile, true)
	if err != nil {
		return err
	}
	defer s.close()
	if plain {
		if s.reminder != "" {
			w.print.tell(s.reminder)
		}
		err := w.questions(ctx, s, profile, request).ask(ctx)
		s.settled(ctx)
		return err
	}
	cfg := w.config(s, profile, request)
	cfg.Log = log
	if w.env.OpenFile != nil {
		shown := &pages{open: w.env.OpenFile, folders: w.env.PageDirs, clock: w.env.Clock}
		defer shown.Withdraw()
		cfg.Pages = shown
	}
	return w.run(ctx, cfg)
}

// request returns the first object of the input, which fills in the form. It returns an
// empty request if there is no input.
func (w *wizard) request(ctx context.Context) (klavi.LinkRequest, error) {
	if w.input == "" {
		return klavi.LinkRequest{}, nil
	}
	in, err := w.requests.open(ctx, w.input)
	if err != nil {
		return klavi.LinkRequest{}, err
	}
	defer in.close()
	return in.first()
}

// config returns the configuration of the full-screen program, without the log and the
// pages. The caller adds those two, because it must close them.
func (w *wizard) config(s *session, p config.Profile, request klavi.LinkRequest) ui.Config {
	kept := cacheOf(w.env, s.place)
	defaults := p.Defaults()
	first, later := draft.From(filled(request, defaults)), draft.From(defaults)
	first.AskTicket(p.TicketKey)
	later.AskTicket(p.TicketKey)
	cfg := ui.Config{
		Client: s.client, Place: s.place, Play: s.play, Reminder: s.reminder,
		Clock: w.env.Clock, Zone: w.env.Zone, Chance: w.env.Chance, Text: w.t,
		Institutions: kept.institutions(), Remember: kept.remember(),
		Data: first, Defaults: later,
		Company: p.Company, Contact: p.Contact, Message: p.Message,
		NoWhatsApp: !p.Offers(config.WhatsApp), NoEmail: !p.Offers(config.Email),
		Clipboard: w.env.Clipboard, ReadClipboard: w.env.ReadClipboard,
		Save: w.env.Save, Pixels: w.env.Pixels, OpenURL: w.env.OpenURL,
		TmuxClients: tmuxClients(w.env.Run), ReducedMotion: w.settings.config.ReducedMotion,
		Charset: w.env.charset(),
	}
	if p.KeepClipboard {
		cfg.ReadClipboard = nil
	}
	return cfg
}

// filled returns the request with its empty fields filled in from the defaults.
func filled(r, defaults klavi.LinkRequest) klavi.LinkRequest {
	if r.InstitutionCode == "" {
		r.InstitutionCode = defaults.InstitutionCode
	}
	if r.RedirectURL == "" {
		r.RedirectURL = defaults.RedirectURL
	}
	if r.AppLink == "" {
		r.AppLink, r.AppRedirectURLKey = defaults.AppLink, defaults.AppRedirectURLKey
	}
	if len(r.ProductsCallbackURL) == 0 {
		r.ProductsCallbackURL = defaults.ProductsCallbackURL
	}
	return r
}

// run runs the full-screen program until it ends, and prints its summary.
func (w *wizard) run(ctx context.Context, cfg ui.Config) error {
	if w.env.Size != nil {
		if cols, rows, err := w.env.Size(); err == nil {
			cfg.Cols, cfg.Rows = cols, rows
		}
	}
	model, colours := ui.New(ctx, cfg), w.colours()
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(w.env.In), tea.WithOutput(w.env.Out), tea.WithFPS(terminal.FrameRate),
		tea.WithEnvironment(w.env.Environ), tea.WithoutSignalHandler(), tea.WithColorProfile(colours),
	}
	first := opening{model, w.env.Out, colours}
	_, err := tea.NewProgram(first, append(options, w.env.Screen...)...).Run()
	first.leave()
	_, _ = fmt.Fprint(w.env.Out, model.Summary())
	if links := model.Desk.Links(); w.url && len(links) > 0 {
		if last := links[len(links)-1]; last.Left() > 0 {
			_, _ = fmt.Fprintln(w.env.Out, last.URL.Reveal())
		}
	}
	w.forget(model)
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return &exit{status: ExitFailed, kind: "internal", message: err.Error()}
	case ctx.Err() != nil:
		return &exit{status: ExitAbandoned}
	case err != nil:
		return &exit{status: ExitFailed, kind: "terminal", message: err.Error()}
	case !model.MadeLink():
		return &exit{status: ExitAbandoned}
	}
	return nil
}

// forgetTime is how long the clipboard may take when the program ends.
const forgetTime = time.Second

// forget clears a copied link from the clipboard. The user does not wait for a clipboard
// that does not answer. A signal that has ended the program does not end this.
func (w *wizard) forget(model *ui.Model) {
	ctx, cancel := context.WithTimeout(context.Background(), forgetTime)
	defer cancel()
	_, _ = within(ctx, func() (struct{}, error) { model.Forget(); return struct{}{}, nil })
}

// colours returns the colours that the terminal shows. They are 256 if its name promises
// only 16, as "xterm" does. A theme can change the 16 colours, and a light theme would
// invert the QR code. A terminal that really has only 16 shows the nearest of them.
func (w *wizard) colours() colorprofile.Profile {
	found := colorprofile.Detect(w.env.Out, w.env.Environ)
	if found == colorprofile.ANSI {
		return colorprofile.ANSI256
	}
	return found
}
