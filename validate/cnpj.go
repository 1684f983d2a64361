package validate

import (
	"fmt"
	"log/slog"
)

// CNPJ is a valid taxpayer number of a company: a root of eight characters, an
// establishment of four, two check digits. Since 31 July 2026 new numbers may
// hold any of the letters A to Z in the first twelve. The zero value is no
// CNPJ. It prints redacted.
type CNPJ struct {
	d [14]byte
}

// ParseCNPJ reads a CNPJ, bare or masked, in either case. The error is a
// [Problem].
func ParseCNPJ(s string) (CNPJ, error) {
	c, p := CheckCNPJ(s)
	return c, p.err()
}

// CheckCNPJ is [ParseCNPJ] without an allocation.
//
// The rule is that of IN RFB 2.229/2024 (Single Annex) and of Serpro's note on
// the alphanumeric form: a character is worth its ASCII code less 48, the
// weights run 2 to 9 from the right and start again, a rest of 0 or 1 gives 0.
func CheckCNPJ(s string) (CNPJ, Problem) {
	p := Problem{Kind: KindCNPJ}
	var c CNPJ
	n, bad := collect(c.d[:], s, true)
	switch {
	case bad.pos != 0:
		p.Reason, p.Pos, p.Char = Char, bad.pos, bad.r
		return CNPJ{}, p
	case n == 0:
		p.Reason = Empty
		return CNPJ{}, p
	case n < 14:
		p.Reason, p.Have, p.Want = Short, n, 14
		p.Hint = shortCNPJHint(c.d[:n])
		return CNPJ{}, p
	case n > 14:
		p.Reason, p.Have, p.Want = Long, n, 14
		return CNPJ{}, p
	}
	for i := 12; i < 14; i++ {
		if letter(c.d[i]) {
			p.Reason = CheckChar
			p.Pos, p.Char = position(s, i)
			p.Hint = letterHint(p.Char)
			return CNPJ{}, p
		}
	}
	if repeated(c.d[:]) {
		p.Reason = Repeated
		return CNPJ{}, p
	}
	p.Expected = cnpjDigits(&c.d)
	p.Got = [2]byte(c.d[12:])
	if p.Expected != p.Got {
		p.Reason = Check
		return CNPJ{}, p
	}
	return c, Problem{}
}

// shortCNPJHint recognises what was typed instead of a CNPJ: a CPF, or a CNPJ
// without the zeros at its left.
func shortCNPJHint(d []byte) Hint {
	if len(d) == 11 {
		if cpf := [11]byte(d); allDigits(d) && validCPF(&cpf) {
			return LooksLikeCPF
		}
	}
	var full [14]byte
	padded(full[:], d)
	if validCNPJ(&full) {
		return LostZero
	}
	return 0
}

func validCNPJ(d *[14]byte) bool {
	return !letter(d[12]) && !letter(d[13]) && !repeated(d[:]) && cnpjDigits(d) == [2]byte(d[12:])
}

// cnpjDigits computes the two check digits that belong to the first twelve.
func cnpjDigits(d *[14]byte) [2]byte {
	var first, second int
	for i, c := range d[:12] {
		v := int(c - '0')
		first += v * (2 + (11-i)%8)
		second += v * (2 + (12-i)%8)
	}
	one := mod11(first)
	return [2]byte{one, mod11(second + 2*int(one-'0'))}
}

func letter(c byte) bool { return c >= 'A' && c <= 'Z' }

func allDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// IsValid tells a CNPJ from the zero value.
func (c CNPJ) IsValid() bool { return c.d[0] != 0 }

// HasLetters tells whether it is one of the new numbers. Letters that differ by
// eleven are worth the same modulo 11, so that the check digits miss 6.8 % of
// single wrong characters instead of 0.04 %: such a number deserves to be read
// back.
func (c CNPJ) HasLetters() bool { return c.IsValid() && !allDigits(c.d[:]) }

// Reveal gives the fourteen bare characters, the form that Klavi is sent.
func (c CNPJ) Reveal() string {
	if !c.IsValid() {
		return ""
	}
	return string(c.d[:])
}

// RevealFormatted gives the number as people write it: AA.AAA.AAA/AAAA-00.
func (c CNPJ) RevealFormatted() string { return MaskCNPJ(c.Reveal()) }

// String hides the first two characters and the check digits. A company's
// number is public, but a sole trader's leads to a person.
func (c CNPJ) String() string {
	if !c.IsValid() {
		return ""
	}
	return "••." + string(c.d[2:5]) + "." + string(c.d[5:8]) + "/" + string(c.d[8:12]) + "-••"
}

// Format prints the redacted form under every verb.
func (c CNPJ) Format(f fmt.State, _ rune) { writeRedacted(f, c.String()) }

// LogValue is the redacted form.
func (c CNPJ) LogValue() slog.Value { return slog.StringValue(c.String()) }
