package webpage_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"klavilink/ui/qr"
	"klavilink/ui/webpage"
)

// chromium returns the path of a browser, or skips the test if there is none.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium on this machine: the page is not looked at")
	return ""
}

// scanned opens a page in a real browser and returns the text of its code after some
// time on the page's own clock. It returns "" if the page shows no code.
func scanned(t *testing.T, browser, page string, after time.Duration) string {
	t.Helper()
	shot := filepath.Join(t.TempDir(), "shot.png")
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, browser,
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--window-size=900,900", "--hide-scrollbars",
		"--virtual-time-budget="+strconv.FormatInt(after.Milliseconds(), 10),
		"--screenshot="+shot, "file://"+page).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	raw, err := os.ReadFile(shot)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return codeIn(t, raw)
}

// write creates a page whose link lives for so long, and returns its path. It puts
// the script that the page watches beside it, unless the script is empty.
func write(t *testing.T, life time.Duration, watch string) string {
	t.Helper()
	c, err := qr.Encode(url)
	if err != nil {
		t.Fatal(err)
	}
	words := webpage.Words{Lang: "pt", Scan: "Aponte a câmera", Left: "restantes", Expired: "O link venceu"}
	html, err := webpage.HTML(c, time.Now().Add(life), life, words)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "qr.html"), html, 0o600); err != nil {
		t.Fatal(err)
	}
	if watch != "" {
		if err := os.WriteFile(filepath.Join(folder, webpage.Watch), []byte(watch), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(folder, "qr.html")
}

func TestARealBrowserShowsTheCodeUntilItExpiresOrIsWithdrawn(t *testing.T) {
	browser := chromium(t)
	// This script withdraws the page after it was loaded once: the page then looks
	// for the script in a folder that does not exist.
	withdrawn := webpage.WatchContent +
		`;document.head.append(Object.assign(document.createElement("base"), {href: "file:///not/there/"}))`
	for _, tt := range []struct {
		name  string
		life  time.Duration
		watch string
		want  string
	}{
		{"live", 30 * time.Minute, webpage.WatchContent, url},
		{"expired", 2 * time.Second, webpage.WatchContent, ""},
		{"withdrawn", 30 * time.Minute, withdrawn, ""},
		{"a browser without a look at files", 30 * time.Minute, "", url},
	} {
		if got := scanned(t, browser, write(t, tt.life, tt.watch), 6*time.Second); got != tt.want {
			t.Errorf("%s: reads %q, want %q", tt.name, got, tt.want)
		}
	}
}
