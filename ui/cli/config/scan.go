package config

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/pelletier/go-toml/v2/unstable"

	"klavilink/ui/message"
)

// scan looks at each statement of a file before its values are read. It knows where each key
// and each value is, and finds the first key that is unknown, is there twice or has a value
// of another kind.
type scan struct {
	b      []byte
	parser unstable.Parser
	table  []string          // the path of the last header
	end    int               // where the last statement ends, in bytes
	found  map[string]places // by path, see at
	fault  *Error            // the first one
}

// places are where a key and its value are. A table of a header has no value.
type places struct{ key, value span }

// at returns a path as a key of scan.found.
func at(path []string) string { return fmt.Sprintf("%q", path) }

// newScan looks at a file.
func newScan(b []byte) *scan {
	s := &scan{b: b, found: map[string]places{}}
	s.parser.Reset(b)
	for s.fault == nil && s.parser.NextExpression() {
		s.statement(s.parser.Expression())
	}
	if err := s.parser.Error(); s.fault == nil && err != nil {
		offset := len(b) - 1
		var e *unstable.ParserError
		if errors.As(err, &e) && len(e.Highlight) > 0 {
			offset = int(s.parser.Range(e.Highlight).Offset)
		}
		s.fault = s.unreadable(offset)
	}
	return s
}

// fail keeps the first fault.
func (s *scan) fail(e *Error) {
	if s.fault == nil {
		s.fault = e
	}
}

// statement looks at a header or at a key with its value.
func (s *scan) statement(n *unstable.Node) {
	if n.Kind == unstable.KeyValue {
		s.keyValue(s.table, n)
		s.end = int(n.Raw.Offset + n.Raw.Length)
		return
	}
	path, where := s.path(nil, n)
	s.table, s.end = path, where.to
	kind := kindOf(path)
	_, twice := s.found[at(path)]
	switch {
	case !s.known(path, n):
	case n.Kind == unstable.ArrayTable, kind != Table && kind != Profiles && kind != Reports:
		s.fail(&Error{Problem: WrongKind, Key: written(path), Want: kind, Place: s.place(path, where)})
	case twice:
		s.fail(&Error{Problem: Twice, Key: written(path), Place: s.place(path, where)})
	}
	s.found[at(path)] = places{key: where}
}

// path returns the path of a key or a header below a table, and where it is.
func (s *scan) path(table []string, n *unstable.Node) (path []string, where span) {
	path = slices.Clone(table)
	for it := n.Key(); it.Next(); {
		raw := s.span(it.Node().Raw)
		if len(path) == len(table) {
			where.from = raw.from
		}
		where.to = raw.to
		path = append(path, string(it.Node().Data))
	}
	return path, where
}

func (s *scan) span(r unstable.Range) span { return span{int(r.Offset), int(r.Offset + r.Length)} }

// known reports whether the keys of a path are known. Otherwise it keeps the fault of the
// first that is not.
func (s *scan) known(path []string, n *unstable.Node) bool {
	var parts []span
	for it := n.Key(); it.Next(); {
		parts = append(parts, s.span(it.Node().Raw))
	}
	above := len(path) - len(parts)
	for i, where := range parts {
		if here := path[:above+i+1]; kindOf(here) == 0 {
			s.fail(unknown(here, s.guarded(path, here, where)))
			return false
		}
	}
	return true
}

// keyValue looks at a key below a table and at its value.
func (s *scan) keyValue(table []string, n *unstable.Node) {
	path, where := s.path(table, n)
	if !s.known(path, n) {
		return
	}
	// The value begins behind the key and the sign "=".
	value := span{where.to, int(n.Raw.Offset + n.Raw.Length)}
	value.from += len(s.b[value.from:value.to]) - len(bytes.TrimLeft(s.b[value.from:value.to], "= \t"))
	if _, twice := s.found[at(path)]; twice {
		s.fail(&Error{Problem: Twice, Key: written(path), Place: s.place(path, where)})
		return
	}
	s.found[at(path)] = places{where, value}
	s.value(path, n.Value(), value)
}

// value checks that a value is of the kind of its key.
func (s *scan) value(path []string, n *unstable.Node, where span) {
	kind := kindOf(path)
	wrong := func(where span) {
		s.fail(&Error{Problem: WrongKind, Key: written(path), Want: kind, Place: s.place(path, where)})
	}
	switch kind {
	case YesOrNo:
		if n.Kind != unstable.Bool {
			wrong(where)
		}
	case Profiles, Table, Reports:
		if n.Kind != unstable.InlineTable {
			wrong(where)
			return
		}
		for it := n.Children(); s.fault == nil && it.Next(); {
			s.keyValue(path, it.Node())
		}
	case Channels, Command, Hosts:
		if n.Kind != unstable.Array {
			wrong(where)
			return
		}
		i := 0
		for it := n.Children(); it.Next(); i++ {
			element := it.Node()
			if element.Kind != unstable.String {
				wrong(s.element(element, where))
				return
			}
			s.found[at(append(slices.Clone(path), strconv.Itoa(i)))] = places{value: s.span(element.Raw)}
		}
	default:
		if n.Kind != unstable.String {
			wrong(where)
		}
	}
}

// element returns where an element of a list is. The parser does not say where a list
// within a list is.
func (s *scan) element(n *unstable.Node, list span) span {
	if n.Raw.Length == 0 {
		return list
	}
	return s.span(n.Raw)
}

// where returns the place of the value of a path.
func (s *scan) where(path []string) Place { return s.place(path, s.found[at(path)].value) }

// line returns the line of the key of a path, or 0.
func (s *scan) line(path []string) int {
	p, ok := s.found[at(path)]
	if !ok {
		return 0
	}
	return point(s.b, p.key).Line
}

// place returns the place of a range that belongs to a known path.
func (s *scan) place(path []string, where span) Place {
	line := lineAt(s.b, where.from)
	text := string(s.b[line.from:line.to])
	if secretKey(path) || mentionsSecret(text) || credential(text) {
		return alone(s.b, where, path)
	}
	return shown(s.b, where)
}

// guarded returns the place of a range that belongs to an unknown path, so that its line may
// hold anything. If the line is not shown, the part of the path that is named is.
func (s *scan) guarded(path, named []string, where span) Place {
	line := lineAt(s.b, where.from)
	if secretKey(path) || personal(string(s.b[line.from:line.to])) {
		return alone(s.b, where, named)
	}
	return s.place(named, where)
}

// braced finds what looks like a placeholder.
var braced = regexp.MustCompile(`\{[^{}\n]*\}`)

// placeholder returns the place of the first placeholder of a message that does not exist.
func (s *scan) placeholder(path []string) Place {
	value := s.found[at(path)].value
	for _, m := range braced.FindAllIndex(s.b[value.from:value.to], -1) {
		where := span{value.from + m[0], value.from + m[1]}
		if !slices.Contains(message.Placeholders(), string(s.b[where.from:where.to])) {
			return s.place(path, where)
		}
	}
	return s.where(path)
}
