package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// options are what the command line says.
type options struct {
	root, since, only string
	n, jobs           int
	seed              uint64
	list, gate        bool
	budget, slack     time.Duration
	patterns          []string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		stop()
		os.Exit(1)
	}
}

// parse reads the command line.
func parse(args []string) (options, error) {
	var o options
	f := flag.NewFlagSet("mutate", flag.ContinueOnError)
	f.StringVar(&o.root, "root", filepath.Join("..", "..", ".."), "the `folder` of the repository")
	f.StringVar(&o.since, "since", "", "only lines that differ from this `commit`")
	f.StringVar(&o.only, "only", "", "only mutants whose name contains this `text`")
	f.IntVar(&o.n, "n", 0, "a random `number` of mutants of each package (all)")
	f.Uint64Var(&o.seed, "seed", 1, "the `seed` of the random sample")
	f.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "how many mutants run at once")
	f.BoolVar(&o.list, "list", false, "name the mutants and run none")
	f.BoolVar(&o.gate, "gate", false, "fail if a package stays below its floor")
	f.DurationVar(&o.budget, "budget", 0, "start no mutant after this `time` (no limit)")
	f.DurationVar(&o.slack, "slack", 10*time.Second, "the `time` added to three times the usual time of the tests")
	if err := f.Parse(args); err != nil {
		return o, fmt.Errorf("read the command line: %w", err)
	}
	o.patterns = f.Args()
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	root, err := filepath.Abs(o.root)
	o.root = root
	return o, err //nolint:wrapcheck // it cannot fail where a program can run
}

// run does what the command line says.
func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	equivalent, err := readEquivalent(filepath.Join(o.root, "ui", "internal", "mutate", "equivalent.txt"))
	if err != nil {
		return err
	}
	all, chosen, err := choose(ctx, o)
	if err != nil {
		return err
	}
	if gone := stale(equivalent, all); len(gone) > 0 {
		return fmt.Errorf("equivalent.txt names mutants that do not exist:\n%s", strings.Join(gone, "\n"))
	}
	if o.list {
		for _, m := range chosen {
			fmt.Fprintf(out, "%s\n\tline %d\n", m.Name(), m.Line)
		}
		return nil
	}
	tallies, err := runAll(ctx, o, chosen, equivalent, out)
	if err != nil {
		return err
	}
	if below := Table(out, tallies); len(below) > 0 && o.gate {
		return errors.New("too many mutants survive in " + strings.Join(below, ", ") +
			". Each needs a test, or a reason in ui/internal/mutate/equivalent.txt")
	}
	return nil
}

// choose returns all mutants of the packages, and those among them to be run.
func choose(ctx context.Context, o options) (all, chosen []Mutant, err error) {
	packages, err := Packages(o.root, o.patterns)
	if err != nil {
		return nil, nil, err
	}
	var changed map[string]lines
	if o.since != "" {
		if changed, err = Changed(ctx, o.root, o.since); err != nil {
			return nil, nil, err
		}
	}
	random := rand.New(rand.NewPCG(o.seed, 0))
	if o.n > 0 { // so that a budget leaves out other packages each time
		random.Shuffle(len(packages), func(i, j int) { packages[i], packages[j] = packages[j], packages[i] })
	}
	for _, pkg := range packages {
		mutants, err := Mutants(o.root, pkg, runtime.GOOS)
		if err != nil {
			return nil, nil, err
		}
		all = append(all, mutants...)
		if Floor(pkg) == 0 {
			continue
		}
		mutants = slices.DeleteFunc(slices.Clone(mutants), func(m Mutant) bool {
			return !strings.Contains(m.Name(), o.only) || changed != nil && !changed[m.File][m.Line]
		})
		if o.n > 0 && len(mutants) > o.n {
			random.Shuffle(len(mutants), func(i, j int) { mutants[i], mutants[j] = mutants[j], mutants[i] })
			mutants = mutants[:o.n]
			slices.SortFunc(mutants, func(a, b Mutant) int {
				return cmp.Or(strings.Compare(a.File, b.File), a.from-b.from, strings.Compare(a.New, b.New))
			})
		}
		chosen = append(chosen, mutants...)
	}
	return all, chosen, nil
}
