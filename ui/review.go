package ui

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

func (m *Model) pressReview(msg tea.KeyPressMsg, asked confirmation) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.create):
		// Once a run: who is in production by mistake finds out before a customer does.
		if p := m.cfg.Place; !p.Demo && p.Env == klavi.Production && len(m.links) == 0 && asked != confirmProduction {
			m.asked, m.notice = confirmProduction, m.t.Review.AskProduction
			return nil
		}
		return m.follow(Submit)
	case key.Matches(msg, m.keys.back):
		m.step = len(m.steps) - 1
		return m.follow(Back)
	case key.Matches(msg, m.keys.edit):
		m.step = int(msg.String()[0] - '1')
		return m.follow(Edit)
	case key.Matches(msg, m.keys.scroll):
		by := map[string]int{"up": -1, "down": 1, "pgup": -10, "pgdown": 10}[msg.String()]
		m.scrolled = min(max(m.scrolled+by, 0), max(len(m.reviewLines())-m.reviewRoom(), 0))
	}
	return nil
}

// reviewRow is a line of the review: which step it is edited in, what it is, the
// value as it will be sent, and the API's name for it.
type reviewRow struct {
	step               int
	label, value, name string
}

// review lists what will be sent. Its values are read from the very request
// that goes out.
func review(t *text.Catalogue, d *Data, bank string, hidden bool) []reviewRow {
	r := d.Request()
	personal := func(value string, mask, hide func(string) string) string {
		switch {
		case value == "":
			return ""
		case hidden:
			return hide(value)
		default:
			return mask(value)
		}
	}
	whole := func(s string) string { return s }
	var rows []reviewRow
	add := func(step int, label, value, name string) { rows = append(rows, reviewRow{step, label, value, name}) }
	if r.BusinessTaxID != "" {
		add(stepCustomer, t.Field.CNPJ, personal(r.BusinessTaxID, validate.MaskCNPJ, hideDocument), "businessTaxId")
		if cnpj, p := validate.CheckCNPJ(r.BusinessTaxID); p.OK() && cnpj.HasLetters() && !hidden {
			add(stepCustomer, t.Review.ReadBack, t.ReadBack(cnpj), "")
		}
	}
	if r.PersonalTaxID != "" || r.BusinessTaxID == "" {
		add(stepCustomer, t.Field.CPF, personal(r.PersonalTaxID, validate.MaskCPF, hideDocument), "personalTaxId")
	}
	add(stepCustomer, t.Field.Email, personal(r.Email, whole, hideEmail), "email")
	add(stepCustomer, t.Field.Phone, personal(r.Phone, whole, hidePhone), "phone")
	add(stepInstitution, t.Step.Institution, bank, "institutionCode")
	add(stepReturn, t.Field.RedirectURL, r.RedirectURL, "redirectURL")
	if len(r.ProductsCallbackURL) == 0 {
		add(stepReturn, t.Field.Callbacks, t.Field.CallbacksNone, "productsCallbackURL")
	}
	for i, code := range r.Reports() {
		label, name := "", ""
		if i == 0 {
			label, name = t.Field.Callbacks, "productsCallbackURL"
		}
		add(stepReturn, label, code+" → "+r.ProductsCallbackURL[code], name)
	}
	add(stepReturn, t.Field.AppLink, r.AppLink, "appLink")
	if r.AppRedirectURLKey != "" {
		add(stepReturn, t.Field.AppKey, r.AppRedirectURLKey, "appRedirectURLKey")
	}
	for i, p := range d.externalInfo {
		label, name := "", ""
		if i == 0 {
			label, name = t.Field.ExternalInfo, "externalInfo"
		}
		add(stepMore, label, p.Key+" = "+p.Value, name)
	}
	if len(d.externalInfo) == 0 {
		add(stepMore, t.Field.ExternalInfo, "", "externalInfo")
	}
	add(stepMore, t.Field.ConnectionKey, r.ConnectionKey, "connectionKey")
	return rows
}

// bank names the chosen institution.
func (m *Model) bank() string {
	code := m.data.institution
	if code == "" {
		return m.t.Field.CustomerChooses
	}
	if i, ok := m.institution(code); ok {
		return i.Name + " (" + code + ")"
	}
	return code
}

const labelWidth = 23

// reviewLines lays the rows out, a heading for each step.
func (m *Model) reviewLines() []string {
	var lines []string
	width := m.width - 4
	last := -1
	for _, r := range review(m.t, m.data, m.bank(), m.veiled()) {
		if r.step != last {
			lines = append(lines, m.theme.title.Render(strconv.Itoa(r.step+1)+" "+m.steps[r.step].name))
			last = r.step
		}
		label := cut(r.label, labelWidth)
		line := "  " + m.theme.dim.Render(label+strings.Repeat(" ", labelWidth-ansi.StringWidth(label))) + " "
		room := width - labelWidth - 3
		value := m.theme.text.Render
		if r.value == "" {
			r.value, value = m.t.Review.Nothing, m.theme.dim.Render
		}
		for i, part := range strings.Split(ansi.Hardwrap(ansi.Wordwrap(validate.Harmless(r.value, maxShown), room, " "), room, true), "\n") {
			if i > 0 {
				line = strings.Repeat(" ", labelWidth+3)
			}
			line += value(part)
			if i == 0 && ansi.StringWidth(part)+len(r.name)+2 <= room {
				line += strings.Repeat(" ", room-ansi.StringWidth(part)-len(r.name)) + m.theme.dim.Render(r.name)
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// maxShown bounds a value on the review, in characters.
const maxShown = 600

// reviewRoom is how many lines of the review fit.
func (m *Model) reviewRoom() int { return m.height - 2 - m.footerHeight() - 2 }

func (m *Model) reviewOverflows() bool { return len(m.reviewLines()) > m.reviewRoom() }

func (m *Model) viewReview() string {
	lines := m.reviewLines()
	room := m.reviewRoom()
	title := " " + m.theme.text.Render(m.t.Review.Title)
	if len(lines) > room {
		from := min(m.scrolled, len(lines)-room)
		lines = lines[from : from+room]
		title += m.theme.dim.Render("  " + fmt.Sprintf(m.t.Review.ScrollF, from+1, from+room, len(m.reviewLines())))
	}
	return title + "\n\n  " + strings.Join(lines, "\n  ")
}
