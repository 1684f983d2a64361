package validate

import (
	"fmt"
	"log/slog"
)

// CPF is a valid taxpayer number of a person. It has eleven digits, and the last
// two are check digits. The zero value is not valid. A CPF prints redacted.
type CPF struct {
	d [11]byte
}

// ParseCPF reads a CPF with or without punctuation. The error is a [Problem].
func ParseCPF(s string) (CPF, error) {
	c, p := CheckCPF(s)
	return c, p.err()
}

// CheckCPF reads a CPF like [ParseCPF], but returns a [Problem] and does not
// allocate.
//
// Receita Federal defines the check digits. Each one is 11 minus the weighted sum
// modulo 11, or 0 if the result is over 9. The weights are 10 to 2 for the first
// check digit. They are 11 to 2 for the second, whose sum includes the first. The
// ten numbers that repeat one digit follow this rule, but CheckCPF refuses them
// with [Repeated]. It accepts 12345678909, which follows the rule too.
func CheckCPF(s string) (CPF, Problem) {
	p := Problem{Kind: KindCPF}
	var buf [14]byte
	n, bad := collect(buf[:], s, false)
	switch {
	case bad.pos != 0:
		p.Reason, p.Pos, p.Char = Char, bad.pos, bad.r
		p.Hint = letterHint(bad.r)
		if an, strange := collect(buf[:], s, true); an == len(buf) && strange.pos == 0 && validCNPJ(&buf) {
			p.Hint = LooksLikeCNPJ
		}
		return CPF{}, p
	case n == 0:
		p.Reason = Empty
		return CPF{}, p
	case n < 11:
		p.Reason, p.Have, p.Want = Short, n, 11
		var full CPF
		padded(full.d[:], buf[:n])
		if validCPF(&full.d) {
			p.Hint = LostZero
		}
		return CPF{}, p
	case n > 11:
		p.Reason, p.Have, p.Want = Long, n, 11
		if n == 14 && validCNPJ(&buf) {
			p.Hint = LooksLikeCNPJ
		} else if n == 13 && buf[0] == '5' && buf[1] == '5' && mobile(buf[2:13]) {
			p.Hint = LooksLikeMobile
		}
		return CPF{}, p
	}
	c := CPF{d: [11]byte(buf[:11])}
	if repeated(c.d[:]) {
		p.Reason = Repeated
		return CPF{}, p
	}
	if fit, typed := cpfDigits(&c.d), [2]byte(c.d[9:]); fit != typed {
		p.Reason, p.End = Check, fit[0] == typed[0] || fit[1] == typed[1]
		if mobile(c.d[:]) {
			p.Hint = LooksLikeMobile
		}
		return CPF{}, p
	}
	return c, Problem{}
}

// letterHint returns a hint if r is a letter that people type instead of a digit.
func letterHint(r rune) Hint {
	switch r {
	case 'O', 'o':
		return LetterForZero
	case 'I', 'i', 'l':
		return LetterForOne
	default:
		return 0
	}
}

func validCPF(d *[11]byte) bool {
	return !repeated(d[:]) && cpfDigits(d) == [2]byte(d[9:])
}

// cpfDigits returns the two check digits, in ASCII, for the first nine digits.
func cpfDigits(d *[11]byte) [2]byte {
	var first, second int
	for i, c := range d[:9] {
		v := int(c - '0')
		first += v * (10 - i)
		second += v * (11 - i)
	}
	one := mod11(first)
	return [2]byte{one, mod11(second + 2*int(one-'0'))}
}

// mod11 returns the check digit, in ASCII, for a weighted sum.
func mod11(sum int) byte {
	rest := sum % 11
	if rest < 2 {
		return '0'
	}
	return byte('0' + 11 - rest)
}

// IsValid reports whether c is not the zero value.
func (c CPF) IsValid() bool { return c != CPF{} }

// Reveal returns the eleven digits without punctuation, as Klavi expects them.
func (c CPF) Reveal() string {
	if !c.IsValid() {
		return ""
	}
	return string(c.d[:])
}

// RevealFormatted returns the number as people write it: 000.000.000-00.
func (c CPF) RevealFormatted() string { return MaskCPF(c.Reveal()) }

// String returns the number with bullets in place of its first three digits and
// its check digits, as public bodies print it. This protects a shared screen but
// does not make the data anonymous: only a thousand numbers match the digits that
// remain.
func (c CPF) String() string {
	if !c.IsValid() {
		return ""
	}
	return "•••." + string(c.d[3:6]) + "." + string(c.d[6:9]) + "-••"
}

// Format prints the redacted form under every verb.
func (c CPF) Format(f fmt.State, _ rune) { writeRedacted(f, c.String()) }

// LogValue returns the redacted form.
func (c CPF) LogValue() slog.Value { return slog.StringValue(c.String()) }

func writeRedacted(f fmt.State, s string) { _, _ = f.Write([]byte(s)) }
