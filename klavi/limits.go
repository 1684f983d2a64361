package klavi

import (
	"errors"
	"fmt"
)

// The greatest lengths of what an answer may hold, in bytes. A real access token has one
// or two KiB, a real link token several hundred bytes, and an ID 36. A URL may have as
// many bytes as package validate accepts, 4 KiB.
const (
	maxAccessToken = 8 << 10
	maxLinkToken   = 4 << 10
	maxLinkID      = 1 << 10
)

// ErrTooLong is the cause of an error of [KindProtocol] if the answer has a token, an ID
// or a URL that is too long.
var ErrTooLong = errors.New("a value of the answer is too long")

// within returns an error that wraps [ErrTooLong] if a value is longer than most bytes.
func within(most int, name, value string) error {
	if len(value) > most {
		return fmt.Errorf("%w: %s", ErrTooLong, name)
	}
	return nil
}
