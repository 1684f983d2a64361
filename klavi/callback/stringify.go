package callback

import (
	"bytes"
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// maxDepth is how deep objects and arrays may lie within each other. Each level costs a
// copy, and anybody can send a deep body.
const maxDepth = 64

// stringify returns what JSON.stringify(JSON.parse(body)) returns in JavaScript, and
// reports whether the body is JSON in UTF-8 that is not too deep. Package encoding/json writes other bytes: it
// escapes <, > and &, sorts the names, and loses halves of surrogate pairs.
func stringify(body []byte) ([]byte, bool) {
	if !utf8.Valid(body) || !json.Valid(body) || depth(body) > maxDepth {
		return nil, false
	}
	w := rewriter{in: append(slices.Clip(body), '\n')} // an atom ends at a blank
	w.value()
	return w.out, true
}

// depth returns how deep valid JSON is.
func depth(body []byte) int {
	deepest, now := 0, 0
	quoted := false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '"':
			quoted = !quoted
		case c == '\\':
			i++ // only strings have backslashes
		case quoted:
		case c == '{', c == '[':
			now++
			deepest = max(deepest, now)
		case c == '}', c == ']':
			now--
		}
	}
	return deepest
}

// rewriter writes valid JSON again.
type rewriter struct {
	in  []byte // what is left to read
	out []byte
}

// next skips blanks and returns the next byte, which it does not read.
func (w *rewriter) next() byte {
	w.in = bytes.TrimLeft(w.in, " \t\r\n")
	return w.in[0]
}

// skip skips blanks and reads one byte.
func (w *rewriter) skip() {
	w.next()
	w.in = w.in[1:]
}

func (w *rewriter) value() {
	switch w.next() {
	case '{':
		w.object()
	case '[':
		w.array()
	case '"':
		w.out = appendString(w.out, w.text())
	default:
		end := bytes.IndexAny(w.in, " \t\r\n,]}")
		w.out = appendAtom(w.out, string(w.in[:end]))
		w.in = w.in[end:]
	}
}

func (w *rewriter) array() {
	w.skip()
	w.out = append(w.out, '[')
	for w.next() != ']' {
		w.value()
		if w.next() == ',' {
			w.skip()
			w.out = append(w.out, ',')
		}
	}
	w.skip()
	w.out = append(w.out, ']')
}

// member is a member of an object. JavaScript puts names that are indexes of an array
// first, in the order of their numbers.
type member struct {
	name  []uint16
	index uint64 // or noIndex
	value []byte
}

func (w *rewriter) object() {
	w.skip()
	begin := len(w.out)
	var members []member
	at := map[string]int{} // the place of each name
	for w.next() != '}' {
		name := w.text()
		w.skip() // the colon
		w.value()
		value := slices.Clone(w.out[begin:])
		w.out = w.out[:begin]
		key := string(appendString(nil, name))
		if i, twice := at[key]; twice {
			members[i].value = value // the last one counts
		} else {
			at[key] = len(members)
			members = append(members, member{name, arrayIndex(name), value})
		}
		if w.next() == ',' {
			w.skip()
		}
	}
	w.skip()
	slices.SortStableFunc(members, func(a, b member) int { return cmp.Compare(a.index, b.index) })
	w.out = append(w.out, '{')
	for i, m := range members {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		w.out = append(append(appendString(w.out, m.name), ':'), m.value...)
	}
	w.out = append(w.out, '}')
}

// noIndex stands for a name that is no index. It is the number that 32 bits hold and an
// array does not.
const noIndex = math.MaxUint32

// arrayIndex returns the number that a name is the canonical form of, if it is less than
// the greatest length of an array.
func arrayIndex(name []uint16) uint64 {
	text := string(utf16.Decode(name))
	n, _ := strconv.ParseUint(text, 10, 32)
	if strconv.FormatUint(n, 10) != text {
		return noIndex
	}
	return n
}

// appendAtom appends a number, true, false or null.
func appendAtom(b []byte, atom string) []byte {
	switch atom {
	case "true", "false", "null":
		return append(b, atom...)
	}
	f, err := strconv.ParseFloat(atom, 64)
	if err != nil { // it is too large, so JavaScript reads Infinity and writes null
		return append(b, "null"...)
	}
	if f == 0 {
		return append(b, '0') // also for -0
	}
	if size := math.Abs(f); size >= 1e-6 && size < 1e21 {
		return strconv.AppendFloat(b, f, 'f', -1, 64)
	}
	b = strconv.AppendFloat(b, f, 'e', -1, 64)
	if n := len(b); b[n-2] == '0' && b[n-3] == '-' { // JavaScript writes e-7, Go e-07
		b = append(b[:n-2], b[n-1])
	}
	return b
}
