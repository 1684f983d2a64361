package ui

import (
	"bytes"
	"encoding/json"
	"slices"

	"klavilink/klavi"
	"klavilink/ui/field"
	"klavilink/validate"
)

// Callback modes, in the order of the choice on the screen.
const (
	callbacksNone = iota
	callbacksAll
	callbacksEach
)

// Data is all that the agent typed, as text, right or wrong. It is made into a
// request only for the review and for sending. It does not print its values.
type Data struct {
	document, representative string
	email, phone             string
	institution              string
	redirectURL              string
	callbacks                int
	callbackAll              string
	callbackEach             []field.Pair
	appLink, appRedirectKey  string
	externalInfo             []field.Pair
	connectionKey            string
	rawInfo                  map[string]json.RawMessage // values that a form of text cannot hold, by key
}

// String keeps a customer's data out of logs.
func (d Data) String() string { return "ui.Data" }

// GoString is String.
func (d Data) GoString() string { return d.String() }

// DataFrom fills the form in from a request.
func DataFrom(r klavi.LinkRequest) Data {
	d := Data{
		document: r.PersonalTaxID, email: r.Email, phone: r.Phone, institution: r.InstitutionCode, redirectURL: r.RedirectURL,
		appLink: r.AppLink, appRedirectKey: r.AppRedirectURLKey, connectionKey: r.ConnectionKey,
	}
	if r.BusinessTaxID != "" {
		d.document, d.representative = r.BusinessTaxID, r.PersonalTaxID
	}
	all, whole := r.ProductsCallbackURL[klavi.ReportAll]
	switch {
	case whole && len(r.ProductsCallbackURL) == 1:
		d.callbacks, d.callbackAll = callbacksAll, all
	case len(r.ProductsCallbackURL) > 0:
		d.callbacks = callbacksEach
		for _, code := range r.Reports() {
			d.callbackEach = append(d.callbackEach, field.Pair{Key: code, Value: r.ProductsCallbackURL[code]})
		}
	}
	var info map[string]json.RawMessage
	if json.Unmarshal(r.ExternalInfo, &info) != nil {
		return d
	}
	for key, raw := range info {
		var text string
		if json.Unmarshal(raw, &text) != nil || len(raw) == 0 || raw[0] != '"' {
			text = string(raw)
			if d.rawInfo == nil {
				d.rawInfo = map[string]json.RawMessage{}
			}
			d.rawInfo[key] = raw
		}
		d.externalInfo = append(d.externalInfo, field.Pair{Key: key, Value: text})
	}
	slices.SortFunc(d.externalInfo, func(a, b field.Pair) int { return bytes.Compare([]byte(a.Key), []byte(b.Key)) })
	return d
}

// Request makes the request that goes out: documents bare, the telephone in
// E.164, URLs without blanks around them. What is not valid goes as it is; the
// form does not let it come here.
func (d Data) Request() klavi.LinkRequest {
	r := klavi.LinkRequest{
		Email: canonical(validate.CheckEmail, d.email), Phone: canonical(validate.CheckPhone, d.phone),
		InstitutionCode: d.institution, RedirectURL: canonical(validate.CheckURL, d.redirectURL),
		AppLink: canonical(validate.CheckURL, d.appLink), AppRedirectURLKey: validate.Trim(d.appRedirectKey),
		ConnectionKey: validate.Trim(d.connectionKey),
		ExternalInfo:  d.info(),
	}
	document := canonical(validate.CheckDocument, d.document)
	if d.company() {
		r.BusinessTaxID, r.PersonalTaxID = document, canonical(validate.CheckCPF, d.representative)
	} else {
		r.PersonalTaxID = document
	}
	switch d.callbacks {
	case callbacksAll:
		if url := canonical(validate.CheckWebURL, d.callbackAll); url != "" {
			r.ProductsCallbackURL = map[string]string{klavi.ReportAll: url}
		}
	case callbacksEach:
		r.ProductsCallbackURL = make(map[string]string, len(d.callbackEach))
		for _, p := range d.callbackEach {
			r.ProductsCallbackURL[p.Key] = canonical(validate.CheckWebURL, p.Value)
		}
	}
	return r
}

// company tells whether the document is a CNPJ.
func (d Data) company() bool { return validate.DocumentKind(d.document) == validate.KindCNPJ }

// info writes externalInfo in the order of the rows.
func (d Data) info() json.RawMessage {
	if len(d.externalInfo) == 0 {
		return nil
	}
	b := []byte{'{'}
	for i, p := range d.externalInfo {
		if i > 0 {
			b = append(b, ',')
		}
		key, _ := json.Marshal(p.Key)
		value, _ := json.Marshal(p.Value)
		if raw, ok := d.rawInfo[p.Key]; ok && string(raw) == p.Value {
			value = raw
		}
		b = append(append(append(b, key...), ':'), value...)
	}
	return append(b, '}')
}

// canonical gives the form that is sent of a text that check accepts, and the
// text itself, without blanks around it, of one that it does not.
func canonical[T interface{ Reveal() string }](check func(string) (T, validate.Problem), s string) string {
	if v, p := check(s); p.OK() {
		return v.Reveal()
	}
	return validate.Trim(s)
}
