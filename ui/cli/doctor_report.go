package cli

import (
	"fmt"
	"strings"

	"klavilink/validate"
)

// sign stands at the start of a line of doctor.
type sign string

// The signs: it works, it does not work, it is only information.
const good, bad, note sign = "✓", "✗", "·"

// result is the name of a sign in JSON.
func (s sign) result() string {
	switch s {
	case good:
		return "ok"
	case bad:
		return "failed"
	default:
		return "note"
	}
}

// checkObject is a line of doctor in JSON.
type checkObject struct {
	Name    string `json:"name"`
	Result  string `json:"result"`
	Message string `json:"message"`
}

// doctorObject is what doctor says in JSON. Scripts rely on its names.
type doctorObject struct {
	Version     versionObject  `json:"version"`
	Profile     string         `json:"profile"`
	Environment string         `json:"environment"`
	API         string         `json:"api"`
	Credentials string         `json:"credentials"` // where they come from, or empty
	Checks      []checkObject  `json:"checks"`
	Terminal    terminalObject `json:"terminal"`
	ExitStatus  int            `json:"exitStatus"`
}

// diagnosis prints the lines of doctor as they come, or all of them as one JSON object.
type diagnosis struct {
	print  *printer
	home   string
	object doctorObject
}

// add adds a line. The name is for scripts and the label for people. The home folder is
// shortened to "~", because the folder's name is usually the user's.
func (r *diagnosis) add(s sign, name, label, value string) {
	if r.home != "" {
		value = strings.ReplaceAll(value, r.home, "~")
	}
	value = validate.Harmless(value, 300)
	r.object.Checks = append(r.object.Checks, checkObject{name, s.result(), value})
	if !r.print.json {
		_, _ = fmt.Fprintf(r.print.out, "%s %-12s %s\n", s, label, value)
	}
}

// end prints the JSON object.
func (r *diagnosis) end(status int) {
	if r.print.json {
		r.object.ExitStatus = status
		r.print.object(r.object)
	}
}
