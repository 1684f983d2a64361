package failed_test

import (
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
)

// The agent reads this while the customer waits. Each question has a paragraph of its own:
// what happened and what to do, whether there may be a link, what is kept, what the API
// said, and what it was for those who maintain things.
func TestEveryQuestionHasAParagraphOfItsOwn(t *testing.T) {
	s := fake.New()
	f := explained(s, &klavi.Error{Kind: klavi.KindNetwork, Unknown: true, Messages: []string{"the API's words"}})
	fake.Press(f, "d")
	var lines []string
	for line := range strings.Lines(fake.Shown(f.View(usual))) {
		lines = append(lines, strings.TrimSpace(line))
	}
	paragraphs := strings.Split(strings.TrimSpace(strings.Join(lines, "\n")), "\n\n")
	words, api := &s.Text.Failed, &s.Text.API
	wants := []string{words.Title, api.Network, words.MaybeMade, words.Kept, "the API's words", "klavi"}
	if len(paragraphs) != len(wants) {
		t.Fatalf("%d paragraphs, want %d: %q", len(paragraphs), len(wants), paragraphs)
	}
	for i, want := range wants {
		first, _, _ := strings.Cut(want, ". ") // the rest may be on the next line
		if !strings.Contains(strings.ReplaceAll(paragraphs[i], "\n", " "), first) {
			t.Errorf("paragraph %d is %q, want %q", i+1, paragraphs[i], want)
		}
	}
}

func TestADetailIsCutAtSixHundredCharacters(t *testing.T) {
	long := strings.Repeat("0123456789", 200)
	f := explained(fake.New(), &klavi.Error{Op: long, Kind: klavi.KindNetwork})
	fake.Press(f, "d")
	shown := 0
	for _, r := range fake.Shown(f.View(usual)) {
		if r >= '0' && r <= '9' || r == '…' {
			shown++
		}
	}
	if shown < 550 || shown > 600 {
		t.Errorf("%d characters of the detail are shown", shown)
	}
}
