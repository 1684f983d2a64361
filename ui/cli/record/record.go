// Package record reads the records of a batch: requests for links, as JSON or as CSV.
//
// Each record stands for itself. A record that cannot be read becomes a [Record] with an
// error, and the reader goes on with the next one. The reader keeps one record in memory
// and reads no further than the end of the record that it returns, so that a program on
// the other end of a pipe gets each answer at once.
//
// JSON may have an object on each line, objects one after the other, or arrays of them.
// An object may take several lines. To find the next object after a bad one, the reader
// goes by the lines: an object ends, at the latest, before a line that begins with "{"
// and is indented no deeper than the object's own first line. What is nested in a bad
// object is never taken for a record.
//
// CSV has a header with the API's names. A name with dots, such as externalInfo.order,
// is a field of an object.
package record

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"klavilink/klavi"
)

// MaxSize is the greatest length of a record, in bytes.
const MaxSize = 1 << 20

// Record is a record of the input: a request, or the reason why it is not one.
type Record struct {
	Index int // counted from 0
	Line  int // of the record's beginning, counted from 1

	// Request is what the record asks for. If Err is set, it has at most ExternalInfo,
	// by which the sender knows the record.
	Request klavi.LinkRequest

	Err *Error
}

// Reader reads records. Use [NewReader] to make one.
type Reader struct {
	window *window
	next   func() (Record, bool)
	name   string
	count  int
	empty  bool // nothing was read yet
	failed error
}

// NewReader returns a reader of what in holds. The name of the file decides about the
// format if it ends in ".csv". Otherwise the content does.
func NewReader(in io.Reader, name string) *Reader {
	return &Reader{window: &window{in: in, line: 1}, name: name, empty: true}
}

// ErrHeader is the cause of an error of [Reader.Next] if the header of a CSV is wrong.
// Then no record can be read.
var ErrHeader = errors.New("the header of the CSV is wrong")

// Next returns the next record. At the end it returns [io.EOF]. Every other error means
// that nothing more can be read. An error that wraps [ErrHeader] wraps an [*Error] too.
func (r *Reader) Next() (Record, error) {
	if r.failed == nil && r.next == nil {
		r.failed = r.begin()
	}
	if r.failed != nil {
		return Record{}, r.failed
	}
	rec, ok := r.next()
	if r.window.err != nil && !errors.Is(r.window.err, io.EOF) {
		r.failed = r.window.err
		return Record{}, r.failed
	}
	if !ok {
		r.failed = io.EOF
		return Record{}, io.EOF
	}
	rec.Index = r.count
	r.count++
	return rec, nil
}

// Read returns how many bytes of the input are done with.
func (r *Reader) Read() int64 { return r.window.done }

// begin finds out which format the input has.
func (r *Reader) begin() error {
	w := r.window
	w.skipBOM()
	if strings.HasSuffix(strings.ToLower(r.name), ".csv") || w.startsCSV() {
		c := &table{w: w}
		if err := c.header(); err != nil {
			return err
		}
		r.next = c.next
		return nil
	}
	r.next = (&objects{w: w}).next
	return nil
}

// startsCSV reports whether the first line is the header of a CSV: one of its cells is
// the name of a field, or nearly so.
func (w *window) startsCSV() bool {
	first := 0
	for {
		c, ok := w.at(first)
		if !ok || c == '{' || c == '[' {
			return false
		}
		if !blank(c) {
			break
		}
		first++
	}
	end := w.lineEnd(first)
	line := bytes.TrimSpace(w.bytes(end)[first:])
	for _, cell := range strings.FieldsFunc(string(line), func(c rune) bool { return c == ',' || c == ';' }) {
		name, _, _ := strings.Cut(strings.Trim(strings.TrimSpace(cell), `"`), ".")
		if known(name) || nearest(name) != "" {
			return true
		}
	}
	return false
}

// blank reports whether JSON passes over a byte between values.
func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
