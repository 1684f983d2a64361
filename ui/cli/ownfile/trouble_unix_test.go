//go:build unix

package ownfile_test

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"klavilink/ui/cli/ownfile"
)

// The error tells the user what to mend: the path that others may write to, which may be
// a folder far above, and the command.
func TestTroubleNamesWhatOthersMayWriteToAndTheCommandThatMendsIt(t *testing.T) {
	for _, culprit := range []string{".", "above", "above/folder", "above/folder/file"} {
		root := t.TempDir()
		path := filepath.Join(root, "above", "folder", "file")
		open := filepath.Join(root, culprit)
		err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600), os.Chmod(open, 0o702))
		if err != nil {
			t.Fatal(err)
		}
		got, err := ownfile.Read(path, 10)
		if err != nil || got.Trouble == nil || got.Trouble.Path != open ||
			got.Trouble.Fix != fmt.Sprintf("chmod go-w %q", open) || !strings.HasSuffix(got.Trouble.Error(), " "+open) {
			t.Errorf("%s: %+v %v", culprit, got.Trouble, err)
		}
	}
}

func TestAFolderThatCannotBeUsedSaysWhy(t *testing.T) {
	var untrusted *ownfile.Untrusted
	for name, tt := range map[string]struct {
		change func(above, path string) error
		want   func(above, path string, err error) bool
	}{
		"a file is above": {
			func(a, _ string) error { return errors.Join(os.RemoveAll(a), os.WriteFile(a, nil, 0o600)) },
			func(_, _ string, err error) bool { return errors.Is(err, syscall.ENOTDIR) },
		},
		"a link": {
			func(a, p string) error { return errors.Join(os.Mkdir(a+"/x", 0o700), os.Symlink(a+"/x", p)) },
			func(_, _ string, err error) bool { return errors.Is(err, ownfile.ErrNotFolder) },
		},
		"open to others": {
			func(_, p string) error { return errors.Join(os.Mkdir(p, 0o700), os.Chmod(p, 0o701)) },
			func(_, p string, err error) bool {
				return errors.As(err, &untrusted) && *untrusted == ownfile.Untrusted{Path: p, Fix: fmt.Sprintf("chmod 700 %q", p)}
			},
		},
		"others may exchange it": {
			func(a, _ string) error { return os.Chmod(a, 0o702) },
			func(a, _ string, err error) bool {
				return errors.As(err, &untrusted) && *untrusted == ownfile.Untrusted{Path: a, Fix: fmt.Sprintf("chmod go-w %q", a)}
			},
		},
	} {
		above := filepath.Join(t.TempDir(), "above")
		path := filepath.Join(above, "pages")
		if err := errors.Join(os.Mkdir(above, 0o700), tt.change(above, path)); err != nil {
			t.Fatal(err)
		}
		if err := ownfile.Folder(path); !tt.want(above, path, err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFolderOfAnotherUserNamesItsPathAndNoCommand(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	var untrusted *ownfile.Untrusted
	path := filepath.Join(t.TempDir(), "pages")
	if err := errors.Join(os.Mkdir(path, 0o700), os.Chown(path, nobody, nobody)); err != nil {
		t.Fatal(err)
	}
	if err := ownfile.Folder(path); !errors.As(err, &untrusted) || *untrusted != (ownfile.Untrusted{Path: path}) {
		t.Errorf("%v", err)
	}
}

func TestANewFolderIsForTheUserOnlyWhateverTheUmaskIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b")
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	if err := ownfile.Folder(path); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, filepath.Dir(path)} {
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v %v", p, info, err)
		}
	}
}

// Many systems give each user a group of the same name, and a umask that lets it write.
func TestTheGroupOfTheUsersNameMayWrite(t *testing.T) {
	me, err := user.Current()
	if err != nil || os.Geteuid() == 0 {
		t.Skip("root may do anything, and so may its group")
	}
	group, err := user.LookupGroupId(me.Gid)
	if err != nil {
		t.Skip(err)
	}
	path := written(t, "x")
	if err := os.Chmod(path, 0o620); err != nil {
		t.Fatal(err)
	}
	if got, _ := ownfile.Read(path, 10); (got.Trouble == nil) != (group.Name == me.Username) {
		t.Errorf("group %s of user %s: %v", group.Name, me.Username, got.Trouble)
	}
}

// The owner and the group of a file decide together with its mode.
func TestTheOwnerTheGroupAndTheModeDecideTogether(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a file away")
	}
	for _, tt := range []struct {
		uid, gid int
		mode     os.FileMode
		trusted  bool
	}{
		{0, 0, 0o600, true},
		{0, 0, 0o660, true},
		{0, nobody, 0o600, true},
		{0, nobody, 0o640, true},
		{0, nobody, 0o601, true}, // others may run it
		{0, nobody, 0o611, true},
		{0, nobody, 0o620, false},
		{0, 1, 0o620, false},
		{0, 0, 0o602, false},
		{1, 0, 0o600, false},
		{nobody, 0, 0o600, false},
	} {
		path := written(t, "x")
		if err := errors.Join(os.Chown(path, tt.uid, tt.gid), os.Chmod(path, tt.mode)); err != nil {
			t.Fatal(err)
		}
		if got, err := ownfile.Read(path, 10); (got.Trouble == nil) != tt.trusted || err != nil {
			t.Errorf("user %d, group %d, mode %o: %v %v", tt.uid, tt.gid, tt.mode, got.Trouble, err)
		}
	}
}

func TestARelativePathIsJudgedUpToTheRoot(t *testing.T) {
	above := filepath.Join(t.TempDir(), "above")
	folder := filepath.Join(above, "folder")
	err := errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(filepath.Join(folder, "file"), nil, 0o600),
		os.Chmod(above, 0o702))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	if got, err := ownfile.Read("file", 10); err != nil || got.Trouble == nil || got.Trouble.Path != above {
		t.Errorf("%+v %v", got.Trouble, err)
	}
}
