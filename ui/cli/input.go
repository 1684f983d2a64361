package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"

	"klavilink/klavi"
	"klavilink/validate"
)

// maxInput bounds what is read from a file or a pipe, in bytes.
const maxInput = 8 << 20

// item is one object of the input: a request, or what is wrong with it.
type item struct {
	request klavi.LinkRequest
	err     *exit
}

// readRequests reads JSON objects from a file or, for "-", standard input: one,
// several one after the other, or an array of them. An object that is JSON but
// no request is an item with an error, so that the others still count; what is
// no JSON at all is an error of the whole, since nobody can say where the next
// object begins.
func (a *app) readRequests(name string) ([]item, error) {
	in := a.env.In
	if name == "-" {
		if a.env.InTerminal {
			return nil, usage(a.t.CLI.InputTTY)
		}
	} else {
		f, err := os.Open(name)
		if err != nil {
			return nil, usage(fmt.Sprintf(a.t.CLI.ReadFileF, validate.Harmless(name, 200)))
		}
		defer f.Close()
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	switch {
	case err != nil:
		return nil, usage(fmt.Sprintf(a.t.CLI.ReadFileF, validate.Harmless(name, 200)))
	case len(b) > maxInput:
		return nil, usage(a.t.CLI.TooLarge)
	}
	values, err := a.split(bytes.TrimPrefix(b, []byte("\ufeff")))
	if err != nil {
		return nil, err
	}
	items := make([]item, len(values))
	for i, v := range values {
		items[i].request, items[i].err = a.decode(v)
	}
	return items, nil
}

// split takes a stream of JSON values apart, arrays into their elements.
func (a *app) split(b []byte) ([]json.RawMessage, error) {
	var values []json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(b))
	for {
		var v json.RawMessage
		err := dec.Decode(&v)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, usage(fmt.Sprintf(a.t.CLI.BadJSONF, dec.InputOffset()+1))
		}
		var list []json.RawMessage
		if v[0] == '[' && json.Unmarshal(v, &list) == nil {
			values = append(values, list...)
		} else {
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return nil, usage(a.t.CLI.Nothing)
	}
	return values, nil
}

// decode reads a request whose names are exactly the API's. The errors name the
// field and never its value.
func (a *app) decode(v json.RawMessage) (klavi.LinkRequest, *exit) {
	var r klavi.LinkRequest
	var fields map[string]json.RawMessage
	if json.Unmarshal(v, &fields) != nil || fields == nil {
		return r, usage(a.t.CLI.NotObject)
	}
	names := fieldNames()
	for _, name := range sortedKeys(fields) {
		wrong := func(message string) (klavi.LinkRequest, *exit) {
			e := usage(message)
			e.field = validate.Harmless(name, 60)
			return r, e
		}
		raw := fields[name]
		switch {
		case !slices.Contains(names, name):
			message := fmt.Sprintf(a.t.CLI.UnknownFieldF, validate.Harmless(name, 60))
			if i := slices.IndexFunc(names, func(n string) bool { return similar(n, name) }); i >= 0 {
				message += " " + fmt.Sprintf(a.t.CLI.DidYouMeanF, names[i])
			}
			return wrong(message)
		case string(raw) == "null":
			delete(fields, name)
		case name == "externalInfo" && raw[0] != '{',
			name == "productsCallbackURL" && json.Unmarshal(raw, new(map[string]string)) != nil:
			return wrong(fmt.Sprintf(a.t.CLI.WantObjectF, name))
		case name != "externalInfo" && name != "productsCallbackURL" && raw[0] != '"':
			return wrong(fmt.Sprintf(a.t.CLI.WantTextF, name))
		}
	}
	b, err := json.Marshal(fields)
	if err != nil || json.Unmarshal(b, &r) != nil {
		return klavi.LinkRequest{}, usage(a.t.CLI.NotObject)
	}
	return r, nil
}

// fieldNames lists the API's names as the request has them.
func fieldNames() []string {
	t := reflect.TypeFor[klavi.LinkRequest]()
	names := make([]string, t.NumField())
	for i := range names {
		names[i], _, _ = strings.Cut(t.Field(i).Tag.Get("json"), ",")
	}
	return names
}

func sortedKeys(m map[string]json.RawMessage) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// similar tells names apart that differ in case and separators alone.
func similar(a, b string) bool {
	plain := func(s string) string {
		return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(s))
	}
	return plain(a) == plain(b)
}
