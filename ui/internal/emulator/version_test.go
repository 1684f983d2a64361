package emulator_test

import (
	"io"
	"strings"
	"testing"

	"klavilink/ui/internal/emulator"
)

func TestATerminalSaysItsNameOnlyIfItHasOne(t *testing.T) {
	for name, want := range map[string]string{
		"":          "\x1b[?",                 // The next question is answered.
		"VTE(7600)": "\x1bP>|VTE(7600)\x1b\\", // This one is.
	} {
		s := emulator.New(10, 5, false)
		if name != "" {
			s.Answers(name)
		}
		go func() { _, _ = s.Write([]byte("\x1b[>q\x1b[c")) }()
		b := make([]byte, len(want))
		if _, err := io.ReadFull(s, b); err != nil || !strings.HasPrefix(string(b), want) {
			t.Errorf("%q: answered %q, %v", name, b, err)
		}
		s.Close()
	}
}
