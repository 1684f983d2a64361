//go:build unix

package cli

// The tests in this file look at the modes of files, which Windows does not have.

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/screen"
)

func TestAReplacedFileAndItsFolderAreTheUsersOnly(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b")
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	if err := replaceFile(filepath.Join(folder, "file"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{
		filepath.Join(folder, "file"): 0o600, folder: 0o700, filepath.Dir(folder): 0o700,
	} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v, want %o", path, info, err, want)
		}
	}
}

func TestAListThatOthersMayWriteIsNotUsed(t *testing.T) {
	kept := cacheOf(Env{Clock: fixedClock(noon), CacheDir: t.TempDir()}, screen.Place{Env: klavi.Sandbox})
	if err := kept.remember()([]directory.Institution{{Code: "900", Name: "Novo"}}); err != nil {
		t.Fatal(err)
	}
	for mode, want := range map[os.FileMode]int{0o600: 1, 0o602: len(directory.Institutions())} {
		if err := os.Chmod(kept.file, mode); err != nil {
			t.Fatal(err)
		}
		if got := kept.institutions(); len(got) != want {
			t.Errorf("mode %o: %d institutions, want %d", mode, len(got), want)
		}
	}
}
