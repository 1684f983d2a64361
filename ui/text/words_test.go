package text_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/text"
)

// banned are words that agents and customers do not read, because another one is said for
// the same thing or because they mean something else on a telephone.
var banned = map[text.Lang]map[string]*regexp.Regexp{
	text.Portuguese: {
		"a code is of a bank or for safety; the picture is a QR Code": regexp.MustCompile(`(?i)\bcódigos?\b`),
		"the URL is a link": regexp.MustCompile(`\bURL\b`),
		"a link vence":      regexp.MustCompile(`(?i)\b(expir|caduc)`),
		"the program is nobody": regexp.MustCompile(
			`(?i)\b(consegui|preciso|conheço|sei|tento|sigo|meu|minha)\b`),
		"keys are named by tecle":                     regexp.MustCompile(`(?i)\b(aperte|pressione|clique)\b`),
		"a state is a situação":                       regexp.MustCompile(`(?i)\bestado\b`),
		"the customer is o cliente":                   regexp.MustCompile(`(?i)\b(titular|consumidor|operador|atendente)\b`),
		"what the customer does is autorizar":         regexp.MustCompile(`(?i)\b(consenti\w+|aprovar|validar|liberar)\b`),
		"an institution is a bank":                    regexp.MustCompile(`(?i)\b(instituiç\w+|transmissora|receptora)\b`),
		"the customer refuses, Klavi does not accept": regexp.MustCompile(`(?i)klavi recus|negad|rejeit`),
		"a case number is a protocolo":                regexp.MustCompile(`(?i)\b(ticket|chamado)\b`),
		"no cipher":                                   regexp.MustCompile(`(?i)\bcifra\b`),
		"keys are tested":                             regexp.MustCompile(`(?i)\bprova(r|das?|dos?)\b`),
		"plain words":                                 regexp.MustCompile(`(?i)\b(compliance|callback|token)\b`),
		"no calque":                                   regexp.MustCompile(`(?i)\b(leia de volta|aonde)\b`),
	},
	text.English: {
		"a code is of a bank, an area or for safety; the picture is a QR code": regexp.MustCompile(`(?i)\bcodes?\b`),
		"the URL is a link":                           regexp.MustCompile(`\bURL\b`),
		"the program is nobody":                       regexp.MustCompile(`\b(I|my)\b`),
		"what the customer does is authorise":         regexp.MustCompile(`(?i)\bconsents?\b`),
		"the customer refuses, Klavi does not accept": regexp.MustCompile(`(?i)klavi refus|reject`),
		"a case number is a reference":                regexp.MustCompile(`(?i)\bticket\b`),
		"keys are tested":                             regexp.MustCompile(`(?i)\bprove[ds]?\b`),
		"plain words":                                 regexp.MustCompile(`(?i)\b(compliance|callback|token|machine)\b`),
	},
}

// plain finds the words that say which code is meant.
var plain = map[text.Lang]*regexp.Regexp{
	text.Portuguese: regexp.MustCompile(`(?i)códigos? (d[eo] banco|de segurança)`),
	text.English:    regexp.MustCompile(`(?i)(QR|bank|area|security) codes?`),
}

// said reports whether agents and customers read a sentence. The commands are for those
// who set the program up, and Say is what the agent says in the first person.
func said(path string) bool {
	return !strings.HasPrefix(path, ".CLI") && !strings.HasPrefix(path, ".Say") && path != ".API.TokenSource"
}

func TestNoSentenceUsesAWordThatTheGlossaryBans(t *testing.T) {
	for lang, words := range banned {
		for path, s := range everySentence(lang) {
			s = plain[lang].ReplaceAllString(s, "")
			for why, word := range words {
				if at := word.FindString(s); said(path) && at != "" {
					t.Errorf("%s%s says %q: %s: %q", lang, path, at, why, s)
				}
			}
		}
	}
}

func TestNoSentenceShoutsButTheGreeting(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		for path, s := range everySentence(lang) {
			s = strings.TrimPrefix(strings.TrimPrefix(s, "Olá!"), "Hello!")
			if strings.Contains(s, "!") {
				t.Errorf("%s%s: %q", lang, path, s)
			}
		}
	}
}

// The narrowest window has 60 columns, of which a notice and its mark leave 56.
func TestEveryNoticeFitsTheNarrowestWindow(t *testing.T) {
	const most = 56
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		l, s := &c.Link, &c.Send
		for _, notice := range []string{
			c.Review.AskProduction, fmt.Sprintf(l.AskQuitF, "29:59"), fmt.Sprintf(l.AskBackF, "29:59"),
			l.Copied, l.CopiedMaybe, l.PageShown, l.PageFailed, l.SaveFailed, fmt.Sprintf(l.DrawnF, l.FullCells, 2, 4),
			s.Copied, s.WhatsAppOpened, s.EmailOpened, c.Links.OtherBank, fmt.Sprintf(c.Links.OtherBankF, "14:30"),
		} {
			if n := ansi.StringWidth(notice); n > most {
				t.Errorf("%s: %d columns: %q", lang, n, notice)
			}
		}
	}
}

// A list of links in 80 columns has 20 for the stage.
func TestEveryStageHasANameOfTwentyColumnsAtMost(t *testing.T) {
	const most = 20
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		c := text.For(lang)
		w := &c.Status
		names := []string{w.Created, w.Waiting, w.NobodyCame, w.Blind}
		for _, s := range []klavi.ConsentStatus{
			klavi.Started, klavi.AwaitingBank, klavi.AwaitingLGPD, klavi.Authorised, klavi.Rejected,
			klavi.Failed, klavi.Expired, klavi.Revoked, klavi.DeletedByCustomer,
		} {
			names = append(names, c.Standing(s))
		}
		for _, name := range names {
			if n := ansi.StringWidth(name); n > most {
				t.Errorf("%s: %d columns: %q", lang, n, name)
			}
		}
	}
}
