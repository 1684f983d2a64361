package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestASavedPictureGetsANumberUpToNinetyNine(t *testing.T) {
	home := t.TempDir()
	folder := filepath.Join(home, "Downloads")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	save := saveIn(home)
	for n := 1; n <= 99; n++ {
		want := filepath.Join(folder, "qr.png")
		if n > 1 {
			want = filepath.Join(folder, fmt.Sprintf("qr-%d.png", n))
		}
		if path, err := save("qr.png", []byte{byte(n)}); err != nil || path != want {
			t.Fatalf("%d: %q %v, want %q", n, path, err, want)
		}
		if b, err := os.ReadFile(want); err != nil || len(b) != 1 || b[0] != byte(n) {
			t.Errorf("%s holds %v %v", want, b, err)
		}
	}
	if path, err := save("qr.png", []byte("x")); err == nil || path != "" {
		t.Errorf("the hundredth: %q", path)
	}
	if path, err := save("other.png", nil); err != nil || path != filepath.Join(folder, "other.png") {
		t.Errorf("%q %v", path, err)
	}
}

func TestANewFileIsPlacedAsAWholeAndReplacesNothing(t *testing.T) {
	for name, link := range map[string]func(string, string) error{
		"with links":    os.Link,
		"without links": func(string, string) error { return errors.ErrUnsupported },
	} {
		file := filepath.Join(t.TempDir(), "a", "file")
		if err := placeNew(file, []byte("first"), link); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := placeNew(file, []byte("second"), link); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
		b, err := os.ReadFile(file)
		list, _ := os.ReadDir(filepath.Dir(file))
		if err != nil || string(b) != "first" || len(list) != 1 {
			t.Errorf("%s: %q %v %v", name, b, list, err)
		}
	}
	// No program sees less than the whole file.
	file := filepath.Join(t.TempDir(), "file")
	err := placeNew(file, []byte("whole"), func(finished, name string) error {
		if b, err := os.ReadFile(finished); err != nil || string(b) != "whole" {
			t.Errorf("%q %v", b, err)
		}
		return os.Link(finished, name)
	})
	if err != nil {
		t.Error(err)
	}
}

func TestAFileIsReplacedAsAWholeOrNotAtAll(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b")
	name := filepath.Join(folder, "file")
	for _, content := range []string{"old", "new"} {
		if err := replaceFile(name, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(name); err != nil || string(b) != content {
			t.Errorf("%q %v", b, err)
		}
	}
	taken := filepath.Join(folder, "taken")
	if err := os.MkdirAll(filepath.Join(taken, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := replaceFile(taken, []byte("x")); err == nil {
		t.Error("a folder is replaced")
	}
	if err := replaceFile(filepath.Join(name, "x"), []byte("x")); err == nil {
		t.Error("a file is a folder")
	}
	list, err := os.ReadDir(folder)
	if err != nil || len(list) != 2 {
		t.Errorf("something is left: %v %v", list, err)
	}
}
