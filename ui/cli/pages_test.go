package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"klavilink/ui/clock"
)

// shelf returns pages in a folder that does not exist yet. They are opened by nothing.
func shelf(t *testing.T) *pages {
	t.Helper()
	above := filepath.Join(t.TempDir(), "cache")
	return &pages{
		open: func(string) error { return nil }, folders: []string{filepath.Join(above, "pages")}, clock: clock.System{},
	}
}

// content returns what the browser finds at a path.
func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestOnlyTheUserCanReadAPageAndAnotherTakesItsPlaceInTheEnd(t *testing.T) {
	p := shelf(t)
	var opened []string
	p.open = func(path string) error { opened = append(opened, path); return nil }
	first, err := p.Show([]byte("one"), []byte("one is over"))
	if err != nil || len(opened) != 1 || opened[0] != first {
		t.Fatalf("%q %v %q", first, err, opened)
	}
	for path, mode := range map[string]os.FileMode{p.folders[0]: 0o700, first: 0o600} {
		info, err := os.Stat(path)
		// On Windows the mode does not tell who may read a file.
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != mode {
			t.Errorf("%s: %v %v", path, info, err)
		}
	}
	second, err := p.Show([]byte("two"), []byte("two is over"))
	if err != nil {
		t.Fatal(err)
	}
	if a, b := content(t, first), content(t, second); a != "one is over" || b != "two" {
		t.Errorf("%q %q", a, b)
	}
	p.Withdraw()
	p.Withdraw()
	if got := content(t, second); got != "two is over" {
		t.Errorf("%q", got)
	}
	if info, err := os.Stat(second); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	if list, err := os.ReadDir(p.folders[0]); err != nil || len(list) != 2 {
		t.Errorf("%v %v", list, err)
	}
}

// A page may stay open for as long as its link lives, and nobody misses an older one.
func TestPagesOfEarlierRunsAreSweptWhenTheyAreOld(t *testing.T) {
	p := shelf(t)
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	p.clock = still{now: now}
	fresh, err := p.Show(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	age := func(name string, age time.Duration) string {
		path := filepath.Join(p.folders[0], name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now, now.Add(-age)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	stays := map[string]bool{
		age("qr-1.html", 2*time.Hour): true, age("qr-2.html", 2*time.Hour+time.Second): false,
		age("mine.html", 9*time.Hour): true,
	}
	if err := os.Chtimes(fresh, now, now); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Show(nil, nil); err != nil {
		t.Fatal(err)
	}
	for path, stays := range stays {
		if _, err := os.Stat(path); (err == nil) != stays {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}

// still is a clock whose time of day stands still.
type still struct {
	clock.System

	now time.Time
}

// Now returns the moment at which the clock stands.
func (s still) Now() time.Time { return s.now }

func TestTheNextFolderIsUsedIfAFolderIsNotTheUsersOwn(t *testing.T) {
	p := shelf(t)
	good := p.folders[0]
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p.folders = []string{file, good}
	if path, err := p.Show(nil, nil); err != nil || filepath.Dir(path) != good {
		t.Errorf("%q %v", path, err)
	}
	for _, none := range [][]string{{file}, nil} {
		p.folders = none
		if path, err := p.Show(nil, nil); err == nil || path != "" {
			t.Errorf("%q %v", path, err)
		}
	}
}

func TestShowReturnsThePathOfAPageThatCannotBeOpened(t *testing.T) {
	p := shelf(t)
	fails := func(string) error { return errors.New("no browser") }
	p.open = opener(fails, "darwin", func(string) string { return "" })
	defer p.Withdraw()
	path, err := p.Show([]byte("x"), nil)
	if !errors.Is(err, errNoBrowser) || path == "" {
		t.Errorf("%q %v", path, err)
	}
}
