package cli

import (
	"encoding/json"

	"klavilink/klavi"
)

// keyPair is the pair of keys of one environment. It is stored as JSON.
type keyPair struct {
	Access klavi.Secret `json:"accessKey"`
	Secret klavi.Secret `json:"secretKey"`
}

// encode returns the keys as JSON. It reveals them explicitly, because a Secret
// marshals itself redacted.
func (k keyPair) encode() string {
	b, _ := json.Marshal(map[string]string{"accessKey": k.Access.Reveal(), "secretKey": k.Secret.Reveal()})
	return string(b)
}

// decodeKeys reads the keys from JSON. It reports false if either key is missing.
func decodeKeys(s string) (k keyPair, ok bool) {
	var plain map[string]string
	if json.Unmarshal([]byte(s), &plain) != nil {
		return k, false
	}
	k = keyPair{klavi.Secret(plain["accessKey"]), klavi.Secret(plain["secretKey"])}
	return k, k.Access != "" && k.Secret != ""
}
