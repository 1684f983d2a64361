package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"klavilink/ui/webpage"
)

func TestOnlyTheUserCanReadAPageAndWithdrawRemovesIt(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var opened []string
	p := &pages{open: func(path string) error { opened = append(opened, path); return nil }}
	first, err := p.Show([]byte("one"))
	if err != nil || len(opened) != 1 || opened[0] != first {
		t.Fatalf("%q %v %q", first, err, opened)
	}
	folder := filepath.Dir(first)
	watch := filepath.Join(folder, webpage.Watch)
	for path, mode := range map[string]os.FileMode{folder: 0o700, first: 0o600, watch: 0o600} {
		info, err := os.Stat(path)
		// On Windows the mode does not tell who may read a file.
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != mode {
			t.Errorf("%s: %v %v", path, info, err)
		}
	}
	second, err := p.Show([]byte("two"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Error("the page before is still there")
	}
	if b, err := os.ReadFile(second); err != nil || string(b) != "two" {
		t.Errorf("%q %v", b, err)
	}
	p.Withdraw()
	p.Withdraw()
	if _, err := os.Stat(filepath.Dir(second)); !errors.Is(err, os.ErrNotExist) {
		t.Error("the page is still there")
	}
}

func TestShowReturnsThePathOfAPageThatCannotBeOpened(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	fails := func(string) error { return errors.New("no browser") }
	p := &pages{open: opener(fails, "darwin", func(string) string { return "" })}
	defer p.Withdraw()
	path, err := p.Show([]byte("x"))
	if !errors.Is(err, errNoBrowser) || path == "" {
		t.Errorf("%q %v", path, err)
	}
}
