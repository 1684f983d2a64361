package sandbox

import (
	"strings"
	"testing"

	"klavilink/klavi"
)

// Names and addresses come from requests and lists. In every place of every page they
// are text, whatever they contain.
func TestTextFromOutsideIsTextInEveryPage(t *testing.T) {
	const hostile = `"'><script>alert(1)</script>&amp;%s%d`
	institution := klavi.Institution{Code: hostile, Name: hostile}
	v := view{
		Words: WordsIn(Portuguese), Company: hostile, Token: hostile, Until: hostile,
		Institution: institution, Redirect: hostile, AppLink: hostile,
		Institutions: []klavi.Institution{institution, {Code: hostile, Name: hostile, Outage: true}},
		Reports:      []delivery{{hostile, hostile}}, Configured: true,
	}
	const escaped = "&#34;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;%s%d"
	// Every page has the code and the name of the institution and the name of the company,
	// and most have the token, the code again and the time.
	places := map[string]int{
		"over": 3, "choose": 5 + 3 + 2 + 1, "confirm": 6 + 2, "bank": 6 + 1, "terms": 6,
		"done": 7 + 1 + 2 + 2, "refused": 7 + 2,
	}
	for step, places := range places {
		v.Step = step
		page := v.page()
		if got := strings.Count(page, escaped); got != places {
			t.Errorf("%s: %d places with text, want %d", step, got, places)
		}
		rest := strings.ReplaceAll(page, escaped, "")
		if strings.Contains(rest, "script") || strings.Contains(rest, "%!") || strings.Contains(rest, "%s") {
			t.Errorf("%s: %s", step, rest)
		}
		if strings.Count(page, "<form") != strings.Count(page, "</form>") || !strings.Contains(page, "width: 100%;") {
			t.Errorf("%s: %s", step, page)
		}
	}
}
