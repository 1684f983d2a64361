package record

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"klavilink/klavi"
	"klavilink/validate"
)

// decode reads a request. The names of the fields must be exactly those of the API, and
// each may be there once. The errors name the field and never quote its value.
func decode(raw []byte) (klavi.LinkRequest, *Error) {
	var given map[string]json.RawMessage
	if json.Unmarshal(raw, &given) != nil || given == nil {
		return klavi.LinkRequest{}, &Error{Problem: NotObject}
	}
	// The sender's own reference, so that the sender knows the record that is wrong.
	var known klavi.LinkRequest
	if info := given[klavi.FieldExternalInfo]; len(info) > 0 && info[0] == '{' {
		known.ExternalInfo = compact(info)
	}
	if name := repeated(json.NewDecoder(bytes.NewReader(raw))); name != "" {
		return known, &Error{Problem: Duplicate, Field: harmless(name)}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if p := judge(name, given[name]); p != 0 {
			return known, &Error{Problem: p, Field: harmless(name), Near: nearest(name)}
		}
		if string(given[name]) == "null" {
			delete(given, name)
		}
	}
	var r klavi.LinkRequest
	b, err := json.Marshal(given)
	if err != nil || json.Unmarshal(b, &r) != nil {
		return known, &Error{Problem: NotObject}
	}
	r.ExternalInfo = known.ExternalInfo
	return r, nil
}

// judge returns what is wrong with the name or the type of a field, or 0.
func judge(name string, raw json.RawMessage) Problem {
	fields := klavi.LinkFields()
	i := slices.IndexFunc(fields, func(f klavi.Field) bool { return f.Name == name })
	switch {
	case i < 0:
		return Unknown
	case string(raw) == "null":
		return 0
	case name == klavi.FieldExternalInfo && raw[0] != '{',
		name == klavi.FieldProductsCallbackURL && json.Unmarshal(raw, new(map[string]string)) != nil:
		return WantObject
	case fields[i].IsText() && raw[0] != '"':
		return WantText
	default:
		return 0
	}
}

// repeated returns the name that an object has twice, with the names that it is below,
// or "". It reads one value, which must be valid.
func repeated(dec *json.Decoder) (name string) {
	opening, _ := dec.Token()
	if opening != json.Delim('{') && opening != json.Delim('[') {
		return ""
	}
	seen := map[string]bool{}
	for dec.More() {
		key := ""
		if opening == json.Delim('{') {
			t, _ := dec.Token()
			key, _ = t.(string)
			if seen[key] {
				return key
			}
			seen[key] = true
		}
		if below := repeated(dec); below != "" {
			if key != "" {
				key += "."
			}
			return key + below
		}
	}
	_, _ = dec.Token()
	return ""
}

// compact returns JSON without blanks between its parts.
func compact(raw json.RawMessage) json.RawMessage {
	var b bytes.Buffer
	if json.Compact(&b, raw) != nil {
		return nil
	}
	return b.Bytes()
}

// harmless returns a name as an error may have it.
func harmless(name string) string { return validate.Harmless(name, 60) }
