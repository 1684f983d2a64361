package draft

import (
	"fmt"
	"slices"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// tick says that a text is good.
const tick = "✓"

// Verdict is what there is to say about a text. It has the fields of field.Verdict
// in the same order, so that one converts to the other and neither package imports
// the other.
type Verdict struct {
	// Title replaces the label, if it is not empty: the label follows what is
	// typed.
	Title string

	// Problem keeps the agent from going on. Early says that more typing does not
	// mend it, so the form shows it at once.
	Problem string
	Early   bool

	// Note is said if no problem is shown. ReadAloud marks a note that the agent
	// acts upon.
	Note      string
	ReadAloud bool

	// Suggestion is what the text is probably meant to be, and empty if nobody knows.
	Suggestion string
}

// Check judges the text of a field in a language. A field that is not a line of
// text gets an empty verdict.
func (f *Field) Check(t *text.Catalogue, value string) Verdict {
	if f.Kind != KindText {
		return Verdict{}
	}
	v := f.judge(t, value)
	if f.refine != nil {
		v = f.refine(t, value, v)
	}
	return v
}

func (f *Field) judge(t *text.Catalogue, value string) Verdict {
	empty := validate.Trim(value) == ""
	switch {
	case empty && f.missing != nil:
		return Verdict{Problem: f.missing(t), Note: f.Note(t)}
	case f.Optional && (empty || f.parse == nil):
		return Verdict{Note: f.Note(t)}
	}
	if p := f.Problem(value); !p.OK() {
		if url, ok := withHTTPS(f.parse, value); ok && p.Reason == validate.Scheme {
			return Verdict{Problem: t.Field.NoHTTPS, Note: t.Field.NoHTTPS, Suggestion: url}
		}
		problem := t.Problem(p)
		return Verdict{Problem: problem, Early: early(p), Note: problem}
	}
	if f.good == nil {
		return Verdict{Note: tick}
	}
	return Verdict{Note: f.good(t, value)}
}

// withHTTPS puts https:// in front of a text that begins like the name of a site. It
// returns false if that makes no valid address.
func withHTTPS(parse parser, value string) (string, bool) {
	value = validate.Trim(value)
	host, _, _ := strings.Cut(value, "/")
	url, p := parse("https://" + value)
	return url, strings.Contains(host, ".") && !strings.ContainsAny(host, ":@") && p.OK()
}

// Problem returns what is wrong with a text. An empty text is a problem here even
// for an optional field. Fields that take any text have no problem.
func (f *Field) Problem(value string) validate.Problem {
	if f.parse == nil {
		return validate.Problem{}
	}
	_, p := f.parse(value)
	return p
}

// CheckRow says what is wrong with a row of a field, in a language, and what its value is
// probably meant to be. The problem is empty if nothing is wrong, and the value if nobody
// knows.
func (f *Field) CheckRow(t *text.Catalogue, rows []Pair, i int) (problem, meant string) {
	if f.row == nil {
		return "", ""
	}
	return f.row(t, rows, i)
}

// early reports whether more typing cannot mend a problem.
func early(p validate.Problem) bool {
	switch p.Reason {
	case validate.Char, validate.Long, validate.CheckChar, validate.Repeated, validate.Check,
		validate.AreaCode, validate.Country, validate.Service:
		return true
	default:
		return false
	}
}

// refineEmail asks about an address that is probably mistyped. It names the domain only,
// because the form hides the rest of the address.
func refineEmail(t *text.Catalogue, value string, v Verdict) Verdict {
	email, _ := validate.CheckEmail(value)
	if meant, ok := email.LikelyTypo(); ok {
		_, domain, _ := strings.Cut(meant, "@")
		v.Note, v.Suggestion = fmt.Sprintf(t.Field.DidYouMeanF, domain), meant
	}
	return v
}

// goodPhone says which kind of telephone a number belongs to.
func goodPhone(t *text.Catalogue, value string) string {
	if phone, _ := validate.CheckPhone(value); phone.Mobile() {
		return t.Field.PhoneMobile
	}
	return t.Field.PhoneFixed
}

// callbackRow checks a row of report and address.
func callbackRow(t *text.Catalogue, rows []Pair, i int) (problem, meant string) {
	row := rows[i]
	switch {
	case row.Key == "":
		return t.Wrong.ReportName, ""
	case repeated(rows, i):
		return fmt.Sprintf(t.Field.RowTwiceF, row.Key), ""
	case len(rows) > 1 && row.Key == klavi.ReportAll:
		return t.Wrong.AllExclusive, ""
	}
	_, p := validate.CheckWebURL(row.Value)
	if p.OK() {
		return "", ""
	}
	if url, ok := withHTTPS(parsing(validate.CheckWebURL), row.Value); ok && p.Reason == validate.Scheme {
		return row.Key + ": " + t.Field.NoHTTPS, url
	}
	return row.Key + ": " + t.Problem(p), ""
}

// infoRow checks a row of externalInfo.
func infoRow(t *text.Catalogue, rows []Pair, i int) (problem, meant string) {
	row := rows[i]
	switch {
	case row.Key == "":
		problem = t.Field.RowEmptyKey
	case row.Value == "":
		problem = fmt.Sprintf(t.Field.RowEmptyValueF, row.Key)
	case repeated(rows, i):
		problem = fmt.Sprintf(t.Field.RowTwiceF, row.Key)
	}
	return problem, ""
}

// repeated reports whether a row before the i-th has the same key.
func repeated(rows []Pair, i int) bool {
	return slices.ContainsFunc(rows[:i], func(p Pair) bool { return p.Key == rows[i].Key })
}
