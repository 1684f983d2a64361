package callback

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"

	"klavilink/klavi"
)

// The headers that Klavi adds to a callback.
const (
	SignatureHeader = "X-Klavi-Signature"
	TimestampHeader = "X-Klavi-Timestamp" // seconds since 1970
)

// Sign returns the signature of a body.
func Sign(body []byte, key klavi.Secret) string { return hex.EncodeToString(sum(body, key)) }

// sum returns the HMAC-SHA256 of a body.
func sum(body []byte, key klavi.Secret) []byte {
	mac := hmac.New(sha256.New, []byte(key.Reveal()))
	_, _ = mac.Write(body)
	return mac.Sum(nil)
}

// Verify checks the signature of a body and returns the bytes that were signed. A
// receiver must read those and not the body. The error is an [*Error].
//
// Klavi's sample signs what JSON.stringify writes of the parsed body. So Verify first
// tries the body itself, and then the body in that form.
func Verify(body []byte, signature string, key klavi.Secret) (signed []byte, err error) {
	refuse := func(r Reason) error { return &Error{Op: "verify a callback", Reason: r} }
	if key == "" {
		return nil, refuse(NoKey)
	}
	if signature == "" {
		return nil, refuse(Unsigned)
	}
	want, err := hex.DecodeString(signature)
	if err != nil || len(want) != sha256.Size {
		return nil, refuse(Malformed)
	}
	if hmac.Equal(want, sum(body, key)) {
		return body, nil
	}
	if again, ok := stringify(body); ok && hmac.Equal(want, sum(again, key)) {
		return again, nil
	}
	return nil, refuse(Forged)
}
