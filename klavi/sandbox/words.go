package sandbox

import (
	"fmt"
	"strconv"
	"strings"
)

// Lang is a language of the pages.
type Lang string

// The languages.
const (
	Portuguese Lang = "pt"
	English    Lang = "en"
)

// langOf returns the language that a tag such as "pt-BR" or "en" names, and reports whether
// the pages have it.
func langOf(tag string) (Lang, bool) {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch l := Lang(primary); l {
	case Portuguese, English:
		return l, true
	default:
		return "", false
	}
}

// Words holds the sentences of the pages, which a customer reads on a telephone.
// Every page begins with Demo.
type Words struct {
	Tag   string // the language as HTML names it
	Title string
	Demo  string

	// Company is the name of a company that has none in its settings.
	Company string

	Choose  string
	ChooseF string // the company
	Outage  string

	ConfirmF string // the institution
	ShareF   string // the company
	Safe     string
	Continue string
	Decline  string

	Bank      string
	BankF     string // the institution
	Authorise string
	Refuse    string

	Terms    string
	TermsIs  string
	Agree    string
	Disagree string

	Done     string
	DoneIs   string
	Delivers string
	Reports  string
	AtKlavi  string
	Returns  string
	InApp    string
	Uncalled string
	Another  string
	Again    string

	// The sample is an invented report. Day is a layout for package time, and Thousands
	// and Decimal stand in amounts.
	Sample    string
	SampleF   string // the company
	Account   string
	NumberF   string // the branch and the number
	Movements string
	CardF     string // the last digits
	UsedF     string // the amount and the limit
	DueF      string // the day
	Day       string
	Thousands string
	Decimal   string
	Integrate string

	Refused  string
	RefusedF string // the institution

	UntilF string // the time
	Over   string
	OverIs string
}

// WordsIn returns the sentences in a language. They are Portuguese for an unknown one.
func WordsIn(l Lang) Words {
	if l == English {
		return englishWords()
	}
	return portugueseWords()
}

// Money returns an amount of reais, which is given in centavos.
func (w *Words) Money(centavos int64) string {
	sign := ""
	if centavos < 0 {
		sign, centavos = "−", -centavos
	}
	reais := strconv.FormatInt(centavos/100, 10)
	for i := len(reais) - 3; i > 0; i -= 3 {
		reais = reais[:i] + w.Thousands + reais[i:]
	}
	return fmt.Sprintf("%sR$\u00a0%s%s%02d", sign, reais, w.Decimal, centavos%100)
}
