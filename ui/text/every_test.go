package text_test

import (
	"reflect"

	"klavilink/klavi/sandbox"
	"klavilink/ui/text"
)

// everySentence returns all sentences in a language, under their paths: those of the
// catalogue, and those of the demo's pages, which belong to the sandbox.
func everySentence(lang text.Lang) map[string]string {
	found := map[string]string{}
	sentences(reflect.ValueOf(*text.For(lang)), "", found)
	sentences(reflect.ValueOf(sandbox.WordsIn(sandbox.Lang(lang))), ".Pages", found)
	return found
}
