package ui

import (
	"sync"

	"klavilink/ui/desk"
)

// inbox keeps changes until the next Update. A desk may tell of them from any
// goroutine.
type inbox struct {
	mu      sync.Mutex
	changes []desk.Change
}

func (b *inbox) put(c desk.Change) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.changes = append(b.changes, c)
}

// take empties the inbox.
func (b *inbox) take() []desk.Change {
	b.mu.Lock()
	defer b.mu.Unlock()
	changes := b.changes
	b.changes = nil
	return changes
}
