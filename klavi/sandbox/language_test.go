package sandbox

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestThePagesAreInTheLanguageThatTheBrowserPrefers(t *testing.T) {
	for header, want := range map[string]Lang{
		"pt-BR,pt;q=0.9,en;q=0.8":           Portuguese,
		"en-US,en;q=0.9,pt;q=0.8":           English,
		"pt;q=0.5, EN-gb ; Q=0.7":           English,
		"de-DE,de;q=0.9,en;q=0.3,pt;q=0.2":  English,
		"de-DE,en;q=0,pt;q=0.1":             Portuguese,
		"en,pt":                             English,
		"pt,en":                             Portuguese,
		"en;q=high,en;level=1,en;q=2,pt-PT": Portuguese,
		"en;q=-1,pt;q=0.001":                Portuguese,
		"en;q=NaN,pt;q=0.001":               Portuguese,
		"pt;q=0.9,en;q=1":                   English,
		"pt;q=1,en":                         Portuguese,
	} {
		for _, otherwise := range []Lang{Portuguese, English} {
			if got := preferred(header, otherwise); got != want {
				t.Errorf("%q: %s, want %s", header, got, want)
			}
		}
	}
}

func TestThePagesAreInTheLanguageOfTheWizardIfTheBrowserAsksForNoneOfThem(t *testing.T) {
	for _, header := range []string{"", "de", "de,*;q=0.5", "en;q=0", ",;,", "pt;q="} {
		for _, otherwise := range []Lang{Portuguese, English} {
			if got := preferred(header, otherwise); got != otherwise {
				t.Errorf("%q: %s, want %s", header, got, otherwise)
			}
		}
	}
}

func FuzzEveryAcceptLanguageGivesALanguageOfThePages(f *testing.F) {
	f.Add("pt-BR,pt;q=0.9,en;q=0.8")
	f.Add("en;q=1e999,,;q")
	f.Fuzz(func(t *testing.T, header string) {
		if got := preferred(header, English); got != English && got != Portuguese {
			t.Errorf("%q", got)
		}
	})
}

// The customer may open the link in one language and the agent work in another.
func TestEveryPageOfACustomerIsInTheLanguageOfItsBrowser(t *testing.T) {
	box, err := New(Config{Lang: Portuguese})
	if err != nil {
		t.Fatal(err)
	}
	for header, want := range map[string]string{
		"en-GB": "no bank involved", "pt-BR": "nenhum banco envolvido", "": "nenhum banco envolvido",
	} {
		lang := `<html lang="pt-BR">`
		if header == "en-GB" {
			lang = `<html lang="en">`
		}
		for _, method := range []string{"GET", "POST"} {
			r := httptest.NewRequest(method, "/path?v=wrong", nil)
			r.Header.Set("Accept-Language", header)
			w := httptest.NewRecorder()
			box.ServeHTTP(w, r)
			if page := w.Body.String(); !strings.Contains(page, want) || !strings.Contains(page, lang) {
				t.Errorf("%s, %q: %s", method, header, page)
			}
		}
	}
}

// A movement of the sample has a name in each language of the pages, and in no other.
func TestThePagesOfASandboxWithoutALanguageArePortuguese(t *testing.T) {
	for _, lang := range []Lang{"", "de"} {
		box, err := New(Config{Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		v := box.blank(httptest.NewRequest("GET", "/path", nil), "done")
		v.Sample = sampleFor(false)
		if page := v.page(); !strings.Contains(page, `<html lang="pt-BR">`) || !strings.Contains(page, "<td>Padaria</td>") {
			t.Errorf("%q: %s", lang, page)
		}
	}
}
