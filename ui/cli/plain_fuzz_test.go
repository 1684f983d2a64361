package cli

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
)

// FuzzPlainAnswers checks that no answer makes the plain questions fail in an unknown way, or
// write anything that a terminal could obey.
func FuzzPlainAnswers(f *testing.F) {
	f.Add("52998224725\n\n\n\n\n")
	f.Add("52998224725\nana@gmial.com\n\n11987654321\nbanco do\n1\nmais\n\n3\n" +
		"a\x1b[2J\nhttps://x.br\na\x1b[2J\nhttps://x.br\n")
	f.Add("11222333000181\n529.982.247-25\n\n\n9\u202e9\n999\nmore\n-\n1\n\nk\nv\nk\nv\n\n\n\n")
	f.Fuzz(func(t *testing.T, answers string) {
		var out, errs bytes.Buffer
		api := &customers{}
		status := Run(t.Context(), Env{
			In: strings.NewReader(answers), Out: &out, Err: &errs, Clock: fixedClock(noon), Transport: api,
			Getenv: getenv("KLAVI_ACCESS_TOKEN", "t"),
		}, []string{"--plain", "--lang", "pt"})
		switch {
		case status != ExitOK && status != ExitAbandoned:
			t.Errorf("exit status %d: %s", status, errs.String())
		case (status == ExitOK) != (out.String() == "https://conecte.klavi.ai/x\n") || len(api.made) > 1:
			t.Errorf("exit status %d, %q, %d links", status, out.String(), len(api.made))
		}
		for _, r := range errs.String() {
			if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && r != '\n' {
				t.Errorf("%q in %q", r, errs.String())
			}
		}
	})
}
