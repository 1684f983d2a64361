package text_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"klavilink/klavi"
	"klavilink/ui/message"
	"klavilink/ui/text"
)

func TestEveryStageHasASentenceOfItsOwnToSay(t *testing.T) {
	stages := []klavi.ConsentStatus{
		"", klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised, klavi.Rejected,
		klavi.Failed, klavi.Expired, klavi.Revoked, klavi.DeletedByCustomer,
	}
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		seen := map[string]bool{}
		for _, s := range stages {
			said := c.Spoken(s)
			if said == "" || seen[said] || said == c.Say.StandsStill {
				t.Errorf("%s, %q: %q", lang, s, said)
			}
			seen[said] = true
		}
		if said := c.Spoken("PAUSED"); said != c.Say.StandsStill {
			t.Errorf("%s, a new state: %q", lang, said)
		}
	}
}

func TestWhatAgentsSayIsSaidInABreathOrTwo(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		found := map[string]string{}
		sentences(reflect.ValueOf(text.For(lang).Say), "", found)
		for path, s := range found {
			if n := utf8.RuneCountInString(s); n > 110 {
				t.Errorf("%s%s has %d characters: %q", lang, path, n, s)
			}
			if strings.ContainsAny(s, "“”\"!\n()") {
				t.Errorf("%s%s cannot be said aloud: %q", lang, path, s)
			}
		}
	}
}

func TestEveryPlaceholderOfASentenceExists(t *testing.T) {
	values := message.Values{Link: "l", Company: "c", Time: "t", Domain: "d", Contact: "n", Ticket: "p"}
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		for path, s := range everySentence(lang) {
			if nearest, unknown := message.Unknown(s); unknown {
				t.Errorf("%s%s has a placeholder that does not exist, like %s: %q", lang, path, nearest, s)
			}
			if strings.ContainsAny(message.Fill(s, values), "{}") {
				t.Errorf("%s%s keeps a brace: %q", lang, path, s)
			}
		}
	}
}

func TestEveryMessageSaysWhatACustomerHasToKnow(t *testing.T) {
	for lang, never := range map[text.Lang]string{
		text.Portuguese: "Nunca pedimos senha nem código de segurança",
		text.English:    "We never ask for a password or a security code",
	} {
		w := text.For(lang).Send
		names := map[text.Lang][]string{
			text.Portuguese: {"{link}", "{hora}", "{dominio}", "{contato}", "{protocolo}", "{empresa}"},
			text.English:    {"{link}", "{time}", "{domain}", "{contact}", "{protocol}", "{company}"},
		}[lang]
		for template, named := range map[string]bool{
			w.Message: true, w.Mail: true, w.MessageNoCompany: false, w.MailNoCompany: false,
		} {
			for _, p := range names[:5] {
				if !strings.Contains(template, p) {
					t.Errorf("%s: no %s in %q", lang, p, template)
				}
			}
			if strings.Contains(template, names[5]) != named || !strings.Contains(template, never) {
				t.Errorf("%s: %q", lang, template)
			}
		}
		if !strings.Contains(w.Subject, names[5]) || strings.Contains(w.SubjectNoCompany, "{") {
			t.Errorf("%s: %q, %q", lang, w.Subject, w.SubjectNoCompany)
		}
	}
}
