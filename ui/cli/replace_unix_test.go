//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// The test looks at the modes of files, which Windows does not have.
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
