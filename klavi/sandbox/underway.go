package sandbox

import (
	"context"
	"sync"
)

// underWay counts what is being done. Its zero value is ready to use, by several
// goroutines too.
type underWay struct {
	mu   sync.Mutex
	n    int
	idle chan struct{} // closed when n becomes 0 again
}

// begin counts one thing more.
func (u *underWay) begin() {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.n == 0 {
		u.idle = make(chan struct{})
	}
	u.n++
}

// end counts one thing less.
func (u *underWay) end() {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.n--; u.n == 0 {
		close(u.idle)
	}
}

// wait returns when nothing is under way, or when the context ends.
func (u *underWay) wait(ctx context.Context) {
	u.mu.Lock()
	n, idle := u.n, u.idle
	u.mu.Unlock()
	if n == 0 {
		return
	}
	select {
	case <-idle:
	case <-ctx.Done():
	}
}
