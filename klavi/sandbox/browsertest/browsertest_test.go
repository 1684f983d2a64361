package browsertest

import (
	"os/exec"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestABrowserIsFoundByEachOfItsNames(t *testing.T) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		got := find(func(asked string) (string, error) {
			if asked == name {
				return "/bin/" + name, nil
			}
			return "", exec.ErrNotFound
		})
		if got != "/bin/"+name {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := find(func(string) (string, error) { return "", exec.ErrNotFound }); got != "" {
		t.Errorf("without a browser: %q", got)
	}
}

func TestANewBrowserShowsAPage(t *testing.T) {
	ctx := New(t, chromedp.WindowSize(900, 800))
	Do(ctx, t, chromedp.Navigate("data:text/html,<h1>Hello</h1>"), chromedp.WaitVisible("//h1"))
	width, err := chromedp.Run(ctx, chromedp.Evaluate[int]("innerWidth"))
	if said, bad := chromedp.Run(ctx, chromedp.Text("//h1")); bad != nil || err != nil || said != "Hello" || width != 900 {
		t.Errorf("%q, %d columns, %v %v", said, width, bad, err)
	}
}
