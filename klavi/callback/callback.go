package callback

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"klavilink/klavi"
)

// MaxBody is the greatest number of bytes of a callback that [Read] reads.
const MaxBody = 8 << 20

// maxItems is the greatest number of items of a callback. Klavi's examples have one.
const maxItems = 1000

// Item is an event or a product report.
type Item struct {
	// Key identifies the item: its eventId or its productReportId. It is empty if the
	// item has none, as the events of Klavi's pages have.
	Key string

	// Report reports whether the item is a product report.
	Report bool

	// Name is the event's name or the report's code. LinkID is the link that the item
	// belongs to. Either is empty if the item has none.
	Name, LinkID string

	// Body is the item itself. It holds a customer's data.
	Body json.RawMessage
}

// Callback is one delivery with its items.
type Callback struct {
	// Items is empty if the body is, which tests the connection.
	Items []Item

	// Body is what came. It holds a customer's data.
	Body []byte
}

// Read reads a callback and verifies its signature with the secret key. The error is an
// [*Error]. If the signature is at fault, the callback is returned beside the error as
// far as it can be read, for a receiver that shows it. No other use of it is safe.
func Read(r *http.Request, key klavi.Secret) (Callback, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, MaxBody+1))
	tooLarge := new(http.MaxBytesError)
	switch {
	case len(body) > MaxBody, errors.As(err, &tooLarge):
		return Callback{}, &Error{Op: "read a callback", Reason: TooLarge, Err: err}
	case err != nil:
		return Callback{}, &Error{Op: "read a callback", Reason: Cut, Err: err}
	}
	signed, bad := Verify(body, r.Header.Get(SignatureHeader), key)
	if bad != nil {
		signed = body
	}
	items, err := Parse(signed)
	if bad != nil {
		err = bad
	}
	return Callback{Items: items, Body: body}, err
}

// Parse returns the items of a body, which is an object or an array of objects. An empty
// body has none. The error is an [*Error].
func Parse(body []byte) ([]Item, error) {
	body = bytes.TrimSpace(body)
	if len(body) == 0 {
		return nil, nil
	}
	refuse := func(r Reason) ([]Item, error) { return nil, &Error{Op: "read a callback", Reason: r} }
	if !json.Valid(body) {
		return refuse(NotJSON)
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	if body[0] == '[' {
		_, _ = dec.Token()
	}
	var items []Item
	for dec.More() {
		if len(items) == maxItems {
			return refuse(TooLarge)
		}
		var raw json.RawMessage
		_ = dec.Decode(&raw) // it is valid
		i, ok := parse(raw)
		if !ok {
			return refuse(NotJSON)
		}
		items = append(items, i)
	}
	return items, nil
}

// object keeps the exact names, which Go's decoder does not for a struct.
type object map[string]json.RawMessage

func parse(raw json.RawMessage) (Item, bool) {
	var o object
	if json.Unmarshal(raw, &o) != nil || o == nil {
		return Item{}, false
	}
	i := Item{Body: raw, Key: o.text("eventId"), Name: o.text("eventName"), LinkID: o.within("payload").text("linkId")}
	if i.Key == "" {
		i.Key = o.text("eventID") // so do Klavi's tables write it
	}
	// Some partners get the report below a name of its own.
	for _, r := range []object{o, o.within("report"), o.within("data")} {
		if id := r.text("productReportId"); i.Key == "" && i.Name == "" && id != "" {
			i.Key, i.Name, i.Report, i.LinkID = id, r.text("productName"), true, r.firstLink()
		}
	}
	return i, true
}

// text returns a string, or "" if there is none of that name.
func (o object) text(name string) (s string) {
	_ = json.Unmarshal(o[name], &s)
	return s
}

// within returns an object, or nil if there is none of that name.
func (o object) within(name string) (inner object) {
	_ = json.Unmarshal(o[name], &inner)
	return inner
}

// firstLink returns the ID of the first link of a report.
func (o object) firstLink() string {
	var links []object
	if json.Unmarshal(o["links"], &links) != nil || len(links) == 0 {
		return ""
	}
	return links[0].text("linkId")
}
