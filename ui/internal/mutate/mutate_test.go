package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write writes files below a folder.
func write(t *testing.T, root string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// names returns the changes of the mutants of a source.
func names(t *testing.T, source string) []string {
	t.Helper()
	found, err := inFile("./p", "p/p.go", []byte("package p\n"+source))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range found {
		_, change, _ := strings.Cut(m.Name(), ": ")
		all = append(all, change)
	}
	return all
}

func TestEachKindOfMutant(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"func f(a, b int) bool { return a < b }", "operator: a < b -> a <= b|operator: a < b -> a >= b"},
		{"func f(a, b bool) bool { return a && b }", "operator: a && b -> a || b"},
		{"func f(a bool) bool { return !a }", "negation: !a -> a"},
		{"func f(a bool) { if a { return } }", "condition: a -> !a"},
		{"func f() { g(); _ = h() }", "without: g() -> -"},
		{"func f() { defer g() }", "without: defer g() -> -"},
		{"func f(a *int) { *a = b }", "without: *a = b -> -"},
		{"func f(a *int) { a += b }", "without: a += b -> -|operator: a += b -> a -= b"},
		{"func f(a int) { a++ }", "operator: a++ -> a--"},
		{"func f() { for { break } }", "operator: break -> continue"},
		{"var a = 0x10", "number: 0x10 -> 17"},
		{"var a = true", "truth: true -> false"},
		{"func f() error { return err }", "no error: err -> nil"},
		{"var a = T{B: b, C: c}", "field: B: b, -> -|field: C: c -> -"},
		{"func f() { switch a { case b: return } }", "case does nothing: return -> -"},
		{"var a [3]int", ""},
		{"type t struct{ A string `json:\"a\"` }", ""},
	} {
		if got := strings.Join(names(t, tt.source), "|"); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.source, got, tt.want)
		}
	}
}

func TestMutantsThatDifferOnlyInTheirPlaceAreNumbered(t *testing.T) {
	got := names(t, "func f() (bool, bool) { return true, true }")
	if len(got) != 2 || got[0] == got[1] || !strings.HasSuffix(got[1], " #2") {
		t.Errorf("%q", got)
	}
}

func TestTheNameOfAMutantDoesNotChangeWhenItsLineDoes(t *testing.T) {
	source := "func (x *T) f() bool { return true }"
	if a, b := names(t, source), names(t, "\n// A comment.\n"+source); a[0] != b[0] {
		t.Errorf("%q and %q", a, b)
	}
}

func TestEquivalentMutantsNeedAReasonEach(t *testing.T) {
	for content, want := range map[string]string{
		"# comment\n\na: b\n\tBecause.\n\tOf this.\n": "",
		"a: b\nc: d\n\tBecause.\n":                    "no reason for a: b",
		"a: b\n":                                      "no reason for a: b",
		"\tBecause.\n":                                "a reason without a mutant",
		"a: b\n\tX.\na: b\n\tY.\n":                    "named twice",
	} {
		path := filepath.Join(t.TempDir(), "list")
		write(t, filepath.Dir(path), map[string]string{"list": content})
		got, err := readEquivalent(path)
		if want == "" && (err != nil || got["a: b"] != "Because. Of this.") {
			t.Errorf("%q: %v, %v", content, got, err)
		}
		if want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v", content, err)
		}
	}
}

func TestAListedMutantThatIsGoneIsReported(t *testing.T) {
	m := Mutant{File: "p/p.go", Func: "f", Kind: "truth", Old: "true", New: "false"}
	reasons := map[string]string{m.Name(): "x", "p/p.go f: truth: false -> true": "x", "q/q.go f: truth: a -> b": "x"}
	if got := stale(reasons, []Mutant{m}); len(got) != 1 || got[0] != "p/p.go f: truth: false -> true" {
		t.Errorf("%q", got)
	}
}

func TestTheLinesOfADiff(t *testing.T) {
	got, err := parseDiff("--- a/p.go\n+++ b/p.go\n@@ -1,2 +3 @@ func\n+x\n@@ -9,0 +10,2 @@\n+y\n+z\n" +
		"--- a/q.go\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-x\n")
	if err != nil || len(got["p.go"]) != 3 || !got["p.go"][3] || !got["p.go"][10] || !got["p.go"][11] {
		t.Errorf("%v, %v", got, err)
	}
}

func TestTheFloorOfTheLongestPathCounts(t *testing.T) {
	for pkg, want := range map[string]int{
		"./validate": 95, "./klavi/sandbox": 95, "./ui/cli/config": 95, "./ui/watch": 95,
		"./ui/qr": 85, "./ui/cli": 85, "./ui": 85, "./ui/internal/fake": 0, ".": 0,
		"./klavi/sandbox/browsertest": 0,
	} {
		if got := Floor(pkg); got != want {
			t.Errorf("%s: %d", pkg, got)
		}
	}
}

func TestAPackageIsBelowItsFloorIfMoreSurviveThanTheFloorLets(t *testing.T) {
	for _, tt := range []struct {
		killed, survived, floor int
		want                    bool
	}{
		{0, 0, 95, false}, {95, 5, 95, false}, {94, 6, 95, true}, {3, 1, 95, false}, {3, 2, 95, true}, {84, 16, 85, true},
	} {
		if got := (Tally{Killed: tt.killed, Survived: tt.survived}).Below(tt.floor); got != tt.want {
			t.Errorf("%+v: %t", tt, got)
		}
	}
}

func TestPackagesLeaveOutOtherModulesAndTests(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{
		"go.mod": "module m\n", "m.go": "package m", "a/a.go": "package a", "a/b/b.go": "package b",
		"t/t_test.go": "package t", "own/go.mod": "module own\n", "own/o.go": "package own", "a/testdata/x.go": "package x",
	})
	for pattern, want := range map[string]string{"./...": "./. ./a ./a/b", "./a": "./a", "a/...": "./a ./a/b"} {
		got, err := Packages(root, []string{pattern})
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %q, %v", pattern, got, err)
		}
	}
}

// The module of this test has a rule that a test holds, one that no test holds, one that
// cannot be told from what it was, and a loop.
func TestMutantsAreKilledOrSurvive(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{
		"go.mod": "module m\n\ngo 1.26\n",
		"validate/v.go": `package validate

func Held(n int) bool { return n > 3 }

func Free(n int) bool { return n > 3 }

func Same(n int) int { return max(n, -1+1) }

func Loop() (n int) {
	for n != 4 {
		n += 2
	}
	return n
}
`,
		"validate/v_test.go": `package validate

import "testing"

func Test(t *testing.T) {
	if Held(3) || !Held(4) || Held(2) || Loop() != 4 || Same(1) != 1 || Same(-2) != 0 {
		t.Fail()
	}
}
`,
		"ui/internal/mutate/equivalent.txt": "validate/v.go Free: number: 3 -> 4\n\tA sample of a reason.\n",
	})
	var out strings.Builder
	err := run(t.Context(), []string{"-root", root, "-gate", "-slack", "1s", "./validate"}, &out)
	for _, want := range []string{
		"validate/v.go Free: operator: n > 3 -> n >= 3\n\tSURVIVED",
		"validate/v.go Free: operator: n > 3 -> n <= 3\n\tSURVIVED",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	for _, never := range []string{"v.go Held", "v.go Loop", "Free: number"} {
		if strings.Contains(out.String(), never) {
			t.Errorf("%q in\n%s", never, out.String())
		}
	}
	if err == nil || !strings.Contains(err.Error(), "./validate") {
		t.Errorf("the gate lets it pass: %v\n%s", err, out.String())
	}
	if err := run(t.Context(), []string{"-root", root, "-gate", "-only", "Held", "./validate"}, &out); err != nil {
		t.Error(err)
	}
}

func TestNothingStartsAfterTheBudget(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{
		"go.mod":                            "module m\n\ngo 1.26\n",
		"validate/v.go":                     "package validate\n\nvar V = true\n",
		"ui/internal/mutate/equivalent.txt": "",
	})
	var out strings.Builder
	if err := run(t.Context(), []string{"-root", root, "-budget", "1ns", "./validate"}, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "| ./validate | 0 | 0 | 100 % | 95 % | 0 | 0 | 1 |") {
		t.Error(out.String())
	}
}
