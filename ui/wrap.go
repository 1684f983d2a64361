package ui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// pad fills text with blanks up to a width.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-ansi.StringWidth(s), 0))
}

// cut shortens text to a width.
func cut(s string, width int) string { return ansi.Truncate(s, max(width, 0), "…") }

// hardwrap breaks text at blanks, and words that are too long for a line, as URLs
// are, at the width and nowhere before.
func hardwrap(s string, width int) string {
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

// lines counts the lines that wrapURL makes.
func lines(url string, width int) int { return (len(url) + width - 1) / max(width, 1) }

// wrapURL breaks a URL at the width, where a terminal would.
func wrapURL(url string, width int) string {
	var lines []string
	for width = max(width, 1); len(url) > width; {
		lines = append(lines, url[:width])
		url = url[width:]
	}
	return strings.Join(append(lines, url), "\n")
}

// clip keeps what fits. Nothing that matters comes to be cut: it is here for
// windows of sizes that nobody works in.
func clip(rows []string, room int) []string { return rows[:min(len(rows), max(room, 0))] }

// textWidth keeps sentences at a length that is easy to read.
func (m *Model) textWidth() int { return min(m.width-4, 76) }

func (m *Model) block(lines ...string) string {
	return lipgloss.NewStyle().MarginLeft(2).Render(strings.Join(lines, "\n"))
}
