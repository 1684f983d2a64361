package field_test

import (
	"strings"
	"testing"

	"klavilink/ui/field"
)

func TestTheNoteOfAnInputFollowsTheVerdictAndHidesWithTheText(t *testing.T) {
	const note, problem = "note", "problem"
	for _, tt := range []struct {
		name           string
		text           string
		verdict        field.Verdict
		blurred, shown bool
		line, below    string
	}{
		{"typing", "Ana", field.Verdict{Note: note}, false, false, "Ana", note},
		{"typing what will be read aloud", "Ana", field.Verdict{Note: note, ReadAloud: true}, false, false, "Ana", note},
		{"hidden", "Ana", field.Verdict{Note: note}, true, false, "•••", "note, hidden"},
		{"hidden, read aloud", "Ana", field.Verdict{Note: note, ReadAloud: true}, true, false, "•••", "✓, hidden"},
		{"not hidden", "Ana", field.Verdict{Note: note}, true, true, "Ana", note},
		{"nothing to hide", "", field.Verdict{Note: note}, true, false, "", note},
		{"early problem", "Ana", field.Verdict{Note: note, Problem: problem, Early: true}, false, false, "Ana", "✗ problem"},
		{"problem for later", "Ana", field.Verdict{Note: note, Problem: problem}, false, false, "Ana", note},
		{
			"hidden with a problem", "Ana",
			field.Verdict{Note: note, Problem: problem, Early: true, ReadAloud: true},
			true, false, "•••", "✗ problem",
		},
		{
			"early problem of what is read aloud", "Ana",
			field.Verdict{Note: note, Problem: problem, Early: true, ReadAloud: true},
			false, false, "Ana", "✗ problem",
		},
	} {
		value := tt.text
		f := field.NewInput(field.InputConfig{
			Key: "n", Title: "Name", Value: &value,
			Check:      func(string) field.Verdict { return tt.verdict },
			Hide:       func(s string) string { return strings.Repeat("•", len(s)) },
			Hidden:     func() bool { return !tt.shown },
			HiddenNote: func(s string) string { return s + ", hidden" },
		})
		ready(f)
		if tt.blurred {
			f.Blur()
		}
		lines := strings.Split(shown(f), "\n")
		for i := range lines {
			lines[i] = strings.TrimSpace(strings.TrimLeft(lines[i], "┃ *")) // the basic theme marks a problem with a star
		}
		if len(lines) != 3 || lines[0] != "Name" || lines[1] != tt.line || lines[2] != tt.below {
			t.Errorf("%s: %q", tt.name, lines)
		}
	}
}

func TestAnInputJudgesAndMasksTheTextItBeginsWith(t *testing.T) {
	value := " 52998224725\r\n"
	f := document(&value)
	if value != "529.982.247-25" || f.Problem() != "" || !strings.Contains(shown(f), "Good") {
		t.Errorf("%q, problem %q\n%s", value, f.Problem(), shown(f))
	}
	value = "529"
	if f = document(&value); f.Problem() == "" {
		t.Error("an unfinished document is no problem")
	}
	plain := " Ana \x00"
	ready(field.NewInput(field.InputConfig{Key: "n", Value: &plain}))
	if plain != "Ana □" {
		t.Errorf("%q", plain)
	}
}

func TestAnInputShowsItsPlaceholderAndTheWholeWidthOfItsText(t *testing.T) {
	var value string
	f := ready(field.NewInput(field.InputConfig{Key: "n", Placeholder: "Ana", Value: &value}))
	if !strings.Contains(shown(f), "┃ Ana") {
		t.Errorf("%s", shown(f))
	}
	text := strings.Repeat("0123456789", 6)
	typed(f, text[:57]) // the border takes two columns and the cursor takes one
	if !strings.Contains(shown(f), text[:57]) {
		t.Errorf("%s", shown(f))
	}
	typed(f, "x")
	if strings.Contains(shown(f), text[:57]) || !strings.Contains(shown(f), text[1:57]+"x") {
		t.Errorf("%s", shown(f))
	}
}
