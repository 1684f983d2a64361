package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/klavi/callback/deliver"
	"klavilink/klavi/sandbox"
	"klavilink/ui/clock"
	"klavilink/ui/spell"
	"klavilink/ui/text"
	"klavilink/validate"
)

// demoPlay says what the demo does of its own accord.
type demoPlay struct {
	events    string // where it delivers events and reports, or empty
	older     bool
	regulated bool
	story     string
	speed     string // how many times as fast its time runs, or empty
}

// storyList is the name of no story. It asks for the list of them.
const storyList = "list"

// flags defines the flags of the demo of a command.
func (d *demoPlay) flags(c *cobra.Command, t *text.Events) {
	c.Flags().StringVar(&d.events, "demo-events", "", t.FlagEvents)
	c.Flags().BoolVar(&d.older, "demo-events-older", false, t.FlagOlder)
	c.Flags().BoolVar(&d.regulated, "demo-events-regulated", false, t.FlagRegulated)
	c.Flags().StringVar(&d.story, "demo-story", "", t.FlagStory)
	c.Flags().StringVar(&d.speed, "demo-speed", "", t.FlagSpeed)
	_ = c.RegisterFlagCompletionFunc("demo-story", cobra.FixedCompletions(stories(t), cobra.ShellCompDirectiveNoFileComp))
}

// stories returns the names of the stories, each with a tab and what happens in it.
func stories(t *text.Events) (list []cobra.Completion) {
	for i, story := range sandbox.Stories() {
		list = append(list, cobra.CompletionWithDesc(string(story), t.Stories[i]))
	}
	return list
}

// wanted reports whether a flag asks for the demo.
func (d *demoPlay) wanted() bool { return *d != demoPlay{} }

// check returns an error for a flag that has a value of no use.
func (d *demoPlay) check(t *text.Events) error {
	if d.events != "" {
		if _, err := ownAddress(t, d.events); err != nil {
			return err
		}
	}
	if d.story != "" && d.story != storyList && !slices.Contains(sandbox.Stories(), sandbox.Story(d.story)) {
		names := []string{storyList}
		for _, s := range sandbox.Stories() {
			names = append(names, string(s))
		}
		return misused(fmt.Sprintf(t.BadStoryF, validate.Harmless(d.story, 40)), spell.Nearest(d.story, names))
	}
	if d.speed != "" && speedOf(d.speed) == 0 {
		return usage(fmt.Sprintf(t.BadSpeedF, validate.Harmless(d.speed, 40)))
	}
	return nil
}

// ready is check for a command that opens the demo only if it is asked to.
func (d *demoPlay) ready(demo bool, t *text.Events) error {
	if err := d.check(t); err != nil {
		return err
	}
	if d.wanted() && !demo && d.story != storyList {
		return usage(t.OnlyDemo)
	}
	return nil
}

// stories prints the stories, each with what happens in it.
func (p *printer) stories() {
	if !p.json {
		p.list(stories(&p.t.Events))
		return
	}
	for i, story := range sandbox.Stories() {
		p.object(struct {
			Story string `json:"story"`
			Is    string `json:"is"`
		}{string(story), p.t.Events.Stories[i]})
	}
}

// ownAddress reads an address that callbacks may be sent to: https, or http on this
// machine.
func ownAddress(t *text.Events, address string) (validate.URL, error) {
	u, err := validate.ParseWebURL(address)
	if err != nil || !u.Secure() && !u.Loopback() {
		return u, usage(fmt.Sprintf(t.BadAddressF, validate.Harmless(redacted(u, address), 80)))
	}
	return u, nil
}

// redacted returns a URL without what may be a secret in it, or the text itself if it is
// none.
func redacted(u validate.URL, address string) string { return cmp.Or(u.String(), address) }

// speedOf returns a speed, or 0 if the text is none.
func speedOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 3600 {
		return 0
	}
	return n
}

// sped returns the clock of the whole program for a speed of the demo. The wizard counts
// down by the time of the sandbox, so both need the same clock.
func sped(c clock.Clock, speed string) clock.Clock {
	if n := speedOf(speed); n > 1 {
		return clock.Faster(c, n)
	}
	return c
}

// configure sets what the sandbox does of its own accord.
func (d *demoPlay) configure(cfg *sandbox.Config, g gateway) {
	cfg.Story, cfg.Sleep = sandbox.Story(d.story), g.wait
	if d.events == "" {
		return
	}
	carrier := g.transport
	if carrier == nil {
		carrier = klavi.NewTransport()
	}
	cfg.Callbacks = sandbox.Callbacks{
		Events: d.events, Reports: d.events, Older: d.older, Regulated: d.regulated,
		Sender: deliver.Sender{Transport: nearby{carrier, d.events}, Steady: g.steady, Sleep: g.wait},
	}
}

var errElsewhere = errors.New("the demo sends nothing to other machines")

// nearby is a transport of the demo. It carries requests to this machine and to the host
// that the user named, so that made-up reports never reach the system of a company whose
// address stands in a link.
type nearby struct {
	next   http.RoundTripper
	events string
}

// RoundTrip implements http.RoundTripper.
func (n nearby) RoundTrip(r *http.Request) (*http.Response, error) {
	there, err := validate.ParseWebURL(r.URL.String())
	named, _ := validate.ParseWebURL(n.events)
	if err != nil || !there.Loopback() && (there.Host() != named.Host() || !there.Secure()) {
		return nil, errElsewhere
	}
	return n.next.RoundTrip(r) //nolint:wrapcheck // the sender wraps the transport's own errors
}

// waits returns a wait by a clock that ends with the context.
func waits(c clock.Clock) func(context.Context, time.Duration) error {
	return func(ctx context.Context, d time.Duration) error {
		_, err := within(ctx, func() (struct{}, error) {
			c.After(d, nil)()
			return struct{}{}, nil
		})
		return err
	}
}
