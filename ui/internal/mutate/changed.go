package main

import (
	"bufio"
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// lines is a set of lines of one file.
type lines map[int]bool

// hunk is the head of a part of a diff. It says which lines of the new file changed.
var hunk = regexp.MustCompile(`^@@ -\S+ \+(\d+)(?:,(\d+))? @@`)

// Changed returns the lines of each file that differ from a commit, the changes that are
// not committed included.
func Changed(ctx context.Context, root, commit string) (map[string]lines, error) {
	cmd := exec.CommandContext(ctx, "git", "-C", root, "diff", "--no-color", "--no-ext-diff", "--unified=0", "--relative",
		"--src-prefix=a/", "--dst-prefix=b/", commit, "--", "*.go")
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("ask git for the change since %s: %w", commit, err)
	}
	return parseDiff(string(out))
}

// parseDiff reads a diff without context.
func parseDiff(diff string) (map[string]lines, error) {
	changed := map[string]lines{}
	var file string
	scanner := bufio.NewScanner(strings.NewReader(diff))
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		s := scanner.Text()
		if name, ok := strings.CutPrefix(s, "+++ "); ok {
			file = strings.TrimPrefix(name, "b/")
			continue
		}
		m := hunk.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		first, _ := strconv.Atoi(m[1])
		count := 1
		if m[2] != "" {
			count, _ = strconv.Atoi(m[2])
		}
		if changed[file] == nil {
			changed[file] = lines{}
		}
		for i := range count {
			changed[file][first+i] = true
		}
	}
	return changed, scanner.Err() //nolint:wrapcheck // the caller says what was read
}
