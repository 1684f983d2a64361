package cli

import (
	"bytes"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// helpWriter is where help goes, with its headings in the user's language: fang
// has them in English alone. What is a terminal stays one, for its colours.
func (a *app) helpWriter() io.Writer {
	t := &a.t.CLI
	h := headings{a.env.Out, map[string]string{"USAGE": t.HelpUsage, "COMMANDS": t.HelpCommands, "FLAGS": t.HelpFlags}}
	if file, ok := a.env.Out.(term.File); ok {
		return headingsOnTerminal{file, h}
	}
	return h
}

type headingsOnTerminal struct {
	term.File
	headings headings
}

func (h headingsOnTerminal) Write(p []byte) (int, error) { return h.headings.Write(p) }

// headings replaces lines that are nothing but a heading.
type headings struct {
	to    io.Writer
	words map[string]string
}

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
