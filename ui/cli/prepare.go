package cli

import (
	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/text"
)

// flaws are what is wrong with a request.
type flaws struct {
	field     string   // the first that is wrong
	sentences []string // one for each that is wrong
}

// prepare checks a request as the wizard does and writes its values as they go
// out.
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
