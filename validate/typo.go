package validate

import "strings"

// providers lists the domains of most Brazilian addresses and their common
// misspellings. Mail to a misspelled domain does not arrive.
var providers = []struct {
	right string
	slips []string
}{
	{"gmail.com", []string{
		"gmail.con", "gmail.co", "gmail.cm", "gmail.comm", "gmail.com.br", "gmial.com",
		"gmal.com", "gmai.com", "gnail.com", "gamil.com", "gmaill.com", "gmail.vom",
	}},
	{"hotmail.com", []string{
		"hotmail.con", "hotmail.co", "hotmail.comm", "hotmial.com", "hotmal.com",
		"hotmai.com", "hotamil.com", "hormail.com", "hotmail.vom",
	}},
	{"outlook.com", []string{"outlook.con", "outlook.co", "outllok.com", "outlok.com", "outloo.com"}},
	{"yahoo.com.br", []string{"yahoo.con.br", "yaho.com.br", "yahoo.com.b", "yahho.com.br"}},
	{"icloud.com", []string{"icloud.con", "iclod.com", "icloud.co"}},
	{"uol.com.br", []string{"uol.con.br", "uol.com.b"}},
}

// LikelyTypo returns the address that the customer probably meant, and reports
// whether the domain is a common misspelling. A program should ask the customer
// and not correct the address, because some misspellings are real domains.
func (e Email) LikelyTypo() (meant string, ok bool) {
	name, domain, _ := strings.Cut(e.addr, "@")
	for _, p := range providers {
		for _, slip := range p.slips {
			if strings.EqualFold(domain, slip) {
				return name + "@" + p.right, true
			}
		}
	}
	return "", false
}
