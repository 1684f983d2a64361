package sandbox_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"klavilink/klavi/sandbox"
	"klavilink/klavi/sandbox/browsertest"
)

// phone is a real browser with the screen of a telephone.
type phone struct {
	t   *testing.T
	ctx context.Context
}

// newPhone starts a browser that asks for a language and has more flags. It skips the
// test if there is none.
func newPhone(t *testing.T, language string, flags ...chromedp.ExecAllocatorOption) phone {
	t.Helper()
	options := append(flags, chromedp.Flag("accept-lang", language))
	p := phone{t, browsertest.New(t, options...)}
	p.do(chromedp.EmulateViewport(390, 800, chromedp.EmulateMobile, chromedp.EmulateTouch))
	return p
}

// do waits for the end of one action.
func (p phone) do(action chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	browsertest.Do(p.ctx, p.t, action)
}

// faults returns what is wrong with the page: it is wider than the window, a button is
// low, or a text is small or has little contrast with what is behind it (WCAG 2.2).
const faults = `(() => {
	const found = [];
	const width = document.documentElement.scrollWidth;
	if (width > 390) found.push("it scrolls sideways: " + width);
	const luminance = colour => {
		const linear = c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
		const [r, g, b] = colour.match(/[\d.]+/g).map(c => linear(c / 255));
		return .2126 * r + .7152 * g + .0722 * b;
	};
	const behind = e => {
		const c = getComputedStyle(e).backgroundColor;
		return c === "rgba(0, 0, 0, 0)" && e.parentElement ? behind(e.parentElement) : c;
	};
	const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	let texts = 0;
	for (let n; n = words.nextNode();) {
		const e = n.parentElement;
		if (!n.data.trim() || !e.checkVisibility()) continue;
		texts++;
		const s = getComputedStyle(e), a = luminance(s.color), b = luminance(behind(e));
		const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		if (parseFloat(s.fontSize) < 16) found.push("small, " + s.fontSize + ": " + n.data);
		if (!(contrast >= 4.5)) found.push("pale, " + contrast + ": " + n.data);
	}
	for (const e of document.querySelectorAll("button, summary")) {
		const height = e.getBoundingClientRect().height;
		if (height < 44) found.push("low, " + height + ": " + e.textContent);
	}
	if (texts < 3) found.push("the page is empty");
	if (getComputedStyle(document.body).margin !== "0px") found.push("the style does not apply");
	return found.join("\n");
})()`

// looks looks for faults, and whether the page says that it is a demonstration.
func (p phone) looks(step, demo string) {
	p.t.Helper()
	if said, err := chromedp.Run(p.ctx, chromedp.Text("//body")); err != nil || !strings.HasPrefix(said, demo) {
		p.t.Errorf("%s: no %q in %s, %v", step, demo, said, err)
	}
	if found, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](faults)); err != nil || found != "" {
		p.t.Errorf("%s: %s %v", step, found, err)
	}
}

// presses goes to a button with the Tab key and presses it with Enter.
func (p phone) presses(button string) {
	p.t.Helper()
	for range 60 {
		p.do(chromedp.KeyEvent(kb.Tab))
		at, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](
			`document.activeElement.matches(":focus-visible") ? document.activeElement.textContent : ""`))
		if err != nil {
			p.t.Fatal(err)
		}
		if strings.HasPrefix(at, button) {
			p.do(chromedp.KeyEvent(kb.Enter))
			return
		}
	}
	p.t.Fatalf("the Tab key does not come to %q", button)
}

func (p phone) sees(heading string) {
	p.t.Helper()
	p.do(chromedp.WaitVisible(fmt.Sprintf(`//h1[contains(., %q)]`, heading)))
}

// linkOn makes a link at a server that a browser can reach.
func linkOn(t *testing.T, cfg sandbox.Config, request string) string {
	t.Helper()
	server, err := sandbox.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	reached := httptest.NewServer(server)
	t.Cleanup(reached.Close)
	b := &box{Server: server}
	_, link := b.ask(t, "POST", "/links", b.accessToken(t), request)
	return strings.Replace(link["linkURL"].(string), "http://127.0.0.1:8080", reached.URL, 1)
}

func TestACustomerGoesThroughEveryPageOnATelephoneWithTheKeyboard(t *testing.T) {
	for _, tt := range []struct {
		accept, settings string
		lang             sandbox.Lang
		dark             bool
	}{
		{"pt-BR", "preferredColorScheme=1", sandbox.Portuguese, false},
		{"en-US", "preferredColorScheme=0", sandbox.English, true},
	} {
		t.Run(tt.accept, func(t *testing.T) {
			p := newPhone(t, tt.accept, chromedp.Flag("blink-settings", tt.settings))
			const isDark = `matchMedia("(prefers-color-scheme: dark)").matches`
			if dark, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](isDark)); err != nil || dark != tt.dark {
				t.Errorf("dark is %t, %v", dark, err)
			}
			p.goesThroughEveryPage(sandbox.WordsIn(tt.lang))
		})
	}
}

func (p phone) goesThroughEveryPage(w sandbox.Words) {
	p.t.Helper()
	long := strings.Repeat("a-very-long-name", 10)
	link := linkOn(p.t, sandbox.Config{Company: long}, `{"redirectURL":"https://loja.example/`+long+`"}`)
	p.do(chromedp.Navigate(link))
	p.sees(w.Choose)
	for _, step := range [][2]string{ // the button, and the heading that follows
		{"Nubank", fmt.Sprintf(w.ConfirmF, "Nubank")},
		{w.Continue, w.Bank},
		{w.Authorise, w.Terms},
		{w.Agree, w.Done},
		{w.Integrate, w.Done},
		{w.Another, w.Choose},
		{"Itaú", fmt.Sprintf(w.ConfirmF, "Itaú")},
		{w.Decline, w.Refused},
	} {
		p.looks("before "+step[0], w.Demo)
		p.presses(step[0])
		p.sees(step[1])
	}
	p.looks("refused", w.Demo)
	address, _, _ := strings.Cut(link, "?")
	p.do(chromedp.Navigate(address + "?v=wrong"))
	p.sees(w.Over)
	p.looks("over", w.Demo)
}
