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
	if out, err := asNobody("ls -d " + os.TempDir()); err != nil {
		t.Skipf("the folder for temporary files is closed to other users already: %v %s", err, out)
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
			if out, err := asNobody(attack); err == nil {
				t.Errorf("%s, another user can %s: %s", when, name, out)
			}
		}
	}
	if out, err := asNobody("ls " + filepath.Dir(folder)); err != nil || !strings.Contains(out, "pages") {
		t.Fatalf("the other user does not even get to the folder, so the test would show nothing: %v %s", err, out)
	}
	try("while the page is open")
	p.Withdraw()
	try("afterwards")
	if got := content(t, path); got != "it is over" {
		t.Errorf("%q", got)
	}
}

// asNobody runs a line of shell as another user of the machine and returns what it wrote.
func asNobody(line string) (string, error) {
	cmd := exec.Command("/bin/sh", "-c", line)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	cmd.Dir = "/"
	out, err := cmd.CombinedOutput()
	return string(out), err
}
