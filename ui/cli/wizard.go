package cli

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/klavi"
	"klavilink/ui"
	"klavilink/ui/cli/config"
)

// wizard runs the full-screen program, or the plain questions where a screen is
// not wanted or would not work.
func (a *app) wizard(ctx context.Context) error {
	var request klavi.LinkRequest
	if a.input != "" {
		list, err := a.readRequests(a.input)
		if err != nil {
			return err
		}
		if list[0].err != nil {
			return list[0].err
		}
		request = list[0].request
	}
	plain := a.plain || a.env.Getenv("TERM") == "dumb" || a.env.Getenv("ACCESSIBLE") != ""
	if !plain && (!a.env.InTerminal || !a.env.OutTerminal) {
		return usage(a.t.CLI.NoTerminal)
	}
	profile, err := a.profile()
	if err != nil {
		return err
	}
	closeLog, err := a.openLog()
	if err != nil {
		return err
	}
	defer closeLog()
	s, err := a.connect(profile, true)
	if err != nil {
		return err
	}
	defer s.close()
	defaults := profile.Defaults()
	cfg := ui.Config{
		Client: s.client, Clock: a.env.Clock, Text: a.t, Place: s.place,
		Institutions: a.institutions(s.place), Remember: a.remember(s.place),
		Data: ui.DataFrom(filled(request, defaults)), Defaults: ui.DataFrom(defaults),
		Company: profile.Company, Message: profile.Message, NoWhatsApp: !profile.Offers(config.WhatsApp), NoEmail: !profile.Offers(config.Email),
		Clipboard: a.env.Clipboard, ReadClipboard: a.env.ReadClipboard, Save: a.env.Save, Pixels: a.env.Pixels, OpenURL: a.env.OpenURL, Chance: a.env.Chance,
	}
	cfg.Play, cfg.Reminder, cfg.Log = s.play, s.reminder, a.log
	if profile.KeepClipboard {
		cfg.ReadClipboard = nil
	}
	if a.env.OpenFile != nil {
		shown := &pages{open: a.env.OpenFile}
		defer shown.Withdraw()
		cfg.Pages = shown
	}
	if plain {
		if s.reminder != "" {
			a.tell(s.reminder)
		}
		return a.ask(ctx, cfg, request)
	}
	model := ui.New(ctx, cfg)
	options := append([]tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(a.env.In), tea.WithOutput(a.env.Out),
		tea.WithEnvironment(a.env.Environ), tea.WithoutSignalHandler(),
	}, a.colours()...)
	options = append(options, a.env.Screen...)
	program := tea.NewProgram(model, options...)
	_, err = program.Run()
	_, _ = fmt.Fprint(a.env.Out, model.Summary())
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

// colours asks for 256 colours where the terminal's name promises sixteen, as
// that of a stock xterm does. Those who know no more map them to the nearest;
// the sixteen are what themes change, and a light theme would invert the code.
func (a *app) colours() []tea.ProgramOption {
	if colorprofile.Detect(a.env.Out, a.env.Environ) == colorprofile.ANSI {
		return []tea.ProgramOption{tea.WithColorProfile(colorprofile.ANSI256)}
	}
	return nil
}

// filled completes a request with what the profile fills in. What the request
// says itself goes first.
func filled(r, defaults klavi.LinkRequest) klavi.LinkRequest {
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
