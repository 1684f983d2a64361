package klavi

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// tokens holds the credentials and the current access token.
type tokens struct {
	accessKey, secretKey Secret
	given                Secret // Config.AccessToken, which cannot be renewed
	source               func(context.Context) (Secret, error)

	// lock guards the fields below. Unlike a mutex, a caller can stop waiting for it
	// when its context is cancelled.
	lock  chan struct{}
	value Secret
	life  time.Duration
	ends  time.Time
}

func newTokens(cfg Config) *tokens {
	t := &tokens{given: cfg.AccessToken, source: cfg.TokenSource, lock: make(chan struct{}, 1)}
	if t.source != nil {
		t.given = ""
	} else if t.given == "" {
		t.accessKey, t.secretKey = cfg.AccessKey, cfg.SecretKey
	}
	return t
}

// secrets returns the texts that an error must not repeat.
func (t *tokens) secrets(bearer Secret) []string {
	return []string{t.accessKey.Reveal(), t.secretKey.Reveal(), t.given.Reveal(), bearer.Reveal()}
}

// tokenAnswer is the body of an answer to POST /auth and GET /refresh.
type tokenAnswer struct {
	AccessToken string  `json:"accessToken"`
	ExpireIn    seconds `json:"expireIn"`
}

// Warm gets an access token ahead of time and opens a connection, so that the next
// call needs only one round trip. It does nothing if the client has a token with
// more than half of its life left, or one from Config.AccessToken. An error tells
// the caller early that the credentials do not work.
func (c *Client) Warm(ctx context.Context) error {
	_, err := c.token(ctx, "", func(life time.Duration) time.Duration { return life / 2 })
	return err
}

// renewBefore returns how long before its end the client renews a token. This is a
// minute, or less for a token with a life under four minutes.
func renewBefore(life time.Duration) time.Duration { return min(time.Minute, life/4) }

// token returns an access token other than refused. It renews the current token if
// its remaining life is not longer than need returns.
func (c *Client) token(
	ctx context.Context, refused Secret, need func(life time.Duration) time.Duration,
) (Secret, error) {
	t := c.tokens
	if t.given != "" {
		return t.given, nil
	}
	select {
	case t.lock <- struct{}{}:
	case <-ctx.Done():
		return "", &Error{Op: "authenticate", Kind: KindNetwork, Err: ctx.Err()}
	}
	defer func() { <-t.lock }()

	if t.source != nil {
		return t.fromSource(ctx, refused)
	}
	now := c.now()
	left := t.ends.Sub(now)
	if t.value != "" && t.value != refused && left > need(t.life) {
		return t.value, nil
	}
	if t.value != "" && t.value != refused && left > 0 {
		refresh := call{op: "refresh token", method: http.MethodGet, path: "/refresh", bearer: t.value}
		if err := c.renew(ctx, now, refresh); err == nil {
			return t.value, nil
		}
	}
	err := c.renew(ctx, now, call{
		op: "authenticate", method: http.MethodPost, path: authPath,
		body: map[string]string{"accessKey": t.accessKey.Reveal(), "secretKey": t.secretKey.Reveal()},
	})
	if err == nil {
		return t.value, nil
	}
	if t.value != "" && t.value != refused && left > 0 {
		return t.value, nil // the renewal failed, but the token has not expired
	}
	t.value = ""
	return "", err
}

// fromSource returns the last token of the source. It asks the source for a new one
// if there is none or if the server refused it.
func (t *tokens) fromSource(ctx context.Context, refused Secret) (Secret, error) {
	if t.value != "" && t.value != refused {
		return t.value, nil
	}
	value, err := t.source(ctx)
	if err != nil || value == "" {
		err = fmt.Errorf("%w: %w", ErrTokenSource, cmp.Or(err, errNoToken))
		return "", &Error{Op: "get a token", Kind: KindAuth, Err: err}
	}
	if err := within(maxAccessToken, "token", value.Reveal()); err != nil {
		return "", &Error{Op: "get a token", Kind: KindAuth, Err: fmt.Errorf("%w: %w", ErrTokenSource, err)}
	}
	t.value = value
	return value, nil
}

// renew sends k and keeps the token in the answer. The life of the token counts
// from now, which is before the request, so the client never uses an expired token.
func (c *Client) renew(ctx context.Context, now time.Time, k call) error {
	var a tokenAnswer
	if err := c.do(ctx, k, &a); err != nil {
		return err
	}
	life := a.ExpireIn.orDefault()
	if a.AccessToken == "" || life <= 0 {
		return &Error{Op: k.op, Kind: KindProtocol, Err: errNoToken}
	}
	if err := within(maxAccessToken, "accessToken", a.AccessToken); err != nil {
		return &Error{Op: k.op, Kind: KindProtocol, Err: err}
	}
	t := c.tokens
	t.value, t.life, t.ends = Secret(a.AccessToken), life, now.Add(life)
	return nil
}

// ErrTokenSource is a cause of every error that comes from a failure of
// Config.TokenSource.
var ErrTokenSource = errors.New("the token source failed")

var errNoToken = errors.New("the answer has no access token that lives")

// asPartner sends k with the access token. If the server answers 401 and the client
// can get a new token, it sends k again with that.
func (c *Client) asPartner(ctx context.Context, k call, out any) error {
	token, err := c.token(ctx, "", renewBefore)
	if err != nil {
		return err
	}
	k.bearer = token
	err = c.do(ctx, k, out)
	var e *Error
	if !errors.As(err, &e) || e.Status != http.StatusUnauthorized || c.tokens.given != "" {
		return err
	}
	if k.bearer, err = c.token(ctx, token, renewBefore); err != nil {
		return err
	}
	return c.do(ctx, k, out)
}
