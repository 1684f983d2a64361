package klavi

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"klavilink/validate"
)

// Environment names one of Klavi's deployments.
type Environment string

// The environments.
const (
	Sandbox    Environment = "sandbox"
	Production Environment = "production"
)

// BaseURL gives the environment's API address, empty for an unknown one.
func (e Environment) BaseURL() string {
	switch e {
	case Sandbox:
		return "https://api-sandbox.klavi.ai" + apiPath
	case Production:
		return "https://api.klavi.ai" + apiPath
	default:
		return ""
	}
}

const (
	apiPath  = "/data/v1"
	authPath = "/auth"

	// maxBody bounds what is read of an answer, in bytes. The largest honest
	// one, a few hundred institutions, is about a tenth of it.
	maxBody = 4 << 20

	defaultTimeout = 30 * time.Second
)

// Config says where the API is and who asks. Either AccessToken or both keys
// are needed.
type Config struct {
	// BaseURL is the API's address, with or without "/data/v1": https, or http
	// on this machine. See [Environment.BaseURL].
	BaseURL string

	// AccessKey and SecretKey are exchanged for a token at /auth.
	AccessKey, SecretKey Secret

	// AccessToken is a token that somebody else's backend made. It is used as
	// it is and cannot be renewed.
	AccessToken Secret

	// TokenSource gives such a token whenever one is needed: at first, and when the
	// server has refused the one before. It goes before AccessToken and the keys.
	TokenSource func(context.Context) (Secret, error)

	// Transport carries the requests; nil is [NewTransport].
	Transport http.RoundTripper

	// Now is the clock; nil is time.Now.
	Now func() time.Time

	// Timeout bounds each request from connecting to the last byte; 0 is 30 s.
	Timeout time.Duration

	// PlainPages begins the links that may be http though they are not of this
	// machine, as "http://10.0.0.5:8080/": those of a demonstration's own pages on
	// the local network. Empty allows none.
	PlainPages string

	// Sleep waits before a call is repeated; nil is a timer. Chance draws from
	// [0, 1), so that many clients do not come back at once; nil is the middle.
	Sleep  func(context.Context, time.Duration) error
	Chance func() float64

	// UserAgent names the program to the server.
	UserAgent string
}

// Errors of a [Config]; test with errors.Is.
var (
	ErrNoCredentials = errors.New("no credentials")
	ErrBaseURL       = errors.New("the base URL must be https, or http on this machine")
)

// Client calls the API. It is safe for use by several goroutines.
type Client struct {
	base    string
	http    *http.Client
	now     func() time.Time
	timeout time.Duration
	agent   string
	plain   string
	sleep   func(context.Context, time.Duration) error
	chance  func() float64
	tokens  *tokens
}

// New makes a client. It sends nothing yet. The error is an [*Error] of
// [KindAuth] around [ErrNoCredentials], or of [KindInput] around [ErrBaseURL].
func New(cfg Config) (*Client, error) {
	u, p := validate.CheckWebURL(cfg.BaseURL)
	if !p.OK() || !u.Secure() || strings.ContainsAny(u.Reveal(), "?#") {
		return nil, &Error{Op: "configure", Kind: KindInput, Err: ErrBaseURL}
	}
	if cfg.TokenSource == nil && cfg.AccessToken == "" && (cfg.AccessKey == "" || cfg.SecretKey == "") {
		return nil, &Error{Op: "configure", Kind: KindAuth, Err: ErrNoCredentials}
	}
	c := &Client{
		base:    strings.TrimSuffix(strings.TrimRight(u.Reveal(), "/"), apiPath) + apiPath,
		now:     cfg.Now,
		timeout: cfg.Timeout,
		agent:   cfg.UserAgent,
		plain:   cfg.PlainPages,
		sleep:   cfg.Sleep,
		chance:  cfg.Chance,
		tokens:  newTokens(cfg),
	}
	if c.now == nil {
		c.now = time.Now
	}
	if c.sleep == nil {
		c.sleep = sleepFor
	}
	if c.chance == nil {
		c.chance = func() float64 { return 0.5 }
	}
	if c.timeout <= 0 {
		c.timeout = defaultTimeout
	}
	transport := cfg.Transport
	if transport == nil {
		transport = NewTransport()
	}
	c.http = &http.Client{
		Transport: transport,
		// An API does not redirect. Following would carry a customer's data to
		// an address that nobody configured.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c, nil
}

// NewTransport makes the transport that a [Client] uses by default: proxies
// from the environment, TLS 1.2 and up, and connections kept open for as long as
// an agent may take to fill in a form.
func NewTransport() *http.Transport {
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:   10 * time.Second,
		ResponseHeaderTimeout: 25 * time.Second,
		ExpectContinueTimeout: time.Second,
		ForceAttemptHTTP2:     true,
		MaxIdleConnsPerHost:   2,
		IdleConnTimeout:       10 * time.Minute,
	}
}

// call is one request.
type call struct {
	op           string
	method, path string
	query        url.Values
	bearer       Secret
	body         any // nil for none
	confidential []string
	single       bool // not to be repeated: whoever asks asks again by themselves
}

// once sends k and decodes a success into out.
func (c *Client) once(ctx context.Context, k call, out any) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	fail := func(kind Kind, err error) *Error { return &Error{Op: k.op, Kind: kind, Err: err} }

	var payload io.Reader
	if k.body != nil {
		b, err := json.Marshal(k.body)
		if err != nil {
			return fail(KindInput, errBadBody)
		}
		payload = bytes.NewReader(b)
	}
	var sent atomic.Bool
	trace := &httptrace.ClientTrace{WroteHeaders: func() { sent.Store(true) }}
	req, err := http.NewRequestWithContext(httptrace.WithClientTrace(ctx, trace), k.method, c.base+k.path, payload)
	if err != nil {
		return fail(KindInput, ErrBaseURL)
	}
	req.URL.RawQuery = k.query.Encode()
	req.Header.Set("Accept", "application/json")
	if k.body != nil {
		req.Header.Set("Content-Type", "application/json; charset=utf-8")
	}
	if c.agent != "" {
		req.Header.Set("User-Agent", c.agent)
	}
	if k.bearer != "" {
		req.Header.Set("Authorization", "Bearer "+k.bearer.Reveal())
	}

	resp, err := c.http.Do(req)
	if err != nil {
		e := fail(KindNetwork, bare(err))
		e.Unknown = sent.Load()
		return e
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	ok := resp.StatusCode >= 200 && resp.StatusCode < 300
	switch {
	case err != nil && ok:
		e := fail(KindNetwork, bare(err))
		e.Status, e.Unknown = resp.StatusCode, true
		return e
	case !ok:
		return refusal(k.op, resp, body, append(k.confidential, c.tokens.secrets(k.bearer)...), c.now())
	case len(body) > maxBody:
		return &Error{Op: k.op, Kind: KindProtocol, Status: resp.StatusCode, Unknown: true, Err: errTooLarge}
	}
	if err := json.Unmarshal(body, out); err != nil {
		// The decoder's own words may quote the answer.
		return &Error{Op: k.op, Kind: KindProtocol, Status: resp.StatusCode, Unknown: true, Err: errNotJSON}
	}
	return nil
}

var (
	errBadBody  = errors.New("the request cannot be written as JSON")
	errTooLarge = errors.New("the answer is larger than 4 MiB")
	errNotJSON  = errors.New("the answer is not the documented JSON")
)

// bare takes net/http's wrapping off: it quotes the whole URL, and the URL of
// /consents holds the customer's number.
func bare(err error) error {
	var u *url.Error
	for errors.As(err, &u) {
		err = u.Err
	}
	return err
}
