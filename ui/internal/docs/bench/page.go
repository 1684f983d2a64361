package main

import (
	"fmt"
	"math"
	"runtime"
	"strings"
)

// section is a table of the page. Its first row is klavilink. A smaller figure is
// always better.
type section struct {
	title, text string
	measures    []measure
	rows        []row
}

// measure is a column of a table.
type measure struct {
	name, unit string
	digits     int
	plain      bool // no ratio: what it counts has no better and worse
}

type row struct {
	name   string
	values []float64
}

// none stands for a figure that a peer does not have.
var none = math.NaN()

// worth is the ratio below which a peer counts as better.
const worth = 0.95

// introduction begins the page.
const introduction = "# Benchmarks\n\n" +
	"This page is for people who doubt that klavilink is fast. After reading it you know what it\n" +
	"costs beside its peers, and where it is behind.\n\n" +
	"One run of this command measures everything and writes the page:\n\n" +
	"```sh\ngo -C ui/internal/docs run ./bench\n```\n\n"

// conditions says where and how the figures were measured. It takes the system, the
// architecture, the processors, the version of Go, the starts and the rounds.
const conditions = "It ran on %s/%s with %d processors and %s. Programs are timed in %d starts, and\n" +
	"code within a process in %d rounds. They take turns, and the figure is the median. The number\n" +
	"in brackets is the ratio to klavilink. A ratio below 1 means that the peer is better. Bubble\n" +
	"Tea, huh and bubbles have the versions that klavilink is built with.\n\n"

// page writes the page.
func page(p plan, programs []program, missing []string, sections []section) string {
	var b strings.Builder
	b.WriteString(introduction)
	fmt.Fprintf(&b, conditions,
		runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), p.starts, p.rounds)
	for _, program := range programs {
		if program.version != "" {
			fmt.Fprintf(&b, "- %s: %s\n", program.name, program.version)
		}
	}
	for _, name := range missing {
		fmt.Fprintf(&b, "- %s: not measured, because it could not be had where this ran\n", name)
	}
	b.WriteString("\n## Where klavilink is behind\n\n")
	behind(&b, sections)
	for _, s := range sections {
		s.write(&b)
	}
	return b.String()
}

// behind lists every figure in which a peer is better.
func behind(b *strings.Builder, sections []section) {
	found := false
	for _, s := range sections {
		for i, m := range s.measures {
			if m.plain {
				continue
			}
			for _, r := range s.rows[1:] {
				if ratio := r.values[i] / s.rows[0].values[i]; ratio < worth {
					theirs, ours := m.figure(r.values[i]), m.figure(s.rows[0].values[i])
					fmt.Fprintf(b, "- %s, %s: %s %s, klavilink %s\n", s.title, m.name, r.name, theirs, ours)
					found = true
				}
			}
		}
	}
	if !found {
		b.WriteString("Nowhere in these tables.\n")
	}
}

func (s section) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n\n%s\n\n|", s.title, s.text)
	for _, m := range s.measures {
		b.WriteString(" | " + m.name)
	}
	b.WriteString(" |\n| ---" + strings.Repeat(" | ---:", len(s.measures)) + " |\n")
	for i, r := range s.rows {
		b.WriteString("| " + r.name)
		for j, m := range s.measures {
			b.WriteString(" | " + m.figure(r.values[j]))
			if ratio := r.values[j] / s.rows[0].values[j]; i > 0 && !m.plain && !math.IsNaN(ratio) && !math.IsInf(ratio, 0) {
				fmt.Fprintf(b, " (%.2f)", ratio)
			}
		}
		b.WriteString(" |\n")
	}
}

func (m measure) figure(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return strings.TrimSpace(fmt.Sprintf("%.*f %s", m.digits, v, m.unit))
}
