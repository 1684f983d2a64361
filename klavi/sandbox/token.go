package sandbox

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"strings"
)

// The kinds of token.
const (
	accessToken = "access" // for the partner's backend
	linkToken   = "link"   // for the customer's side of a link
)

// claims is the payload of a token. Its times are in seconds since 1970.
type claims struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	IssuedAt int64  `json:"iat"`
	Expires  int64  `json:"exp"`
}

// jwtHeader is {"alg":"ES256","typ":"JWT"} in base64url.
const jwtHeader = "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9"

var errToken = errors.New("no token of this sandbox")

// tokens signs and verifies the tokens of one sandbox.
type tokens struct{ key *ecdsa.PrivateKey }

// newTokens makes a signing key. It returns an error only if the system has no
// randomness.
func newTokens() (tokens, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tokens{}, fmt.Errorf("make a signing key: %w", err)
	}
	return tokens{key}, nil
}

// sign returns a JWT (RFC 7519) that is signed with ES256. The signature consists of
// two 32-byte numbers, one after the other (RFC 7518, section 3.4).
func (t tokens) sign(c claims) (string, error) {
	payload, err := json.Marshal(c)
	if err != nil {
		return "", fmt.Errorf("sign a token: %w", err)
	}
	signed := jwtHeader + "." + base64.RawURLEncoding.EncodeToString(payload)
	digest := sha256.Sum256([]byte(signed))
	a, b, err := ecdsa.Sign(rand.Reader, t.key, digest[:])
	if err != nil {
		return "", fmt.Errorf("sign a token: %w", err)
	}
	var signature [64]byte
	a.FillBytes(signature[:32])
	b.FillBytes(signature[32:])
	return signed + "." + base64.RawURLEncoding.EncodeToString(signature[:]), nil
}

// verify returns the claims of a token that sign made. It does not check whether the
// token has expired.
func (t tokens) verify(token string) (claims, error) {
	parts := strings.Split(token, ".")
	if len(parts) != 3 || parts[0] != jwtHeader {
		return claims{}, errToken
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil || len(signature) != 64 {
		return claims{}, errToken
	}
	digest := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	a, b := new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])
	if !ecdsa.Verify(&t.key.PublicKey, digest[:], a, b) {
		return claims{}, errToken
	}
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return claims{}, errToken
	}
	var c claims
	if json.Unmarshal(payload, &c) != nil {
		return claims{}, errToken
	}
	return c, nil
}

// alive reports whether the token has not expired.
func (s *Server) alive(c claims) bool { return s.cfg.Now().Unix() < c.Expires }

// withToken returns a handler that calls next if the request has a valid token of
// the given kind. Otherwise the handler answers 401.
func (s *Server) withToken(kind string, next func(http.ResponseWriter, *http.Request, claims)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, bearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		c, err := s.tokens.verify(token)
		switch {
		case !bearer || err != nil:
			refuse(w, http.StatusUnauthorized, http.StatusUnauthorized, "Invalid token")
		case !s.alive(c):
			refuse(w, http.StatusUnauthorized, http.StatusUnauthorized, "Token expired")
		case c.Type != kind:
			refuse(w, http.StatusUnauthorized, http.StatusUnauthorized, "This endpoint takes the "+kind+" token")
		default:
			next(w, r, c)
		}
	}
}

// newID returns a random UUID (RFC 9562, version 4).
func newID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it cannot fail since Go 1.24
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
