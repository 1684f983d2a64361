package draft

import (
	"errors"
	"slices"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// Finding is a field of a request that is wrong.
type Finding struct {
	Field string // the API's name
	Err   error  // a [validate.Problem] or a [*klavi.Error]
}

// Words says in a language what is wrong.
func (f Finding) Words(t *text.Catalogue) string { return t.Rule(f.Err) }

// Prepare checks a request as the form does, and writes its values as they are
// sent: documents without punctuation, the telephone in E.164. It returns
// everything that is wrong. A request needs no document: for the API it is
// optional, and a script is held to the API's rules.
func Prepare(r klavi.LinkRequest) (klavi.LinkRequest, []Finding) {
	var found []Finding
	done := map[string]bool{} // two fields of the form may share a field of the API
	for _, f := range table() {
		for _, t := range f.targets {
			if done[t.name] || t.text == nil {
				continue
			}
			done[t.name] = true
			if p := rewrite(f, t, &r); !p.OK() {
				found = append(found, Finding{t.name, p})
			}
		}
	}
	err := r.Check()
	if err == nil {
		return r, found
	}
	f := Finding{Err: err}
	var e *klavi.Error
	if errors.As(err, &e) {
		f.Field = e.Field
	}
	if !slices.ContainsFunc(found, func(g Finding) bool { return g.Field == f.Field }) {
		found = append(found, f)
	}
	return r, found
}

// rewrite puts a value of a request into the form in which it is sent, or says what
// is wrong with it. An empty value stays empty.
func rewrite(f *Field, t target, r *klavi.LinkRequest) validate.Problem {
	parse := t.parse
	if parse == nil {
		parse = f.parse
	}
	value := t.text(r)
	if *value == "" || parse == nil {
		return validate.Problem{}
	}
	sent, p := parse(*value)
	if p.OK() {
		*value = sent
	}
	return p
}

// trimmed accepts any text and drops the blanks around it.
func trimmed(s string) (string, validate.Problem) { return strings.TrimSpace(s), validate.Problem{} }
