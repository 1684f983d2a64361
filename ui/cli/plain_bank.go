package cli

import (
	"fmt"
	"strconv"

	"klavilink/ui/draft"
	"klavilink/ui/field"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// mostBanks is how many banks are listed to choose from.
const mostBanks = 9

// bank asks for the bank by its name or code, as the wizard's list does: with other names
// and a letter or two forgiven. An empty answer means that the customer chooses.
func (q *interview) bank(f *draft.Field, keep bool) error {
	value := q.draft.Text(f.Key)
	var listed []field.Option
	for {
		kept := keep && *value != ""
		question := q.question(f, kept)
		if len(listed) > 0 {
			question = fmt.Sprintf(q.t.Plain.OneOfF, len(listed))
		}
		answer, err := q.prompt(question)
		switch {
		case err != nil:
			return err
		case answer == "" && len(listed) > 0:
			listed = nil
			continue
		case answer == "" && kept:
			return nil
		case answer == "", answer == dropped:
			*value = ""
			return nil
		}
		code, candidates := q.search(answer, listed)
		if code != "" {
			*value = code
			q.print.tell(fmt.Sprintf(q.t.Plain.BankIsF, q.bankName()))
			return nil
		}
		listed = candidates[:min(len(candidates), mostBanks)]
		q.list(listed, len(candidates))
	}
}

// search returns the code of the bank that an answer means. If it may mean several, it
// returns those. If banks are listed, their numbers come first.
func (q *interview) search(answer string, listed []field.Option) (code string, candidates []field.Option) {
	if n, err := strconv.Atoi(answer); err == nil && answer == strconv.Itoa(n) && n >= 1 && n <= len(listed) {
		return listed[n-1].Value, nil
	}
	options := screen.BankOptions(&q.t.Field, q.desk.Institutions.List(), q.draft.Company())
	found, sure := field.Find(options, answer)
	switch {
	case sure || len(found) == 1:
		return found[0].Value, nil
	case len(found) == 0 && field.MayBeCode(answer):
		return answer, nil // The list may lack it. The API knows better.
	default:
		return "", found
	}
}

// list lists the banks that an answer may mean, with a number for each.
func (q *interview) list(banks []field.Option, all int) {
	if all == 0 {
		q.print.tell(q.t.Field.NoMatch)
		return
	}
	q.print.tell(fmt.Sprintf(q.t.Plain.ManyF, all))
	for i, b := range banks {
		q.print.tell(fmt.Sprintf("%d, %s, %s", i+1, b.Label, b.Detail))
	}
	if more := all - len(banks); more > 0 {
		q.print.tell(fmt.Sprintf(q.t.Plain.ManyMoreF, more))
	}
}

// bankName names the chosen bank, or says that the customer chooses.
func (q *interview) bankName() string {
	code := *q.draft.Text(draft.Institution)
	if code == "" {
		return q.t.Field.CustomerChooses
	}
	if in, ok := q.desk.Institutions.Find(code); ok {
		return in.Name
	}
	return fmt.Sprintf(q.t.Plain.UnlistedF, validate.Harmless(code, 40))
}
