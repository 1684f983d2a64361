package draft

import (
	"encoding/json"
	"slices"
	"strings"

	"klavilink/klavi"
	"klavilink/validate"
)

// From makes a draft that holds the values of a request.
func From(r klavi.LinkRequest) Draft {
	var d Draft
	for _, f := range table() {
		d.texts[f.Key] = f.read(&r)
	}
	d.readCallbacks(r)
	d.readInfo(r.ExternalInfo)
	return d
}

// readCallbacks takes the addresses for reports from a request.
func (d *Draft) readCallbacks(r klavi.LinkRequest) {
	all, ok := r.ProductsCallbackURL[klavi.ReportAll]
	switch {
	case ok && len(r.ProductsCallbackURL) == 1:
		d.callbacks, d.texts[CallbackAll] = CallbacksAll, all
	case len(r.ProductsCallbackURL) > 0:
		d.callbacks = CallbacksEach
		for _, code := range r.Reports() {
			d.callbackEach = append(d.callbackEach, Pair{Key: code, Value: r.ProductsCallbackURL[code]})
		}
	}
}

// readInfo takes the rows of externalInfo from a JSON object, in the order of their
// keys. Anything but an object is passed over.
func (d *Draft) readInfo(object json.RawMessage) {
	var info map[string]json.RawMessage
	if json.Unmarshal(object, &info) != nil {
		return
	}
	for key, raw := range info {
		var value string
		if json.Unmarshal(raw, &value) != nil || len(raw) == 0 || raw[0] != '"' {
			value = string(raw)
			if d.rawInfo == nil {
				d.rawInfo = map[string]json.RawMessage{}
			}
			d.rawInfo[key] = raw
		}
		d.externalInfo = append(d.externalInfo, Pair{Key: key, Value: value})
	}
	slices.SortFunc(d.externalInfo, func(a, b Pair) int { return strings.Compare(a.Key, b.Key) })
}

// Request makes the request that goes out: documents without punctuation, the
// telephone in E.164, texts without blanks around them. A text that is not valid
// goes out as it is. The form does not let an agent get that far.
func (d *Draft) Request() klavi.LinkRequest {
	var r klavi.LinkRequest
	d.Fill(&r, table())
	switch d.callbacks {
	case CallbacksAll:
		if url := sendWebURL(d.texts[CallbackAll]); url != "" {
			r.ProductsCallbackURL = map[string]string{klavi.ReportAll: url}
		}
	case CallbacksEach:
		r.ProductsCallbackURL = make(map[string]string, len(d.callbackEach))
		for _, p := range d.callbackEach {
			r.ProductsCallbackURL[p.Key] = sendWebURL(p.Value)
		}
	}
	r.ExternalInfo = d.info()
	return r
}

// Fill writes the texts of some fields into a request, as they are sent. It leaves
// the rest of the request as it is, and passes over fields that hold no text. A
// document takes the place of both tax numbers, so it must come before the
// representative, as it does in [Fields].
func (d *Draft) Fill(r *klavi.LinkRequest, fields []*Field) {
	for _, f := range fields {
		f.write(d, r)
	}
}

// info writes externalInfo in the order of the rows.
func (d *Draft) info() json.RawMessage {
	rows := infoRows(d)
	if len(rows) == 0 {
		return nil
	}
	b := []byte{'{'}
	for i, p := range rows {
		if i > 0 {
			b = append(b, ',')
		}
		key, _ := json.Marshal(p.Key)
		value, _ := json.Marshal(p.Value)
		if raw, ok := d.rawInfo[p.Key]; ok && string(raw) == p.Value {
			value = raw
		}
		b = append(b, key...)
		b = append(b, ':')
		b = append(b, value...)
	}
	return append(b, '}')
}

// sendWebURL returns the form in which the address of a report is sent.
func sendWebURL(s string) string { return canonical(parsing(validate.CheckWebURL), s) }
