package cli

import (
	"encoding/json"

	"klavilink/klavi"
)

// keyPair is what is stored, as JSON.
type keyPair struct {
	Access klavi.Secret `json:"accessKey"`
	Secret klavi.Secret `json:"secretKey"`
}

// encode writes the keys out, because a Secret prints itself redacted.
func (k keyPair) encode() string {
	b, _ := json.Marshal(map[string]string{"accessKey": k.Access.Reveal(), "secretKey": k.Secret.Reveal()})
	return string(b)
}

// decodeKeys reads a pair; half a pair is none.
func decodeKeys(s string) (k keyPair, ok bool) {
	var plain map[string]string
	if json.Unmarshal([]byte(s), &plain) != nil {
		return k, false
	}
	k = keyPair{klavi.Secret(plain["accessKey"]), klavi.Secret(plain["secretKey"])}
	return k, k.Access != "" && k.Secret != ""
}
