// Package message fills in the message that a customer reads.
//
// A template has placeholders, such as {link}, in Portuguese or in English. The settings
// of a company may hold a template of its own.
package message

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"klavilink/ui/spell"
)

// Values holds what the placeholders stand for. An empty value is not known.
type Values struct {
	Link    string
	Company string // who sends the message
	Time    string // when the link ends
	Domain  string // the host that opens
	Contact string // where the customer can ask whether the message is genuine
	Ticket  string // the number of the call
}

// names maps every placeholder to its value, first the Portuguese ones.
func (v Values) names() []string {
	return []string{
		"{link}", v.Link,
		"{empresa}", v.Company, "{hora}", v.Time, "{dominio}", v.Domain, "{contato}", v.Contact, "{protocolo}", v.Ticket,
		"{company}", v.Company, "{time}", v.Time, "{domain}", v.Domain, "{contact}", v.Contact, "{protocol}", v.Ticket,
	}
}

// Placeholders returns every placeholder that a template may have.
func Placeholders() []string {
	var list []string
	names := Values{}.names()
	for i := 0; i < len(names); i += 2 {
		list = append(list, names[i])
	}
	return list
}

// Fill returns a template with values in the place of its placeholders. A sentence that
// needs a value that is not known is left out, unless it holds the link. A line without
// any sentence left goes too.
func Fill(template string, v Values) string {
	template = strings.ReplaceAll(template, "\r\n", "\n")
	known := strings.NewReplacer(v.names()...)
	var lines []string
	for line := range strings.SplitSeq(template, "\n") {
		filled := ""
		for _, s := range sentences(line) {
			if strings.Contains(s, "{link}") || !v.lacks(s) {
				filled += known.Replace(s)
			}
		}
		if filled = strings.TrimRight(filled, " \t"); filled != "" || strings.TrimSpace(line) == "" {
			lines = append(lines, filled)
		}
	}
	text := strings.Join(lines, "\n")
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	return strings.Trim(text, "\n")
}

// sentences cuts a line behind every full stop, exclamation mark and question mark that
// blanks follow.
func sentences(line string) []string {
	var list []string
	begin, ended, blank := 0, false, false
	for i, r := range line {
		switch {
		case strings.ContainsRune(".!?", r):
			ended = true
		case unicode.IsSpace(r):
			blank = ended
		default:
			if blank {
				list = append(list, line[begin:i])
				begin = i
			}
			ended, blank = false, false
		}
	}
	return append(list, line[begin:])
}

// lacks reports whether a text has a placeholder whose value is not known.
func (v Values) lacks(s string) bool {
	names := v.names()
	for i := 0; i < len(names); i += 2 {
		if names[i+1] == "" && strings.Contains(s, names[i]) {
			return true
		}
	}
	return false
}

// Unknown reports whether a template has a placeholder that does not exist. It returns
// the one that is spelt most like it.
func Unknown(template string) (nearest string, found bool) {
	known := Placeholders()
	for part := range strings.SplitAfterSeq(template, "}") {
		begin := strings.LastIndexByte(part, '{')
		if begin < 0 || !strings.HasSuffix(part, "}") || strings.Contains(part[begin:], "\n") ||
			slices.Contains(known, part[begin:]) {
			continue
		}
		p := strings.ToLower(part[begin:])
		return slices.MinFunc(known, func(a, b string) int {
			return cmp.Compare(spell.Distance(p, a), spell.Distance(p, b))
		}), true
	}
	return "", false
}
