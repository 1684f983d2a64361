package main

import (
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"klavilink/validate"
)

func TestMedianIsTheMiddleOfWhatWasMeasured(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1, 5}, 5}, {[]float64{4, 1, 100, 2}, 3}} {
		if got := median(c.values); got != c.want {
			t.Errorf("%v: %v", c.values, got)
		}
	}
}

func TestThePageGivesRatiosAndSaysWhereKlavilinkIsBehind(t *testing.T) {
	text := page(plan{}, nil, []string{"pop"}, []section{{
		title: "Start", measures: []measure{{name: "time", unit: "ms", digits: 1}, {name: "updates", plain: true}},
		rows: []row{
			{"klavilink", []float64{20, 60}},
			{"slower", []float64{30, 1}},
			{"faster", []float64{10, 1}},
			{"as fast", []float64{19.5, 1}},
			{"not measured", []float64{none, none}},
		},
	}})
	for _, want := range []string{
		"| klavilink | 20.0 ms | 60 |",
		"| slower | 30.0 ms (1.50) | 1 |",
		"| faster | 10.0 ms (0.50) | 1 |",
		"| not measured | – | – |",
		"- Start, time: faster 10.0 ms, klavilink 20.0 ms\n", "- pop: not measured",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	if n := strings.Count(text, ", klavilink "); n != 1 {
		t.Errorf("behind in %d figures:\n%s", n, text)
	}
}

func TestNumbersToCheckAreMadeByTheRule(t *testing.T) {
	if first := check("529982247", cpfWeights[0]); first+check("529982247"+first, cpfWeights[1]) != "25" {
		t.Error("the usual sample has other digits")
	}
	for _, c := range []struct {
		digits  int
		weights [2][]int
		valid   func(string) bool
	}{{9, cpfWeights, validCPF}, {12, cnpjWeights, validCNPJ}} {
		right, wrong := numbers(c.digits, c.weights)
		if n := misjudged(c.valid, right, wrong); n > 0 {
			t.Errorf("%d digits: %v judged wrong", c.digits, n)
		}
		if n := misjudged(c.valid, wrong, right); int(n) != len(right)+len(wrong) {
			t.Errorf("%d digits: turned round only %v are judged wrong", c.digits, n)
		}
	}
	if _, problem := validate.CheckCPF(sample); !problem.OK() {
		t.Error("the sample is no CPF")
	}
}

func TestATerminalAnswersEachQuestionOnceHoweverItArrives(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	s := &session{tty: w, answers: true}
	for _, part := range []string{"hello\x1b[", "c\x1b[?20", "26$p and \x1b]11;?\x07", "more"} {
		s.part += part
		s.answer()
	}
	_ = w.Close()
	buffer := make([]byte, 200)
	n, _ := r.Read(buffer)
	if got, want := string(buffer[:n]), "\x1b[?62;4c\x1b[?2026;2$y\x1b]11;rgb:0000/0000/0000\x1b\\"; got != want {
		t.Errorf("%q", got)
	}
}

func TestEveryContenderDrawsWhatIsTyped(t *testing.T) {
	s, err := picker(t.Context(), plan{rounds: 0}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.rows) != 3 || math.IsNaN(s.rows[0].values[0]) {
		t.Errorf("%+v", s.rows)
	}
}

func TestTheCommittedPageHasTheProseOfTheProgram(t *testing.T) {
	page, err := os.ReadFile("../../../../docs/benchmarks.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		introduction, conditions, startText, restingText, countingText,
		binaryText, pickerText, documentsText, drawingText, batchText, linksText,
	} {
		quoted := regexp.QuoteMeta(text)
		for _, verb := range []string{"%s", "%d", "%v"} {
			quoted = strings.ReplaceAll(quoted, verb, `\S+`)
		}
		if !regexp.MustCompile(quoted).Match(page) {
			t.Errorf("the page does not have\n%s", text)
		}
	}
}
