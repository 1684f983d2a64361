package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"klavilink/klavi"
	"klavilink/ui/cli/record"
	"klavilink/ui/text"
	"klavilink/validate"
)

// maxInput limits how much validate reads from a pipe, in bytes.
const maxInput = 8 << 20

// requests opens the input of create and of the wizard: requests for links, as JSON or
// CSV.
type requests struct {
	in         io.Reader // standard input
	inTerminal bool
	t          *text.Catalogue
}

// source is an open input.
type source struct {
	records *record.Reader
	size    int64 // in bytes, or 0 if it is not known
	close   func()

	ctx  context.Context //nolint:containedctx // of the reads, which end with it
	name string
	t    *text.Catalogue
	any  bool // a record was read
}

// open opens a file, or standard input if the name is "-". The file may be a pipe.
// Opening it and reading it end with the context.
func (q requests) open(ctx context.Context, name string) (*source, error) {
	s := &source{ctx: ctx, name: validate.Harmless(name, 200), t: q.t, close: func() {}}
	in := q.in
	if name == "-" {
		if q.inTerminal {
			return nil, usage(q.t.CLI.InputTTY)
		}
	} else {
		f, err := within(ctx, func() (*os.File, error) { return os.Open(name) })
		if ctx.Err() != nil {
			return nil, abandoned(q.t)
		}
		if err != nil {
			return nil, usage(fmt.Sprintf(q.t.CLI.ReadFileF, s.name))
		}
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			s.size = info.Size()
		}
		in, s.close = f, func() { _ = f.Close() }
	}
	s.records = record.NewReader(interruptible{ctx, in}, name)
	return s, nil
}

// next returns the next record, and [io.EOF] at the end. An input without records is an
// error.
func (s *source) next() (record.Record, error) {
	r, err := s.records.Next()
	var bad *record.Error
	switch {
	case err == nil:
		s.any = true
		return r, nil
	case s.ctx.Err() != nil:
		return r, abandoned(s.t)
	case errors.As(err, &bad):
		return r, unreadable(s.t, bad)
	case !errors.Is(err, io.EOF):
		return r, usage(fmt.Sprintf(s.t.CLI.ReadFileF, s.name))
	case !s.any:
		return r, usage(s.t.CLI.Nothing)
	default:
		return r, io.EOF
	}
}

// first returns the request of the first record.
func (s *source) first() (klavi.LinkRequest, error) {
	r, err := s.next()
	if err != nil {
		return klavi.LinkRequest{}, err
	}
	if r.Err != nil {
		return klavi.LinkRequest{}, unreadable(s.t, r.Err)
	}
	return r.Request, nil
}

// unreadable returns the exit for a record, or for the header of a CSV.
func unreadable(t *text.Catalogue, err *record.Error) *exit {
	c := &t.CLI
	var message string
	switch err.Problem {
	case record.NotJSON:
		message = c.Batch.NotJSON
	case record.Cut:
		message = c.Batch.Cut
	case record.NotObject:
		message = c.NotObject
	case record.TooLarge:
		message = c.RecordTooLarge
	case record.NotUTF8:
		message = c.Batch.NotUTF8
	case record.Control:
		message = c.Batch.Control
	case record.Quoting:
		message = c.Batch.Quoting
	case record.Cells:
		message = fmt.Sprintf(c.Batch.CellsF, err.Have, err.Want)
	case record.Duplicate:
		message = fmt.Sprintf(c.Batch.DuplicateF, err.Field)
	case record.WantText:
		message = fmt.Sprintf(c.WantTextF, err.Field)
	case record.WantObject:
		message = fmt.Sprintf(c.WantObjectF, err.Field)
	case record.Unknown:
		message = fmt.Sprintf(c.UnknownFieldF, err.Field)
		if err.Near != "" {
			message += " " + fmt.Sprintf(c.DidYouMeanF, err.Near)
		}
	}
	e := usage(message)
	e.field = err.Field
	return e
}
