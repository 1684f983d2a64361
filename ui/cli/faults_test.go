package cli_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"syscall"

	"klavilink/ui/cli"
)

// fault is something that goes wrong between the program and Klavi, and how the
// program must react.
type fault struct {
	// wrap changes the server. trip replaces the transport for the request for a link.
	wrap func(http.Handler) http.Handler
	trip func(r *http.Request) (*http.Response, error)

	status int      // the exit status of create
	kind   string   // the kind of error in create's JSON
	see    []string // the words on the wizard's screen
	field  bool     // whether the wizard returns to a field of the form
}

// onLinks answers the first requests to /data/v1/links in place of the server.
func onLinks(times int32, answer http.HandlerFunc) func(http.Handler) http.Handler {
	return onPath("/data/v1/links", times, answer)
}

// onPath answers the first requests to a path in place of the server.
func onPath(path string, times int32, answer http.HandlerFunc) func(http.Handler) http.Handler {
	return func(h http.Handler) http.Handler {
		var n atomic.Int32
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == path && n.Add(1) <= times {
				answer(w, r)
				return
			}
			h.ServeHTTP(w, r)
		})
	}
}

// says returns a handler that answers with a status and a body.
func says(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// sent tells the client that the request's headers are written, as a real transport
// does. After that the server may have made a link.
func sent(r *http.Request) {
	if trace := httptrace.ContextClientTrace(r.Context()); trace != nil && trace.WroteHeaders != nil {
		trace.WroteHeaders()
	}
}

// slowBody is a body that times out when it is read.
type slowBody struct{}

func (slowBody) Read([]byte) (int, error) { return 0, context.DeadlineExceeded }
func (slowBody) Close() error             { return nil }

// always is more often than any test asks.
const always = 1000

// faults returns every fault by name. The wizard's screen for each error must also say
// that no link was made, unless the wizard returns to the form.
func faults() map[string]fault {
	const maybe, again = "talvez exista um link", "O link não foi criado"
	refuses := func(err error, written bool) func(*http.Request) (*http.Response, error) {
		return func(r *http.Request) (*http.Response, error) {
			if written {
				sent(r)
			}
			return nil, err
		}
	}
	list := map[string]fault{
		"wrong keys": {
			wrap: onPath("/data/v1/auth", always,
				says(401, `{"statusCode":401,"error":"Unauthorized","message":"Invalid accessKey or secretKey"}`)),
			status: cli.ExitCredentials, kind: "auth", see: []string{"não aceitou as chaves"},
		},
		"token ends mid-way": {
			wrap:   onLinks(always, says(401, `{"statusCode":401,"message":"Token expired"}`)),
			status: cli.ExitCredentials, kind: "auth", see: []string{"não aceitou as chaves", "Token expired"},
		},
		"401 once": {
			wrap: onLinks(1, says(401, `{}`)),
			see:  []string{"restam"},
		},
		"400 with an array": {
			wrap:   onLinks(always, says(400, `{"statusCode":400,"message":["phone must be a phone","and more"]}`)),
			status: cli.ExitUsage, kind: "input", see: []string{"● Cliente", "phone must be a phone"}, field: true,
		},
		"403": {
			wrap:   onLinks(always, says(403, `{"statusCode":403,"message":"no"}`)),
			status: cli.ExitCredentials, kind: "auth", see: []string{"não têm permissão"},
		},
		"404": {
			wrap:   onLinks(always, says(404, `{"statusCode":404}`)),
			status: cli.ExitFailed, kind: "protocol", see: []string{"endereço da Klavi está errado"},
		},
		"429, asked to wait": {
			wrap: onLinks(always, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "60")
				w.WriteHeader(429)
			}),
			status: cli.ExitFailed, kind: "rate", see: []string{"Espere 60 segundos"},
		},
		"429 without a word": {
			wrap:   onLinks(always, says(429, "")),
			status: cli.ExitFailed, kind: "rate", see: []string{"pedidos demais"},
		},
		"500 twice, then fine": {
			wrap: onPath("/data/v1/auth", 2, says(500, "")),
			see:  []string{"restam"},
		},
		"500 for the link": {
			wrap:   onLinks(always, says(500, `{"message":"Internal server error"}`)),
			status: cli.ExitFailed, kind: "server", see: []string{"com problemas (500)"},
		},
		"502 with HTML": {
			wrap:   onLinks(always, says(502, "<html><h1>Bad Gateway</h1>")),
			status: cli.ExitFailed, kind: "server", see: []string{"com problemas (502)"},
		},
		"cut JSON": {
			wrap:   onLinks(always, says(200, `{"linkId":"x","linkU`)),
			status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada", maybe},
		},
		"empty": {
			wrap:   onLinks(always, says(200, "")),
			status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada", maybe},
		},
		"30 MB": {
			wrap:   onLinks(always, says(200, `{"linkId":"`+strings.Repeat("x", 30<<20)+`"}`)),
			status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada", maybe},
		},
		"no linkURL": {
			wrap:   onLinks(always, says(200, `{"linkId":"x","linkToken":"t","expireIn":1800}`)),
			status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada", maybe},
		},
		"javascript: linkURL": {
			wrap:   onLinks(always, says(200, `{"linkId":"x","linkURL":"javascript:alert(1)","expireIn":1800}`)),
			status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada"},
		},
		"http linkURL": {
			wrap:   onLinks(always, says(200, `{"linkId":"x","linkURL":"http://conecte.example/path?v=t","expireIn":1800}`)),
			status: cli.ExitFailed, kind: "protocol", see: []string{"não é a esperada"},
		},
		"hang before headers": {
			trip:   refuses(context.DeadlineExceeded, true),
			status: cli.ExitFailed, kind: "network", see: []string{"não respondeu a tempo", maybe},
		},
		"hang after headers": {
			trip: func(r *http.Request) (*http.Response, error) {
				sent(r)
				return &http.Response{StatusCode: 200, Header: http.Header{}, Body: slowBody{}, Request: r}, nil
			},
			status: cli.ExitFailed, kind: "network", see: []string{"não respondeu a tempo", maybe},
		},
		"refused before writing": {
			trip:   refuses(&net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}, false),
			status: cli.ExitFailed, kind: "network", see: []string{"Sem conexão com a Klavi"},
		},
		"reset after writing": {
			trip:   refuses(&net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET}, true),
			status: cli.ExitFailed, kind: "network", see: []string{"Sem conexão com a Klavi", maybe},
		},
		"DNS": {
			trip:   refuses(&net.DNSError{Err: "no such host", Name: "api.klavi.ai", IsNotFound: true}, false),
			status: cli.ExitFailed, kind: "network", see: []string{"Sem conexão com a Klavi"},
		},
		"TLS": {
			trip:   refuses(&tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}}, false),
			status: cli.ExitFailed, kind: "network", see: []string{"Sem conexão com a Klavi"},
		},
		"escapes in every word": {
			wrap: onLinks(always,
				says(400, `{"statusCode":400,"error":"\u001b]0;owned\u0007","message":["\u001b[2J\u202eodd\u009b31m"]}`)),
			status: cli.ExitUsage, kind: "input", see: []string{"não aceitou os dados", "odd"},
		},
		"our own words back": {
			wrap: onLinks(always,
				says(500, `{"message":"cannot store 52998224725 ana@exemplo.com.br +5511987654321 demo-secret-key"}`)),
			status: cli.ExitFailed, kind: "server", see: []string{"com problemas", "cannot store"},
		},
	}
	for code := 4001; code <= 4009; code++ {
		list[fmt.Sprint("416 with ", code)] = fault{
			wrap: onLinks(always,
				says(416, fmt.Sprintf(`{"statusCode":%d,"error":"Business Error","message":"said"}`, code))),
			status: cli.ExitFailed, kind: "business", see: []string{fmt.Sprint(code), "said"},
			field: code == 4004 || code == 4006,
		}
	}
	for name, f := range list {
		if f.status != cli.ExitOK && !f.field {
			f.see = append(f.see, again)
			list[name] = f
		}
	}
	return list
}
