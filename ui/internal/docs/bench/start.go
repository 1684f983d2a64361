package main

import (
	"context"
	"fmt"

	"github.com/creack/pty"
)

var (
	small = pty.Winsize{Rows: 24, Cols: 80, X: 640, Y: 384}
	large = pty.Winsize{Rows: 40, Cols: 120, X: 960, Y: 640}
)

// startText stands above the table.
const startText = "The time from the call that starts the program until it has written the last word of its\n" +
	"first frame, at 80x24. One terminal answers the program's questions, and the other, with a\n" +
	"third of the starts, never does."

// start measures the time from before the start of a program until its first whole
// frame is written, on a terminal that answers questions and on one that does not.
func start(ctx context.Context, p plan, programs []program) (section, error) {
	s := section{
		text: startText,
		measures: []measure{
			{name: "answering terminal", unit: "ms", digits: 1},
			{name: "silent terminal", unit: "ms", digits: 1},
		},
	}
	times := make([][2][]float64, len(programs))
	for n := range p.starts {
		for i, program := range programs {
			for j, answers := range []bool{true, false} {
				if !answers && n%3 > 0 { // some wait seconds for an answer
					continue
				}
				ms, err := firstFrame(ctx, program, answers)
				if err != nil {
					return s, fmt.Errorf("%s: %w", program.name, err)
				}
				times[i][j] = append(times[i][j], ms)
			}
		}
	}
	for i, program := range programs {
		s.rows = append(s.rows, row{program.name, []float64{median(times[i][0]), median(times[i][1])}})
	}
	return s, nil
}

func firstFrame(ctx context.Context, p program, answers bool) (ms float64, err error) {
	session, err := begin(ctx, p, small, answers)
	if err != nil {
		return 0, err
	}
	defer session.end()
	came, err := session.arrive()
	return came.Sub(session.started).Seconds() * 1000, err
}
