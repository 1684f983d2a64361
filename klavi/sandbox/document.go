package sandbox

import (
	_ "embed" // for the style
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

// show writes a page. Its headers forbid the browser to load or run anything.
func show(w http.ResponseWriter, status int, v view) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "+
		"form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, v.page()) //nolint:gosec // A document escapes what it is given.
}

// style is the style of all pages.
//
//go:embed page.css
var style string

// page returns the page of a step. Every page says that it is a demonstration. It shows
// addresses as text, not as links.
func (v view) page() string {
	d := &document{}
	d.add(`<!doctype html>
<html lang="pt-BR">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demonstração</title>
<style>
`)
	d.b.WriteString(style)
	d.add(`</style>
<p><strong class="demo">Demonstração: nenhum banco envolvido</strong></p>
`)
	if v.Step == "over" {
		d.add("<h1>Link vencido</h1>\n<p>Peça um novo link a quem enviou este.</p>\n")
		return d.b.String()
	}
	d.add(`<form method="post" action="/path">
<input type="hidden" name="v" value="%s">
`, v.Token)
	v.step(d)
	d.add("</form>\n")
	if v.Step == "done" || v.Step == "refused" {
		d.add(`<form method="get" action="/path"><input type="hidden" name="v" value="%s">`+
			`<button class="no">Escolher outro banco</button></form>`+"\n", v.Token)
	}
	d.add("<p><small>Este link vale até %s.</small></p>\n", v.Until)
	return d.b.String()
}

// step writes what the customer does now.
func (v view) step(d *document) {
	if v.Step == "choose" {
		d.add(`<input type="hidden" name="do" value="choose">
<h1>Escolha o seu banco</h1>
`)
		for _, i := range v.Institutions {
			d.institution(i)
		}
		return
	}
	d.add(`<input type="hidden" name="i" value="%s">`+"\n", v.Institution.Code)
	name := v.Institution.Name
	switch v.Step {
	case "confirm":
		d.add(`<h1>%s</h1>
<p>Você vai compartilhar, por 12 meses, dados de cadastro, contas e cartões. Pode cancelar quando quiser.</p>
`, name)
		d.choice("continue", "Continuar no banco", "Não quero")
	case "bank":
		d.add(`<h1>Aqui seria o aplicativo do banco</h1>
<p>%s mostraria o pedido e pediria a sua senha, só a ele. Nesta demonstração não há senha.</p>
`, name)
		d.choice("authorise", "Autorizar", "Recusar")
	case "terms":
		d.add(`<h1>Falta aceitar os termos</h1>
<p>A LGPD pede o seu aceite para o uso destes dados.</p>
`)
		d.choice("accept", "Aceitar", "Recusar")
	case "done":
		v.done(d)
	default:
		d.add("<h1>Não autorizado</h1>\n<p>%s não foi ligado.</p>\n", name)
		if v.Redirect != "" {
			d.add("<dl><dt>O cliente voltaria a</dt><dd><code>%s</code></dd></dl>\n", v.Redirect)
		}
	}
}

// institution writes the button of an institution. Nobody can choose one in outage.
func (d *document) institution(i klavi.Institution) {
	if i.Outage {
		d.add(`<button name="i" value="%s" disabled>%s <small>fora do ar</small></button>`+"\n", i.Code, i.Name)
		return
	}
	d.add(`<button name="i" value="%s">%s</button>`+"\n", i.Code, i.Name)
}

// choice writes the button that goes on and the button that refuses.
func (d *document) choice(do, goesOn, refuses string) {
	d.add(`<button class="go" name="do" value="%s">%s</button>
<button class="no" name="do" value="refuse">%s</button>
`, do, goesOn, refuses)
}

// done writes what would follow the authorisation.
func (v view) done(d *document) {
	d.add("<h1>Autorizado</h1>\n<p>%s está ligado. Agora a Klavi entregaria:</p>\n<dl>", v.Institution.Name)
	for _, r := range v.Reports {
		d.add("<dt>%s</dt><dd><code>%s</code></dd>\n", r.Report, r.Address)
	}
	if v.Configured {
		d.add("<dt>os relatórios contratados</dt><dd>no endereço configurado na Klavi</dd>\n")
	}
	if v.Redirect != "" {
		d.add("<dt>e o cliente voltaria a</dt><dd><code>%s</code></dd>\n", v.Redirect)
	}
	if v.AppLink != "" {
		d.add("<dt>pelo aplicativo</dt><dd><code>%s</code></dd>\n", v.AppLink)
	}
	d.add("</dl>\n<p><small>Nada disso é chamado nesta demonstração.</small></p>\n")
}
