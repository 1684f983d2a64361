package validate

import (
	"strings"
	"testing"
)

func TestOrdinaryEmailAddressesAreAccepted(t *testing.T) {
	for in, want := range map[string]string{
		"ana@exemplo.com.br":               "ana@exemplo.com.br",
		" ana@exemplo.com\r\n":             "ana@exemplo.com",
		"\ufeffana@exemplo.com\u200b":      "ana@exemplo.com",
		"Ana.Maria+x@Exemplo.COM":          "Ana.Maria+x@exemplo.com",
		"a_b-c@x-y.io":                     "a_b-c@x-y.io",
		"o'neil@exemplo.com":               "o'neil@exemplo.com",
		"1@2.com":                          "1@2.com",
		strings.Repeat("a", 64) + "@x.com": strings.Repeat("a", 64) + "@x.com",
	} {
		if e, p := CheckEmail(in); !p.OK() || e.Reveal() != want {
			t.Errorf("%q: %v, %q", in, p, e.Reveal())
		}
	}
}

func TestCheckEmailReportsWhatIsWrong(t *testing.T) {
	for in, want := range map[string]Problem{
		"":                                 {Reason: Empty},
		" \u200b":                          {Reason: Empty},
		"ana":                              {Reason: AtSign, Have: 0, Want: 1},
		"a@b@c.com":                        {Reason: AtSign, Have: 2, Want: 1},
		"Ana <a@x.com>":                    {Reason: Char, Pos: 4, Char: ' '},
		"<ana@x.com>":                      {Reason: Char, Pos: 1, Char: '<'},
		"ana@x.com (x)":                    {Reason: Char, Pos: 10, Char: ' '},
		"ana@ exemplo.com":                 {Reason: Char, Pos: 5, Char: ' '},
		" ana@exem\u200bplo.com":           {Reason: Char, Pos: 10, Char: '\u200b'},
		"joão@x.com":                       {Reason: Char, Pos: 3, Char: 'ã'},
		"ana@exemplo,com":                  {Reason: Char, Pos: 12, Char: ','},
		"ana@exemplo_x.com":                {Reason: Char, Pos: 12, Char: '_'},
		`"ana maria"@x.com`:                {Reason: Char, Pos: 1, Char: '"'},
		"ana@[127.0.0.1]":                  {Reason: Char, Pos: 5, Char: '['},
		"ana\x00@x.com":                    {Reason: Char, Pos: 4, Char: 0},
		"@x.com":                           {Reason: LocalPart},
		".ana@x.com":                       {Reason: LocalPart},
		"ana.@x.com":                       {Reason: LocalPart},
		"a..b@x.com":                       {Reason: LocalPart},
		strings.Repeat("a", 65) + "@x.com": {Reason: LocalPart},
		"ana@":                             {Reason: Domain},
		"ana@localhost":                    {Reason: Domain},
		"ana@x.c":                          {Reason: Domain},
		"ana@123.456":                      {Reason: Domain},
		"ana@-x.com":                       {Reason: Domain},
		"ana@x-.com":                       {Reason: Domain},
		"ana@x..com":                       {Reason: Domain},
		"ana@x.com.":                       {Reason: Domain},
		"ana@" + strings.Repeat("a", 64) + ".com":  {Reason: Domain},
		"ana@" + strings.Repeat("a.", 130) + "com": {Reason: Long, Have: 267, Want: 254},
	} {
		_, got := CheckEmail(in)
		if want = problem(KindEmail, want); got != want {
			t.Errorf("%q:\n got %+v\nwant %+v", in, got, want)
		}
	}
}

func TestACommonTypoInTheDomainGetsASuggestion(t *testing.T) {
	for in, want := range map[string]string{
		"ana@gmail.con": "ana@gmail.com", "ana@GMIAL.com": "ana@gmail.com", "ana@hotmail.comm": "ana@hotmail.com",
		"ana@gmail.com": "", "ana@exemplo.com.br": "",
	} {
		e, p := CheckEmail(in)
		if got, ok := e.LikelyTypo(); !p.OK() || got != want || ok != (want != "") {
			t.Errorf("%s: %q", in, got)
		}
	}
}
