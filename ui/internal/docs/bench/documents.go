package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cuducos/go-cnpj"
	"github.com/cuducos/go-cpf"
	inovacc "github.com/inovacc/brdoc"
	paemuri "github.com/paemuri/brdoc"

	"klavilink/validate"
)

// documentsText stands above the table. It takes the numbers of CPFs and of CNPJs.
const documentsText = "The time to check one number with punctuation. The columns \"judged wrong\" count mistakes\n" +
	"in %d CPFs and %d CNPJs without punctuation. Half of them are right by the rule of the\n" +
	"check digits, and half have one check digit changed. klavilink also says what is\n" +
	"wrong. The others only say yes or no."

// documents measures the check of a CPF and of a CNPJ with punctuation, and how
// often a library is wrong. It is tried on numbers that are right by the rule, and
// on the same numbers with one of the check digits changed.
func documents(_ context.Context, p plan, _ []program) (section, error) {
	rightCPF, wrongCPF := numbers(9, cpfWeights)
	rightCNPJ, wrongCNPJ := numbers(12, cnpjWeights)
	s := section{
		text: fmt.Sprintf(documentsText, len(rightCPF)+len(wrongCPF), len(rightCNPJ)+len(wrongCNPJ)),
		measures: []measure{
			{name: "CPF", unit: "ns", digits: 0},
			{name: "CPF, allocations", digits: 0},
			{name: "CPFs judged wrong", digits: 0, plain: true},
			{name: "CNPJ", unit: "ns", digits: 0},
			{name: "CNPJ, allocations", digits: 0},
			{name: "CNPJs judged wrong", digits: 0, plain: true},
		},
	}
	checkers := []struct {
		name      string
		cpf, cnpj func(string) bool
	}{
		{"klavilink/validate", validCPF, validCNPJ},
		{"paemuri/brdoc v1.1.1", paemuri.IsCPF, paemuri.IsCNPJ},
		{"inovacc/brdoc v1.0.0", inovacc.NewCPF().Validate, inovacc.NewCNPJ().Validate},
		{"cuducos/go-cpf v0.0.1, go-cnpj v0.1.2", cpf.IsValid, cnpj.IsValid},
	}
	var jobs []job
	for _, c := range checkers {
		jobs = append(jobs, repeat(c.cpf, "529.982.247-25"), repeat(c.cnpj, "11.222.333/0001-81"))
	}
	var values []float64
	for _, r := range timed(p.rounds, jobs) {
		c := checkers[len(s.rows)]
		if values == nil {
			values = []float64{r.ns, r.allocs, misjudged(c.cpf, rightCPF, wrongCPF)}
			continue
		}
		s.rows = append(s.rows, row{c.name, append(values, r.ns, r.allocs, misjudged(c.cnpj, rightCNPJ, wrongCNPJ))})
		values = nil
	}
	return s, nil
}

func validCPF(s string) bool {
	_, problem := validate.CheckCPF(s)
	return problem.OK()
}

func validCNPJ(s string) bool {
	_, problem := validate.CheckCNPJ(s)
	return problem.OK()
}

func repeat(check func(string) bool, text string) job {
	return job{"", func(b *testing.B) {
		for range b.N {
			check(text)
		}
	}}
}

func misjudged(check func(string) bool, right, wrong []string) (n float64) {
	for _, s := range right {
		if !check(s) {
			n++
		}
	}
	for _, s := range wrong {
		if check(s) {
			n++
		}
	}
	return n
}

// The weights of the two check digits (Receita Federal).
var (
	cpfWeights  = [2][]int{{10, 9, 8, 7, 6, 5, 4, 3, 2}, {11, 10, 9, 8, 7, 6, 5, 4, 3, 2}}
	cnpjWeights = [2][]int{{5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2}, {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2}}
)

// numbers makes numbers of so many digits with their check digits, and the same
// numbers with the first or the second check digit changed. It shares no code with
// package validate, so that a fault there shows here.
func numbers(digits int, weights [2][]int) (right, wrong []string) {
	const count = 1000
	for i := range count {
		body := fmt.Sprint(int64(i+1) * 9973 * 104729)
		body = (strings.Repeat("0", digits) + body)[len(body):]
		body = body[len(body)-digits:]
		first := check(body, weights[0])
		second := check(body+first, weights[1])
		right = append(right, body+first+second)
		if i%2 == 0 {
			wrong = append(wrong, body+other(first)+second)
		} else {
			wrong = append(wrong, body+first+other(second))
		}
	}
	return right, wrong
}

// check returns the check digit of a number: 11 less the remainder, or 0 if that
// is 10 or 11.
func check(body string, weights []int) string {
	sum := 0
	for i, w := range weights {
		sum += w * int(body[i]-'0')
	}
	if rest := sum % 11; rest > 1 {
		return fmt.Sprint(11 - rest)
	}
	return "0"
}

func other(digit string) string { return string('0' + (digit[0]-'0'+1)%10) }
