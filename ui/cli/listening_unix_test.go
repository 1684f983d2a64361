//go:build unix

package cli_test

import (
	"strings"
	"syscall"
	"testing"
)

// Windows has neither these signals nor pseudo-terminals.
func TestEverySignalEndsListenAndRestoresTheTerminal(t *testing.T) {
	for signal, want := range map[syscall.Signal]int{
		syscall.SIGTERM: 130, syscall.SIGHUP: 130, syscall.SIGINT: 130, syscall.SIGQUIT: 128 + int(syscall.SIGQUIT),
	} {
		s := startOn(t, "listen", "--demo", "--on", "127.0.0.1:0", "--lang", "pt")
		s.sees("Nada chegou ainda")
		_ = s.cmd.Process.Signal(signal)
		_ = s.cmd.Wait()
		<-s.done // the terminal has shown all that was written
		if got := s.cmd.ProcessState.ExitCode(); got != want {
			t.Errorf("%v: exit status %d", signal, got)
		}
		out := s.written()
		if strings.LastIndex(out, "\x1b[?1049l") < strings.LastIndex(out, "\x1b[?1049h") {
			t.Errorf("%v: left on the alternate screen", signal)
		}
	}
}
