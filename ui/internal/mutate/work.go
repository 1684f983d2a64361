package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// tried is a mutant with what became of it.
type tried struct {
	mutant  Mutant
	outcome Outcome
	err     error
}

// runAll runs the mutants, package by package, and tells of each that survived. It
// returns what became of them by package.
func runAll(
	ctx context.Context, o options, chosen []Mutant, equivalent map[string]string, out io.Writer,
) (map[string]Tally, error) {
	work, err := os.MkdirTemp("", "mutate-")
	if err != nil {
		return nil, fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(work)
	r, tallies := Runner{Root: o.root, Work: work, Slack: o.slack}, map[string]Tally{}
	start := time.Now()
	over := func() bool { return o.budget > 0 && time.Since(start) > o.budget }
	for len(chosen) > 0 {
		pkg, n := chosen[0].Package, 1
		for n < len(chosen) && chosen[n].Package == pkg {
			n++
		}
		tallies[pkg] = Tally{}
		if err := runPackage(ctx, r, o, chosen[:n], equivalent, over, tallies[pkg], out); err != nil {
			return nil, err
		}
		chosen = chosen[n:]
	}
	return tallies, nil
}

// runPackage runs the mutants of one package, some at once.
func runPackage(
	ctx context.Context, r Runner, o options, mutants []Mutant, equivalent map[string]string,
	over func() bool, tally Tally, out io.Writer,
) error {
	var limit time.Duration
	if !over() {
		var err error
		if limit, err = r.Usual(ctx, mutants[0].Package); err != nil {
			return err
		}
	}
	queue, results := make(chan Mutant), make(chan tried)
	var workers sync.WaitGroup
	for w := range max(1, o.jobs) {
		workers.Go(func() {
			for m := range queue {
				outcome, err := Skipped, error(nil)
				switch {
				case equivalent[m.Name()] != "":
					outcome = Equivalent
				case limit > 0 && !over():
					outcome, err = r.Try(ctx, m, w, limit)
				}
				results <- tried{m, outcome, err}
			}
		})
	}
	go func() {
		for _, m := range mutants {
			queue <- m
		}
		close(queue)
		workers.Wait()
		close(results)
	}()
	var failed error
	for t := range results {
		failed = errors.Join(failed, t.err)
		tally[t.outcome]++
		if t.err == nil && t.outcome == Survived {
			fmt.Fprintf(out, "%s\n\t%s, line %d\n", t.mutant.Name(), t.outcome, t.mutant.Line)
		}
	}
	return failed
}
