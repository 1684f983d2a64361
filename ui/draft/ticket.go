package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"klavilink/ui/text"
	"klavilink/validate"
)

// AskTicket makes the form ask for the partner's own number of the case. It goes out in
// externalInfo under the key, and a value that is there already is moved to the field. An
// empty key asks nothing.
func (d *Draft) AskTicket(key string) {
	d.ticketKey = key
	if i := slices.IndexFunc(d.externalInfo, func(p Pair) bool { return p.Key == key }); key != "" && i >= 0 {
		d.texts[Ticket] = d.externalInfo[i].Value
		d.externalInfo = slices.Delete(slices.Clone(d.externalInfo), i, i+1)
	}
}

// Ticket returns the number of the case. It is empty if none is asked or typed.
func (d *Draft) Ticket() string {
	if d.ticketKey == "" {
		return ""
	}
	return validate.Trim(d.texts[Ticket])
}

// TicketName returns the key of the ticket as a label: "numero_do_caso" is "Numero do
// caso".
func (d *Draft) TicketName() string {
	name := strings.ReplaceAll(d.ticketKey, "_", " ")
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + name[size:]
}

// Title returns the title of a field in the form of this draft.
func (d *Draft) Title(t *text.Catalogue, f *Field) string {
	if f.Key == Ticket && d.ticketKey != "" {
		return fmt.Sprintf(t.Field.OptionalF, d.TicketName())
	}
	return f.Title(t)
}

// infoRows are the rows of externalInfo that go out. The ticket is the first one, and
// takes the place of a row that has its key.
func infoRows(d *Draft) []Pair {
	ticket := d.Ticket()
	if ticket == "" {
		return d.externalInfo
	}
	rows := []Pair{{Key: d.ticketKey, Value: ticket}}
	for _, p := range d.externalInfo {
		if p.Key != d.ticketKey {
			rows = append(rows, p)
		}
	}
	return rows
}
