//go:build unix

package cli_test

import (
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// The test is for Unix, because Windows has neither the signals nor the pseudo-terminal.
func TestASignalGivesAGrownWindowItsOldSizeBack(t *testing.T) {
	const old = "\x1b[8;24;80t"
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		for _, grown := range []bool{true, false} {
			s := startIn(t, pty.Winsize{Rows: 24, Cols: 80}, "--demo", "--lang", "pt")
			s.sees("CPF")
			s.types("\x1bP>|XTerm(390)\x1b\\52998224725\x13")
			s.sees("Confira")
			s.types("\r")
			s.sees("tecle “g”")
			if grown {
				s.types("g")
				s.sees(";80t") // the width is enough
			}
			_ = s.cmd.Process.Signal(sig)
			_ = s.cmd.Wait()
			<-s.done
			if back := strings.Count(s.written(), old); grown != (back == 1) || back > 1 {
				t.Errorf("%s, grown %t: given back %d times", sig, grown, back)
			}
		}
	}
}
