// Package sandbox is Klavi in a box: the API of package klavi as an
// [http.Handler], for demonstrations without credentials or a network and for
// tests.
//
// It keeps every documented rule and refuses what the real one would: access
// and link tokens are told apart, field names must be exact, "all" stands alone
// among the callback addresses, an unknown or unstable institution is a 416 with
// code 4004, a telephone that is not E.164 is a 400. Tokens are ES256 JWTs of
// realistic length, signed with a key that lives as long as the process, and
// they expire when they say. No bank is involved and nothing leaves the process:
// callback and redirect addresses are stored and never called.
//
// The package owns links, tokens and consents that live in memory. The client
// does not know that it talks to this package, and the package knows no screen.
package sandbox

import (
	"encoding/json"
	"net/http"
	"time"

	"klavilink/klavi"
)

// The keys that a sandbox accepts where [Config] names no others. They open
// nothing else.
const (
	DemoAccessKey klavi.Secret = "demo-access-key"
	DemoSecretKey klavi.Secret = "demo-secret-key"
)

const (
	apiPath = "/data/v1"
	maxBody = 1 << 20

	// consentLimit is how many consents a customer may have authorised at one
	// institution. The next one is refused with code 4003.
	consentLimit = 3
)

// Config adjusts a sandbox; the zero value is ready to use.
type Config struct {
	// AccessKey and SecretKey are the keys that /auth accepts.
	AccessKey, SecretKey klavi.Secret

	// TokenLife and LinkLife default to half an hour each.
	TokenLife, LinkLife time.Duration

	// Now is the clock; nil is time.Now.
	Now func() time.Time

	// Zone is the zone of the hours that the pages of links show; nil is UTC.
	Zone *time.Location

	// PageBase is the address of the pages of links, such as
	// "http://10.0.0.5:8080". It is only needed if the pages are not served where
	// the API is; see [Server.Pages].
	PageBase string
}

// Server is the sandbox. It is safe for use by several goroutines.
//
// It answers requests. The links are kept by a store, the tokens are signed by
// tokens, and the institutions are known to a listing.
type Server struct {
	cfg          Config
	mux          *http.ServeMux
	tokens       tokens
	institutions listing
	links        store
}

// New makes a sandbox. It fails only if the system has no randomness.
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
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Zone == nil {
		cfg.Zone = time.UTC
	}
	keys, err := newTokens()
	if err != nil {
		return nil, err
	}
	s := &Server{cfg: cfg, mux: http.NewServeMux(), tokens: keys, institutions: institutions()}
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

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	s.mux.ServeHTTP(w, r)
}

// Pages serves the pages of links and nothing else. They may be opened to a
// network while the API itself stays on this machine.
func (s *Server) Pages() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+pagePath, s.page)
	mux.HandleFunc("POST "+pagePath, s.act)
	return mux
}

// auth is POST /auth.
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

// refresh is GET /refresh.
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

// answer writes a success.
func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(v)
}

// refuse writes an error body of the documented shape: one message is a string,
// several are an array.
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
