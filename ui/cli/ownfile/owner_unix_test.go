//go:build unix

package ownfile_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"klavilink/ui/cli/ownfile"
)

// nobody is another user of the machine.
const nobody = 65534

func TestPipesAndDevicesAreRefusedWithoutWaiting(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skip(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink("/dev/zero", link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{fifo, link, "/dev/zero", "/dev/null"} {
		if _, err := ownfile.Read(path, 1<<20); !errors.Is(err, ownfile.ErrNotRegular) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestWhoMayWriteAFileDecidesWhetherItIsTrusted(t *testing.T) {
	for _, tt := range []struct {
		file, folder, above os.FileMode
		trusted             bool
	}{
		{0o600, 0o700, 0o700, true},
		{0o644, 0o755, 0o755, true},
		{0o602, 0o700, 0o700, false},
		{0o606, 0o700, 0o700, false},
		{0o600, 0o702, 0o700, false},
		{0o600, 0o700, 0o702, false},
		{0o600, 0o777 | os.ModeSticky, 0o700, true},
		{0o600, 0o700, 0o777 | os.ModeSticky, true},
		{0o602, 0o777 | os.ModeSticky, 0o700, false},
	} {
		above := filepath.Join(t.TempDir(), "above")
		folder := filepath.Join(above, "folder")
		path := filepath.Join(folder, "file")
		err := errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(path, []byte("x"), 0o600),
			os.Chmod(path, tt.file), os.Chmod(folder, tt.folder), os.Chmod(above, tt.above))
		if err != nil {
			t.Fatal(err)
		}
		// A link elsewhere is judged by where it leads.
		link := filepath.Join(t.TempDir(), "link")
		if err := os.Symlink(path, link); err != nil {
			t.Fatal(err)
		}
		for _, p := range []string{path, link} {
			got, err := ownfile.Read(p, 10)
			if err != nil || string(got.Bytes) != "x" {
				t.Errorf("%q %v", got.Bytes, err)
			}
			if trusted := got.Trouble == nil; trusted != tt.trusted {
				t.Errorf("%o in %o in %o: %v", tt.file, tt.folder, tt.above, got.Trouble)
			}
			if got.Trouble != nil && !strings.HasPrefix(got.Trouble.Fix, "chmod go-w ") {
				t.Errorf("no way to mend it: %q", got.Trouble.Fix)
			}
		}
	}
}

func TestAFileOfAnotherUserIsNotTrusted(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a file away")
	}
	path := written(t, "x")
	if err := os.Chown(path, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	got, err := ownfile.Read(path, 10)
	if err != nil || got.Trouble == nil || got.Trouble.Fix != "" || got.Trouble.Path != path {
		t.Errorf("%+v %v", got.Trouble, err)
	}
}

func TestAGroupMayWriteOnlyIfItIsTheUsersOwn(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a file to a group")
	}
	for gid, trusted := range map[int]bool{0: true, nobody: false} {
		path := written(t, "x")
		if err := errors.Join(os.Chown(path, 0, gid), os.Chmod(path, 0o620)); err != nil {
			t.Fatal(err)
		}
		if got, _ := ownfile.Read(path, 10); (got.Trouble == nil) != trusted {
			t.Errorf("group %d: %v", gid, got.Trouble)
		}
	}
}

func TestAFolderHasToBeTheUsersAndClosed(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(above, path string) error
		usable bool
	}{
		"missing":         {func(string, string) error { return nil }, true},
		"closed":          {func(_, p string) error { return os.Mkdir(p, 0o700) }, true},
		"open to others":  {func(_, p string) error { return errors.Join(os.Mkdir(p, 0o700), os.Chmod(p, 0o701)) }, false},
		"open to a group": {func(_, p string) error { return errors.Join(os.Mkdir(p, 0o700), os.Chmod(p, 0o710)) }, false},
		"a link": {func(a, p string) error {
			return errors.Join(os.Mkdir(a+"/x", 0o700), os.Symlink(a+"/x", p))
		}, false},
		"a dead link":     {func(a, p string) error { return os.Symlink(a+"/x", p) }, false},
		"exchangeable":    {func(a, _ string) error { return os.Chmod(a, 0o707) }, false},
		"in a shared one": {func(a, _ string) error { return os.Chmod(a, 0o777|os.ModeSticky) }, true},
		"another user's": {func(_, p string) error {
			return errors.Join(os.Mkdir(p, 0o700), os.Chown(p, nobody, nobody))
		}, false},
	} {
		if name == "another user's" && os.Geteuid() != 0 {
			continue
		}
		above := t.TempDir()
		path := filepath.Join(above, "pages")
		if err := tt.change(above, path); err != nil {
			t.Fatal(err)
		}
		if err := ownfile.Folder(path); (err == nil) != tt.usable {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestANewFileFollowsNoLinkAndIsForTheUserOnly(t *testing.T) {
	folder := t.TempDir()
	link, target := filepath.Join(folder, "link"), filepath.Join(folder, "target")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	if _, err := ownfile.Create(link); err == nil {
		t.Error("a link was followed")
	}
	if _, err := os.Lstat(target); err == nil {
		t.Error("what it leads to was made")
	}
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	path := filepath.Join(folder, "new")
	f, err := ownfile.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}
