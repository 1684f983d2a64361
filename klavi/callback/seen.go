package callback

import "sync"

// maxSeen is how many keys a [Seen] remembers. Klavi repeats a delivery within seconds.
const maxSeen = 10_000

// Seen remembers the keys of items, so that a receiver drops repeats. It forgets the
// oldest when it has ten thousand. Its zero value is ready to use, by several goroutines
// too.
//
// A receiver that must drop repeats after a restart keeps the keys in its database.
type Seen struct {
	mu    sync.Mutex
	keys  map[string]bool
	order []string // a ring
	at    int
}

// Repeat remembers a key, and reports whether it was known. An empty key is never known.
// Call it only for items whose signature was verified, because anybody can make up a key.
func (s *Seen) Repeat(key string) bool {
	if key == "" {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys[key] {
		return true
	}
	if s.keys == nil {
		s.keys = map[string]bool{}
	}
	s.keys[key] = true
	if len(s.order) < maxSeen {
		s.order = append(s.order, key)
		return false
	}
	delete(s.keys, s.order[s.at])
	s.order[s.at] = key
	s.at = (s.at + 1) % maxSeen
	return false
}
