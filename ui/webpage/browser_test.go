package webpage_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"klavilink/klavi/sandbox/browsertest"
	"klavilink/ui/qr"
	"klavilink/ui/webpage"
)

// tab is a tab of a real browser.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// chromium starts a browser without a window, with more flags. It skips the test if
// there is none.
func chromium(t *testing.T, flags ...chromedp.ExecAllocatorOption) tab {
	t.Helper()
	return tab{t, browsertest.New(t, append(flags, chromedp.WindowSize(900, 900))...)}
}

// do waits for the end of one action.
func (b tab) do(action chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	browsertest.Do(b.ctx, b.t, action)
}

// opens opens a page.
func (b tab) opens(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate("file://" + filepath.ToSlash(path)))
}

// reads returns the text of the code that the browser shows, or "".
func (b tab) reads() string {
	b.t.Helper()
	shot, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	return codeIn(b.t, shot)
}

// ends waits until the page says that it is over, and looks whether it shows no code.
func (b tab) ends(says string) {
	b.t.Helper()
	const shown = `[...document.querySelectorAll("p")].
		filter(p => getComputedStyle(p).visibility === "visible").map(p => p.textContent).join()`
	for got := ""; got != says; {
		// A page that is just being loaded answers with an error.
		got, _ = chromedp.Run(b.ctx, chromedp.Evaluate[string](shown))
		if err := b.ctx.Err(); err != nil {
			b.t.Fatalf("the page never says %q: %v", says, err)
		}
	}
	if got := b.reads(); got != "" {
		b.t.Errorf("the page says %q and shows %q", says, got)
	}
}

var words = webpage.Words{
	Lang: "pt-BR", Scan: "Aponte a câmera", Title: "QR Code", LeftF: "restam %s",
	Expired: "O link venceu", Closed: "Retirado",
}

// write writes a page whose link lives for so long on the wall clock and on the
// browser's own, and returns its path.
func write(t *testing.T, wall, own time.Duration) string {
	t.Helper()
	c, err := qr.Encode(url)
	if err != nil {
		t.Fatal(err)
	}
	html, err := webpage.HTML(c, time.Now().Add(wall), own, words)
	if err != nil {
		t.Fatal(err)
	}
	return put(t, filepath.Join(t.TempDir(), "qr.html"), html)
}

func put(t *testing.T, path string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(path+".new", content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestARealBrowserShowsTheCodeUntilItIsTakenAway(t *testing.T) {
	b := chromium(t)
	path := write(t, 30*time.Minute, 30*time.Minute)
	b.opens(path)
	if got := b.reads(); got != url {
		t.Errorf("reads %q", got)
	}
	left, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.getElementById("left").textContent`))
	if minutes, _, ok := strings.Cut(left, ":"); err != nil || !ok || minutes != "restam 29" && minutes != "restam 30" {
		t.Errorf("the time is %q, %v", left, err)
	}
	put(t, path, webpage.Over(words))
	b.ends(words.Closed)
	picture, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`document.querySelector("img") !== null`))
	if err != nil || picture {
		t.Errorf("the picture is still in the page: %v", err)
	}
}

// The page loads itself anew in the seven seconds. A clock that began anew with it would
// never end.
func TestTheClockThatEndsFirstEndsThePage(t *testing.T) {
	for name, life := range map[string][2]time.Duration{
		"the wall clock":           {2 * time.Second, 30 * time.Minute},
		"the browser's own clock":  {30 * time.Minute, 7 * time.Second},
		"a page that is too old":   {-time.Second, 30 * time.Minute},
		"a page opened at the end": {30 * time.Minute, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := chromium(t)
			b.opens(write(t, life[0], life[1]))
			b.ends(words.Expired)
		})
	}
}

// Without scripts the style alone hides the code.
func TestABrowserWithoutScriptsHidesTheCodeAtTheEndToo(t *testing.T) {
	b := chromium(t, chromedp.Flag("blink-settings", "scriptEnabled=false"))
	b.opens(write(t, 30*time.Minute, 30*time.Minute))
	if got := b.reads(); got != url {
		t.Errorf("reads %q", got)
	}
	b.opens(write(t, 30*time.Minute, time.Second))
	b.ends(words.Expired)
}
