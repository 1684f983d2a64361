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

// The environments that Klavi documents.
const (
	Sandbox    Environment = "sandbox"
	Production Environment = "production"
)

// BaseURL returns the address of the environment's API. It is empty for an unknown
// environment.
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

	// maxBody is the greatest size of an answer, in bytes. It is about ten times
	// the largest answer to expect, a list of a few hundred institutions.
	maxBody = 4 << 20

	defaultTimeout = 30 * time.Second
)

// Config has the address of the API and the partner's credentials. It needs a
// TokenSource, an AccessToken or both keys.
type Config struct {
	// BaseURL is the API's address, with or without "/data/v1". It must be https,
	// or http on this machine. See [Environment.BaseURL].
	BaseURL string

	// AccessKey and SecretKey are the keys that the client exchanges for an access
	// token at /auth.
	AccessKey, SecretKey Secret

	// AccessToken is an access token from another backend. The client cannot renew
	// it. The client prefers it to the keys.
	AccessToken Secret

	// TokenSource returns an access token. The client calls it for the first
	// request and after the server has refused the previous token. The client
	// prefers it to AccessToken and the keys.
	TokenSource func(context.Context) (Secret, error)

	// Transport sends the requests. The default is [NewTransport].
	Transport http.RoundTripper

	// Now returns the current time. The default is time.Now.
	Now func() time.Time

	// Timeout limits each request, from connecting to the last byte of the answer.
	// The default is 30 s.
	Timeout time.Duration

	// PlainPages is a prefix, such as "http://10.0.0.5:8080/". The URL of a link
	// that begins with it may be http on another machine. Demonstrations use it for
	// their own pages on the local network. Empty allows no such URL.
	PlainPages string

	// LinkHosts are hosts whose links are not foreign, beside Klavi's own and that of
	// BaseURL. Each stands for itself and its subdomains. See [Link.Foreign].
	LinkHosts []string

	// Sleep waits before the client repeats a call. The default uses a timer.
	Sleep func(context.Context, time.Duration) error

	// Chance returns a random number in [0, 1) that varies the wait, so that many
	// clients do not repeat their calls at the same time. By default it is 0.5.
	Chance func() float64

	// UserAgent is the name of the program in the User-Agent header.
	UserAgent string
}

// The causes of an error of [New]. Test for them with errors.Is.
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
	origin  origin
	sleep   func(context.Context, time.Duration) error
	chance  func() float64
	tokens  *tokens
}

// New returns a client without sending anything. The error is an [*Error] that
// wraps [ErrNoCredentials], with [KindAuth], or [ErrBaseURL], with [KindInput].
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
		origin:  originOf(u, cfg),
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
		// The API does not redirect. Following a redirect would send a customer's
		// data to an address that nobody configured.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c, nil
}

// NewTransport returns the transport that a [Client] uses by default. It takes
// proxies from the environment and needs TLS 1.2 or later. It keeps connections
// open for ten minutes, so that an agent has time to fill in a form.
func NewTransport() *http.Transport {
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:   10 * time.Second,
		ResponseHeaderTimeout: 25 * time.Second,
		ForceAttemptHTTP2:     true,
		IdleConnTimeout:       10 * time.Minute,
	}
}

// call describes a request to the API.
type call struct {
	op           string
	method, path string
	query        url.Values
	bearer       Secret
	body         any      // written as JSON unless nil
	confidential []string // texts that an error must not repeat
	noRetry      bool     // the caller polls, so a repetition is not needed
}

// once sends k once. If the call succeeds, it decodes the answer into out.
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
		e := fail(KindNetwork, withoutURL(err))
		e.Unknown = sent.Load()
		return e
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	ok := resp.StatusCode >= 200 && resp.StatusCode < 300
	switch {
	case err != nil && ok:
		e := fail(KindNetwork, withoutURL(err))
		e.Status, e.Unknown = resp.StatusCode, true
		return e
	case !ok:
		return refusal(k.op, resp, body, append(k.confidential, c.tokens.secrets(k.bearer)...), c.now())
	case len(body) > maxBody:
		return &Error{Op: k.op, Kind: KindProtocol, Status: resp.StatusCode, Unknown: true, Err: errTooLarge}
	}
	if err := json.Unmarshal(body, out); err != nil {
		// Do not wrap the decoder's error, because it may quote the answer.
		return &Error{Op: k.op, Kind: KindProtocol, Status: resp.StatusCode, Unknown: true, Err: errNotJSON}
	}
	return nil
}

var (
	errBadBody  = errors.New("the request cannot be written as JSON")
	errTooLarge = errors.New("the answer is larger than 4 MiB")
	errNotJSON  = errors.New("the answer is not the documented JSON")
)

// withoutURL returns the cause of an error of net/http. The error itself quotes the
// whole URL, and the URL of /consents holds the customer's number.
func withoutURL(err error) error {
	var u *url.Error
	for errors.As(err, &u) {
		err = u.Err
	}
	return err
}
