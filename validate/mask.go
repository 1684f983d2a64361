package validate

import "strings"

// MaskCPF punctuates what is typed so far as a CPF: 529.982.247-25.
//
// This and the other masks are for a field that formats on every key. They are
// idempotent; they never end in punctuation, so that backspace always takes a
// character away; and they lose nothing: a text with a character that does not
// belong comes back as it is, and what is too much stands at the end.
func MaskCPF(s string) string {
	return mask(s, false, &cpfMask)
}

// MaskCNPJ punctuates what is typed so far as a CNPJ, its letters in upper
// case: 12.ABC.345/01DE-35.
func MaskCNPJ(s string) string {
	return mask(s, true, &cnpjMask)
}

// MaskDocument punctuates as a CPF or as a CNPJ, by [DocumentKind].
func MaskDocument(s string) string {
	if DocumentKind(s) == KindCPF {
		return MaskCPF(s)
	}
	return MaskCNPJ(s)
}

// A table of separators: the byte at i stands before the i-th character.
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
	out := make([]byte, 0, 40)
	for i, c := range kept[:n] {
		if i < len(separators) && separators[i] != 0 {
			out = append(out, separators[i])
		}
		out = append(out, c)
	}
	return string(out)
}

// MaskPhone punctuates what is typed so far as a national number, mobile or
// fixed: (11) 98765-4321, (11) 3456-7890. A number with a country code, a
// carrier or a trunk zero comes back as it is.
func MaskPhone(s string) string {
	var d [11]byte
	n, bad := collectPhone(d[:], s)
	if bad.pos != 0 || n == 0 || n > len(d) || d[0] == '0' || leadingPlus(s) || strings.ContainsAny(s, "xX") {
		return s
	}
	if n < 3 {
		return string(d[:n])
	}
	split := 6 // of a fixed number: 2 + 4
	if d[2] == '9' {
		split = 7
	}
	out := append(make([]byte, 0, 16), '(', d[0], d[1], ')', ' ')
	for i, c := range d[2:n] {
		if i+2 == split {
			out = append(out, '-')
		}
		out = append(out, c)
	}
	return string(out)
}
