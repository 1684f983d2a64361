package callback

import "fmt"

// Reason says why a callback was refused.
type Reason uint8

// The reasons to refuse a callback.
const (
	NoKey     Reason = iota + 1 // the receiver has no secret key to verify with
	Unsigned                    // there is no signature
	Malformed                   // the signature is not 64 hexadecimal digits
	Forged                      // the signature is of another body or of another key
	TooLarge                    // the body has more than [MaxBody] bytes, or too many items
	Cut                         // the body ended early, or it came too slowly
	NotJSON                     // the body is neither a JSON object nor an array of objects
)

// String returns a short English name of the reason.
func (r Reason) String() string {
	names := [...]string{"no key", "unsigned", "malformed signature", "forged", "too large", "cut off", "not JSON"}
	if r == 0 || int(r) > len(names) {
		return "unknown"
	}
	return names[r-1]
}

// Error is the error of this package. It holds nothing of the body and nothing of the
// key.
type Error struct {
	Op     string // what was being done
	Reason Reason
	Err    error // the cause, or nil
}

// Error implements error.
func (e *Error) Error() string { return fmt.Sprintf("%s: %s", e.Op, e.Reason) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
