package batch

import (
	"bufio"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"klavilink/klavi"
)

// Key makes hashes of records. Without it nobody can find out a customer's number by
// trying all of them.
type Key []byte

// KeySize is the length of a [Key], in bytes.
const KeySize = sha256.Size

// Hash returns the hash of a record as it stands in the input. It does not depend on the
// format of the input. It is empty without a key.
func (k Key) Hash(r klavi.LinkRequest) string {
	if len(k) == 0 {
		return ""
	}
	b, err := json.Marshal(r)
	if err != nil {
		return ""
	}
	mac := hmac.New(sha256.New, k)
	_, _ = mac.Write(b)
	return hex.EncodeToString(mac.Sum(nil)[:16])
}

// State says what earlier results know of a record.
type State uint8

// The states.
const (
	Missing  State = iota // it has no link
	Made                  // it has a link, which may be over
	Doubtful              // nobody knows whether it has a link
	Changed               // another record of the input had its index
)

// Past is what earlier results say of a record.
type Past struct {
	State      State
	LinkID     string
	Token      klavi.Secret // empty if the link is over
	Expires    time.Time    // of the link
	Authorised bool         // the results say that the customer has authorised

	hash string
}

// Results are the results of an earlier run, by the index of the record.
type Results map[int]Past

// maxResult is the longest line of results, in bytes. A line holds at most the
// externalInfo of a record, in which an escape may stand for each byte.
const maxResult = 8 << 20

// BadResult is the error of a line that is no result of this program. It could be the
// rest of a result, so a person has to look at it.
type BadResult struct{ Line int }

// Error implements error.
func (e *BadResult) Error() string { return fmt.Sprintf("results: line %d is not readable", e.Line) }

// ReadResults reads results, which are JSON, one a line. Those of another environment
// are an error, as is a link without a hash. Tokens are kept of those links only that are
// good at a time.
func ReadResults(in io.Reader, environment string, now time.Time) (Results, error) {
	results := Results{}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxResult)
	n := 0
	for lines.Scan() {
		n++
		if !results.add(lines.Bytes(), environment, now) {
			return nil, &BadResult{n}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read results: %w: %w", &BadResult{n + 1}, err)
	}
	return results, nil
}

// result is a line of results.
type result struct {
	Index       *int         `json:"index"`
	Record      string       `json:"record"`
	LinkID      string       `json:"linkId"`
	LinkURL     klavi.Secret `json:"linkURL"`
	LinkToken   klavi.Secret `json:"linkToken"`
	ExpiresAt   string       `json:"expiresAt"`
	Environment string       `json:"environment"`
	Status      string       `json:"status"`
	Unknown     bool         `json:"unknown"`
}

// authorised is the status of a customer who has authorised.
const authorised = "authorised"

// add takes a line, and returns false if it is not readable.
func (r Results) add(line []byte, environment string, now time.Time) bool {
	var v result
	if len(line) == 0 {
		return true
	}
	if json.Unmarshal(line, &v) != nil {
		return false
	}
	if v.Index == nil || v.LinkURL == "" && !v.Unknown {
		r.end(v)
		return true
	}
	past := Past{State: Doubtful, hash: v.Record}
	if v.LinkURL != "" {
		past.State, past.LinkID = Made, v.LinkID
		at, err := time.Parse(time.RFC3339, v.ExpiresAt)
		if past.Expires = at; err != nil || v.Environment != environment {
			return false
		}
		if at.After(now) {
			past.Token = v.LinkToken
		}
	}
	if r[*v.Index].State != Made {
		r[*v.Index] = past
	}
	return v.Record != ""
}

// end takes a line that says how a link has ended.
func (r Results) end(v result) {
	if v.Index == nil || v.Status != authorised {
		return
	}
	if past, ok := r[*v.Index]; ok && past.LinkID == v.LinkID {
		past.Authorised = true
		r[*v.Index] = past
	}
}

// Of returns what the results say of a record.
func (r Results) Of(index int, hash string) Past {
	past, ok := r[index]
	if ok && past.hash != hash {
		return Past{State: Changed}
	}
	return past
}
