package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// readEquivalent reads the names of the equivalent mutants with their reasons. A name
// stands at the beginning of a line, and the lines of its reason begin with a tab. Lines
// that begin with a number sign are comments. A name without a reason is an error.
func readEquivalent(path string) (map[string]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the equivalent mutants: %w", err)
	}
	defer file.Close()
	reasons := map[string]string{}
	name, line := "", 0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line++
		switch s := lines.Text(); {
		case strings.HasPrefix(s, "#") || strings.TrimSpace(s) == "":
		case strings.HasPrefix(s, "\t"):
			if name == "" {
				return nil, fmt.Errorf("%s:%d: a reason without a mutant", path, line)
			}
			reasons[name] = strings.TrimSpace(reasons[name] + " " + strings.TrimSpace(s))
		default:
			if name != "" && reasons[name] == "" {
				return nil, fmt.Errorf("%s:%d: no reason for %s", path, line-1, name)
			}
			if _, twice := reasons[s]; twice {
				return nil, fmt.Errorf("%s:%d: named twice: %s", path, line, s)
			}
			name, reasons[s] = s, ""
		}
	}
	if name != "" && reasons[name] == "" {
		return nil, fmt.Errorf("%s: no reason for %s", path, name)
	}
	return reasons, lines.Err() //nolint:wrapcheck // a read error of an open file names it
}

// stale returns the listed names that no mutant of the looked-at packages has, so that
// the list does not outlive the code.
func stale(reasons map[string]string, all []Mutant) []string {
	known, files := map[string]bool{}, map[string]bool{}
	for _, m := range all {
		known[m.Name()] = true
		files[m.File] = true
	}
	var names []string
	for name := range reasons {
		file, _, _ := strings.Cut(name, " ")
		if files[file] && !known[name] {
			names = append(names, name)
		}
	}
	return names
}
