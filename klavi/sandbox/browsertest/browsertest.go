// Package browsertest opens pages in a real browser, for tests. Nothing of it is in the
// program.
package browsertest

import (
	"context"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// limit is how long a browser runs at most.
const limit = 2 * time.Minute

// New starts Chromium without a window, with more flags, and returns the context of its
// tab for package chromedp. The browser ends with the test. New skips the test if the
// machine has no Chromium.
func New(t *testing.T, flags ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	path := find(exec.LookPath)
	if path == "" {
		t.Skip("no Chromium on this machine: the pages are not looked at")
	}
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	t.Cleanup(cancel)
	// NoSandbox is for CI that runs as root, because Chromium does not start as root with
	// its sandbox.
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.UserDataDir(t.TempDir()))
	ctx, cancel = chromedp.NewExecAllocator(ctx, append(options, flags...)...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

// find returns the path of Chromium, or "" if there is none.
func find(look func(name string) (string, error)) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := look(name); err == nil {
			return path
		}
	}
	return ""
}

// Do waits for the end of each action. The test fails if one does.
func Do(ctx context.Context, t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	for _, action := range actions {
		if _, err := chromedp.Run(ctx, action); err != nil {
			t.Fatal(err)
		}
	}
}
