package draft

import (
	"fmt"
	"strings"
	"unicode"

	"klavilink/validate"
)

// HideDocument redacts a CPF or a CNPJ, valid or not.
func HideDocument(s string) string { return hide(validate.CheckDocument, s) }

// HideEmail redacts an e-mail address, valid or not.
func HideEmail(s string) string { return hide(validate.CheckEmail, s) }

// HidePhone redacts a telephone number, valid or not.
func HidePhone(s string) string { return hide(validate.CheckPhone, s) }

// hide redacts a text that check accepts. It veils any other text.
func hide[T fmt.Stringer](check func(string) (T, validate.Problem), s string) string {
	if v, p := check(s); p.OK() {
		return v.String()
	}
	return veil(s)
}

// veil replaces every letter and digit of a text that is not valid. Such a text has
// no parts that are known to be harmless.
func veil(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return '•'
		}
		return r
	}, s)
}
