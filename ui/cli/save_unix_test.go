//go:build unix

package cli

import (
	"os"
	"testing"
)

// The test is for Unix, because on Windows the mode does not tell who may read a file.
func TestOnlyTheUserCanReadASavedPicture(t *testing.T) {
	t.Chdir(t.TempDir())
	path, err := saveIn("")("qr.png", nil)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}
