package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// maxInput limits how much we read from a file or a pipe, and maxRecord how long one
// object of it may be, in bytes.
const (
	maxInput  = 8 << 20
	maxRecord = 1 << 20
)

// item is one object of the input: a request, or the reason why it is not one.
type item struct {
	request klavi.LinkRequest
	err     *exit
}

// requests reads the input of create and of the wizard: requests for links, as JSON.
type requests struct {
	in         io.Reader // standard input
	inTerminal bool
	t          *text.Catalogue
}

// read reads JSON objects from a file, or from standard input if the name is "-". The
// input is one object, several in a row, or an array of them. JSON that is not a
// request becomes an item with an error, so that the other objects still count. If
// the input is not JSON, read returns an error for all of it, because it cannot find
// where the next object begins.
//
// The file may be a pipe. Opening it and reading it end with the context.
func (q requests) read(ctx context.Context, name string) ([]item, error) {
	in := q.in
	if name == "-" {
		if q.inTerminal {
			return nil, usage(q.t.CLI.InputTTY)
		}
	} else {
		f, err := within(ctx, func() (*os.File, error) { return os.Open(name) })
		if ctx.Err() != nil {
			return nil, abandoned(q.t)
		}
		if err != nil {
			return nil, usage(fmt.Sprintf(q.t.CLI.ReadFileF, validate.Harmless(name, 200)))
		}
		defer f.Close()
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(interruptible{ctx, in}, maxInput+1))
	switch {
	case ctx.Err() != nil:
		return nil, abandoned(q.t)
	case err != nil:
		return nil, usage(fmt.Sprintf(q.t.CLI.ReadFileF, validate.Harmless(name, 200)))
	case len(b) > maxInput:
		return nil, usage(q.t.CLI.TooLarge)
	}
	values, err := q.split(bytes.TrimPrefix(b, []byte("\ufeff")))
	if err != nil {
		return nil, err
	}
	items := make([]item, len(values))
	for i, v := range values {
		items[i].request, items[i].err = q.decode(v)
	}
	return items, nil
}

// split returns the values of a stream of JSON. It replaces an array by its elements.
func (q requests) split(b []byte) ([]json.RawMessage, error) {
	var values []json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(b))
	for {
		var v json.RawMessage
		err := dec.Decode(&v)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, usage(fmt.Sprintf(q.t.CLI.BadJSONF, dec.InputOffset()+1))
		}
		var list []json.RawMessage
		if v[0] == '[' && json.Unmarshal(v, &list) == nil {
			values = append(values, list...)
		} else {
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return nil, usage(q.t.CLI.Nothing)
	}
	return values, nil
}

// decode reads a request. The names of the fields must be exactly those of the API.
// The errors name the field and never quote its value.
func (q requests) decode(v json.RawMessage) (klavi.LinkRequest, *exit) {
	var r klavi.LinkRequest
	var given map[string]json.RawMessage
	if len(v) > maxRecord {
		return r, usage(q.t.CLI.RecordTooLarge)
	}
	if json.Unmarshal(v, &given) != nil || given == nil {
		return r, usage(q.t.CLI.NotObject)
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if message := q.wrong(name, given[name]); message != "" {
			e := usage(message)
			e.field = validate.Harmless(name, 60)
			return r, e
		}
		if string(given[name]) == "null" {
			delete(given, name)
		}
	}
	b, err := json.Marshal(given)
	if err != nil || json.Unmarshal(b, &r) != nil {
		return klavi.LinkRequest{}, usage(q.t.CLI.NotObject)
	}
	return r, nil
}

// wrong returns a sentence about a field whose name or type is wrong, or "".
func (q requests) wrong(name string, raw json.RawMessage) string {
	fields := klavi.LinkFields()
	i := slices.IndexFunc(fields, func(f klavi.Field) bool { return f.Name == name })
	switch {
	case i < 0:
		message := fmt.Sprintf(q.t.CLI.UnknownFieldF, validate.Harmless(name, 60))
		if i := slices.IndexFunc(fields, func(f klavi.Field) bool { return similar(f.Name, name) }); i >= 0 {
			message += " " + fmt.Sprintf(q.t.CLI.DidYouMeanF, fields[i].Name)
		}
		return message
	case string(raw) == "null":
		return ""
	case name == klavi.FieldExternalInfo && raw[0] != '{',
		name == klavi.FieldProductsCallbackURL && json.Unmarshal(raw, new(map[string]string)) != nil:
		return fmt.Sprintf(q.t.CLI.WantObjectF, name)
	case fields[i].IsText() && raw[0] != '"':
		return fmt.Sprintf(q.t.CLI.WantTextF, name)
	default:
		return ""
	}
}

// similar reports whether two names differ at most in case and separators.
func similar(a, b string) bool {
	plain := func(s string) string {
		return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(s))
	}
	return plain(a) == plain(b)
}
