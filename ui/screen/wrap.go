package screen

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Pad fills text with blanks up to a width.
func Pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-ansi.StringWidth(s), 0))
}

// Cut shortens text to a width.
func Cut(s string, width int) string { return ansi.Truncate(s, max(width, 0), "…") }

// Wrap breaks text at blanks. Words that are too long for a line, as URLs are, are
// broken at the width and nowhere before.
func Wrap(s string, width int) string {
	width = max(width, 1)
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && ansi.StringWidth(line)+1+ansi.StringWidth(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		parts := strings.Split(ansi.Hardwrap(word, width, true), "\n")
		lines = append(lines, parts[:len(parts)-1]...)
		line = parts[len(parts)-1]
	}
	return strings.Join(append(lines, line), "\n")
}

// URLLines counts the lines that [WrapURL] makes.
func URLLines(url string, width int) int {
	width = max(width, 1)
	return (len(url) + width - 1) / width
}

// WrapURL breaks a URL at the width, where a terminal would.
func WrapURL(url string, width int) string {
	var lines []string
	for width = max(width, 1); len(url) > width; {
		lines = append(lines, url[:width])
		url = url[width:]
	}
	return strings.Join(append(lines, url), "\n")
}

// Clip drops the rows that do not fit. It drops nothing that matters, except in
// windows too small to work in.
func Clip(rows []string, room int) []string { return rows[:min(len(rows), max(room, 0))] }

// Block joins lines and sets them off from the left edge.
func Block(lines ...string) string {
	return lipgloss.NewStyle().MarginLeft(2).Render(strings.Join(lines, "\n"))
}

// TextWidth is the width of sentences in a window: not wider than what is easy to
// read.
func TextWidth(cols int) int { return min(cols-4, 76) }
