package text

// NoWhatsApp holds the words that differ where WhatsApp is switched off.
type NoWhatsApp struct{ Phone, PhoneNote, PhoneFixed string }

// WithoutWhatsApp returns the catalogue for a company that does not send links by
// WhatsApp. Nothing in it that an agent reads or says before sending names WhatsApp.
func (t *Catalogue) WithoutWhatsApp() *Catalogue {
	c := *t
	c.Field.Phone, c.Field.PhoneNote, c.Field.PhoneFixed = t.Without.Phone, t.Without.PhoneNote, t.Without.PhoneFixed
	c.Say.Created = t.Say.Unopened
	return &c
}
