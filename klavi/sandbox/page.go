package sandbox

import (
	"cmp"
	"encoding/json"
	"html/template"
	"net/http"
	"net/url"
	"slices"

	"klavilink/klavi"
)

const pagePath = "/path"

// page is what the customer opens, a step at a time: choose an institution,
// confirm, authorise at the bank, accept the terms, see what would follow. Every
// step is a form, so that it works on any telephone, and the page runs no script.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	l, token, ok := s.visited(r)
	if !ok {
		show(w, http.StatusGone, view{Step: "over"})
		return
	}
	s.mu.Lock()
	v := s.viewOf(l, token, r.FormValue("i"))
	s.mu.Unlock()
	show(w, http.StatusOK, v)
}

// visited finds the link whose page is asked for, if it still lives.
func (s *Server) visited(r *http.Request) (*link, string, bool) {
	token := r.FormValue("v")
	c, err := s.verify(token)
	if err != nil || c.Type != linkToken || !s.alive(c) {
		return nil, "", false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	l, ok := s.links[c.ID]
	return l, token, ok
}

// steps are what a customer can do: where they have to be for it, and where it
// leads.
var steps = map[string]struct{ from, to klavi.ConsentStatus }{
	"choose":    {"", klavi.Started},
	"continue":  {klavi.Started, klavi.AwaitingBank},
	"authorise": {klavi.AwaitingBank, klavi.AwaitingLGPD},
	"accept":    {klavi.AwaitingLGPD, klavi.Authorised},
	"refuse":    {"", klavi.Rejected},
}

// act takes a step and leads to the next page. What does not follow from where
// the customer is, as a second click or an old page, changes nothing.
func (s *Server) act(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	l, token, ok := s.visited(r)
	if !ok {
		show(w, http.StatusGone, view{Step: "over"})
		return
	}
	code, do := r.FormValue("i"), r.FormValue("do")
	step, known := steps[do]
	institution, listed := s.institution(code)
	s.mu.Lock()
	at := l.statusAt(code)
	s.mu.Unlock()
	follows := step.from == at
	switch do {
	case "choose":
		follows = !institution.Outage && (at == "" || at.Final() && at != klavi.Authorised)
	case "refuse":
		follows = at != "" && !at.Final()
	}
	if known && listed && follows {
		_ = s.SetStatus(l.id, code, step.to) // the link is known
	}
	to := url.Values{"v": {token}, "i": {code}}
	http.Redirect(w, r, pagePath+"?"+to.Encode(), http.StatusSeeOther)
}

// statusAt is where the link's customer stands at an institution.
func (l *link) statusAt(code string) klavi.ConsentStatus {
	if i := slices.IndexFunc(l.consents, func(c *klavi.Consent) bool { return c.InstitutionCode == code }); i >= 0 {
		return l.consents[i].Status
	}
	return ""
}

// view is a page.
type view struct {
	Step         string // over, choose, confirm, bank, terms, done, refused
	Token        string
	Until        string
	Institution  klavi.Institution
	Institutions []klavi.Institution
	Reports      []delivery
	Configured   bool // reports go where the partner's settings at Klavi say
	Redirect     string
	AppLink      string
}

// delivery is a report and where it would go.
type delivery struct{ Report, Address string }

// viewOf makes the page for a link and an institution.
func (s *Server) viewOf(l *link, token, code string) view {
	v := view{Token: token, Until: l.ends.Local().Format("15:04")}
	var listed bool
	v.Institution, listed = s.institution(code)
	switch status := l.statusAt(code); {
	case !listed || status == "":
		v.Step = "choose"
		v.Institutions = s.offered(l)
	case status == klavi.Started:
		v.Step = "confirm"
	case status == klavi.AwaitingBank:
		v.Step = "bank"
	case status == klavi.AwaitingLGPD:
		v.Step = "terms"
	case status == klavi.Authorised:
		v.Step = "done"
		v.deliveries(l.request)
		v.Redirect = returning(l, "")
		v.AppLink = appLink(l)
	default:
		v.Step = "refused"
		v.Redirect = returning(l, string(status))
	}
	return v
}

// offered lists the institutions for the kind of customer, the one that the
// partner chose alone where there is one.
func (s *Server) offered(l *link) []klavi.Institution {
	if chosen, ok := s.institution(l.request.InstitutionCode); ok {
		return []klavi.Institution{chosen}
	}
	return slices.DeleteFunc(slices.Clone(s.institutions), func(i klavi.Institution) bool {
		return !i.Serves(l.request.BusinessTaxID != "")
	})
}

// deliveries says which report Klavi would send where. Nothing is sent.
func (v *view) deliveries(r klavi.LinkRequest) {
	for _, report := range r.Reports() {
		v.Reports = append(v.Reports, delivery{report, r.ProductsCallbackURL[report]})
	}
	v.Configured = len(v.Reports) == 0
}

// returning is where the customer would be sent back to, with the parameters that
// the page "Create a Link" documents; empty where nothing was given. Its values
// for error are documented nowhere: the consent's state stands for one.
func returning(l *link, failure string) string {
	u, err := url.Parse(l.request.RedirectURL)
	if l.request.RedirectURL == "" || err != nil {
		return ""
	}
	q := u.Query()
	q.Set("link_id", l.id)
	q.Set("external_info", cmp.Or(compact(l.request.ExternalInfo), "{}"))
	if failure != "" {
		q.Set("error", failure)
		q.Set("error_description", "The end user did not authorise")
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// appLink is the application's address as it would be opened: with the parameter
// that the partner named, which leads back.
func appLink(l *link) string {
	u, err := url.Parse(l.request.AppLink)
	if l.request.AppLink == "" || err != nil {
		return ""
	}
	q := u.Query()
	q.Set(l.request.AppRedirectURLKey, "…")
	u.RawQuery = q.Encode()
	return u.String()
}

// compact writes a JSON object without blanks.
func compact(raw json.RawMessage) string {
	var object map[string]any
	if json.Unmarshal(raw, &object) != nil {
		return ""
	}
	b, _ := json.Marshal(object)
	return string(b)
}

func show(w http.ResponseWriter, status int, v view) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("Referrer-Policy", "no-referrer")
	w.WriteHeader(status)
	_ = pages.Execute(w, v)
}

// pages is every page. Each says what it is. Addresses that somebody typed are
// text, not links.
var pages = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="pt-BR">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demonstração</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 1.5rem auto; padding: 0 1rem; color: #222; background: #fff; }
strong.demo { background: #fff3b0; padding: .1em .4em; }
button { font: inherit; display: block; width: 100%; margin: .5rem 0; padding: .8rem 1rem; text-align: left; border: 1px solid #bbb; border-radius: .6rem; background: #fff; color: #222; }
button.go { background: #0b5cad; border-color: #0b5cad; color: #fff; text-align: center; }
button.no { text-align: center; }
button:disabled { color: #888; background: #f3f3f3; }
code { overflow-wrap: anywhere; }
dt { font-weight: 600; margin-top: .6rem; }
dd { margin: 0; }
small { color: #555; }
</style>
<p><strong class="demo">Demonstração: nenhum banco envolvido</strong></p>
{{if eq .Step "over"}}<h1>Link vencido</h1>
<p>Peça um novo link a quem enviou este.</p>
{{else}}
<form method="post" action="/path">
<input type="hidden" name="v" value="{{.Token}}">
{{if eq .Step "choose"}}<input type="hidden" name="do" value="choose">
<h1>Escolha o seu banco</h1>
{{range .Institutions}}<button name="i" value="{{.Code}}"{{if .Outage}} disabled{{end}}>{{.Name}}{{if .Outage}} <small>fora do ar</small>{{end}}</button>
{{end}}
{{else}}<input type="hidden" name="i" value="{{.Institution.Code}}">
{{if eq .Step "confirm"}}<h1>{{.Institution.Name}}</h1>
<p>Você vai compartilhar, por 12 meses, dados de cadastro, contas e cartões. Pode cancelar quando quiser.</p>
<button class="go" name="do" value="continue">Continuar no banco</button>
<button class="no" name="do" value="refuse">Não quero</button>
{{else if eq .Step "bank"}}<h1>Aqui seria o aplicativo do banco</h1>
<p>{{.Institution.Name}} mostraria o pedido e pediria a sua senha, só a ele. Nesta demonstração não há senha.</p>
<button class="go" name="do" value="authorise">Autorizar</button>
<button class="no" name="do" value="refuse">Recusar</button>
{{else if eq .Step "terms"}}<h1>Falta aceitar os termos</h1>
<p>A LGPD pede o seu aceite para o uso destes dados.</p>
<button class="go" name="do" value="accept">Aceitar</button>
<button class="no" name="do" value="refuse">Recusar</button>
{{else if eq .Step "done"}}<h1>Autorizado</h1>
<p>{{.Institution.Name}} está ligado. Agora a Klavi entregaria:</p>
<dl>{{range .Reports}}<dt>{{.Report}}</dt><dd><code>{{.Address}}</code></dd>{{end}}
{{if .Configured}}<dt>os relatórios contratados</dt><dd>no endereço configurado na Klavi</dd>{{end}}
{{if .Redirect}}<dt>e o cliente voltaria a</dt><dd><code>{{.Redirect}}</code></dd>{{end}}
{{if .AppLink}}<dt>pelo aplicativo</dt><dd><code>{{.AppLink}}</code></dd>{{end}}</dl>
<p><small>Nada disso é chamado nesta demonstração.</small></p>
{{else}}<h1>Não autorizado</h1>
<p>{{.Institution.Name}} não foi ligado.</p>
{{if .Redirect}}<dl><dt>O cliente voltaria a</dt><dd><code>{{.Redirect}}</code></dd></dl>{{end}}
{{end}}{{end}}
</form>
{{if or (eq .Step "done") (eq .Step "refused")}}<form method="get" action="/path"><input type="hidden" name="v" value="{{.Token}}"><button class="no">Escolher outro banco</button></form>{{end}}
<p><small>Este link vale até {{.Until}}.</small></p>
{{end}}`))
