package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"klavilink/ui/cli/batch"
)

// Each run would make another key. The hashes of all of them have to agree all the same.
func TestFirstRunsAtTheSameTimeEndWithOneKey(t *testing.T) {
	for round := range 50 {
		folder := filepath.Join(t.TempDir(), "klavilink")
		keys := make([]batch.Key, 8)
		var begin, runs sync.WaitGroup
		begin.Add(1)
		for i := range keys {
			runs.Go(func() {
				begin.Wait()
				random := strings.NewReader(strings.Repeat(fmt.Sprint(i), batch.KeySize))
				keys[i] = resultKey(Env{ConfigFile: filepath.Join(folder, "config.toml"), Random: random})
			})
		}
		begin.Done()
		runs.Wait()
		for i, key := range keys {
			if len(key) != batch.KeySize || !bytes.Equal(key, keys[0]) {
				t.Fatalf("round %d: run %d has the key %q, the first %q", round, i, key, keys[0])
			}
		}
		left, err := os.ReadDir(folder)
		if err != nil || len(left) != 1 {
			t.Fatalf("round %d: %v %v", round, left, err)
		}
	}
}

// interrupting is a source of keys at which another run is faster.
type interrupting struct {
	meanwhile func()
	from      io.Reader
}

func (r interrupting) Read(p []byte) (int, error) {
	r.meanwhile()
	return r.from.Read(p)
}

func TestARunTakesTheKeyThatAnotherMadeMeanwhile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "klavilink", "config.toml")
	var winner batch.Key
	first := func() {
		winner = resultKey(Env{ConfigFile: file, Random: strings.NewReader(strings.Repeat("w", batch.KeySize))})
	}
	loser := resultKey(Env{ConfigFile: file, Random: interrupting{first, strings.NewReader(strings.Repeat("l", 100))}})
	if string(winner) != strings.Repeat("w", batch.KeySize) || !bytes.Equal(winner, loser) {
		t.Errorf("%q and %q", winner, loser)
	}
}

func TestAWholeFileIsWrittenOnceAndReplacesNothing(t *testing.T) {
	name := filepath.Join(t.TempDir(), "f")
	if err := writeWhole(name, []byte("one")); err != nil {
		t.Fatal(err)
	}
	err := writeWhole(name, []byte("two"))
	if b, _ := os.ReadFile(name); err == nil || string(b) != "one" {
		t.Errorf("%q, %v", b, err)
	}
}
