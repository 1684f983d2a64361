package sandbox

import (
	_ "embed" // for the samples
	"encoding/json"
	"fmt"
)

// sample is an invented report, so that the last page shows what a company learns from
// an authorisation. Amounts are in centavos, and days are counted from today.
type sample struct {
	Account struct {
		Branch, Number string
		Balance        int64
	}
	Movements []movement
	Card      struct {
		Ending      string
		Limit, Used int64
		DueInDays   int
	}
}

// movement is money that came or went. What maps languages to its name.
type movement struct {
	DaysAgo int
	What    map[Lang]string
	Amount  int64
}

// The samples of a person and of a company.
var (
	//go:embed sample/person.json
	personSample []byte
	//go:embed sample/company.json
	companySample []byte
)

// sampleFor returns the sample for a kind of customer.
func sampleFor(company bool) sample {
	file := personSample
	if company {
		file = companySample
	}
	var s sample
	_ = json.Unmarshal(file, &s) // a test ensures that the embedded files are readable
	return s
}

// sampleReport writes the sample.
func (v view) sampleReport(d *document) {
	w, s := v.Words, v.Sample
	day := func(fromToday int) string { return v.Today.AddDate(0, 0, fromToday).Format(w.Day) }
	d.add(`<section class="sample">
<h2>%s</h2>
<p>%s</p>
`, w.Sample, fmt.Sprintf(w.SampleF, v.Company))
	d.add(`<h3>%s <small>%s</small></h3>
<p class="money">%s</p>
`, w.Account, fmt.Sprintf(w.NumberF, s.Account.Branch, s.Account.Number), w.Money(s.Account.Balance))
	d.add("<h3>%s</h3>\n<table>\n", w.Movements)
	for _, m := range s.Movements {
		sign := "out"
		if m.Amount > 0 {
			sign = "in"
		}
		d.add(`<tr><td>%s</td><td>%s</td><td class="%s">%s</td></tr>`+"\n",
			day(-m.DaysAgo), m.What[v.Lang], sign, w.Money(m.Amount))
	}
	d.add(`</table>
<h3>%s</h3>
<p>%s</p>
<p>%s</p>
</section>
`, fmt.Sprintf(w.CardF, s.Card.Ending), fmt.Sprintf(w.UsedF, w.Money(s.Card.Used), w.Money(s.Card.Limit)),
		fmt.Sprintf(w.DueF, day(s.Card.DueInDays)))
}
