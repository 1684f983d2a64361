package validate

import (
	"fmt"
	"log/slog"
)

// CPF is a valid taxpayer number of a person: eleven digits, the last two of
// them check digits. The zero value is no CPF. It prints redacted.
type CPF struct {
	d [11]byte
}

// ParseCPF reads a CPF, bare or masked. The error is a [Problem].
func ParseCPF(s string) (CPF, error) {
	c, p := CheckCPF(s)
	return c, p.err()
}

// CheckCPF is [ParseCPF] without an allocation.
//
// The rule is Receita Federal's: each check digit is 11 minus the weighted sum
// modulo 11 (weights 10..2, then 11..2 with the first check digit included), or
// 0 where that would be over 9. The ten repeated numbers satisfy it and are
// refused by name; 12345678909 satisfies it too and is a CPF like any other.
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
	case n != 11:
		p.Have, p.Want = n, 11
		if n < 11 {
			p.Reason = Short
			var full CPF
			padded(full.d[:], buf[:n])
			if validCPF(&full.d) {
				p.Hint = LostZero
			}
			return CPF{}, p
		}
		p.Reason = Long
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
	p.Expected = cpfDigits(&c.d)
	p.Got = [2]byte(c.d[9:])
	if p.Expected != p.Got {
		p.Reason = Check
		if mobile(c.d[:]) {
			p.Hint = LooksLikeMobile
		}
		return CPF{}, p
	}
	return c, Problem{}
}

// letterHint tells the digit that a letter was probably typed for.
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

// cpfDigits computes the two check digits that belong to the first nine.
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

// mod11 turns a weighted sum into its check digit, in ASCII.
func mod11(sum int) byte {
	rest := sum % 11
	if rest < 2 {
		return '0'
	}
	return byte('0' + 11 - rest)
}

// IsValid tells a CPF from the zero value.
func (c CPF) IsValid() bool { return c.d[0] != 0 }

// Reveal gives the eleven bare digits, the form that Klavi is sent.
func (c CPF) Reveal() string {
	if !c.IsValid() {
		return ""
	}
	return string(c.d[:])
}

// RevealFormatted gives the number as people write it: 000.000.000-00.
func (c CPF) RevealFormatted() string { return MaskCPF(c.Reveal()) }

// String hides the first three digits and the check digits, as public bodies
// do. What is left still narrows the number down to a thousand: this spares a
// screen share, it does not make the data anonymous.
func (c CPF) String() string {
	if !c.IsValid() {
		return ""
	}
	return "•••." + string(c.d[3:6]) + "." + string(c.d[6:9]) + "-••"
}

// Format prints the redacted form under every verb.
func (c CPF) Format(f fmt.State, _ rune) { writeRedacted(f, c.String()) }

// LogValue is the redacted form.
func (c CPF) LogValue() slog.Value { return slog.StringValue(c.String()) }

func writeRedacted(f fmt.State, s string) { _, _ = f.Write([]byte(s)) }
