package cli

import (
	"bytes"
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"klavilink/klavi/callback"
	"klavilink/klavi/callback/deliver"
	"klavilink/klavi/sandbox"
	"klavilink/ui/spell"
	"klavilink/ui/text"
	"klavilink/validate"
)

// trigger is the command trigger. It sends one callback, good or bad.
type trigger struct {
	env      Env
	t        *text.Catalogue
	print    *printer
	settings *settings
	api      *connector

	to, link                           string
	tampered, replayed, unsigned, slow bool
	list                               bool
}

// command returns the command and its flags.
func (g *trigger) command() *cobra.Command {
	t := &g.t.Events
	c := &cobra.Command{
		Use: "trigger " + g.t.CLI.Help.Name, Short: t.TriggerShort, Long: t.TriggerLong,
		ValidArgs: sandbox.CallbackNames(),
		RunE:      func(cmd *cobra.Command, args []string) error { return g.do(cmd.Context(), args) },
	}
	c.Flags().StringVar(&g.to, "to", "http://"+defaultOn, t.FlagTo)
	c.Flags().StringVar(&g.link, "link", "", t.FlagLink)
	c.Flags().BoolVar(&g.tampered, "tampered", false, t.FlagTampered)
	c.Flags().BoolVar(&g.replayed, "replayed", false, t.FlagReplayed)
	c.Flags().BoolVar(&g.unsigned, "unsigned", false, t.FlagUnsigned)
	c.Flags().BoolVar(&g.slow, "slow", false, t.FlagSlow)
	c.Flags().BoolVar(&g.list, "list", false, t.FlagList)
	c.Flags().BoolVar(&g.print.json, "json", g.print.json, g.t.CLI.FlagJSON)
	return c
}

// do runs the command.
func (g *trigger) do(ctx context.Context, args []string) error {
	t := &g.t.Events
	faults := 0
	for _, set := range []bool{g.tampered, g.replayed, g.unsigned, g.slow} {
		if set {
			faults++
		}
	}
	switch {
	case g.list:
		for _, name := range sandbox.CallbackNames() {
			_, _ = fmt.Fprintln(g.print.out, name)
		}
		return nil
	case len(args) == 0:
		return misused(t.NoName, "")
	case len(args) > 1:
		return extra(&g.t.CLI, args[1])
	case faults > 1:
		return usage(t.OneFault)
	case g.link != "" && !consists(g.link, alnum+"_-", 64):
		return usage(t.BadLink)
	}
	if _, err := ownAddress(t, g.to); err != nil {
		return err
	}
	post, err := g.post(args[0])
	if err != nil {
		return err
	}
	return g.send(ctx, args[0], post)
}

// post returns the callback with the fault that was asked for.
func (g *trigger) post(name string) (deliver.Post, error) {
	body, _, err := sandbox.Sample(name, sandbox.About{LinkID: g.link}, g.env.now())
	if err != nil {
		return deliver.Post{}, misused(
			fmt.Sprintf(g.t.Events.BadNameF, validate.Harmless(name, 60)), spell.Nearest(name, sandbox.CallbackNames()))
	}
	key, err := callbackKey(g.settings, g.api)
	if err != nil {
		return deliver.Post{}, err
	}
	if key == "" {
		key = sandbox.DemoSecretKey
	}
	post := deliver.Post{URL: g.to, Body: body}
	post.Header = sandbox.CallbackHeader(body, key, strconv.FormatInt(g.env.now().Unix(), 10))
	if g.unsigned {
		post.Header.Del(callback.SignatureHeader)
	}
	if g.tampered {
		post.Body = tampered(body)
	}
	return post, nil
}

// tampered returns a body with another name, which is still JSON.
func tampered(body []byte) []byte {
	return bytes.Replace(body, []byte(`{"`), []byte(`{"tampered":true,"`), 1)
}

// send posts the callback and prints what the receiver answered. A good one is tried again
// as Klavi does. A bad one is posted once, because its refusal is what the user wants.
func (g *trigger) send(ctx context.Context, name string, post deliver.Post) error {
	sender := deliver.Sender{
		Transport: nearby{g.api.carrier(), g.to}, Steady: g.env.steady, Sleep: waits(g.env.Clock),
	}
	if g.slow {
		sender.Transport = slowly{sender.Transport, sender.Sleep}
	}
	bad := g.tampered || g.unsigned
	if bad || g.slow {
		sender.Tries = 1
	}
	times := 1
	if g.replayed {
		times = 2
	}
	for range times {
		r := sender.Send(ctx, post)
		if ctx.Err() != nil {
			return abandoned(g.t)
		}
		g.show(name, r, bad)
		switch {
		case g.slow: // either a patient receiver or one that hangs up is right
		case bad && r.OK(), !bad && !r.OK(), r.Err != nil:
			return &exit{status: ExitFailed}
		}
	}
	return nil
}

// show prints what the receiver answered.
func (g *trigger) show(name string, r deliver.Result, bad bool) {
	t := &g.t.Events
	if g.print.json {
		g.print.object(struct {
			Event string `json:"event"`
			*sent
		}{name, sentOf(r)})
		return
	}
	words := []string{fmt.Sprintf(t.AnsweredF, name, r.Status, r.Took.Milliseconds())}
	switch {
	case r.Err != nil:
		words = []string{fmt.Sprintf(t.NoAnswerF, name)}
	case bad && r.OK():
		words = append(words, t.Accepted)
	case bad:
		words = append(words, t.Refused)
	}
	if r.Tries > 1 {
		words = append(words, fmt.Sprintf(t.CostF, r.Tries, r.Waited)+".")
	}
	_, _ = fmt.Fprintln(g.print.out, join(words...))
}
