package klavi

import "strings"

// search finds a confidential text in a message.
type search struct {
	text  string
	ways  [][]reading // of the text
	cut   bool        // whether the text is the begin of a longer one
	want  string
	loose bool // whether only letters and numbers count

	// failed has the bytes of the text and of what is wanted at which the rest of what is
	// wanted does not stand. It keeps the time within their product.
	failed map[[2]int]bool
}

// all returns where the wanted text stands. The parts may overlap.
func (q *search) all() []span {
	q.failed = map[[2]int]bool{}
	var found []span
	for i := range q.text {
		if end, ok := q.match(i, 0); ok {
			found = append(found, span{i, end})
		}
	}
	return found
}

// match reports whether the wanted text from its byte j on stands at byte i of the text,
// and returns where it ends.
func (q *search) match(i, j int) (end int, ok bool) {
	switch {
	case j == len(q.want):
		return i, true
	case i == len(q.text):
		return i, q.cut && j >= minSecret
	case j >= minSecret && q.halved(i):
		return len(q.text), true
	case q.failed[[2]int{i, j}]:
		return 0, false
	}
	for _, w := range q.ways[i] {
		c := w.exact
		if q.loose {
			c = w.bare
		}
		rest := q.want[j:]
		switch {
		case c == "" && j == 0: // a text does not begin with a separator
		case strings.HasPrefix(rest, c):
			if end, ok = q.match(w.next, j+len(c)); ok {
				return end, true
			}
		case strings.HasPrefix(c, rest):
			return w.next, true
		}
	}
	q.failed[[2]int{i, j}] = true
	return 0, false
}

// halved reports whether the text was cut within the escape at byte i.
func (q *search) halved(i int) bool {
	const longest = 12 // bytes of a character in UTF-8, encoded once
	return q.cut && q.text[i] == '%' && len(q.text)-i < longest
}
