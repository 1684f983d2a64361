package config

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"klavilink/validate"
)

// Place is where something is in the file.
type Place struct {
	Line   int // counted from 1, or 0 if the place is unknown
	Column int // in characters, counted from 1

	// Text is the line, safe to print and at most [TextCells] wide. If the line could hold a
	// secret or a customer's data, Text is the key alone, or empty without a key.
	Text string

	// At and Width say where in Text the place is, in cells of a terminal.
	At, Width int
}

// TextCells is the widest text of a place, in cells.
const TextCells = 76

// beforeCells is how much of a long line stands before the place, in cells.
const beforeCells = 30

// span is a range of bytes of the file.
type span struct{ from, to int }

// lineAt returns the range of the line that has a byte, without its end.
func lineAt(b []byte, at int) span {
	at = min(at, len(b))
	from := bytes.LastIndexByte(b[:at], '\n') + 1
	to := len(b)
	if end := bytes.IndexByte(b[at:], '\n'); end >= 0 {
		to = at + end
	}
	if to > from && b[to-1] == '\r' {
		to--
	}
	return span{from, to}
}

// point returns the place of a range, without a text.
func point(b []byte, at span) Place {
	line := lineAt(b, at.from)
	return Place{
		Line:   bytes.Count(b[:line.from], []byte("\n")) + 1,
		Column: utf8.RuneCount(b[line.from:min(at.from, len(b))]) + 1,
	}
}

// shown returns the place of a range with its line.
func shown(b []byte, at span) Place {
	p, line := point(b, at), lineAt(b, at.from)
	from := min(at.from, line.to)
	to := max(min(at.to, line.to), from)
	// A harmless text has as many characters as before.
	left := []rune(validate.Harmless(string(b[line.from:from]), line.to-line.from+1))
	marked := []rune(validate.Harmless(string(b[from:to]), to-from+1))
	right := []rune(validate.Harmless(string(b[to:line.to]), line.to-to+1))
	if ansi.StringWidth(string(left))+ansi.StringWidth(string(marked))+ansi.StringWidth(string(right)) > TextCells {
		left = lastCells(left, beforeCells)
		room := TextCells - ansi.StringWidth(string(left))
		marked = firstCells(marked, room)
		right = firstCells(right, room-ansi.StringWidth(string(marked)))
	}
	p.Text = string(left) + string(marked) + string(right)
	p.At, p.Width = ansi.StringWidth(string(left)), max(ansi.StringWidth(string(marked)), 1)
	return p
}

// alone returns the place of a range with nothing of its line but the last key of a path.
func alone(b []byte, at span, path []string) Place {
	p := point(b, at)
	if len(path) > 0 {
		p.Text = validate.Harmless(written(path[len(path)-1:]), TextCells/2)
		p.Width = max(ansi.StringWidth(p.Text), 1)
	}
	return p
}

// firstCells returns the beginning of a text that has at most n cells. It ends in an
// ellipsis if something is left out.
func firstCells(text []rune, n int) []rune {
	if ansi.StringWidth(string(text)) <= n {
		return text
	}
	to := 0
	for used := 1; to < len(text); to++ {
		if used += ansi.StringWidth(string(text[to])); used > n {
			break
		}
	}
	if n < 1 {
		return nil
	}
	return append(slices.Clone(text[:to]), '…')
}

// lastCells returns the end of a text that has at most n cells. It begins with an ellipsis if
// something is left out.
func lastCells(text []rune, n int) []rune {
	reversed := slices.Clone(text)
	slices.Reverse(reversed)
	reversed = slices.Clone(firstCells(reversed, n))
	slices.Reverse(reversed)
	return reversed
}
