package klavi

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// tokens holds the credentials and the access token made from them.
type tokens struct {
	accessKey, secretKey Secret
	given                Secret // a token from outside, never renewed
	source               func(context.Context) (Secret, error)

	// lock is a mutex that a cancelled context can stop waiting for.
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

// secrets lists what must not come back in an error's words.
func (t *tokens) secrets(bearer Secret) []string {
	return []string{t.accessKey.Reveal(), t.secretKey.Reveal(), t.given.Reveal(), bearer.Reveal()}
}

// tokenAnswer is what /auth and /refresh answer.
type tokenAnswer struct {
	AccessToken string  `json:"accessToken"`
	ExpireIn    seconds `json:"expireIn"`
}

// Warm gets an access token that is good for a while and opens a connection, so
// that the next call costs one round trip. It does nothing where both are at
// hand. Its error is that of the keys: worth telling early.
func (c *Client) Warm(ctx context.Context) error {
	_, err := c.token(ctx, "", func(life time.Duration) time.Duration { return life / 2 })
	return err
}

// renewBefore is how long before its end a token counts as over: a minute, less
// for tokens that hardly live longer.
func renewBefore(life time.Duration) time.Duration { return min(time.Minute, life/4) }

// token gives an access token that will still live for as long as need says and
// is not the refused one.
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
		return t.value, nil // not renewed, but not over either
	}
	t.value = ""
	return "", err
}

// fromSource gives the token that the source gave last, or a new one where that
// was refused.
func (t *tokens) fromSource(ctx context.Context, refused Secret) (Secret, error) {
	if t.value != "" && t.value != refused {
		return t.value, nil
	}
	value, err := t.source(ctx)
	if err != nil || value == "" {
		err = fmt.Errorf("%w: %w", ErrTokenSource, cmp.Or(err, errNoToken))
		return "", &Error{Op: "get a token", Kind: KindAuth, Err: err}
	}
	t.value = value
	return value, nil
}

// renew makes k's answer the token. Its life counts from before the request, so
// that it is never believed alive for longer than it is.
func (c *Client) renew(ctx context.Context, now time.Time, k call) error {
	var a tokenAnswer
	if err := c.do(ctx, k, &a); err != nil {
		return err
	}
	life := a.ExpireIn.orDefault()
	if a.AccessToken == "" || life <= 0 {
		return &Error{Op: k.op, Kind: KindProtocol, Err: errNoToken}
	}
	t := c.tokens
	t.value, t.life, t.ends = Secret(a.AccessToken), life, now.Add(life)
	return nil
}

// ErrTokenSource is beneath every failure of a [Config]'s TokenSource.
var ErrTokenSource = errors.New("the token source failed")

var errNoToken = errors.New("the answer has no access token that lives")

// asPartner sends k with the access token, and once more with a new token where
// the server has stopped accepting the old one.
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
