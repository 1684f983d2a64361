// Package webpage writes the code of a link as a page for the browser. The page
// helps if the terminal's window is too small for the code, and it is easy to share
// on a call.
//
// The page is one file. It shows the code, counts down, and removes the code when
// the link expires. It uses two clocks and obeys the one that ends first: the wall
// clock goes on while the machine sleeps, and nobody can set the browser's own
// clock. The page contains no personal data, and the URL is in it only as a code. It
// loads nothing from the network, and its content security policy forbids it.
//
// A program cannot tell a page in a browser that it should close. The page therefore
// loads a small script beside it every second ([Watch]). When the agent leaves the
// link or the program ends, the script is deleted, and the page removes the code.
package webpage

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"time"

	"klavilink/ui/qr"
)

// Watch is the name of the script beside the page, and WatchContent is its content.
// The page removes the code when the script is gone.
const (
	Watch        = "watch.js"
	WatchContent = "alive()"
)

// Words are the page's sentences.
type Words struct {
	Lang    string // the lang attribute of the html element
	Scan    string // what to do with the code
	Left    string // the word that follows the time that is left
	Expired string // the sentence that replaces the code
}

// scale is the scale of the picture, with the quiet zone of ISO/IEC 18004. Browsers
// enlarge the picture without smoothing.
var scale = qr.Scale{Quiet: 4, Pixels: 8}

// HTML returns the page for a code. Expires is the end of the link on the wall clock,
// and left is the time until then.
func HTML(c qr.Code, expires time.Time, left time.Duration, w Words) ([]byte, error) {
	picture, err := c.PNG(scale)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	data := "data:image/png;base64," + base64.StdEncoding.EncodeToString(picture)
	err = source.Execute(&b, map[string]any{
		"Words":   w,
		"Picture": template.URL(data), //nolint:gosec // The picture is our own.
		"Expires": expires.UnixMilli(),
		"Left":    left.Milliseconds(),
		"Watch":   Watch,
	})
	return b.Bytes(), err
}

// policy is the content security policy of the page. It allows the page's own picture,
// style and script, and the script beside the page.
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline' file:"

// source is the page. Its script treats a missing file as a reason to remove the code
// only if it has loaded the file before.
var source = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Words.Lang}}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="` + policy + `">
<title>QR</title>
<style>
html, body { height: 100%; margin: 0; background: #fff; color: #111; font: 20px/1.4 system-ui, sans-serif; }
body { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: .6em; }
img { width: min(82vh, 96vw); height: min(82vh, 96vw); image-rendering: pixelated; }
#left { font-size: 1.4em; font-variant-numeric: tabular-nums; }
</style>
<img id="code" alt="QR" src="{{.Picture}}">
<div id="words">{{.Words.Scan}}</div>
<div id="left"></div>
<script>
"use strict";
const opened = performance.now(), left = {{.Left}}, expires = {{.Expires}};
let watched = false; // stays false in a browser that loads no script from a file
function alive() { watched = true; }
function gone() {
  const code = document.getElementById("code");
  if (code) code.remove();
  document.getElementById("words").textContent = {{.Words.Expired}};
  document.getElementById("left").textContent = "";
  clearInterval(timer);
}
function tick() {
  const rest = Math.min(expires - Date.now(), left - (performance.now() - opened));
  if (rest <= 0) return gone();
  const s = Math.ceil(rest / 1000);
  document.getElementById("left").textContent = ` +
	`Math.floor(s / 60) + ":" + String(s % 60).padStart(2, "0") + " " + {{.Words.Left}};
  const watch = document.createElement("script");
  watch.src = {{.Watch}} + "?" + s;
  watch.onload = () => watch.remove();
  watch.onerror = () => watched ? gone() : watch.remove();
  document.head.append(watch);
}
const timer = setInterval(tick, 1000);
tick();
</script>
`))
