// Package sandbox simulates Klavi's API for demonstrations and tests, without
// credentials and without a network. A [Server] is an [http.Handler].
//
// The sandbox applies every documented rule and refuses what the real API would
// refuse. Each endpoint accepts only its own kind of token. Field names must be
// exact. The callback address "all" excludes other addresses. An unknown institution
// or one in outage gives a 416 with code 4004. A phone number that is not in E.164
// gives a 400.
//
// Tokens are ES256 JWTs of realistic length. Each Server makes its own signing key.
// Tokens expire at the time that they state.
//
// No bank is involved. The sandbox keeps links and consents in memory. It makes no
// requests unless [Config] has an address for events. Then it delivers events and product
// reports as Klavi does. It never calls redirect addresses.
package sandbox

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"klavilink/klavi"
)

// The keys that a sandbox accepts if [Config] has no others. They only work with a
// sandbox.
const (
	DemoAccessKey klavi.Secret = "demo-access-key"
	DemoSecretKey klavi.Secret = "demo-secret-key"
)

const (
	apiPath = "/data/v1"
	maxBody = 1 << 20 // bytes of a request

	// consentLimit is how many authorised consents a customer may have at one
	// institution. The sandbox refuses the next one with code 4003.
	consentLimit = 3
)

// Config has the settings of a sandbox. Its zero value is ready to use.
type Config struct {
	// AccessKey and SecretKey are the keys that /auth accepts. The defaults are
	// [DemoAccessKey] and [DemoSecretKey].
	AccessKey, SecretKey klavi.Secret

	// TokenLife and LinkLife are how long an access token and a link are valid. The
	// default is 30 minutes.
	TokenLife, LinkLife time.Duration

	// Now returns the current time. The default is time.Now.
	Now func() time.Time

	// PageBase is the address of the pages of links, such as
	// "http://10.0.0.5:8080". Set it if the pages have another address than the API.
	// See [Server.Pages].
	PageBase string

	// Company is the name of the company that the pages say the data are for. The
	// default is an invented one.
	Company string

	// Lang is the language of the pages for a browser that asks for neither Portuguese
	// nor English. The default is Portuguese.
	Lang Lang

	// Callbacks says where events and product reports go. [Server.Run] delivers them.
	Callbacks Callbacks

	// Story is what the customer and the API do. [Server.Run] plays it.
	Story Story

	// Sleep waits for the steps of a story, unless the context ends first. The default is
	// the machine's clock.
	Sleep func(ctx context.Context, d time.Duration) error
}

// Server is a sandbox that answers requests. It is safe for use by several
// goroutines.
type Server struct {
	cfg          Config
	mux          *http.ServeMux
	tokens       tokens
	institutions listing
	links        store
	courier      courier
	teller       *teller
}

// New returns a sandbox. It returns an error only if the system has no randomness.
func New(cfg Config) (*Server, error) {
	if cfg.AccessKey == "" {
		cfg.AccessKey = DemoAccessKey
	}
	if cfg.SecretKey == "" {
		cfg.SecretKey = DemoSecretKey
	}
	if cfg.TokenLife == 0 {
		cfg.TokenLife = 30 * time.Minute
	}
	if cfg.LinkLife == 0 {
		cfg.LinkLife = 30 * time.Minute
	}
	if cfg.Lang != English {
		cfg.Lang = Portuguese
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Sleep == nil {
		cfg.Sleep = sleepFor(cfg.Callbacks.Sender)
	}
	keys, err := newTokens()
	if err != nil {
		return nil, err
	}
	s := &Server{cfg: cfg, mux: http.NewServeMux(), tokens: keys, institutions: institutions()}
	s.courier, s.teller = newCourier(cfg), newTeller(cfg)
	s.mux.HandleFunc("POST "+apiPath+"/auth", s.auth)
	s.mux.HandleFunc("GET "+apiPath+"/refresh", s.withToken(accessToken, s.refresh))
	s.mux.HandleFunc("POST "+apiPath+"/links", s.withToken(accessToken, s.createLink))
	s.mux.HandleFunc("GET "+apiPath+"/links/institutions", s.withToken(linkToken, s.listInstitutions))
	s.mux.HandleFunc("GET "+apiPath+"/links/institutions/status", s.withToken(linkToken, s.listStatuses))
	s.mux.HandleFunc("GET "+apiPath+"/consents", s.withToken(accessToken, s.listConsents))
	s.mux.HandleFunc("GET "+pagePath, s.page)
	s.mux.HandleFunc("POST "+pagePath, s.act)
	s.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		refuse(w, http.StatusNotFound, http.StatusNotFound, "Cannot "+r.Method+" "+r.URL.Path)
	})
	return s, nil
}

// ServeHTTP answers a request to the API or to the pages of links.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	s.teller.told(s.mux).ServeHTTP(w, r)
}

// Pages returns a handler that serves only the pages of links. A program can offer
// them on a network and keep the API on this machine.
func (s *Server) Pages() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+pagePath, s.page)
	mux.HandleFunc("POST "+pagePath, s.act)
	return mux
}

// auth handles POST /auth.
func (s *Server) auth(w http.ResponseWriter, r *http.Request) {
	body, problems := readObject(w, r, "accessKey", "secretKey")
	access, secret := body.text("accessKey", true, &problems), body.text("secretKey", true, &problems)
	switch {
	case len(problems) > 0:
		refuse(w, http.StatusBadRequest, http.StatusBadRequest, problems...)
	case access != s.cfg.AccessKey.Reveal() || secret != s.cfg.SecretKey.Reveal():
		refuse(w, http.StatusUnauthorized, http.StatusUnauthorized, "Invalid accessKey or secretKey")
	default:
		s.answerToken(w)
	}
}

// refresh handles GET /refresh.
func (s *Server) refresh(w http.ResponseWriter, _ *http.Request, _ claims) { s.answerToken(w) }

// answerToken writes a new access token.
func (s *Server) answerToken(w http.ResponseWriter) {
	now := s.cfg.Now()
	ends := now.Add(s.cfg.TokenLife)
	token, err := s.tokens.sign(claims{ID: newID(), Type: accessToken, IssuedAt: now.Unix(), Expires: ends.Unix()})
	if err != nil {
		refuse(w, http.StatusInternalServerError, http.StatusInternalServerError, "Internal server error")
		return
	}
	answer(w, map[string]any{"accessToken": token, "expireIn": int(s.cfg.TokenLife.Seconds())})
}

// answer writes v as the JSON body of a success.
func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(v)
}

// refuse writes an error in the documented form. It writes one message as a string
// and several as an array.
func refuse(w http.ResponseWriter, status, code int, messages ...string) {
	name := http.StatusText(status)
	if status == http.StatusRequestedRangeNotSatisfiable {
		name = "Business Error"
	}
	var message any = messages
	if len(messages) == 1 {
		message = messages[0]
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"statusCode": code, "error": name, "message": message})
}
