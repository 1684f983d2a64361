package cli

import (
	"os"
	"path/filepath"
	"testing"
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

func TestAPictureIsSavedInTheWorkingFolderIfThereIsNoDownloads(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	for _, home := range []string{t.TempDir(), ""} {
		path, err := saveIn(home)("qr.png", nil)
		if err != nil || !filepath.IsAbs(path) {
			t.Fatalf("%q %v", path, err)
		}
		if _, err := os.Stat(filepath.Join(folder, filepath.Base(path))); err != nil {
			t.Error(err)
		}
	}
}

func TestSavingInAMissingFolderFails(t *testing.T) {
	if path, err := saveIn(t.TempDir())(filepath.Join("none", "qr.png"), nil); err == nil {
		t.Errorf("saved at %q", path)
	}
}
