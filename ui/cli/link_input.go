package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"klavilink/ui/text"
	"klavilink/validate"
)

// maxLinks is how many links one command looks at, and usualLife how long a link is good
// unless the input says more. It is the life that Klavi documents.
const (
	maxLinks  = 10_000
	usualLife = 30 * time.Minute
)

// linkInput finds out what can be read of the links that a user names: from standard
// input, from a file, or by asking for the customer's number.
type linkInput struct {
	env   Env
	t     *text.Catalogue
	print *printer
	name  string // of the file, "-" for standard input, or empty if the user named none
}

// targets returns the links to look at: those with the given IDs, or all of the input
// if there is no ID or only "-". Each has a token or the customer's number. Nothing was
// sent before it returns.
func (q *linkInput) targets(ctx context.Context, args []string, environment string) ([]target, error) {
	t := &q.t.CLI.Tools
	ids := args
	if slices.Equal(args, []string{"-"}) {
		ids, q.name = nil, cmp.Or(q.name, "-")
	}
	for _, id := range ids {
		if err := checkLinkID(&q.t.CLI, id); err != nil {
			return nil, err
		}
	}
	switch {
	case q.name != "" && (q.name != "-" || !q.env.InTerminal):
	case len(ids) == 0 && q.env.InTerminal:
		return nil, misused(t.NoLinkID, "")
	case q.env.InTerminal:
		return q.asked(ctx, ids)
	}
	known, err := q.read(ctx, ids, environment)
	if err != nil {
		return nil, err
	}
	for i, k := range known {
		if k.token == "" && !k.hasDocument() {
			return nil, usage(fmt.Sprintf(t.NeedsMoreF, validate.Harmless(k.id, 60)))
		}
		if k.ends.IsZero() {
			known[i].assume(q.env.now())
		}
	}
	return known, nil
}

// asked asks for the number of the customer of the links.
func (q *linkInput) asked(ctx context.Context, ids []string) ([]target, error) {
	number, err := q.secret(ctx, q.t.CLI.Tools.AskDocument, func(s string) string {
		_, p := validate.CheckDocument(s)
		return q.t.Problem(p)
	})
	if err != nil {
		return nil, err
	}
	list := make([]target, len(ids))
	for i, id := range ids {
		list[i] = target{id: id}
		list[i].assume(q.env.now())
		list[i].setDocument(number)
	}
	return list, nil
}

// secret asks for a line on the terminal without showing it, again and again until wrong
// finds nothing to say of it.
func (q *linkInput) secret(ctx context.Context, prompt string, wrong func(string) string) (string, error) {
	lines := newLinkLines(ctx, q.env.In, q.t)
	for {
		_, _ = fmt.Fprint(q.env.Err, prompt)
		var line string
		var err error
		if q.env.ReadSecret != nil {
			line, err = q.env.ReadSecret(ctx)
		} else {
			var b []byte
			b, err = lines.read()
			line = string(b)
		}
		_, _ = fmt.Fprintln(q.env.Err)
		if ctx.Err() != nil || err != nil {
			return "", abandoned(q.t)
		}
		line = validate.Trim(line)
		why := wrong(line)
		if why == "" {
			return line, nil
		}
		q.print.tell(why)
	}
}

// open opens the input. The caller closes it.
func (q *linkInput) open(ctx context.Context) (in io.Reader, stop func(), err error) {
	if q.name == "" || q.name == "-" {
		return q.env.In, func() {}, nil
	}
	f, err := within(ctx, func() (*os.File, error) { return os.Open(q.name) })
	if ctx.Err() != nil {
		return nil, nil, abandoned(q.t)
	}
	if err != nil {
		return nil, nil, usage(fmt.Sprintf(q.t.CLI.ReadFileF, validate.Harmless(q.name, 200)))
	}
	return f, func() { _ = f.Close() }, nil
}

// read reads what the input says of links with the given IDs, or of all links if there
// are none. Several lines about one link add up.
func (q *linkInput) read(ctx context.Context, ids []string, environment string) ([]target, error) {
	in, stop, err := q.open(ctx)
	if err != nil {
		return nil, err
	}
	defer stop()
	var list []target
	at := map[string]int{}
	add := func(more target) {
		i, ok := at[more.id]
		if !ok {
			i = len(list)
			at[more.id] = i
			list = append(list, target{id: more.id})
		}
		list[i].add(more)
	}
	for _, id := range ids {
		add(target{id: id})
	}
	var customer target // of a line that names no link
	lines := newLinkLines(ctx, in, q.t)
	for {
		line, err := lines.next()
		_, wanted := at[line.id]
		switch {
		case errors.Is(err, io.EOF):
			return q.complete(list, ids, customer)
		case err != nil:
			return nil, err
		case line.id == "" && !line.hasDocument():
			return nil, lines.wrong(q.t.CLI.Tools.BadLine)
		case line.id == "" && customer.hasDocument() && line.target != customer:
			return nil, usage(q.t.CLI.Tools.ManyDocuments)
		case line.id == "":
			customer.add(line.target)
		case len(ids) > 0 && !wanted:
		case line.environment != "" && line.environment != environment:
			return nil, q.elsewhere(line.environment, environment)
		default:
			add(line.target)
		}
		if len(list) > maxLinks {
			return nil, usage(q.t.CLI.Tools.TooMany)
		}
	}
}

// complete returns the links, with the number of a customer who was named alone.
func (q *linkInput) complete(list []target, ids []string, customer target) ([]target, error) {
	if len(list) == 0 || customer.hasDocument() && len(ids) == 0 {
		return nil, usage(q.t.CLI.Tools.NoLinkID)
	}
	for i := range list {
		if customer.hasDocument() && !list[i].hasDocument() {
			list[i].person, list[i].company = customer.person, customer.company
		}
	}
	return list, nil
}

// add takes what another line says of the same link.
func (t *target) add(more target) {
	t.token = cmp.Or(t.token, more.token)
	t.person, t.company = cmp.Or(t.person, more.person), cmp.Or(t.company, more.company)
	if t.ends.IsZero() {
		t.ends = more.ends
	}
}

// assume takes the link for one that is good as long as it can be.
func (t *target) assume(now time.Time) { t.ends, t.assumed = now.Add(usualLife), true }

// elsewhere returns the exit for a link of another environment.
func (q *linkInput) elsewhere(there, here string) *exit {
	if there == demoEnvironment {
		return usage(q.t.CLI.Tools.Demo)
	}
	return usage(fmt.Sprintf(q.t.CLI.Tools.ElsewhereF, validate.Harmless(there, 40), here))
}
