package main

import (
	"fmt"
	"io"
	"math"
	"sort"
)

// Tally counts the outcomes of the mutants of one package.
type Tally map[Outcome]int

// Run returns how many mutants were run to an end.
func (t Tally) Run() int { return t[Killed] + t[Survived] }

// Share returns the share of the mutants that were killed, in per cent. It is 100 if
// none was run.
func (t Tally) Share() float64 {
	if t.Run() == 0 {
		return 100
	}
	return 100 * float64(t[Killed]) / float64(t.Run())
}

// Below reports whether too many mutants have survived. A floor lets a few survive, and
// one of a small number always, because a single mutant says little of a share.
func (t Tally) Below(floor int) bool {
	allowed := math.Ceil(float64(t.Run()) * float64(100-floor) / 100)
	return float64(t[Survived]) > allowed
}

// Table writes a row for each package and returns those that stay below their floor.
func Table(w io.Writer, tallies map[string]Tally) (below []string) {
	var names []string
	for name := range tallies {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Fprintf(w, "\n| package | killed | run | share | floor | equivalent | does not compile | left out |\n")
	fmt.Fprintf(w, "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, name := range names {
		t, floor := tallies[name], Floor(name)
		fmt.Fprintf(w, "| %s | %d | %d | %.0f %% | %d %% | %d | %d | %d |\n", name,
			t[Killed], t.Run(), t.Share(), floor, t[Equivalent], t[Uncompilable], t[Skipped])
		if t.Below(floor) {
			below = append(below, name)
		}
	}
	return below
}
