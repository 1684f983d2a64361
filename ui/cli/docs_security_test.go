package cli_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// promises returns the tests that stand beside each promise of a page, row by row.
func promises(t *testing.T, name string) (rows []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if !strings.HasPrefix(line, "|") || strings.HasPrefix(line, "| ---") || slices.Contains(cells, "test") ||
			slices.Contains(cells, "teste") {
			continue
		}
		tests := regexp.MustCompile("`((?:Test|Fuzz)\\w+)`").FindAllStringSubmatch(cells[len(cells)-1], -1)
		if len(cells) != 2 || len(tests) == 0 {
			t.Errorf("%s: no test beside %q", name, cells[0])
		}
		row := ""
		for _, test := range tests {
			row += test[1] + " "
		}
		rows = append(rows, row)
	}
	if len(rows) < 20 {
		t.Fatalf("%s: %d promises", name, len(rows))
	}
	return rows
}

// A promise without a test that can break is no promise.
func TestBesideEachPromiseOfSecurityStandsATestThatExists(t *testing.T) {
	exists := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, found := range regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`).FindAllSubmatch(source, -1) {
			exists[string(found[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	english, portuguese := promises(t, "security.md"), promises(t, "seguranca.md")
	if !slices.Equal(english, portuguese) {
		t.Errorf("the pages make different promises:\n%q\n%q", english, portuguese)
	}
	for _, row := range english {
		for _, test := range strings.Fields(row) {
			if !exists[test] {
				t.Errorf("there is no %s", test)
			}
		}
	}
}
