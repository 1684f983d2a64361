package klavi_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"unicode"

	"klavilink/klavi"
)

// said returns the message of an error to a client whose server refuses a request with
// these words. The client knows a token and the customer of full.
func said(t *testing.T, words string) string {
	t.Helper()
	return saidTo(t, "token-of-the-partner", words)
}

// saidTo is [said] for a client with another token.
func saidTo(t *testing.T, token klavi.Secret, words string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"message": words})
	if err != nil {
		t.Fatal(err)
	}
	c, err := klavi.New(klavi.Config{
		BaseURL: "https://api.klavi.ai", AccessToken: token,
		Transport: &answering{status: 400, body: string(body), header: http.Header{}},
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.CreateLink(t.Context(), full)
	return strings.Join(failure(t, err).Messages, "\n")
}

func TestAConfidentialTextIsRemovedInEveryWriting(t *testing.T) {
	for words, want := range map[string]string{
		"cpf 76109277673 twice 761.092.776-73": "cpf •••• twice ••••",
		"761_092_776_73":                       "••••",
		"761:092:776:73":                       "••••",
		"7 6 1 0 9 2 7 7 6 7 3":                "••••",
		"7.6.1.0.9.2.7.7.6.7.3":                "••••",
		"761 — 092\u200b\u00a0776\n73":         "••••",
		"<761>|092|{776}'73'":                  "<••••'",
		"７６１０９２７７６７３":                          "••••",
		"７６１．０９２．７７６－７３":                       "••••",
		"%37%36%31%30%39%32%37%37%36%37%33":    "••••",
		"%37610927767%33":                      "••••",
		"761%2E092%2e776%2D73":                 "••••",
		"%2537%2536109277673":                  "••••",
		"%EF%BC%9761092776%EF%BC%973":          "••••",
		"%25EF%25BC%259761092776%25373":        "••••",
		"761%A0092%a0776%2D73":                 "••••", // in Latin-1
		"7%6109277673":                         "••••", // a percent sign that encodes nothing
		"%37%6109277673":                       "••••",
		"7%%36%1%092776%37%3":                  "••••",
		"12.abc.345/01de-35":                   "••••",
		"12_ABC:345 01DE%2D35":                 "••••",
		"mail ana@exemplo.com.":                "mail ••••.",
		"ANA%40EXEMPLO.COM":                    "••••",
		"ana%2540exemplo%2Ecom":                "••••",
		"ana＠exemplo．com":                      "••••",
		"ana @ exemplo . com":                  "••••",
		"ana [at] exemplo.com":                 "ana [at] exemplo.com",
		"fone (11) 9 8765-4321!":               "fone (••••!",
		"+55 11 98765_4321":                    "+••••",
		"ck-1 CK-1 ck%2D1":                     "•••• •••• ••••",
		"ck%%2D1":                              "ck%%2D1", // a percent sign stands before the hyphen
		"ck 1":                                 "ck 1",    // too short to be found with other separators
		"Token_of:the%2Dpartner":               "••••",
		"0761092776730":                        "0••••0",
	} {
		if got := said(t, words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestASecretThatIsEncodedItselfIsRemovedAsItIsAndDecoded(t *testing.T) {
	for _, words := range []string{"key%2Fof%2Fthe+partner", "key/of/the+partner", "KEY%252Fof%252Fthe+partner"} {
		if got := saidTo(t, "key%2Fof%2Fthe+partner", words); got != "••••" {
			t.Errorf("%q: %q", words, got)
		}
	}
}

func TestANumberIsFoundWithSeparatorsHoweverShortItIs(t *testing.T) {
	for _, tt := range [][3]string{
		{"4815", "48-15 4 8 1 5", "•••• ••••"},
		{"+4815", "48-15", "••••"},
		{"A481", "a-4-8-1", "••••"},
		{"k481", "k-4-8-1", "k-4-8-1"},
		{"481", "481", "481"},
		{"4811", "481⑮ 481⑪ 48⑮", "•••• •••• 48⑮"},               // to the end of the character
		{"4813", "481%33 481%2533 481%252533", "•••• •••• ••••"}, // with the whole escape
	} {
		if got := saidTo(t, klavi.Secret(tt[0]), tt[1]); got != tt[2] {
			t.Errorf("%s in %q: %q, want %q", tt[0], tt[1], got, tt[2])
		}
	}
}

func TestOrdinarySentencesStayAsTheyAre(t *testing.T) {
	for _, words := range []string{
		"personalTaxId must have 11 digits", "O CPF é inválido: confira os 11 dígitos.", "exceeds the limit (3 of 3)",
		"Invalid phone: +55 (11) 91234-5678", "50% de 100%, 20%30", "2026-11-23T14:00:00.000Z",
		"https://exemplo.com/volta?x=%40%2e", "the partner of the token",
		"761.092.776-74", "7610927767", "ana@exemplo.org", "Não há banco “001”; tente 341.", "½ … ① ＡＢＣ %zz %",
	} {
		if got := said(t, words); got != words {
			t.Errorf("%q became %q", words, got)
		}
	}
}

// A message is cut before it is searched, so a secret may be cut in two.
func TestTheBeginOfASecretThatIsCutIsRemoved(t *testing.T) {
	const size = 2048 // of what is searched
	token := ""       // without parts that repeat
	for i := range 200 {
		token += string([]rune{'a' + rune(i%26), 'A' + rune(i*i%23)})
	}
	for left := range 48 {
		for _, secret := range []string{
			full.PersonalTaxID, "%37%36%31%30%39%32%37%37%36%37%33", "7_6_1_0_9_2_7_7_6_7_3", token,
		} {
			filler := strings.Repeat(token, size/len(token))
			filler += strings.Repeat(" ", size-len(filler)-left)
			got := saidTo(t, klavi.Secret(token), filler+secret)
			if digits := digitsOf(strings.ReplaceAll(got, "%3", "")); len(digits) > 3 || strings.Contains(got, token[:4]) {
				t.Errorf("%d bytes are left of %.40q: %q", left, secret, got)
			}
		}
	}
}

// digitsOf returns the digits of s in ASCII, also of full-width ones.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		default:
			return -1
		}
	}, s)
}

// FuzzCensor puts anything that is no letter and no number between the characters of a
// CPF, which are plain, percent-encoded or full-width. The CPF must not come out.
func FuzzCensor(f *testing.F) {
	for _, separators := range []string{"", ".", "_", ":", " ", "%", "%%", "\u202e\u200b", "/\n-", "\u0301", "™", "。％"} {
		f.Add("CPF ", separators, " recusado", uint32(0))
		f.Add("%", separators, "%", uint32(0x155555))
		f.Add("", separators, "", uint32(0x2aaaaa))
		f.Add(strings.Repeat("x", 2040), separators, "", uint32(0x1b1b1b))
	}
	bare := func(keep func(rune) bool, s string) string {
		return strings.Map(func(r rune) rune {
			if keep(r) {
				return r
			}
			return -1
		}, s)
	}
	notNumber := func(r rune) bool { return !unicode.IsNumber(r) }
	separator := func(r rune) bool { return !unicode.IsNumber(r) && !unicode.IsLetter(r) }
	f.Fuzz(func(t *testing.T, before, separators, after string, forms uint32) {
		between := []rune(bare(separator, separators))
		var b strings.Builder
		for i, c := range full.PersonalTaxID {
			if i > 0 && len(between) > 0 {
				b.WriteString(string(between[:i%len(between)+1]))
			}
			switch forms >> (2 * i) & 3 {
			case 0:
				b.WriteRune(c)
			case 1:
				b.WriteString("%3" + string(c))
			case 2:
				b.WriteRune(c - '0' + '０')
			default:
				b.WriteString("%EF%BC%9" + string(c))
			}
		}
		got := said(t, bare(notNumber, before)+b.String()+bare(notNumber, after))
		decoded := strings.NewReplacer("%EF%BC%9", "", "%3", "").Replace(got)
		if strings.Contains(digitsOf(decoded), full.PersonalTaxID) {
			t.Errorf("%q of %q", got, b.String())
		}
	})
}
