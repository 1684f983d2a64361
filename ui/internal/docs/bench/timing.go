package main

import (
	"iter"
	"slices"
	"testing"
)

// job is an operation that is timed within this process.
type job struct {
	name string
	f    func(*testing.B)
}

// timing is the cost of one operation.
type timing struct{ ns, allocs float64 }

// timed times jobs in turn, round by round, and returns the medians in the order of
// the jobs.
func timed(rounds int, jobs []job) iter.Seq2[string, timing] {
	ns := make([][]float64, len(jobs))
	allocs := make([]float64, len(jobs))
	for range rounds {
		for i, j := range jobs {
			r := testing.Benchmark(func(b *testing.B) {
				b.ReportAllocs()
				j.f(b)
			})
			ns[i] = append(ns[i], float64(r.T.Nanoseconds())/float64(r.N))
			allocs[i] = float64(r.AllocsPerOp())
		}
	}
	return func(yield func(string, timing) bool) {
		for i, j := range jobs {
			if !yield(j.name, timing{median(ns[i]), allocs[i]}) {
				return
			}
		}
	}
}

// median returns the median of some figures: the middle one, or the mean of the two
// in the middle.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
