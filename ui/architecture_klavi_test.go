package ui_test

import (
	"slices"
	"strings"
	"testing"
)

// Anyone can import the packages of the API and of the checks, also in a program that has
// no wizard. That holds for their tests too, which are their examples.
func TestThePackagesOfTheAPIAndOfTheChecksKnowNothingOfTheInterface(t *testing.T) {
	seen := 0
	for _, s := range sources(t) {
		if top, _, _ := strings.Cut(s.pkg, "/"); top != "klavi" && top != "validate" {
			continue
		}
		seen++
		for _, name := range s.imports() {
			if name == "klavilink/ui" || strings.HasPrefix(name, "klavilink/ui/") {
				t.Errorf("%s imports %s", s.name, name)
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d files were looked at", seen)
	}
}

func TestNothingOfTheBrowserOfTheTestsIsInTheProgram(t *testing.T) {
	const browser = "klavi/sandbox/browsertest"
	for _, s := range program(t) {
		names := s.imports()
		driven := slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, "chromedp") })
		if s.pkg != browser && (driven || slices.Contains(names, "klavilink/"+browser)) {
			t.Errorf("%s imports a browser", s.name)
		}
	}
}
