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

// chromium finds a browser, or skips the test where there is none.
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

// seen opens a page in a real browser and gives what its code reads as after a
// while of the page's own time, empty where there is none.
func seen(t *testing.T, browser, page string, after time.Duration) string {
	t.Helper()
	shot := filepath.Join(t.TempDir(), "shot.png")
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(),
		"--window-size=900,900", "--hide-scrollbars", "--virtual-time-budget="+strconv.FormatInt(after.Milliseconds(), 10),
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

// write puts a page that lives for so long, and what it watches, into a folder.
func write(t *testing.T, life time.Duration, watch string) string {
	t.Helper()
	c, err := qr.Encode(url)
	if err != nil {
		t.Fatal(err)
	}
	html, err := webpage.HTML(c, time.Now().Add(life), life, webpage.Words{Lang: "pt", Scan: "Aponte a câmera", Left: "restantes", Expired: "O link venceu"})
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
	// The page is withdrawn after its first look: every later one goes to a
	// folder that is not there.
	withdrawn := webpage.WatchContent + `;document.head.append(Object.assign(document.createElement("base"), {href: "file:///not/there/"}))`
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
		if got := seen(t, browser, write(t, tt.life, tt.watch), 6*time.Second); got != tt.want {
			t.Errorf("%s: reads %q, want %q", tt.name, got, tt.want)
		}
	}
}
