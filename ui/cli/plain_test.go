package cli

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"klavilink/ui/text"
)

// asked runs the plain questions in the demo. It returns what is said, with the answers
// where they were typed.
func asked(t *testing.T, lang string, answers ...string) (said []string, r ended) {
	t.Helper()
	in := strings.Join(answers, "\n")
	r = commanded(t.Context(), Env{}, in, "--plain", "--demo", "--lang", lang)
	return strings.Split(strings.TrimSuffix(r.err, "\n"), "\n"), r
}

func TestThePlainQuestionsAreAskedInOrderAndTheLinkIsPrinted(t *testing.T) {
	c := text.For("pt")
	said, r := asked(t, "pt", "52998224724", "529.982.247-25", "ana@", "", "(11) 98765-4321", "341", "s", "")
	questions := strings.Join(said, "\n")
	for _, want := range []string{
		c.CLI.PlainIntro, c.Frame.Demo, c.CLI.PlainBank,
		fmt.Sprintf(c.Plain.ConfirmF, "•••.982.247-••", "Itaú"),
		c.Link.Submitting, fmt.Sprintf(c.Link.ExpiresAtF, "12:30:00"), c.CLI.DemoServer,
	} {
		_, after, ok := strings.Cut(questions, want)
		if !ok {
			t.Fatalf("no %q, or not in this order, in\n%s", want, r.err)
		}
		questions = after
	}
	url := regexp.MustCompile(`^http://127\.0\.0\.1:\d+/\S+\n$`)
	if r.status != ExitOK || !url.MatchString(r.out) {
		t.Errorf("%d %q", r.status, r.out)
	}
	if n := strings.Count(r.err, c.Field.Document); n < 2 {
		t.Errorf("a wrong document is not asked for again:\n%s", r.err)
	}
}

func TestAPlainQuestionThatIsOptionalMayBeSkippedAndNoOther(t *testing.T) {
	c := text.For("pt")
	said, r := asked(t, "pt", "", "", "52998224725", "", "", "", "", "")
	if r.status != ExitOK || strings.Count(r.err, c.Field.Document+": ") != 3 {
		t.Errorf("%d: %q", r.status, said)
	}
}

func TestTheRepresentativeIsAskedForOnlyOfACompany(t *testing.T) {
	c := text.For("pt")
	for document, want := range map[string]bool{"52998224725": false, "11222333000181": true} {
		_, r := asked(t, "pt", document, "", "", "", "", "", "")
		if got := strings.Contains(r.err, c.Field.Representative); got != want || r.status != ExitOK {
			t.Errorf("%s: asked %t, status %d:\n%s", document, got, r.status, r.err)
		}
	}
}

func TestANumberWithLettersIsReadBack(t *testing.T) {
	_, r := asked(t, "pt", "12ABC34501DE35", "", "", "", "", "", "")
	if !strings.Contains(r.err, "A de amor") || r.status != ExitOK {
		t.Errorf("%d:\n%s", r.status, r.err)
	}
}

func TestThePlainQuestionsEndWithNoOrTheEndOfTheInput(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		c := text.For(text.Lang(lang))
		const document = "52998224725"
		for _, tt := range []struct {
			answers []string
			want    int
		}{
			{[]string{document, "", "", "", "n", ""}, ExitAbandoned},
			{[]string{document, "", "", "", "NO", ""}, ExitAbandoned},
			{[]string{document, "", "", "", ""}, ExitAbandoned},
			{[]string{document, "", "", "", "y"}, ExitOK},
			{[]string{document, "", "", "", "", ""}, ExitOK},
			{[]string{strings.Repeat("x", maxAnswers), "", ""}, ExitAbandoned},
		} {
			answers, want := tt.answers, tt.want
			_, r := asked(t, lang, answers...)
			abandoned := strings.HasSuffix(r.err, c.CLI.PlainAbandoned+"\n")
			if r.status != want || abandoned != (want == ExitAbandoned) || (r.out == "") != abandoned {
				t.Errorf("%s %.40q: %d %q", lang, answers[0], r.status, r.err)
			}
		}
	}
}

func TestAFailureAfterThePlainQuestionsHasItsStatus(t *testing.T) {
	r := commanded(t.Context(), Env{
		Transport: answering(401, ""), Getenv: getenv("KLAVI_ACCESS_KEY", "a", "KLAVI_SECRET_KEY", "b"),
	}, "52998224725\n\n\n\n\n", "--plain")
	if r.status != ExitCredentials || r.out != "" || !strings.Contains(r.err, text.For("pt").API.Keys) {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}
