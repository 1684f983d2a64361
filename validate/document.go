package validate

import (
	"fmt"
	"log/slog"
)

// Document is the taxpayer number of whoever the link is for: a CPF or a CNPJ,
// whichever was typed. The zero value is none. It prints redacted.
type Document struct {
	cpf  CPF
	cnpj CNPJ
}

// ParseDocument reads a CPF or a CNPJ. The error is a [Problem].
func ParseDocument(s string) (Document, error) {
	d, p := CheckDocument(s)
	return d, p.err()
}

// CheckDocument is [ParseDocument] without an allocation. [DocumentKind] says
// by which rules the text is read.
func CheckDocument(s string) (Document, Problem) {
	if DocumentKind(s) == KindCPF {
		cpf, p := CheckCPF(s)
		return Document{cpf: cpf}, p
	}
	cnpj, p := CheckCNPJ(s)
	if p.Reason == Short && p.Have == 11 {
		// Eleven characters are a CPF's number of them: one is a letter that
		// looks like a digit, and saying so helps more than "3 missing".
		if _, cp := CheckCPF(s); cp.Reason == Char && (cp.Hint == LetterForZero || cp.Hint == LetterForOne) {
			return Document{}, cp
		}
	}
	return Document{cnpj: cnpj}, p
}

// DocumentKind tells what s is becoming while it is typed: a CNPJ as soon as it
// has a letter or a twelfth digit, a CPF until then.
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

// Kind is [KindCPF], [KindCNPJ], or zero for the zero value.
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

// CPF gives the person's number; it is not valid for a company.
func (d Document) CPF() CPF { return d.cpf }

// CNPJ gives the company's number; it is not valid for a person.
func (d Document) CNPJ() CNPJ { return d.cnpj }

// IsValid tells a document from the zero value.
func (d Document) IsValid() bool { return d.Kind() != 0 }

// Reveal gives the bare number.
func (d Document) Reveal() string { return d.cpf.Reveal() + d.cnpj.Reveal() }

// RevealFormatted gives the number as people write it.
func (d Document) RevealFormatted() string { return d.cpf.RevealFormatted() + d.cnpj.RevealFormatted() }

// String is the redacted number.
func (d Document) String() string { return d.cpf.String() + d.cnpj.String() }

// Format prints the redacted form under every verb.
func (d Document) Format(f fmt.State, _ rune) { writeRedacted(f, d.String()) }

// LogValue is the redacted form.
func (d Document) LogValue() slog.Value { return slog.StringValue(d.String()) }
