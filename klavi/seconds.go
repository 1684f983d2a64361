package klavi

import (
	"bytes"
	"math"
	"strconv"
	"time"
)

// seconds is an expireIn: the documentation says a string, every example and
// every answer is a number; both are read. Negative means that it was neither.
type seconds struct {
	d     time.Duration
	given bool
}

// defaultLife is what the page states for a link, and the examples for a token.
const defaultLife = 30 * time.Minute

// maxLife keeps the arithmetic with times sound.
const maxLife = 365 * 24 * time.Hour

// UnmarshalJSON never fails: orDefault tells a life that makes no sense.
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

// orDefault gives the life, the documented default where none was sent, and 0
// where what was sent makes no sense.
func (s seconds) orDefault() time.Duration {
	if !s.given {
		return defaultLife
	}
	return s.d
}
