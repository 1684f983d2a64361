package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"time"

	"klavilink/klavi/sandbox"
)

// The batch that is measured, and what it may cost at most.
const (
	batchRecords = 1000
	batchDelay   = 300 * time.Millisecond
	batchLongest = 80 * time.Second
	batchMemory  = 40 // MiB
)

// batchText stands above the table. It takes the number of records, the delay and the limits.
const batchText = "The time in which `klavilink create --json` makes %d links, with an API that takes %v for\n" +
	"each request, and the most memory that it has in RAM. With `--jobs 4` it may take %v and\n" +
	"%d MiB."

// batches measures many records: how long the making of their links takes, and how much
// memory. It fails if that is more than the limits.
func batches(ctx context.Context, _ plan, programs []program) (section, error) {
	s := section{
		text: fmt.Sprintf(batchText, batchRecords, batchDelay, batchLongest, batchMemory),
		measures: []measure{
			{name: "time", unit: "s", digits: 1, plain: true}, {name: "memory", unit: "MiB", digits: 1, plain: true},
		},
	}
	box, err := sandbox.New(sandbox.Config{Now: time.Now})
	if err != nil {
		return s, err
	}
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(batchDelay)
		box.ServeHTTP(w, r)
	}))
	defer slow.Close()
	for _, jobs := range []int{4, 16} {
		took, memory, err := batch(ctx, programs[0], slow.URL, jobs)
		if err == nil && jobs == 4 && (took > batchLongest || memory > batchMemory) {
			err = fmt.Errorf("%v and %.1f MiB are too much", took, memory)
		}
		if err != nil {
			return s, err
		}
		s.rows = append(s.rows, row{fmt.Sprintf("klavilink, --jobs %d", jobs), []float64{took.Seconds(), memory}})
	}
	return s, nil
}

// batch makes the links once. It looks at the memory ten times a second.
func batch(ctx context.Context, p program, api string, jobs int) (took time.Duration, memory float64, err error) {
	home, err := os.MkdirTemp("", "bench-batch-")
	if err != nil {
		return 0, 0, err
	}
	defer os.RemoveAll(home)
	var out strings.Builder
	cmd := exec.CommandContext(ctx, p.path, "create", "--json", "--jobs", fmt.Sprint(jobs))
	cmd.Stdin = strings.NewReader(strings.Repeat(`{"personalTaxId":"52998224725"}`+"\n", batchRecords))
	cmd.Stdout = &out
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "KLAVI_API_BASE="+api,
		"KLAVI_ACCESS_KEY="+sandbox.DemoAccessKey.Reveal(), "KLAVI_SECRET_KEY="+sandbox.DemoSecretKey.Reveal())
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, 0, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case err := <-ended:
			if n := strings.Count(out.String(), "linkURL"); n != batchRecords {
				err = errors.Join(err, fmt.Errorf("%d links", n))
			}
			return time.Since(began), memory, err
		case <-tick.C:
			if now, err := resident(cmd.Process.Pid); err == nil {
				memory = max(memory, now)
			}
		}
	}
}
