// Package webpage makes the code into a page for the browser: the way out where the
// terminal's window is too small for a code, and the best thing to share on a
// call.
//
// The page is one file. It shows the code large and sharp, counts down, and
// takes the code away when the link expires, by whichever of two clocks says so
// first: the wall clock, which runs on while the machine sleeps, or the browser's
// own, which nobody sets. It names nobody, loads nothing from a network and lets
// nothing be loaded (a content security policy says so). The URL is in it only as
// a code.
//
// A page in a browser cannot be called back by a program, so it looks every
// second for a small script beside it ([Watch]); when that is gone, because the
// link was left or the program ended, the code goes too.
package webpage

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"time"

	"klavilink/ui/qr"
)

// Watch is the name of the file beside the page whose absence takes the code
// away; WatchContent is what it holds.
const (
	Watch        = "watch.js"
	WatchContent = "alive()"
)

// Words are the page's sentences.
type Words struct {
	Lang    string // of the html element
	Scan    string // what to do with the code
	Left    string // what stands behind the time that is left
	Expired string
}

// scale is that of the picture: the standard's quiet zone. Browsers enlarge it
// without smoothing.
var scale = qr.Scale{Quiet: 4, Pixels: 8}

// HTML makes the page for a code that expires at a time of day and in a while.
func HTML(c qr.Code, expires time.Time, left time.Duration, w Words) ([]byte, error) {
	picture, err := c.PNG(scale)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = source.Execute(&b, map[string]any{
		"Words":   w,
		"Picture": template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(picture)), //nolint:gosec // our own picture
		"Expires": expires.UnixMilli(),
		"Left":    left.Milliseconds(),
		"Watch":   Watch,
	})
	return b.Bytes(), err
}

var source = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Words.Lang}}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline' file:">
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
let watched = false; // a browser that loads no script from a file is not misread
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
  document.getElementById("left").textContent = Math.floor(s / 60) + ":" + String(s % 60).padStart(2, "0") + " " + {{.Words.Left}};
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
