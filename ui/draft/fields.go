package draft

import (
	"slices"
	"sync"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// Key tells the fields of the form apart.
type Key uint8

// The keys, in the order of the form.
const (
	Document Key = iota
	Representative
	Email
	Phone
	Ticket
	Institution
	RedirectURL
	Callbacks
	CallbackAll
	CallbackEach
	AppLink
	AppKey
	ExternalInfo
	ConnectionKey

	keys // the number of keys
)

// String returns the key as a form names its fields.
func (k Key) String() string {
	names := [keys]string{
		Document: "document", Representative: "representative", Email: "email", Phone: "phone", Ticket: "ticket",
		Institution: "institutionCode", RedirectURL: "redirectURL",
		Callbacks: "callbacks", CallbackAll: "productsCallbackURL.all", CallbackEach: "productsCallbackURL",
		AppLink: "appLink", AppKey: "appRedirectURLKey", ExternalInfo: "externalInfo", ConnectionKey: "connectionKey",
	}
	if int(k) < len(names) {
		return names[k]
	}
	return ""
}

// Fields returns the table, in the order of the form. Each call makes a new table,
// so that a caller may change it.
func Fields() []*Field {
	return slices.Concat(customerFields(), institutionFields(), returnFields(), moreFields())
}

// table is the table for this package, made once and never changed.
var table = sync.OnceValue(Fields)

// customerFields is who the link is for.
func customerFields() []*Field {
	cpf := func(r *klavi.LinkRequest) *string { return &r.PersonalTaxID }
	cnpj := func(r *klavi.LinkRequest) *string { return &r.BusinessTaxID }
	return []*Field{
		{
			Key: Document, Step: StepCustomer, Plain: true, Mask: validate.MaskDocument, Hide: HideDocument,
			targets: []target{
				{name: "personalTaxId", text: cpf, parse: parsing(validate.CheckCPF)},
				{name: "businessTaxId", text: cnpj, parse: parsing(validate.CheckCNPJ)},
			},
			choose: documentTarget, origin: documentOf, parse: parsing(validate.CheckDocument),
			label:   func(t *text.Catalogue) string { return t.Field.Document },
			note:    func(t *text.Catalogue) string { return t.Field.DocumentNote },
			missing: func(t *text.Catalogue) string { return t.Wrong.EmptyDocument },
			good:    goodDocument, refine: refineDocument, spell: validate.MaskDocument, name: documentName,
		},
		{
			Key: Representative, Step: StepCustomer, Optional: true, Plain: true,
			Mask: validate.MaskCPF, Hide: HideDocument,
			asked: (*Draft).Company, under: Document,
			targets: to("personalTaxId", cpf), choose: representativeTarget, origin: representativeOf,
			parse: parsing(validate.CheckCPF),
			label: func(t *text.Catalogue) string { return t.Field.Representative },
			note:  func(t *text.Catalogue) string { return t.Field.RepresentativeNote },
			good:  goodDocument, spell: validate.MaskCPF,
			name: func(t *text.Catalogue, _ string) string { return t.Field.CPF },
		},
		{
			Key: Email, Step: StepCustomer, Optional: true, Plain: true, Hide: HideEmail,
			targets: to("email", func(r *klavi.LinkRequest) *string { return &r.Email }),
			parse:   parsing(validate.CheckEmail), refine: refineEmail,
			label: func(t *text.Catalogue) string { return t.Field.Email },
			note:  func(t *text.Catalogue) string { return t.Field.EmailNote },
		},
		{
			Key: Phone, Step: StepCustomer, Optional: true, Plain: true, Mask: validate.MaskPhone, Hide: HidePhone,
			targets: to("phone", func(r *klavi.LinkRequest) *string { return &r.Phone }),
			parse:   parsing(validate.CheckPhone), good: goodPhone,
			label: func(t *text.Catalogue) string { return t.Field.Phone },
			name:  func(t *text.Catalogue, _ string) string { return t.Field.PhoneName },
			note:  func(t *text.Catalogue) string { return t.Field.PhoneNote },
		},
		{
			Key: Ticket, Step: StepCustomer, Optional: true, Plain: true,
			asked:  func(d *Draft) bool { return d.ticketKey != "" },
			choose: func(*Draft) int { return -1 }, // it goes out with the rows of ExternalInfo
			origin: func(*klavi.LinkRequest) string { return "" },
			label:  func(t *text.Catalogue) string { return t.Field.Ticket },
			note:   func(t *text.Catalogue) string { return t.Field.TicketNote },
		},
	}
}

// institutionFields is where the customer authorises.
func institutionFields() []*Field {
	code := func(r *klavi.LinkRequest) *string { return &r.InstitutionCode }
	return []*Field{{
		Key: Institution, Step: StepInstitution, Kind: KindPicker, Optional: true, Plain: true,
		targets:     []target{{name: "institutionCode", text: code, parse: trimmed}},
		label:       func(t *text.Catalogue) string { return t.Step.Institution },
		question:    func(t *text.Catalogue) string { return t.CLI.PlainBank },
		placeholder: func(t *text.Catalogue) string { return t.Field.InstitutionSearch },
	}}
}

// returnFields is where the customer and the reports go afterwards.
func returnFields() []*Field {
	return []*Field{
		{
			Key: RedirectURL, Step: StepReturn, Optional: true, parse: parsing(validate.CheckURL),
			targets: to("redirectURL", func(r *klavi.LinkRequest) *string { return &r.RedirectURL }),
			label:   func(t *text.Catalogue) string { return t.Field.RedirectURL },
			note:    func(t *text.Catalogue) string { return t.Field.RedirectNote },
		},
		{
			Key: Callbacks, Step: StepReturn, Kind: KindChoice, targets: toObject("productsCallbackURL"),
			label: func(t *text.Catalogue) string { return t.Field.Callbacks },
			options: []words{
				CallbacksNone: func(t *text.Catalogue) string { return t.Field.CallbacksNone },
				CallbacksAll:  func(t *text.Catalogue) string { return t.Field.CallbacksAll },
				CallbacksEach: func(t *text.Catalogue) string { return t.Field.CallbacksEach },
			},
			list: callbackLines,
		},
		{
			Key: CallbackAll, Step: StepReturn, targets: toObject("productsCallbackURL"),
			asked: func(d *Draft) bool { return d.callbacks == CallbacksAll }, under: Callbacks,
			parse:       parsing(validate.CheckWebURL),
			label:       func(t *text.Catalogue) string { return t.Field.CallbackAll },
			placeholder: func(t *text.Catalogue) string { return t.Field.Address },
		},
		{
			Key: CallbackEach, Step: StepReturn, Kind: KindPairs, targets: toObject("productsCallbackURL"),
			asked: func(d *Draft) bool { return d.callbacks == CallbacksEach }, under: Callbacks,
			label: func(t *text.Catalogue) string { return t.Field.CallbackRows },
			note:  func(t *text.Catalogue) string { return t.Field.CallbackNote },
			columns: [2]words{
				func(t *text.Catalogue) string { return t.Field.Report },
				func(t *text.Catalogue) string { return t.Field.Address },
			},
			row: callbackRow, suggest: func(d *Draft) []string { return klavi.ReportCodes(d.Company()) },
		},
		{
			Key: AppLink, Step: StepReturn, Optional: true, parse: parsing(validate.CheckURL),
			targets: to("appLink", func(r *klavi.LinkRequest) *string { return &r.AppLink }),
			label:   func(t *text.Catalogue) string { return t.Field.AppLink },
			note:    func(t *text.Catalogue) string { return t.Field.AppLinkNote },
		},
		{
			Key: AppKey, Step: StepReturn,
			asked: func(d *Draft) bool { return validate.Trim(d.texts[AppLink]) != "" }, under: AppLink,
			targets: to("appRedirectURLKey", func(r *klavi.LinkRequest) *string { return &r.AppRedirectURLKey }),
			label:   func(t *text.Catalogue) string { return t.Field.AppKey },
			note:    func(t *text.Catalogue) string { return t.Field.AppKeyNote },
			missing: func(t *text.Catalogue) string { return t.Wrong.NeedsAppKey },
		},
	}
}

// moreFields is what the partner's own system needs.
func moreFields() []*Field {
	return []*Field{
		{
			Key: ExternalInfo, Step: StepMore, Kind: KindPairs, Optional: true, targets: toObject("externalInfo"),
			label: func(t *text.Catalogue) string { return t.Field.ExternalInfo },
			note:  func(t *text.Catalogue) string { return t.Field.ExternalInfoNote },
			columns: [2]words{
				func(t *text.Catalogue) string { return t.Field.Key },
				func(t *text.Catalogue) string { return t.Field.Value },
			},
			row: infoRow, list: infoLines,
		},
		{
			Key: ConnectionKey, Step: StepMore, Optional: true,
			targets: to("connectionKey", func(r *klavi.LinkRequest) *string { return &r.ConnectionKey }),
			label:   func(t *text.Catalogue) string { return t.Field.ConnectionKey },
			note:    func(t *text.Catalogue) string { return t.Field.ConnectionKeyNote },
		},
	}
}
