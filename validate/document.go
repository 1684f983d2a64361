package validate

import (
	"fmt"
	"log/slog"
)

// Document is a valid CPF or CNPJ, the taxpayer number of the customer. The zero
// value is not valid. A Document prints redacted.
type Document struct {
	cpf  CPF
	cnpj CNPJ
}

// ParseDocument reads a CPF or a CNPJ. The error is a [Problem].
func ParseDocument(s string) (Document, error) {
	d, p := CheckDocument(s)
	return d, p.err()
}

// CheckDocument reads a CPF or a CNPJ like [ParseDocument], but returns a
// [Problem] and does not allocate. [DocumentKind] decides which of the two it
// reads.
func CheckDocument(s string) (Document, Problem) {
	if DocumentKind(s) == KindCPF {
		cpf, p := CheckCPF(s)
		return Document{cpf: cpf}, p
	}
	cnpj, p := CheckCNPJ(s)
	if p.Have == 11 {
		// A CPF has eleven characters. If one of them is a letter that looks
		// like a digit, that helps the user more than "3 missing".
		if _, cp := CheckCPF(s); cp.Hint == LetterForZero || cp.Hint == LetterForOne {
			return Document{}, cp
		}
	}
	return Document{cnpj: cnpj}, p
}

// DocumentKind returns the kind of document that a user is typing. It is
// [KindCNPJ] if s has a letter or more than eleven digits, and [KindCPF]
// otherwise.
func DocumentKind(s string) Kind {
	n := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			n++
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
			return KindCNPJ
		}
	}
	if n > 11 {
		return KindCNPJ
	}
	return KindCPF
}

// Kind returns [KindCPF] or [KindCNPJ]. It returns 0 for the zero value.
func (d Document) Kind() Kind {
	switch {
	case d.cpf.IsValid():
		return KindCPF
	case d.cnpj.IsValid():
		return KindCNPJ
	default:
		return 0
	}
}

// CPF returns the number of a person. The result is not valid if d is a CNPJ.
func (d Document) CPF() CPF { return d.cpf }

// CNPJ returns the number of a company. The result is not valid if d is a CPF.
func (d Document) CNPJ() CNPJ { return d.cnpj }

// IsValid reports whether d is not the zero value.
func (d Document) IsValid() bool { return d.Kind() != 0 }

// Reveal returns the number without punctuation.
func (d Document) Reveal() string { return d.cpf.Reveal() + d.cnpj.Reveal() }

// RevealFormatted returns the number as people write it.
func (d Document) RevealFormatted() string { return d.cpf.RevealFormatted() + d.cnpj.RevealFormatted() }

// String returns the redacted number.
func (d Document) String() string { return d.cpf.String() + d.cnpj.String() }

// Format prints the redacted form under every verb.
func (d Document) Format(f fmt.State, _ rune) { writeRedacted(f, d.String()) }

// LogValue returns the redacted form.
func (d Document) LogValue() slog.Value { return slog.StringValue(d.String()) }
