package sandbox_test

import (
	"reflect"
	"strings"
	"testing"

	"klavilink/klavi/sandbox"
)

func TestMoneyIsWrittenAsTheLanguageWritesIt(t *testing.T) {
	pt, en := sandbox.WordsIn(sandbox.Portuguese), sandbox.WordsIn(sandbox.English)
	for centavos, want := range map[int64][2]string{
		0:         {"R$\u00a00,00", "R$\u00a00.00"},
		5:         {"R$\u00a00,05", "R$\u00a00.05"},
		-1890:     {"−R$\u00a018,90", "−R$\u00a018.90"},
		99999:     {"R$\u00a0999,99", "R$\u00a0999.99"},
		100000:    {"R$\u00a01.000,00", "R$\u00a01,000.00"},
		-12345678: {"−R$\u00a0123.456,78", "−R$\u00a0123,456.78"},
		123456789: {"R$\u00a01.234.567,89", "R$\u00a01,234,567.89"},
	} {
		if got := [2]string{pt.Money(centavos), en.Money(centavos)}; got != want {
			t.Errorf("%d: %q, want %q", centavos, got, want)
		}
	}
}

func TestAnUnknownLanguageMeansPortuguese(t *testing.T) {
	for lang, want := range map[sandbox.Lang]string{"": "pt-BR", "de": "pt-BR", "pt": "pt-BR", "en": "en"} {
		if got := sandbox.WordsIn(lang).Tag; got != want {
			t.Errorf("%q: %s, want %s", lang, got, want)
		}
	}
}

// A field whose name ends in F is a format.
func TestEverySentenceIsThereInBothLanguagesWithTheSamePlaces(t *testing.T) {
	pt := reflect.ValueOf(sandbox.WordsIn(sandbox.Portuguese))
	en := reflect.ValueOf(sandbox.WordsIn(sandbox.English))
	for i := range pt.NumField() {
		name := pt.Type().Field(i).Name
		inPT, inEN := pt.Field(i).String(), en.Field(i).String()
		if strings.TrimSpace(inPT) == "" || strings.TrimSpace(inEN) == "" {
			t.Errorf("%s: %q and %q", name, inPT, inEN)
		}
		places := strings.Count(inPT, "%s")
		if places != strings.Count(inEN, "%s") || (places > 0) != strings.HasSuffix(name, "F") {
			t.Errorf("%s: the places of %q and %q", name, inPT, inEN)
		}
	}
}
