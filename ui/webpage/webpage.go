// Package webpage writes the code of a link as a page for the browser. The page
// helps if the terminal's window is too small for the code, and it is easy to share
// on a call.
//
// The page is one file. It shows the code, counts down, and removes the code when
// the link expires. It uses two clocks and obeys the one that ends first: the wall
// clock goes on while the machine sleeps, and nobody can set the browser's own
// clock. The page contains no personal data, and the URL is in it only as a code. It
// loads nothing at all, neither from the network nor from a file, and its content
// security policy forbids it.
//
// A program cannot tell a page in a browser that it should close. The page therefore
// loads itself anew every few seconds. When the agent leaves the link or the program
// ends, the program puts the page of [Over] in its place. In a browser without
// scripts, the code disappears when the link expires, but not earlier.
package webpage

import (
	"crypto/sha256"
	_ "embed" // for the script and the style
	"encoding/base64"
	"fmt"
	"html"
	"time"

	"klavilink/ui/qr"
)

// Words are the page's sentences.
type Words struct {
	Lang    string // the lang attribute of the html element
	Title   string // the title of the page, and what the picture is
	Scan    string // what to do with the code
	LeftF   string // says how much time is left, which stands for %s
	Expired string // the sentence that replaces the code when the link expires
	Closed  string // the sentence of a page whose code was taken away
}

// scale is the scale of the picture, with the quiet zone of ISO/IEC 18004. Browsers
// enlarge the picture without smoothing.
var scale = qr.Scale{Quiet: 4, Pixels: 8}

// HTML returns the page for a code. Expires is the end of the link on the wall clock,
// and left is the time until then.
func HTML(c qr.Code, expires time.Time, left time.Duration, w Words) ([]byte, error) {
	picture, err := c.PNG(scale)
	if err != nil {
		return nil, fmt.Errorf("draw the picture of a page: %w", err)
	}
	style := fmt.Sprintf("%s.live { animation-delay: %dms; }\n.over { animation-delay: %[2]dms; }\n",
		look, left.Milliseconds())
	policy := "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hash(script)
	body := fmt.Sprintf(`<body data-expires="%d" data-left="%d" data-left-words="%s">
<main class="live">
<img alt="%s" src="data:image/png;base64,%s">
<div>%s</div>
<div id="left"></div>
</main>
<p class="over">%s</p>
<script>%s</script>
`, expires.UnixMilli(), left.Milliseconds(), html.EscapeString(w.LeftF), html.EscapeString(w.Title),
		base64.StdEncoding.EncodeToString(picture), html.EscapeString(w.Scan), html.EscapeString(w.Expired), script)
	return page(w, policy, style, body), nil
}

// Over returns the page that takes the place of a page whose code was taken away. It
// says so and does nothing else.
func Over(w Words) []byte {
	style := look + ".over { animation-delay: 0s; }\n"
	policy := "default-src 'none'; style-src " + hash(style)
	return page(w, policy, style, fmt.Sprintf("<p class=\"over\">%s</p>\n", html.EscapeString(w.Closed)))
}

// page returns a page with what all pages have. Nothing has a base or a form.
func page(w Words, policy, style, body string) []byte {
	return fmt.Appendf(nil, `<!doctype html>
<html lang="%s">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="%s; base-uri 'none'; form-action 'none'">
<title>%s</title>
<style>%s</style>
%s`, html.EscapeString(w.Lang), policy, html.EscapeString(w.Title), style, body)
}

// hash returns the source expression of the Content Security Policy Level 3 (section
// 2.3.1) that allows exactly this text of a script or a style.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// script counts down, removes the code and loads the page anew. It is the same in all
// pages and finds its data in the attributes of the body.
//
//go:embed page.js
var script string

// look is the style of all pages.
//
//go:embed page.css
var look string
