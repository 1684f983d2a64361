package desk

import (
	"context"
	"slices"
	"sync"

	"klavilink/klavi/directory"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// Institutions are those that a desk can suggest: a built-in list, until Klavi's
// own list was read.
type Institutions struct {
	client   Client
	remember func([]directory.Institution) error

	mu    sync.Mutex
	list  []directory.Institution
	asked bool
}

// List returns the institutions in the order of the list.
func (s *Institutions) List() []directory.Institution {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.list)
}

// Find returns an institution by its code.
func (s *Institutions) Find(code string) (directory.Institution, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.list, func(in directory.Institution) bool { return in.Code == code })
	if i < 0 {
		return directory.Institution{}, false
	}
	return s.list[i], true
}

// Name names the institution of a step: as the API calls it, else as the list
// does, else by its code. The name is safe to print on a terminal.
func (s *Institutions) Name(step watch.Step) string {
	if step.Name != "" {
		return validate.Harmless(step.Name, 80)
	}
	if in, ok := s.Find(step.Code); ok {
		return in.Name
	}
	return validate.Harmless(step.Code, 40)
}

// Claim reports whether Klavi's own list is still to be fetched. It returns true
// once a session.
func (s *Institutions) Claim() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	first := !s.asked
	s.asked = true
	return first
}

// Fetch reads Klavi's own list with the token of a link, the only one that may
// read it. That list knows more institutions, and which are in trouble. If it
// cannot be had the list stays as it is.
func (s *Institutions) Fetch(ctx context.Context, l *Link) {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	live, err := s.client.Institutions(ctx, l.Token)
	list := directory.Merge(live)
	if err != nil || len(list) == 0 {
		return
	}
	if s.remember != nil {
		_ = s.remember(list) // The next session asks again.
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = list
}
