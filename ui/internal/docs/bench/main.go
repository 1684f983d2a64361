// Command bench measures klavilink and its peers in one run and writes
// docs/benchmarks.md: the time from the start to the first frame, the cost of a
// screen while nobody types, the cost of many links, the size of the binary, a key in
// the picker, the check of a document, the drawing of a code, and the making of many
// links from records.
//
//	go -C ui/internal/docs run ./bench
//
// It needs Linux, because it reads /proc, and qrencode to compare the drawing. Peers
// written in Go come as modules. The page names a peer that cannot be had, without
// figures. The programs start in turn, so that a busy moment of the machine affects
// all of them. Each figure is a median.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"
)

func main() {
	out := flag.String("out", "../../../docs/benchmarks.md", "file to write; - is standard output")
	var p plan
	flag.IntVar(&p.starts, "starts", 30, "starts of each program")
	flag.DurationVar(&p.window, "window", time.Minute, "how long a screen is watched while nobody types")
	flag.IntVar(&p.rounds, "rounds", 7, "rounds of what runs within this process")
	flag.StringVar(&p.only, "only", "", "measure only the sections whose title contains this")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, p, *out); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// plan says how much is measured.
type plan struct {
	starts int
	window time.Duration
	rounds int
	only   string
}

func run(ctx context.Context, p plan, out string) error {
	folder, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	programs, missing, err := build(ctx, folder)
	if err != nil {
		return err
	}
	all := []struct {
		title   string
		measure func(context.Context, plan, []program) (section, error)
	}{
		{"Start to first frame", start},
		{"A form at rest", resting},
		{"A screen that counts", counting},
		{"Many links", manyLinks},
		{"Binary", binaries},
		{"A key in the picker", picker},
		{"A document checked", documents},
		{"A code drawn", drawing},
		{"Many records", batches},
	}
	var sections []section
	for _, s := range all {
		if !strings.Contains(s.title, p.only) {
			continue
		}
		fmt.Fprintln(os.Stderr, s.title)
		measured, err := s.measure(ctx, p, programs)
		if err != nil {
			return fmt.Errorf("%s: %w", s.title, err)
		}
		measured.title = s.title
		sections = append(sections, measured)
	}
	text := page(p, programs, missing, sections)
	if out == "-" {
		_, err = os.Stdout.WriteString(text)
		return err
	}
	return os.WriteFile(out, []byte(text), 0o644)
}
