package cli

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"klavilink/ui/screen"
)

func TestAPictureIsSavedInDownloadsAndReplacesNoFile(t *testing.T) {
	home := t.TempDir()
	downloads := filepath.Join(home, "Downloads")
	if err := os.Mkdir(downloads, 0o700); err != nil {
		t.Fatal(err)
	}
	save := saveIn(home)
	for i, want := range []string{"qr-ate-14h30.png", "qr-ate-14h30-2.png", "qr-ate-14h30-3.png"} {
		path, err := save("qr-ate-14h30.png", []byte{byte(i)})
		if err != nil || path != filepath.Join(downloads, want) {
			t.Fatalf("%q %v, want %s", path, err, want)
		}
	}
	for i, name := range []string{"qr-ate-14h30.png", "qr-ate-14h30-2.png"} {
		content, err := os.ReadFile(filepath.Join(downloads, name))
		if err != nil || len(content) != 1 || content[0] != byte(i) {
			t.Errorf("%s holds %v: %v", name, content, err)
		}
	}
}

func TestAPictureIsSavedInTheHomeIfThereIsNoDownloads(t *testing.T) {
	home, working := t.TempDir(), t.TempDir()
	t.Chdir(working)
	if path, err := saveIn(home)("qr.png", nil); err != nil || path != filepath.Join(home, "qr.png") {
		t.Errorf("%q %v", path, err)
	}
	path, err := saveIn("")("qr.png", nil)
	if err != nil || !filepath.IsAbs(path) {
		t.Fatalf("without a home: %q %v", path, err)
	}
	if _, err := os.Stat(filepath.Join(working, "qr.png")); err != nil {
		t.Errorf("without a home: %v", err)
	}
}

func TestNoPictureIsSavedInAWorkingTreeOfGit(t *testing.T) {
	folder := func(parts ...string) string {
		path := filepath.Join(parts...)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		return path
	}
	tree := t.TempDir()
	folder(tree, ".git")
	below := folder(tree, "a", "b")
	linked := t.TempDir() // a working tree whose .git is a file
	if err := os.WriteFile(filepath.Join(linked, ".git"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	tracked := t.TempDir() // a home whose Downloads is a working tree
	folder(tracked, "Downloads", ".git")
	for name, tt := range map[string]struct{ home, working, want string }{
		"the home is one":                    {tree, t.TempDir(), ""},
		"the home is below one":              {below, t.TempDir(), ""},
		"its .git is a file":                 {linked, t.TempDir(), ""},
		"Downloads is one":                   {tracked, t.TempDir(), tracked},
		"no home, the working folder is one": {"", below, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(tt.working)
			path, err := saveIn(tt.home)("qr.png", nil)
			if tt.want == "" && (path != "" || !errors.Is(err, screen.ErrNoFolder)) {
				t.Errorf("%q %v", path, err)
			}
			if tt.want != "" && (err != nil || path != filepath.Join(tt.want, "qr.png")) {
				t.Errorf("%q %v, want it in %q", path, err, tt.want)
			}
		})
	}
}

func TestSavingInAMissingFolderFails(t *testing.T) {
	if path, err := saveIn(t.TempDir())(filepath.Join("none", "qr.png"), nil); err == nil {
		t.Errorf("saved at %q", path)
	}
}
