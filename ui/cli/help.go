package cli

import (
	"bytes"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"klavilink/ui/text"
)

// helpWriter returns a writer that translates the headings of the help, because fang
// has them only in English. If out is a terminal, the writer is one too, so that fang
// finds its colours.
func helpWriter(out io.Writer, t *text.CLI) io.Writer {
	h := headings{out, map[string]string{"USAGE": t.HelpUsage, "COMMANDS": t.HelpCommands, "FLAGS": t.HelpFlags}}
	if file, ok := out.(term.File); ok {
		return headingsOnTerminal{file, h}
	}
	return h
}

// headingsOnTerminal is a terminal whose headings are translated.
type headingsOnTerminal struct {
	term.File
	headings headings
}

// Write implements io.Writer.
func (h headingsOnTerminal) Write(p []byte) (int, error) { return h.headings.Write(p) }

// headings is a writer that translates each line that holds only a heading.
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
		return 0, err //nolint:wrapcheck // a Writer returns the error of the writer below it
	}
	return len(p), nil
}
