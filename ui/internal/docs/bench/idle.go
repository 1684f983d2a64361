package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/creack/pty"
)

// restingText stands above the table. It takes the time.
const restingText = "The first form at 80x24 while nobody types, for %v. A form has nothing to write then,\n" +
	"unless the program makes the cursor blink itself. klavilink's memory includes the demo's\n" +
	"server."

// resting watches a form while nobody types.
func resting(ctx context.Context, p plan, programs []program) (section, error) {
	s, err := idle(ctx, p, programs, small, func(p program) way { return p.resting })
	s.text = fmt.Sprintf(restingText, p.window)
	return s, err
}

// countingText stands above the table. It takes the time.
const countingText = "A screen at 120x40 on which time passes, for %v. klavilink shows a link with its code,\n" +
	"counts down, and asks the demo's server in the same process what the customer has done. The\n" +
	"bare program only counts down. gum shows a spinner. Writes that follow each other within\n" +
	"20 ms count as one update."

// counting watches a screen on which time passes.
func counting(ctx context.Context, p plan, programs []program) (section, error) {
	s, err := idle(ctx, p, programs, large, func(p program) way { return p.counting })
	s.text = fmt.Sprintf(countingText, p.window)
	return s, err
}

// idle watches programs at the same time, each on its own screen.
func idle(ctx context.Context, p plan, programs []program, size pty.Winsize, to func(program) way) (section, error) {
	s := section{measures: []measure{
		{name: "updates a minute", digits: 0, plain: true},
		{name: "bytes an update", digits: 0},
		{name: "bytes a minute", digits: 0},
		{name: "CPU a minute", unit: "ms", digits: 1},
		{name: "memory", unit: "MiB", digits: 1},
	}}
	var failed error
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, program := range programs {
		way := to(program)
		if way == nil {
			continue
		}
		i := len(s.rows)
		s.rows = append(s.rows, row{name: program.name})
		wg.Go(func() {
			values, err := watch(ctx, p, program, size, way)
			mu.Lock()
			defer mu.Unlock()
			s.rows[i].values = values
			if err != nil {
				failed = fmt.Errorf("%s: %w", program.name, err)
			}
		})
	}
	wg.Wait()
	return s, failed
}

func watch(ctx context.Context, p plan, program program, size pty.Winsize, to way) ([]float64, error) {
	session, err := begin(ctx, program, size, true)
	if err != nil {
		return nil, err
	}
	defer session.end()
	if _, err := session.arrive(); err != nil {
		return nil, err
	}
	if err := session.walk(to); err != nil {
		return nil, err
	}
	time.Sleep(3 * time.Second) // what a start has left to do
	pid := session.cmd.Process.Pid
	ran, err := cpu(pid)
	if err != nil {
		return nil, err
	}
	bytes, updates := session.written()
	time.Sleep(p.window)
	now, err := cpu(pid)
	if err != nil {
		return nil, err
	}
	bytesNow, updatesNow := session.written()
	memory, err := resident(pid)
	a := p.window.Minutes()
	each := 0.0
	if updatesNow > updates {
		each = float64(bytesNow-bytes) / float64(updatesNow-updates)
	}
	return []float64{
		float64(updatesNow-updates) / a, each, float64(bytesNow-bytes) / a,
		(now - ran).Seconds() * 1000 / a, memory,
	}, err
}
