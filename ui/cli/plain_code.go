package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"klavilink/klavi"
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
	"klavilink/validate"
)

// The backgrounds on which --qr draws the code.
const (
	onDark  = "dark"
	onLight = "light"
)

// codeFlag defines --qr, whose value may be left out.
func (w *wizard) codeFlag(c *cobra.Command) {
	c.Flags().StringVar(&w.qr, "qr", "", w.t.Plain.FlagQR)
	c.Flags().Lookup("qr").NoOptDefVal = onDark
	_ = c.RegisterFlagCompletionFunc("qr",
		cobra.FixedCompletions([]cobra.Completion{onDark, onLight}, cobra.ShellCompDirectiveNoFileComp))
}

// checkCode returns an error for a value of --qr that it does not take.
func (w *wizard) checkCode() error {
	switch w.qr {
	case "", onDark, onLight:
		return nil
	default:
		return usage(fmt.Sprintf(w.t.Plain.BadQRF, validate.Harmless(w.qr, 40)))
	}
}

// draw shows the code of a link as text, on the terminal. Where there is none, it shows
// nothing: a file or a pipe gets the URL alone.
func (q *questions) draw(l klavi.Link) {
	var to io.Writer
	switch {
	case q.code == "":
		return
	case q.env.OutTerminal:
		to = q.env.Out
	case q.env.ErrTerminal:
		to = q.env.Err
	default:
		return
	}
	if q.env.charset() == terminal.ASCII {
		q.print.tell(q.t.Plain.NoCode)
		return
	}
	code, err := qr.Encode(l.URL.Reveal())
	if err != nil {
		q.print.tell(q.t.Link.NoCode)
		return
	}
	border := quiet
	if q.env.Size != nil {
		if cols, rows, err := q.env.Size(); err == nil && cols > 0 && rows > 0 {
			var fits bool
			if border, fits = code.Fit(qr.HalfBlocks, qr.Size{Cols: cols, Rows: rows}); !fits {
				need := code.Smallest(qr.HalfBlocks)
				q.print.tell(fmt.Sprintf(q.t.Link.TooBigF, need.Cols, need.Rows, cols, rows))
				return
			}
		}
	}
	_, _ = fmt.Fprintln(to, code.Glyphs(qr.HalfBlocks, border, q.code == onDark))
}
