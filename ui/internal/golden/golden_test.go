package golden_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/ui/internal/golden"
)

// listener is a test that keeps what is said of it.
type listener struct {
	testing.TB
	said []string
}

func (l *listener) Helper()                   {}
func (l *listener) Errorf(f string, a ...any) { l.said = append(l.said, fmt.Sprintf(f, a...)) }

func TestOnlyTheScenesThatDifferAreShown(t *testing.T) {
	file := filepath.Join(t.TempDir(), "golden.txt")
	if err := os.WriteFile(file, []byte("== one\r\na\r\n== two\r\nb\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for got, want := range map[string]string{
		"== one\na\n== two\nb\n": "",
		"== one\na\n== two\nc\n": "got\ntwo\nc\n\nwant\ntwo\nb\n",
		"== one\nx\n== two\nb\n": "got\n== one\nx\nwant\n== one\na",
		"== one\na":              "1 scenes, want 2",
	} {
		l := &listener{TB: t}
		golden.Compare(l, file, []byte(got))
		said := strings.ReplaceAll(strings.Join(l.said, "|"), file+": ", "")
		if said != want {
			t.Errorf("%q: said %q, want %q", got, said, want)
		}
	}
}

func Example() {
	_ = func(t *testing.T) {
		golden.Compare(t, filepath.Join("testdata", "golden", "screen.txt"), []byte("== form\n…\n"))
	}
	// Output:
}
