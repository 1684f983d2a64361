package ownfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/ui/cli/ownfile"
)

// written returns the path of a new file.
func written(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileMayBeAsLongAsTheLimitAndNoLonger(t *testing.T) {
	for size, want := range map[int]error{0: nil, 9: nil, 10: nil, 11: ownfile.ErrTooLarge, 5000: ownfile.ErrTooLarge} {
		got, err := ownfile.Read(written(t, strings.Repeat("x", size)), 10)
		if !errors.Is(err, want) || want == nil && (err != nil || len(got.Bytes) != size) {
			t.Errorf("%d bytes: %d, %v", size, len(got.Bytes), err)
		}
	}
}

func TestAMissingFileIsToldFromOneThatCannotBeRead(t *testing.T) {
	if _, err := ownfile.Read(filepath.Join(t.TempDir(), "none"), 10); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
	if _, err := ownfile.Read(t.TempDir(), 10); !errors.Is(err, ownfile.ErrNotRegular) {
		t.Errorf("%v", err)
	}
}

func TestANewFileReplacesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new")
	f, err := ownfile.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("x"); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	if _, err := ownfile.Create(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "x" {
		t.Errorf("it holds %q", b)
	}
}

func TestAFolderIsMadeWithThoseAboveIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b")
	for range 2 { // the second time it is there
		if err := ownfile.Folder(path); err != nil {
			t.Fatal(err)
		}
	}
	file := written(t, "")
	if err := ownfile.Folder(file); err == nil {
		t.Error("a file is a folder")
	}
}
