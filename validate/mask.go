package validate

import "strings"

// MaskCPF returns a partly typed CPF with punctuation, such as 529.982.247-25.
//
// MaskCPF and the other masks are for a field that formats its text after every
// key. They are idempotent. The punctuation that they add never comes last, so
// backspace always removes a digit or a letter. They lose nothing: they return a
// text unchanged if it has a character that does not belong, and they keep
// surplus characters at the end.
func MaskCPF(s string) string {
	return mask(s, false, &cpfMask)
}

// MaskCNPJ returns a partly typed CNPJ with punctuation and with letters in upper
// case, such as 12.ABC.345/01DE-35. See [MaskCPF] for the rules of a mask.
func MaskCNPJ(s string) string {
	return mask(s, true, &cnpjMask)
}

// MaskDocument calls [MaskCPF] or [MaskCNPJ]. [DocumentKind] decides which.
func MaskDocument(s string) string {
	if DocumentKind(s) == KindCPF {
		return MaskCPF(s)
	}
	return MaskCNPJ(s)
}

// The byte at index i is the separator before the character at index i.
var (
	cpfMask  = [14]byte{3: '.', 6: '.', 9: '-'}
	cnpjMask = [14]byte{2: '.', 5: '.', 8: '/', 12: '-'}
)

func mask(s string, letters bool, separators *[14]byte) string {
	var kept [32]byte
	n, bad := collect(kept[:], s, letters)
	if bad.pos != 0 || n > len(kept) {
		return s
	}
	var room [len(kept) + len(separators)]byte
	out := room[:0]
	for i, c := range kept[:n] {
		if i < len(separators) && separators[i] != 0 {
			out = append(out, separators[i])
		}
		out = append(out, c)
	}
	return string(out)
}

// MaskPhone returns a partly typed national number with punctuation, such as
// (11) 98765-4321 for a mobile and (11) 3456-7890 for a fixed telephone. It
// returns a number unchanged if it has a country code, a carrier code or a trunk
// zero. See [MaskCPF] for the rules of a mask.
func MaskPhone(s string) string {
	var d [11]byte
	n, bad := collectPhone(d[:], s)
	if bad.pos != 0 || n == 0 || n > len(d) || d[0] == '0' || leadingPlus(s) || strings.ContainsAny(s, "xX") {
		return s
	}
	if n < 3 {
		return string(d[:n])
	}
	split := 6 // the hyphen follows 2 digits of area code and 4 of a fixed number
	if d[2] == '9' {
		split = 7
	}
	var room [16]byte
	out := append(room[:0], '(', d[0], d[1], ')', ' ')
	for i, c := range d[2:n] {
		if i+2 == split {
			out = append(out, '-')
		}
		out = append(out, c)
	}
	return string(out)
}
