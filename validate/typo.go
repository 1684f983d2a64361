package validate

import "strings"

// providers are the domains that most Brazilian addresses end in, and the
// slips of the finger that make them bounce.
var providers = []struct {
	right string
	slips []string
}{
	{"gmail.com", []string{"gmail.con", "gmail.co", "gmail.cm", "gmail.comm", "gmail.com.br", "gmial.com", "gmal.com", "gmai.com", "gnail.com", "gamil.com", "gmaill.com", "gmail.vom"}},
	{"hotmail.com", []string{"hotmail.con", "hotmail.co", "hotmail.comm", "hotmial.com", "hotmal.com", "hotmai.com", "hotamil.com", "hormail.com", "hotmail.vom"}},
	{"outlook.com", []string{"outlook.con", "outlook.co", "outllok.com", "outlok.com", "outloo.com"}},
	{"yahoo.com.br", []string{"yahoo.con.br", "yaho.com.br", "yahoo.com.b", "yahho.com.br"}},
	{"icloud.com", []string{"icloud.con", "iclod.com", "icloud.co"}},
	{"uol.com.br", []string{"uol.con.br", "uol.com.b"}},
}

// LikelyTypo gives the address that was probably meant where the domain is a
// common slip. It is a question for the customer, never a correction: some of
// the slips are somebody's domain.
func (e Email) LikelyTypo() (meant string, ok bool) {
	at := strings.IndexByte(e.addr, '@')
	if at < 0 {
		return "", false
	}
	for _, p := range providers {
		for _, slip := range p.slips {
			if strings.EqualFold(e.addr[at+1:], slip) {
				return e.addr[:at+1] + p.right, true
			}
		}
	}
	return "", false
}
