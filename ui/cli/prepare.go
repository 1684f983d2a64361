package cli

import (
	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/text"
)

// flaws describes what is wrong with a request.
type flaws struct {
	field     string   // the first field that is wrong
	sentences []string // one sentence for each field that is wrong
}

// prepare checks a request as the wizard does. It returns the request with its values
// as the API expects them.
func prepare(t *text.Catalogue, r klavi.LinkRequest) (klavi.LinkRequest, flaws) {
	r, found := draft.Prepare(r)
	var wrong flaws
	for _, f := range found {
		wrong.sentences = append(wrong.sentences, f.Field+": "+f.Words(t))
	}
	if len(found) > 0 {
		wrong.field = found[0].Field
	}
	return r, wrong
}
