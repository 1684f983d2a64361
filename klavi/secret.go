package klavi

import (
	"fmt"
	"log/slog"
)

// Secret is a key, a token, or the URL of a link. It prints as bullets under
// every verb of package fmt, in slog and in JSON.
type Secret string

const bullets = "••••"

// Reveal gives the secret itself.
func (s Secret) Reveal() string { return string(s) }

// String is bullets, or nothing where there is no secret.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return bullets
}

// Format prints bullets under every verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(s.String())) }

// LogValue is bullets.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText gives bullets: a secret goes out only where Reveal is written.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
