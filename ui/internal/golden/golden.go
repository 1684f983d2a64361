// Package golden compares what a test has drawn with a file that holds what it drew before.
//
// After a wanted change, run the test with -update to write the file anew.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Compare compares got with a file. A file may hold several scenes, each under a line that
// begins with "== ". Compare shows only those that differ. With -update it writes the file.
func Compare(t testing.TB, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n")) // as git writes it on Windows
	gotScenes, wantScenes := strings.Split(string(got), "\n== "), strings.Split(string(want), "\n== ")
	if len(gotScenes) != len(wantScenes) {
		t.Errorf("%s: %d scenes, want %d", file, len(gotScenes), len(wantScenes))
	}
	for i := range min(len(gotScenes), len(wantScenes)) {
		if gotScenes[i] != wantScenes[i] {
			t.Errorf("%s: got\n%s\nwant\n%s", file, gotScenes[i], wantScenes[i])
		}
	}
}
