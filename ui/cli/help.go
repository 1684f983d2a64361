package cli

import (
	"bytes"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"klavilink/ui/text"
)

// helpWriter is where help goes. It puts the headings into the user's language,
// because fang has them in English alone. A terminal stays a terminal, so that
// fang finds its colours.
func helpWriter(out io.Writer, t *text.CLI) io.Writer {
	h := headings{out, map[string]string{"USAGE": t.HelpUsage, "COMMANDS": t.HelpCommands, "FLAGS": t.HelpFlags}}
	if file, ok := out.(term.File); ok {
		return headingsOnTerminal{file, h}
	}
	return h
}

// headingsOnTerminal replaces headings on their way to a terminal.
type headingsOnTerminal struct {
	term.File
	headings headings
}

// Write implements io.Writer.
func (h headingsOnTerminal) Write(p []byte) (int, error) { return h.headings.Write(p) }

// headings replaces lines that are nothing but a heading.
type headings struct {
	to    io.Writer
	words map[string]string
}

// Write implements io.Writer.
func (h headings) Write(p []byte) (int, error) {
	var b bytes.Buffer
	for line := range bytes.Lines(p) {
		english := strings.TrimSpace(ansi.Strip(string(line)))
		if word, ok := h.words[english]; ok {
			line = bytes.Replace(line, []byte(english), []byte(word), 1)
		}
		b.Write(line)
	}
	if _, err := h.to.Write(b.Bytes()); err != nil {
		return 0, err //nolint:wrapcheck // a writer's own
	}
	return len(p), nil
}
