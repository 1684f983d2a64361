//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestAnotherUserGetsNothingOfAPage plays another user of the machine, who may enter all
// folders above the page's. While the page is open and after it was withdrawn, the other
// user can neither read nor list, change, move or plant anything.
func TestAnotherUserGetsNothingOfAPage(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can become another user")
	}
	p := shelf(t)
	path, err := p.Show([]byte("a live code"), []byte("it is over"))
	if err != nil {
		t.Fatal(err)
	}
	folder := p.folders[0]
	for above := filepath.Dir(folder); above != os.TempDir() && above != "/"; above = filepath.Dir(above) {
		if err := os.Chmod(above, 0o755); err != nil { //nolint:gosec // the test opens the way on purpose
			t.Fatal(err)
		}
	}
	attacks := map[string]string{
		"read the page": "cat " + path, "list the folder": "ls " + folder, "change the page": "echo x >" + path,
		"plant a script": "echo x >" + folder + "/watch.js", "move the folder": "mv " + folder + " " + folder + "x",
		"remove the page": "rm -f " + path, "make the folder": "mkdir " + folder, "enter the folder": "cd " + folder,
	}
	try := func(when string) {
		t.Helper()
		for name, attack := range attacks {
			cmd := exec.Command("/bin/sh", "-c", attack)
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
			cmd.Dir = "/"
			if out, err := cmd.CombinedOutput(); err == nil {
				t.Errorf("%s, another user can %s: %s", when, name, out)
			}
		}
	}
	harmless := exec.Command("/bin/sh", "-c", "ls "+filepath.Dir(folder))
	harmless.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	if out, err := harmless.CombinedOutput(); err != nil || !strings.Contains(string(out), "pages") {
		t.Fatalf("the other user does not even get to the folder, so the test would show nothing: %v %s", err, out)
	}
	try("while the page is open")
	p.Withdraw()
	try("afterwards")
	if got := content(t, path); got != "it is over" {
		t.Errorf("%q", got)
	}
}
