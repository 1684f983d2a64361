package klavi

import (
	"bytes"
	"math"
	"strconv"
	"time"
)

// seconds is the value of expireIn, in seconds. The documentation says that it is a
// string, but every example and every answer has a number. The type reads both.
type seconds struct {
	d     time.Duration // 0 if the value is not a valid life
	given bool          // whether the answer has a value
}

// defaultLife is the life of a link according to the page "Create a Link". The
// examples have the same life for a token.
const defaultLife = 30 * time.Minute

// maxLife is the longest valid life. It prevents an overflow of a time.
const maxLife = 365 * 24 * time.Hour

// UnmarshalJSON returns no error. Use [seconds.orDefault] to detect an invalid life.
func (s *seconds) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(bytes.Trim(b, `"`))
	if len(b) == 0 || string(b) == "null" {
		return nil
	}
	s.given = true
	n, err := strconv.ParseFloat(string(b), 64)
	if err != nil || math.IsNaN(n) || n <= 0 || n > maxLife.Seconds() {
		return nil
	}
	s.d = time.Duration(n * float64(time.Second)).Truncate(time.Second)
	return nil
}

// orDefault returns the life. It returns the documented default if the answer had
// no value, and 0 if the value was invalid.
func (s seconds) orDefault() time.Duration {
	if !s.given {
		return defaultLife
	}
	return s.d
}
