package sandbox

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"slices"
)

// object is a JSON body with raw values. It keeps the exact names of the fields, so
// that the sandbox can check them.
type object map[string]json.RawMessage

// readObject reads a JSON object, and returns the problems that it found. The object
// may have only the given names. Decoding into a map keeps the names exact: for a
// struct, Go's decoder would accept "redirecturl" as "redirectURL", but the real
// API does not.
func readObject(w http.ResponseWriter, r *http.Request, names ...string) (object, []string) {
	if media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media != "application/json" {
		return nil, []string{"Content-Type must be application/json"}
	}
	b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return nil, []string{"request entity too large"}
	}
	var body object
	if json.Unmarshal(b, &body) != nil || body == nil {
		return nil, []string{"body must be a JSON object"}
	}
	var problems []string
	for name := range body {
		if !slices.Contains(names, name) {
			problems = append(problems, "property "+name+" should not exist")
		}
	}
	slices.Sort(problems)
	return body, problems
}

// text returns the string with the given name and appends what is wrong with it to
// problems.
func (o object) text(name string, required bool, problems *[]string) string {
	raw, there := o[name]
	if !there && !required {
		return ""
	}
	var s *string
	if !there || json.Unmarshal(raw, &s) != nil || s == nil {
		*problems = append(*problems, name+" must be a string")
		return ""
	}
	if *s == "" {
		*problems = append(*problems, name+" should not be empty")
	}
	return *s
}
