package emulator

import (
	"io"

	"github.com/charmbracelet/x/ansi"
)

// Version is the answer of a terminal that says its name and its version (XTVERSION). A
// test that types it makes the terminal answer late.
func Version(name string) string { return "\x1bP>|" + name + "\x1b\\" }

// Answers sets the name and the version that the terminal answers with at once. A new
// screen does not answer.
func (s *Screen) Answers(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.em.RegisterCsiHandler(ansi.Command('>', 0, 'q'), func(ansi.Params) bool {
		_, _ = io.WriteString(s.em.InputPipe(), Version(name))
		return true
	})
}
