package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// linkOpener is the command open. It opens the page of a link in the browser. The URL
// comes from standard input or a file, because it gives access to a customer's session
// and the API does not tell it again.
type linkOpener struct {
	env      Env
	t        *text.Catalogue
	print    *printer
	settings *settings
	api      *connector

	input string // the name of a file, "-" for standard input, or empty
}

// command returns the command and its flag.
func (o *linkOpener) command() *cobra.Command {
	t := &o.t.CLI
	c := &cobra.Command{
		Use: "open [LINKID]", Short: t.Tools.OpenShort, Long: t.Tools.OpenLong,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, args []string) error { return o.do(cmd.Context(), args) },
	}
	c.Flags().StringVar(&o.input, "input", "", t.Tools.FlagOpen)
	return c
}

// do runs the command.
func (o *linkOpener) do(ctx context.Context, args []string) error {
	id := ""
	if len(args) > 0 && args[0] != "-" {
		id = args[0]
		if err := checkLinkID(&o.t.CLI, id); err != nil {
			return err
		}
	}
	if len(args) > 1 {
		return extra(&o.t.CLI, args[1])
	}
	p, err := o.settings.profile()
	if err != nil {
		return err
	}
	q := linkInput{env: o.env, t: o.t, print: o.print, name: o.input}
	if o.env.InTerminal && (o.input == "" || o.input == "-") {
		return o.ask(ctx, &q, p)
	}
	in, stop, err := q.open(ctx)
	if err != nil {
		return err
	}
	defer stop()
	return o.first(newLinkLines(ctx, in, o.t), id, p)
}

// ask asks for the URL on the terminal, without showing it.
func (o *linkOpener) ask(ctx context.Context, q *linkInput, p config.Profile) error {
	url, err := q.secret(ctx, o.t.CLI.Tools.AskLink, func(s string) string {
		if _, err := validate.ParseWebURL(s); err != nil {
			return o.t.CLI.Tools.OpenNoURL
		}
		return ""
	})
	if err != nil {
		return err
	}
	return o.open(linkLine{url: klavi.Secret(url)}, p)
}

// first opens the first link that is wanted as soon as its line is there, and reads the
// input to its end. The program that writes it may go on, as create --wait does.
func (o *linkOpener) first(lines *linkLines, id string, p config.Profile) error {
	t := &o.t.CLI.Tools
	opened := false
	for {
		line, err := lines.next()
		switch {
		case errors.Is(err, io.EOF) && opened:
			return nil
		case errors.Is(err, io.EOF) && id != "":
			return usage(fmt.Sprintf(t.OpenNoneF, validate.Harmless(id, 60)))
		case errors.Is(err, io.EOF):
			return usage(t.OpenNone)
		case err != nil && opened:
			return lines.rest()
		case err != nil:
			return err
		case line.url == "" || id != "" && line.id != id:
		case opened:
			o.print.tell(t.OpenMore)
			return lines.rest()
		default:
			if err := o.open(line, p); err != nil {
				return err
			}
			opened = true
			if id != "" {
				return lines.rest()
			}
		}
	}
}

// open opens a link, unless its URL is one that nobody may open, or leads to a host that
// is not known: whoever wrote the input may have put it there.
func (o *linkOpener) open(line linkLine, p config.Profile) error {
	t := &o.t.CLI.Tools
	now := o.env.now()
	if !line.ends.IsZero() && !line.ends.After(now) {
		return usage(fmt.Sprintf(t.OpenOverF, o.print.moment(line.ends, now)))
	}
	base, _ := o.api.gateway.address(p.Environment)
	if o.api.demo {
		base = "http://127.0.0.1"
	}
	link, foreign, err := klavi.CheckLinkURL(klavi.Config{BaseURL: base, LinkHosts: p.LinkHosts}, line.url)
	var e *klavi.Error
	switch {
	case errors.As(err, &e) && e.Kind == klavi.KindUnsafe:
		return notOpened(t.OpenUnsafe)
	case errors.As(err, &e) && e.Kind == klavi.KindProtocol:
		return usage(t.OpenNoURL)
	case err != nil:
		return explain(o.t, err)
	case foreign != "":
		return notOpened(fmt.Sprintf(t.OpenForeignF, validate.Harmless(foreign, 80)))
	}
	if o.env.OpenURL == nil || o.env.OpenURL(link.Reveal()) != nil {
		return &exit{status: ExitFailed, kind: "browser", message: t.OpenNoBrowser}
	}
	if line.ends.IsZero() {
		o.print.tell(t.Opened)
	} else {
		o.print.tell(fmt.Sprintf(t.OpenedF, line.ends.In(o.print.zone).Format(time.TimeOnly)))
	}
	return nil
}

// notOpened returns the exit for a link that is not opened for safety.
func notOpened(why string) *exit {
	return &exit{status: ExitFailed, kind: klavi.KindUnsafe.String(), message: why}
}
