package sandbox

import (
	"html/template"
	"net/http"
)

const pagePath = "/path"

// pageTemplate is what a demonstration's link opens. It says what it is.
var pageTemplate = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="pt-BR">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demonstração</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1rem; }
strong { background: #fff3b0; color: #222; padding: .1em .4em; }
</style>
<p><strong>Demonstração: nenhum banco envolvido</strong></p>
{{if .Alive}}<h1>O código funcionou</h1>
<p>Aqui o cliente escolheria o banco e autorizaria o compartilhamento de dados no aplicativo dele.</p>
<p>Este link vale até {{.Until}}.</p>
{{else}}<h1>Link vencido</h1>
<p>Peça um novo link a quem enviou este.</p>
{{end}}`))

// page is what the customer would open.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	c, err := s.verify(r.URL.Query().Get("v"))
	alive := err == nil && c.Type == linkToken && s.alive(c)
	s.mu.Lock()
	until := ""
	if l, ok := s.links[c.ID]; ok {
		until = l.ends.Local().Format("15:04")
	} else {
		alive = false
	}
	s.mu.Unlock()
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	h.Set("Referrer-Policy", "no-referrer")
	if !alive {
		w.WriteHeader(http.StatusGone)
	}
	_ = pageTemplate.Execute(w, map[string]any{"Alive": alive, "Until": until})
}
