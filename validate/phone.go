package validate

import (
	"fmt"
	"log/slog"
	"strings"
)

// Phone is a valid Brazilian telephone number. It has an area code (DDD) and a
// subscriber number. The zero value is not valid. A Phone prints redacted.
type Phone struct {
	d [11]byte // the national number; d[10] is 0 for a fixed telephone
}

// ParsePhone reads a telephone number. The country code +55, the trunk zero and a
// carrier code are optional. The error is a [Problem].
func ParsePhone(s string) (Phone, error) {
	c, p := CheckPhone(s)
	return c, p.err()
}

// CheckPhone reads a telephone number like [ParsePhone], but returns a [Problem]
// and does not allocate.
//
// Anatel's Resolução 749/2022 defines the numbers. After one of 67 area codes, a
// fixed number has eight digits and begins with 2 to 5. A mobile number has nine
// digits and begins with 9. A leading 55 may be the area code or the country code.
// The length of the number decides.
func CheckPhone(s string) (Phone, Problem) {
	p := Problem{Kind: KindPhone}
	var buf [16]byte
	n, bad := collectPhone(buf[:], s)
	if bad.pos != 0 {
		p.Reason, p.Pos, p.Char = Char, bad.pos, bad.r
		return Phone{}, p
	}
	if n == 0 {
		p.Reason = Empty
		return Phone{}, p
	}
	if n > len(buf) {
		p.Reason, p.Have, p.Want = Long, n, 11
		return Phone{}, p
	}
	d := buf[:n]
	if leadingPlus(s) && (len(d) < 2 || d[0] != '5' || d[1] != '5') {
		p.Reason = Country
		return Phone{}, p
	}
	d = withoutPrefixes(d, leadingPlus(s))
	switch {
	case service(d):
		p.Reason = Service
		return Phone{}, p
	case len(d) < 10:
		return Phone{}, shortPhone(p, d)
	case len(d) > 11:
		return Phone{}, longPhone(p, d)
	}
	return checkNational(p, d)
}

// checkNational checks the area code and then the subscriber number. d has ten or
// eleven digits.
func checkNational(p Problem, d []byte) (Phone, Problem) {
	third := d[2]
	switch {
	case !areaCode(d[0], d[1]):
		p.Reason = AreaCode
	case len(d) == 11 && third != '9', third < '2':
		p.Reason = Subscriber
	case len(d) == 10 && third >= '6':
		p.Reason = NinthDigit
	default:
		var ph Phone
		copy(ph.d[:], d)
		return ph, Problem{}
	}
	if len(d) == 11 {
		if cpf := [11]byte(d); validCPF(&cpf) {
			p.Hint = LooksLikeCPF
		}
	}
	return Phone{}, p
}

func longPhone(p Problem, d []byte) Problem {
	p.Reason, p.Have, p.Want = Long, len(d), 11
	if len(d) == 14 {
		if cnpj := [14]byte(d); validCNPJ(&cnpj) {
			p.Hint = LooksLikeCNPJ
		}
	}
	return p
}

func shortPhone(p Problem, d []byte) Problem {
	p.Reason, p.Have, p.Want = Short, len(d), 11
	switch {
	case len(d) == 9 && d[0] == '9':
		p.Hint = NoAreaCode
	case len(d) == 8 && d[0] >= '2' && d[0] <= '5':
		p.Hint, p.Want = NoAreaCode, 10
	}
	return p
}

// withoutPrefixes returns d without the country code, the trunk zero and the carrier
// code. plus reports whether a plus sign precedes the digits.
func withoutPrefixes(d []byte, plus bool) []byte {
	n := len(d)
	switch {
	case n >= 4 && d[0] == '0' && d[1] == '0' && d[2] == '5' && d[3] == '5':
		d = d[4:] // 00 55, as dialled from abroad
	case n >= 2 && d[0] == '5' && d[1] == '5' && (plus || n >= 12):
		d = d[2:]
	}
	if len(d) > 0 && d[0] == '0' && !service(d) {
		switch len(d) {
		case 11, 12:
			d = d[1:]
		case 13, 14:
			d = d[3:]
		}
	}
	return d
}

// service reports whether d is a service number, which is not the number of a
// person: 0300, 0500, 0800 or 0900, or an eight-digit number that begins with 400,
// such as 4003 and 4004, without an area code.
func service(d []byte) bool {
	if len(d) >= 7 && d[0] == '0' && d[2] == '0' && d[3] == '0' {
		return d[1] == '8' || d[1] == '3' || d[1] == '5' || d[1] == '9'
	}
	return len(d) == 8 && d[0] == '4' && d[1] == '0' && d[2] == '0'
}

// areaCodes has the area codes in use. For the code 21, bit 1 of the element at
// index 2 is set.
var areaCodes = [10]uint16{
	1: 0b11_1111_1110, // 11-19
	2: 0b01_1001_0110, // 21 22 24 27 28
	3: 0b01_1011_1110, // 31-35 37 38
	4: 0b11_1111_1110, // 41-49
	5: 0b00_0011_1010, // 51 53 54 55
	6: 0b11_1111_1110, // 61-69
	7: 0b10_1011_1010, // 71 73 74 75 77 79
	8: 0b11_1111_1110, // 81-89
	9: 0b11_1111_1110, // 91-99
}

func areaCode(a, b byte) bool {
	return areaCodes[a-'0']>>(b-'0')&1 == 1
}

// mobile reports whether eleven digits are a mobile number with its area code.
func mobile(d []byte) bool {
	return areaCode(d[0], d[1]) && d[2] == '9'
}

// collectPhone copies the digits of s into buf, like [collect]. It also ignores
// what people write in a telephone number: a leading plus sign, brackets, and the
// xx of "0xx11", which stands for a carrier code. An x anywhere else does not
// belong.
func collectPhone(buf []byte, s string) (n int, bad stray) {
	pos, first := 0, true
	var last rune
	carrier := false // whether the second x of a carrier code must follow
	for i, r := range s {
		pos++
		switch {
		case r >= '0' && r <= '9':
			if n < len(buf) {
				buf[n] = byte(r)
			}
			n++
		case r == '+' && first, r == '(', r == ')', ignorable(r):
			first = first && r != '+'
			continue
		case isX(r) && last == '0' && trunk(buf, n) && i+1 < len(s) && isX(rune(s[i+1])):
			carrier = true
		case isX(r) && carrier:
			carrier = false
		default:
			return n, stray{pos, r}
		}
		first, last = false, r
	}
	return n, stray{}
}

func isX(r rune) bool { return r == 'x' || r == 'X' }

// trunk reports whether a zero, the last of the first n digits, is a trunk zero. Only
// the country code may precede it.
func trunk(buf []byte, n int) bool {
	return n == 1 || n == 3 && buf[0] == '5' && buf[1] == '5'
}

// leadingPlus reports whether s has a plus sign before anything that is not ignored.
func leadingPlus(s string) bool {
	rest := strings.TrimLeftFunc(s, func(r rune) bool { return ignorable(r) || r == '(' || r == ')' })
	return strings.HasPrefix(rest, "+")
}

// IsValid reports whether p is not the zero value.
func (p Phone) IsValid() bool { return p != Phone{} }

// Mobile reports whether p is a mobile number.
func (p Phone) Mobile() bool { return p.d[10] != 0 }

func (p Phone) digits() string {
	if p.Mobile() {
		return string(p.d[:])
	}
	return string(p.d[:10])
}

// Reveal returns the number in E.164, as Klavi expects it: +5511987654321.
func (p Phone) Reveal() string {
	if !p.IsValid() {
		return ""
	}
	return "+55" + p.digits()
}

// RevealFormatted returns the number as people write it: (11) 98765-4321.
func (p Phone) RevealFormatted() string {
	if !p.IsValid() {
		return ""
	}
	return MaskPhone(p.digits())
}

// String returns only the area code and the last four digits.
func (p Phone) String() string {
	if !p.IsValid() {
		return ""
	}
	d := p.digits()
	return "(" + d[:2] + ") •••••-" + d[len(d)-4:]
}

// Format prints the redacted form under every verb.
func (p Phone) Format(f fmt.State, _ rune) { writeRedacted(f, p.String()) }

// LogValue returns the redacted form.
func (p Phone) LogValue() slog.Value { return slog.StringValue(p.String()) }
