package sandbox

import (
	"crypto/sha256"
	_ "embed" // for the style
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"net/http"
	"strings"

	"klavilink/klavi"
)

// document is a page that is being written. The packages for templates would do the
// same, but they call methods by their names, and then the linker keeps every method of
// every type: they cost 2.8 MiB of the program.
type document struct{ b strings.Builder }

// markup is HTML that this package writes. A value of another type has to be converted
// to it, so no text from outside gets into it by mistake.
type markup string

// add writes markup with a text in the place of each %s. Markup stands outside of
// scripts and styles, and within attributes in double quotes only, so it is enough to
// escape the five characters of [html.EscapeString].
func (d *document) add(m markup, texts ...string) {
	escaped := make([]any, len(texts))
	for i, text := range texts {
		escaped[i] = html.EscapeString(text)
	}
	_, _ = fmt.Fprintf(&d.b, string(m), escaped...)
}

// show writes a page. Its headers allow the browser its one style and its forms, and
// forbid it to load or run anything.
func show(w http.ResponseWriter, status int, v view) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src "+hash(style)+"; "+
		"form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, v.page()) //nolint:gosec // A document escapes what it is given.
}

// hash returns the source expression of the Content Security Policy Level 3 (section
// 2.3.1) that allows exactly this style.
func hash(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// style is the style of all pages, and has the colours of the institutions.
//
//go:embed page.css
var style string

// page returns the page of a step. Every page says that it is a demonstration. It shows
// addresses as text, not as links.
func (v view) page() string {
	d, w := &document{}, v.Words
	d.add(`<!doctype html>
<html lang="%s">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>%s</title>
<style>`, w.Tag, w.Title)
	d.b.WriteString(style)
	d.add("</style>\n"+`<body class="b-%s">`+"\n", v.Institution.Code)
	d.add(`<p class="demo">%s</p>`+"\n", w.Demo)
	if v.Institution.Name != "" {
		d.add("<header><b>%s</b> <span>%s</span></header>\n<main>\n", v.Institution.Name, v.Company)
	} else {
		d.add("<header><b>%s</b> <span>Open Finance</span></header>\n<main>\n", v.Company)
	}
	if v.Step == "over" {
		d.add("<h1>%s</h1>\n<p>%s</p>\n</main>\n", w.Over, w.OverIs)
		return d.b.String()
	}
	d.add(`<form method="post" action="/path">
<input type="hidden" name="v" value="%s">
`, v.Token)
	v.step(d)
	d.add("</form>\n")
	switch {
	case v.Step == "refused" && v.Preset:
		d.restart(v.Token, w.Again)
	case v.Step == "refused", v.Step == "done" && !v.Preset:
		d.restart(v.Token, w.Another)
	}
	d.add("<p><small>%s</small></p>\n</main>\n", fmt.Sprintf(w.UntilF, v.Until))
	return d.b.String()
}

// step writes what the customer does now.
func (v view) step(d *document) {
	w, name := v.Words, v.Institution.Name
	if v.Step == "choose" {
		d.add(`<input type="hidden" name="do" value="choose">
<h1>%s</h1>
<p>%s</p>
`, w.Choose, fmt.Sprintf(w.ChooseF, v.Company))
		for _, i := range v.Institutions {
			d.institution(i, w.Outage)
		}
		return
	}
	d.add(`<input type="hidden" name="i" value="%s">`+"\n", v.Institution.Code)
	switch v.Step {
	case "confirm":
		d.says(fmt.Sprintf(w.ConfirmF, name), fmt.Sprintf(w.ShareF, v.Company), w.Safe)
		d.choice("continue", w.Continue, w.Decline)
	case "bank":
		d.says(w.Bank, fmt.Sprintf(w.BankF, name))
		d.choice("authorise", w.Authorise, w.Refuse)
	case "terms":
		d.says(w.Terms, w.TermsIs)
		d.choice("accept", w.Agree, w.Disagree)
	case "done":
		d.says(w.Done, w.DoneIs)
		v.sampleReport(d)
		v.deliver(d)
	default:
		d.says(w.Refused, fmt.Sprintf(w.RefusedF, name))
		if v.Redirect != "" {
			d.add("<dl><dt>%s</dt><dd><code>%s</code></dd></dl>\n", w.Returns, v.Redirect)
		}
	}
}

// restart writes the button that goes back to the first page of the link.
func (d *document) restart(token, button string) {
	d.add(`<form method="get" action="/path"><input type="hidden" name="v" value="%s">`+
		`<button class="no">%s</button></form>`+"\n", token, button)
}

// says writes a heading and its paragraphs.
func (d *document) says(heading string, paragraphs ...string) {
	d.add("<h1>%s</h1>\n", heading)
	for _, p := range paragraphs {
		d.add("<p>%s</p>\n", p)
	}
}

// institution writes the button of an institution. Nobody can choose one in outage.
func (d *document) institution(i klavi.Institution, outage string) {
	if i.Outage {
		d.add(`<button name="i" value="%s" disabled>%s <small>%s</small></button>`+"\n", i.Code, i.Name, outage)
		return
	}
	d.add(`<button class="b-%s" name="i" value="%s">%s</button>`+"\n", i.Code, i.Code, i.Name)
}

// choice writes the button that goes on and the button that refuses.
func (d *document) choice(do, goesOn, refuses string) {
	d.add(`<button class="go" name="do" value="%s">%s</button>
<button class="no" name="do" value="refuse">%s</button>
`, do, goesOn, refuses)
}

// deliver writes where the reports and the customer would go after the authorisation.
// It stands folded, because customers do not read it.
func (v view) deliver(d *document) {
	w := v.Words
	d.add("<details><summary>%s</summary>\n<p>%s:</p>\n<dl>", w.Integrate, w.Delivers)
	for _, r := range v.Reports {
		d.add("<dt>%s</dt><dd><code>%s</code></dd>\n", r.Report, r.Address)
	}
	if v.Configured {
		d.add("<dt>%s</dt><dd>%s</dd>\n", w.Reports, w.AtKlavi)
	}
	if v.Redirect != "" {
		d.add("<dt>%s</dt><dd><code>%s</code></dd>\n", w.Returns, v.Redirect)
	}
	if v.AppLink != "" {
		d.add("<dt>%s</dt><dd><code>%s</code></dd>\n", w.InApp, v.AppLink)
	}
	d.add("</dl>\n<p><small>%s</small></p>\n</details>\n", w.Uncalled)
}
