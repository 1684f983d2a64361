package klavi

import (
	"fmt"
	"log/slog"
)

// Secret is a key, a token, or the URL of a link. It prints as bullets under
// every verb of package fmt, in slog and in JSON.
type Secret string

const bullets = "••••"

// Reveal returns the secret itself.
func (s Secret) Reveal() string { return string(s) }

// String returns bullets, or an empty string if the secret is empty.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return bullets
}

// Format prints bullets under every verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(s.String())) }

// LogValue returns bullets.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText returns bullets, so that JSON and other encoders do not reveal the
// secret. Only [Secret.Reveal] does.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
