package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"klavilink/klavi/sandbox"
)

// linksText stands above the table. It takes the time.
const linksText = "A wizard that has just made so many links, with the last one on the screen, for %v. It asks\n" +
	"a server in another process what the customers have done. All looks of a wizard share a\n" +
	"budget of one a second, because all programs of a partner share the API's limit. The last\n" +
	"column is how many of the links it looked at in that time."

// manyLinks measures what live links cost the API and this machine.
func manyLinks(ctx context.Context, p plan, programs []program) (section, error) {
	s := section{
		text: fmt.Sprintf(linksText, p.window),
		measures: []measure{
			{name: "requests a minute", digits: 0, plain: true},
			{name: "CPU a minute", unit: "ms", digits: 1, plain: true},
			{name: "links looked at", digits: 0, plain: true},
		},
	}
	wizard := filepath.Join(filepath.Dir(programs[0].path), "links")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", wizard, "./bench/links")
	if said, err := build.CombinedOutput(); err != nil {
		return s, fmt.Errorf("links: %w\n%s", err, said)
	}
	numbers := []int{1, 10, 30, 100}
	s.rows = make([]row, len(numbers))
	failed := make([]error, len(numbers))
	var all sync.WaitGroup
	for i, n := range numbers {
		all.Go(func() {
			values, err := watchLinks(ctx, p, wizard, n)
			s.rows[i], failed[i] = row{fmt.Sprintf("live links: %d", n), values}, err
		})
	}
	all.Wait()
	return s, errors.Join(failed...)
}

// watchLinks runs a wizard with n links and returns the figures of its row.
func watchLinks(ctx context.Context, p plan, wizard string, n int) ([]float64, error) {
	box, err := sandbox.New(sandbox.Config{})
	if err != nil {
		return nil, err
	}
	asked := &tally{box: box}
	server := httptest.NewServer(asked)
	defer server.Close()
	cmd := exec.CommandContext(ctx, wizard, server.URL, strconv.Itoa(n))
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		return nil, fmt.Errorf("%d links: %w", n, err)
	}
	ran, err := cpu(cmd.Process.Pid)
	if err != nil {
		return nil, err
	}
	asked.restart()
	time.Sleep(p.window)
	now, err := cpu(cmd.Process.Pid)
	requests, links := asked.read()
	minutes := p.window.Minutes()
	return []float64{float64(requests) / minutes, (now - ran).Seconds() * 1000 / minutes, float64(links)}, err
}

// tally is a sandbox that counts what it is asked.
type tally struct {
	box http.Handler

	mu       sync.Mutex
	requests int
	links    map[string]bool // the tokens of the links whose status was asked for
}

// ServeHTTP implements http.Handler.
func (t *tally) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	t.mu.Lock()
	t.requests++
	if strings.HasSuffix(r.URL.Path, "/links/institutions/status") && t.links != nil {
		t.links[r.Header.Get("Authorization")] = true
	}
	t.mu.Unlock()
	t.box.ServeHTTP(w, r)
}

// restart begins to count.
func (t *tally) restart() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.requests, t.links = 0, map[string]bool{}
}

// read returns the requests since the start, and how many links were looked at.
func (t *tally) read() (requests, links int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.requests, len(t.links)
}
