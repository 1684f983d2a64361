// These tests need a file that says it is empty and is not, one that cannot be read, a
// folder that lists what a process has open, and the program of the process itself. Linux has them in /proc.

package ownfile_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"klavilink/ui/cli/ownfile"
)

func TestAFileThatSaysItIsEmptyIsStillCutAtTheLimit(t *testing.T) {
	if info, err := os.Stat("/proc/self/status"); err != nil || info.Size() != 0 {
		t.Skip("no file like this")
	}
	if got, err := ownfile.Read("/proc/self/status", 10); !errors.Is(err, ownfile.ErrTooLarge) || got.Bytes != nil {
		t.Errorf("%q %v", got.Bytes, err)
	}
}

// Nothing is at the beginning of the memory of a process, so reading it there fails.
func TestAFileThatCannotBeReadToItsEndHasNoContent(t *testing.T) {
	got, err := ownfile.Read("/proc/self/mem", 10)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		t.Skip(err)
	}
	if !errors.Is(err, syscall.EIO) || got.Bytes != nil {
		t.Errorf("%q %v", got.Bytes, err)
	}
}

// A file that is open can be opened again after it was removed.
func TestAFileWithoutAPlaceIsNotTrusted(t *testing.T) {
	f, err := os.Open(written(t, "x"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := os.Remove(f.Name()); err != nil {
		t.Fatal(err)
	}
	path := fmt.Sprintf("/proc/self/fd/%d", f.Fd())
	got, err := ownfile.Read(path, 10)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip(err)
	}
	if err != nil || got.Trouble == nil || *got.Trouble != (ownfile.Untrusted{Path: path}) || string(got.Bytes) != "x" {
		t.Errorf("%q %v %v", got.Bytes, got.Trouble, err)
	}
}

func TestReadLeavesNoFileOpen(t *testing.T) {
	open := func() int {
		list, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Skip(err)
		}
		return len(list)
	}
	path := written(t, "x")
	before := open()
	for range 20 { // more than what other tests may open meanwhile
		_, _ = ownfile.Read(path, 10)
		_, _ = ownfile.Read(path, 0)
		_, _ = ownfile.Read(t.TempDir(), 10)
	}
	if after := open(); after >= before+20 {
		t.Errorf("%d files are open, %d were", after, before)
	}
}

// Root may do anything. Where the tests run as root, these run again as a user that has a
// group of the same name.
func TestAnotherUserThanRootIsJudgedToo(t *testing.T) {
	me, err := user.Lookup("daemon")
	if err != nil || os.Geteuid() != 0 {
		t.Skip("not root, or no such user")
	}
	group, err := user.LookupGroupId(me.Gid)
	if err != nil || group.Name != me.Username {
		t.Skip("its group has another name")
	}
	uid, _ := strconv.ParseUint(me.Uid, 10, 32)
	gid, _ := strconv.ParseUint(me.Gid, 10, 32)
	const again = "TestTheGroupOfTheUsersNameMayWrite|TestWhoMayWriteAFile|TestAFolderHasToBe|TestAFolderThatCannot"
	cmd := exec.Command("/proc/self/exe", "-test.v", "-test.run", again)
	cmd.Dir, cmd.Env = "/", []string{"TMPDIR=/tmp", "PATH=" + os.Getenv("PATH")}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Count(string(out), "--- PASS") < 4 {
		t.Errorf("%v\n%s", err, out)
	}
}
