package spell_test

import (
	"fmt"
	"strings"
	"testing"

	"klavilink/ui/spell"
)

func TestTheDistanceCountsLettersAndASwapOnce(t *testing.T) {
	for pair, want := range map[[2]string]int{
		{"", ""}:                      0,
		{"", "abc"}:                   3,
		{"create", "create"}:          0,
		{"creat", "create"}:           1,
		{"createe", "create"}:         1,
		{"craete", "create"}:          1,
		{"ceraet", "create"}:          2,
		{"crxate", "create"}:          1,
		{"evn", "env"}:                1,
		{"ca", "abc"}:                 3, // nothing is put between letters that were swapped
		{"código", "codigo"}:          1,
		{"validate", "login"}:         7,
		{"aa", "aa"}:                  0,
		{"ab", "ba"}:                  1,
		{"abab", "baba"}:              2,
		{strings.Repeat("a", 65), ""}: 65,
	} {
		if got := spell.Distance(pair[0], pair[1]); got != want {
			t.Errorf("%q to %q: %d, want %d", pair[0], pair[1], got, want)
		}
		if got := spell.Distance(pair[1], pair[0]); got != want {
			t.Errorf("%q to %q: %d, want %d", pair[1], pair[0], got, want)
		}
	}
}

func TestAWordIsMeantIfTwoLettersAreWrongButNotMoreThanOneInThree(t *testing.T) {
	known := []string{"create", "env", "json", "no-document", "lang", "pt", "trigger", "trigged"}
	for word, want := range map[string]string{
		"creat":       "create",
		"craete":      "create",
		"cerat":       "", // two of five
		"ceraet":      "create",
		"CREATE":      "create",
		"evn":         "env",
		"en":          "",
		"evm":         "", // two of three
		"jsno":        "json",
		"pr":          "",
		"no_document": "no-document",
		"nodocumnt":   "no-document",
		"nodcumnt":    "no-document",
		"ndcumnt":     "",
		"triggex":     "trigger", // as near as trigged, which comes later
		"nonsense":    "",
		"":            "",
	} {
		if got := spell.Nearest(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
	if got := spell.Nearest("create", nil); got != "" {
		t.Errorf("%q of nothing", got)
	}
}

func TestAWordThatIsTooLongIsNearNothing(t *testing.T) {
	word := strings.Repeat("a", 65)
	if got := spell.Nearest(word, []string{word[1:], word + "a"}); got != "" {
		t.Errorf("%q", got)
	}
	if got := spell.Nearest(word[1:], []string{word[2:]}); got != word[2:] {
		t.Errorf("the longest word: %q", got)
	}
}

func FuzzDistance(f *testing.F) {
	f.Add("create", "craete")
	f.Add("", "ação")
	f.Fuzz(func(t *testing.T, a, b string) {
		n := spell.Distance(a, b)
		if longest := max(len([]rune(a)), len([]rune(b))); n < 0 || n > longest {
			t.Errorf("%q to %q: %d", a, b, n)
		}
		if back := spell.Distance(b, a); back != n {
			t.Errorf("%q to %q: %d, and back %d", a, b, n, back)
		}
		if string([]rune(a)) == string([]rune(b)) && len([]rune(a)) <= 64 && n != 0 {
			t.Errorf("%q is %d away from itself", a, n)
		}
	})
}

func ExampleNearest() {
	fmt.Println(spell.Nearest("creat", []string{"validate", "create"}))
	// Output: create
}
