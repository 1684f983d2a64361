package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui/text"
)

// printer prints the results of a command to standard output and everything else to
// standard error, as JSON or in words.
type printer struct {
	out, err io.Writer
	t        *text.Catalogue
	zone     *time.Location // the zone of the times in words
	json     bool
}

// tell prints a sentence that is not a result.
func (p *printer) tell(words string) { _, _ = fmt.Fprintln(p.err, words) }

// object prints one object as JSON on one line. It may hold a server's words.
func (p *printer) object(v any) {
	enc := json.NewEncoder(visibly{p.out})
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v)
}

// list prints names with what they stand for, which a tab parts.
func (p *printer) list(rows []string) {
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		_, _ = fmt.Fprintln(w, row)
	}
	_ = w.Flush()
}

// report prints the error of a command and returns the exit status.
func (p *printer) report(c *cobra.Command, err error) int {
	if err == nil {
		return ExitOK
	}
	e := *exitOf(err)
	if e.near != "" {
		e.message = join(e.message, fmt.Sprintf(p.t.CLI.DidYouMeanF, e.near))
	}
	see := ""
	if e.misuse {
		see = fmt.Sprintf(p.t.CLI.Help.SeeF, helpFor(c))
	}
	switch {
	case e.message == "": // the user has read it already
	case p.json:
		e.message = join(e.message, see)
		p.object(e.object())
	case see != "":
		p.tell(e.message + "\n" + see)
	default:
		p.tell(e.message)
		if e.details != "" {
			p.tell(e.details)
		}
	}
	return e.status
}

// helpFor returns the command line that shows the help of a command. The command help
// leads to that of the program.
func helpFor(c *cobra.Command) string {
	if c.Name() == helpName {
		c = c.Parent()
	}
	return c.CommandPath() + " --help"
}

// link prints the URL of a link, and reveals it. Only commands that make a link for the
// user call it. The warning of a foreign host comes before the link.
func (p *printer) link(l klavi.Link) {
	p.warn(l)
	_, _ = fmt.Fprintln(p.out, l.URL.Reveal())
	p.tell(fmt.Sprintf(p.t.Link.ExpiresAtF, l.ExpiresAt.In(p.zone).Format(time.TimeOnly)))
}

// warn warns of a link that opens at a foreign host.
func (p *printer) warn(l klavi.Link) {
	if l.Foreign != "" {
		p.tell(p.t.Foreign(l.Foreign))
	}
}
