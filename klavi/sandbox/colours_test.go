package sandbox

import (
	"math"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// luminance returns the relative luminance of a colour such as "#820ad1" (WCAG 2.2).
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	rgb, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 24)
	if err != nil {
		t.Fatal(err)
	}
	linear := func(shift int) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}

// The contrast of 4.5 is what WCAG 2.2, criterion 1.4.3, asks of text.
func TestTextInTheColoursOfAnInstitutionIsReadable(t *testing.T) {
	list := institutions()
	seen := map[string]bool{}
	row := regexp.MustCompile(`(?m)^\.b-(\w+) \{ --bank: (#[0-9a-f]{6}); --on-bank: (#[0-9a-f]{6}); \}$`)
	for _, m := range row.FindAllStringSubmatch(style, -1) {
		code := m[1]
		if _, listed := list.find(code); !listed || seen[code] {
			t.Errorf("%s is not listed, or twice", code)
		}
		seen[code] = true
		a, b := luminance(t, m[2]), luminance(t, m[3])
		if contrast := (max(a, b) + 0.05) / (min(a, b) + 0.05); contrast < 4.5 {
			t.Errorf("%s: the contrast of %s and %s is %.2f", list.nameOf(code), m[2], m[3], contrast)
		}
	}
	if rules := strings.Count(style, "\n.b-"); len(seen) < 10 || len(seen) != rules {
		t.Errorf("%d of %d rules were looked at", len(seen), rules)
	}
}

func TestThePageOfAnInstitutionHasItsColours(t *testing.T) {
	box, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	v := box.blank(httptest.NewRequest("GET", "/path", nil), "bank")
	v.Institution, _ = box.institutions.find("260")
	if page := v.page(); !strings.Contains(page, `<body class="b-260">`) {
		t.Error(page)
	}
	v.Step, v.Institutions = "choose", institutions()
	if page := v.page(); !strings.Contains(page, `<button class="b-341" name="i" value="341">`) {
		t.Error(page)
	}
}
