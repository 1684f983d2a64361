//go:build unix

package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"klavilink/ui/cli"
)

// tellCoreLimit is the child process of the test below.
func tellCoreLimit() {
	_ = cli.System(cli.Build{})
	var limit unix.Rlimit
	_ = unix.Getrlimit(unix.RLIMIT_CORE, &limit)
	fmt.Println("limit", limit.Cur, "dumpable", dumpable())
	os.Exit(0)
}

// A core file would hold the keys and the customers' data. The process of the test keeps
// its own, so a child is asked.
func TestTheProcessLeavesNoCoreFile(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("/bin/sh", "-c", `ulimit -S -c unlimited 2>/dev/null; exec "$0"`, self)
	cmd.Env = append(os.Environ(), "KLAVILINK_TEST_CHILD=core")
	out, err := cmd.Output()
	want := "limit 0 dumpable -1\n"
	if runtime.GOOS == "linux" {
		want = "limit 0 dumpable 0\n"
	}
	if err != nil || !strings.HasSuffix(string(out), want) {
		t.Errorf("%q %v", out, err)
	}
}
