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
		Token: hostile, Until: hostile, Institution: institution, Redirect: hostile, AppLink: hostile,
		Institutions: []klavi.Institution{institution, {Code: hostile, Name: hostile, Outage: true}},
		Reports:      []delivery{{hostile, hostile}}, Configured: true,
	}
	const escaped = "&#34;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;%s%d"
	places := map[string]int{
		"over": 0, "choose": 2 + 4, "confirm": 2 + 2, "bank": 2 + 2, "terms": 2 + 1, "done": 3 + 2 + 4, "refused": 3 + 2 + 1,
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
