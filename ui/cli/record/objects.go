package record

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// objects splits JSON into records.
type objects struct {
	w    *window
	open bool // within an array
}

// next returns the next record, and false at the end.
func (o *objects) next() (Record, bool) {
	for {
		o.w.skipBOM()
		c, ok := o.w.at(0)
		switch {
		case !ok && o.open:
			o.open = false
			return Record{Line: o.w.line, Err: &Error{Problem: Cut}}, true
		case !ok:
			return Record{}, false
		case blank(c), c == ',' && o.open:
			o.w.skip(1)
		case c == '[' && !o.open:
			o.open = true
			o.w.skip(1)
		case c == ']' && o.open:
			o.open = false
			o.w.skip(1)
		case c == '{', c == '[':
			return o.value(), true
		default:
			return o.junk(), true
		}
	}
}

// value reads an object or an array within an array.
func (o *objects) value() Record {
	s := scan{w: o.w, line: o.w.line, col: o.w.col}
	problem := s.run()
	rec := Record{Line: s.line}
	switch {
	case problem == 0 && !json.Valid(o.w.bytes(s.i)):
		problem = NotJSON
		if s.inner > 0 {
			s.i = s.inner
		}
	case problem == 0 && !utf8.Valid(o.w.bytes(s.i)):
		problem = NotUTF8
	case problem == 0:
		rec.Request, rec.Err = decode(o.w.bytes(s.i))
	}
	o.w.skip(s.i)
	if problem != 0 {
		rec.Err = &Error{Problem: problem}
		o.absorb(s.col)
	}
	return rec
}

// junk reads what is neither an object nor an array: up to the end of the line or the
// next object, or to the next comma of an array.
func (o *objects) junk() Record {
	rec := Record{Line: o.w.line, Err: &Error{Problem: NotJSON}}
	i := 0
	for ; ; i++ {
		c, ok := o.w.at(i)
		if !ok || c == '\n' || c == '{' || o.open && i > 0 && (c == ',' || c == ']') {
			break
		}
		if i >= MaxSize {
			rec.Err.Problem = TooLarge
			o.w.skip(i)
			i = 0
		}
	}
	if rec.Err.Problem == NotJSON && json.Valid(o.w.bytes(i)) {
		rec.Err.Problem = NotObject
	}
	o.w.skip(i)
	return rec
}

// absorb passes over the lines that belong to a bad record which began in a column: the
// lines that are indented deeper, and the brace that ends it.
func (o *objects) absorb(col int) {
	for {
		if c, ok := o.w.at(0); !ok || c != '\n' {
			return
		}
		c, indent := o.w.firstOfLine(1)
		if c == 0 || c != '\n' && indent <= col && (c != '}' || indent < col) {
			return
		}
		if c == '}' && indent == col {
			o.w.skip(1 + indent + 1)
			return
		}
		o.w.skip(1)
		o.w.skip(o.w.lineEnd(0))
	}
}

// firstOfLine returns the first byte of the line that begins at a place which is not a
// blank, and how far it is indented. The byte is 0 at the end of the input, and a line
// break if the line is empty.
func (w *window) firstOfLine(from int) (first byte, indent int) {
	for i := from; i-from < MaxSize; i++ {
		c, ok := w.at(i)
		switch {
		case !ok:
			return 0, 0
		case c == '\n' || !blank(c):
			return c, i - from
		}
	}
	return 0, 0
}

// scan finds the end of an object. It looks at strings, brackets and lines only.
type scan struct {
	w         *window
	line, col int // where the object begins

	i     int // how far it is: in the end, where the object or what is bad of it ends
	inner int // where within a string an object of an array may begin, or 0

	depth           int
	quoted, escaped bool
	large           bool // it is longer than a record may be
}

// run goes to the end of the object, and returns why there is none, or 0.
func (s *scan) run() Problem {
	for ; ; s.i++ {
		if s.i >= MaxSize {
			if s.inner > 0 {
				return s.stop(TooLarge)
			}
			s.large = true
			s.w.skip(s.i)
			s.i = 0
		}
		c, ok := s.w.at(s.i)
		switch {
		case !ok:
			return s.stop(Cut)
		case s.quoted && c == '\n':
			return s.stop(NotJSON)
		case s.quoted:
			s.quote(c)
		case c == '"':
			s.quoted = true
		case c == '{', c == '[':
			s.depth++
		case c == '}', c == ']':
			if s.depth--; s.depth == 0 {
				s.i++
				return s.complete()
			}
		case c == '\n':
			if first, indent := s.w.firstOfLine(s.i + 1); first == '{' && indent <= s.col {
				return s.stop(Cut)
			}
		}
	}
}

// complete returns the problem of an object that has an end.
func (s *scan) complete() Problem {
	if s.large {
		return TooLarge
	}
	return 0
}

// stop returns the problem of an object that has no end. If a string without an end has
// swallowed the beginning of another object, the bad one ends before that.
func (s *scan) stop(p Problem) Problem {
	if s.inner > 0 {
		s.i = s.inner
	}
	if s.large {
		return TooLarge
	}
	return p
}

// quote takes a byte of a string.
func (s *scan) quote(c byte) {
	switch {
	case s.escaped:
		s.escaped = false
	case c == '\\':
		s.escaped = true
	case c == '"':
		s.quoted = false
	case c == '{' && s.inner == 0 && !s.large && follows(s.w.bytes(s.i)):
		s.inner = s.i
	}
}

// follows reports whether a text ends as one does in front of an object that is not the
// first of its array: with a brace and a comma.
func follows(before []byte) bool {
	rest, ok := bytes.CutSuffix(bytes.TrimRight(before, " \t\r"), []byte(","))
	return ok && bytes.HasSuffix(bytes.TrimRight(rest, " \t\r"), []byte("}"))
}
