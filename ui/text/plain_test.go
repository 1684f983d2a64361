package text_test

import (
	"testing"

	"klavilink/ui/text"
)

func TestAnAnswerIsYesOrNoInEitherLanguageAndNothingElse(t *testing.T) {
	for answer, want := range map[string][2]bool{
		"": {true, true}, "s": {true, true}, "Sim": {true, true}, "y": {true, true}, "YES": {true, true},
		"n": {false, true}, "não": {false, true}, "NÃO": {false, true}, "nao": {false, true}, "No": {false, true},
		"mais": {}, "x": {}, "341": {}, "nn": {}, "sí": {},
	} {
		yes, known := text.YesOrNo(answer)
		if got := [2]bool{yes, known}; got != want {
			t.Errorf("%q: %v, want %v", answer, got, want)
		}
	}
}

func TestTheAnswerThatAsksForMoreIsKnownInEitherLanguage(t *testing.T) {
	for answer, want := range map[string]bool{
		"mais": true, "MORE": true, "m": true, "": false, "n": false, "s": false, "may": false,
	} {
		if got := text.WantsMore(answer); got != want {
			t.Errorf("%q: %t", answer, got)
		}
	}
}
