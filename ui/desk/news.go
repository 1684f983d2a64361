package desk

import "slices"

type subscriber struct{ tell func(Change) }

// Subscribe has f told of every change from now on, until cancel is called. The
// goroutine that calls [Desk.Record] calls f, after the change was kept. F must
// not wait.
func (d *Desk) Subscribe(f func(Change)) (cancel func()) {
	s := &subscriber{f}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.subscribers = append(d.subscribers, s)
	return func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.subscribers = slices.DeleteFunc(d.subscribers, func(o *subscriber) bool { return o == s })
	}
}

// tell keeps news of an authorisation as unread and calls the subscribers.
func (d *Desk) tell(c Change) {
	d.mu.Lock()
	if _, ok := c.Authorised(); ok {
		d.unread = append(d.unread, c)
	}
	subscribers := slices.Clone(d.subscribers)
	d.mu.Unlock()
	for _, s := range subscribers {
		s.tell(c)
	}
}

// Unread returns the latest authorisation that the agent has not looked at.
func (d *Desk) Unread() (Change, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.unread) == 0 {
		return Change{}, false
	}
	return d.unread[len(d.unread)-1], true
}

// Read marks the authorisations of a link as looked at.
func (d *Desk) Read(l *Link) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.unread = slices.DeleteFunc(d.unread, func(c Change) bool { return c.Link == l })
}

// ReadAll marks all authorisations as looked at.
func (d *Desk) ReadAll() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.unread = nil
}
