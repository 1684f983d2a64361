package field

import "strings"

// Matches reports whether every word of a query occurs in a text. Case, accents and
// punctuation do not matter, as in a [Picker].
func Matches(query, text string) bool {
	text = fold(text)
	for word := range strings.FieldsSeq(fold(query)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
