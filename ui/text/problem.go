package text

import (
	"fmt"
	"strings"
	"unicode"

	"klavilink/validate"
)

// Problem returns a sentence for what is wrong with a text, followed by a hint if there
// is one. It returns "" if nothing is wrong.
func (c *Catalogue) Problem(p validate.Problem) string {
	s := c.reason(p)
	if h := c.hint(p.Hint); h != "" {
		s += " " + h
	}
	return s
}

// reason returns the sentence for the reason of a problem.
func (c *Catalogue) reason(p validate.Problem) string {
	w := &c.Wrong
	switch p.Reason {
	case 0:
		return ""
	case validate.Char:
		if p.Kind == validate.KindCPF || p.Kind == validate.KindPhone {
			return fmt.Sprintf(w.CharDigitF, p.Pos, c.character(p.Char))
		}
		return fmt.Sprintf(w.CharF, p.Pos, c.character(p.Char))
	case validate.Empty:
		return c.empty(p.Kind)
	case validate.Short:
		if p.Want-p.Have == 1 {
			return fmt.Sprintf(w.ShortOneF, p.Have, p.Want)
		}
		return fmt.Sprintf(w.ShortF, p.Want-p.Have, p.Have, p.Want)
	case validate.Long:
		if p.Have-p.Want == 1 {
			return fmt.Sprintf(w.LongOneF, p.Have, p.Want)
		}
		return fmt.Sprintf(w.LongF, p.Have-p.Want, p.Have, p.Want)
	case validate.CheckChar:
		return w.CheckChar
	case validate.Repeated:
		return fmt.Sprintf(w.RepeatedF, c.kind(p.Kind))
	case validate.Check:
		if p.End {
			return w.CheckEnd
		}
		return w.Check
	case validate.Country:
		return w.Country
	case validate.Service:
		return w.Service
	case validate.AreaCode:
		return w.AreaCode
	case validate.NinthDigit:
		return w.NinthDigit
	case validate.Subscriber:
		return w.Subscriber
	case validate.AtSign:
		if p.Have > 1 {
			return w.ManyAt
		}
		return w.NoAt
	case validate.LocalPart:
		return w.LocalPart
	case validate.Domain:
		return w.Domain
	case validate.Scheme:
		return w.Scheme
	case validate.Host:
		return w.Host
	default:
		return p.Error()
	}
}

// empty returns the sentence for an empty text.
func (c *Catalogue) empty(k validate.Kind) string {
	switch k {
	case validate.KindCNPJ:
		return c.Wrong.EmptyCNPJ
	case validate.KindPhone:
		return c.Wrong.EmptyPhone
	case validate.KindEmail:
		return c.Wrong.EmptyEmail
	case validate.KindURL:
		return c.Wrong.EmptyURL
	default:
		return c.Wrong.EmptyCPF
	}
}

// kind returns the name of a kind of document.
func (c *Catalogue) kind(k validate.Kind) string {
	if k == validate.KindCNPJ {
		return c.Field.CNPJ
	}
	return c.Field.CPF
}

// hint returns the sentence for a hint, or "".
func (c *Catalogue) hint(h validate.Hint) string {
	switch h {
	case validate.LooksLikeCPF:
		return c.Hints.CPF
	case validate.LooksLikeCNPJ:
		return c.Hints.CNPJ
	case validate.LooksLikeMobile:
		return c.Hints.Mobile
	case validate.LostZero:
		return c.Hints.LostZero
	case validate.LetterForZero:
		return c.Hints.Zero
	case validate.LetterForOne:
		return c.Hints.One
	case validate.NoAreaCode:
		return c.Hints.NoAreaCode
	default:
		return ""
	}
}

// character returns a character, or its code point if a terminal would not show it
// safely.
func (c *Catalogue) character(r rune) string {
	switch {
	case r == ' ':
		return c.Wrong.Space
	case unicode.IsPrint(r) && !unicode.Is(unicode.M, r) && r != unicode.ReplacementChar:
		return string(r)
	default:
		return fmt.Sprintf("%s, U+%04X", c.Wrong.Invisible, r)
	}
}

// ReadBack returns a CNPJ in words, for the telephone. It groups the digits, and gives
// every letter a word.
func (c *Catalogue) ReadBack(n validate.CNPJ) string {
	var parts []string
	digits := false
	for _, r := range n.Reveal() {
		switch {
		case r >= 'A' && r <= 'Z':
			parts = append(parts, fmt.Sprintf(c.LetterF, string(r), c.Letters[r-'A']))
			digits = false
		case digits:
			parts[len(parts)-1] += "-" + c.Digits[r-'0']
		default:
			parts = append(parts, c.Digits[r-'0'])
			digits = true
		}
	}
	return strings.Join(parts, " · ")
}
