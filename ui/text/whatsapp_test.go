package text_test

import (
	"reflect"
	"strings"
	"testing"

	"klavilink/ui/text"
)

func TestWithoutWhatsAppNobodyReadsOrSaysItBeforeALinkIsSent(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang).WithoutWhatsApp()
		found := map[string]string{}
		sentences(reflect.ValueOf(c.Field), ".Field", found)
		sentences(reflect.ValueOf(c.Say), ".Say", found)
		for path, s := range found {
			if strings.Contains(s, "WhatsApp") {
				t.Errorf("%s%s: %q", lang, path, s)
			}
		}
		if !strings.Contains(text.For(lang).Field.Phone, "WhatsApp") {
			t.Errorf("%s: the label with WhatsApp is %q", lang, text.For(lang).Field.Phone)
		}
	}
}
