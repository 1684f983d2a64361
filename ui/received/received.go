// Package received receives callbacks on this machine. It checks each, drops repeats, hands
// the rest on to another address if there is one, and reports what came.
package received

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/callback"
	"klavilink/klavi/callback/deliver"
)

// Config has the settings of a [Receiver]. Now and Report must be set.
type Config struct {
	// Key verifies the signatures. If it is empty, they are not checked.
	Key klavi.Secret

	// Now returns the current time.
	Now func() time.Time

	// Forward is where callbacks are handed on to, or nil. Sender hands them on.
	Forward *url.URL
	Sender  deliver.Sender

	// Bodies keeps the bodies in the receipts. They hold data of customers.
	Bodies bool

	// Report gets the receipt of each item. If it is handed on, Report gets the receipt
	// twice: the second time with the outcome. Several goroutines call it.
	Report func(Receipt)
}

const (
	maxAtATime  = 32 // callbacks that are received or handed on at a time
	maxChecking = 2  // bodies that are parsed at a time, because a hostile one takes memory
)

// Receiver is a handler that receives callbacks. It is safe for use by several goroutines.
type Receiver struct {
	cfg      Config
	ctx      context.Context
	seen     callback.Seen
	checking chan struct{}
	slots    chan struct{}
	running  sync.WaitGroup

	mu   sync.Mutex
	last int // the ID of the last receipt
}

// New returns a receiver. When the context ends, it stops handing on.
func New(ctx context.Context, cfg Config) *Receiver {
	return &Receiver{
		cfg: cfg, ctx: ctx, checking: make(chan struct{}, maxChecking), slots: make(chan struct{}, maxAtATime),
	}
}

// Wait returns when nothing is being handed on any more.
func (r *Receiver) Wait() { r.running.Wait() }

// ServeHTTP receives one callback. It answers before it hands on, as Klavi's pages ask
// for.
func (r *Receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if req.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	if !r.enter() { // before it counts as seen, because the sender tries again
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
		return
	}
	list, body, status := r.receive(req)
	forwards := status == http.StatusOK && r.cfg.Forward != nil && fresh(list)
	for i := range list {
		list[i].Pending = forwards
		r.cfg.Report(list[i])
	}
	if forwards {
		post := deliver.Post{URL: target(r.cfg.Forward, req.URL), Header: endToEnd(req.Header), Body: body}
		r.running.Go(func() { r.forward(post, list) })
	} else {
		<-r.slots
	}
	w.WriteHeader(status)
}

// enter takes a slot for one callback, if there is one.
func (r *Receiver) enter() bool {
	select {
	case r.slots <- struct{}{}:
		return true
	default:
		return false
	}
}

// forward hands a callback on and reports the outcome.
func (r *Receiver) forward(post deliver.Post, list []Receipt) {
	defer func() { <-r.slots }()
	result := r.cfg.Sender.Send(r.ctx, post)
	for _, one := range list {
		one.Pending, one.Forward = false, &result
		r.cfg.Report(one)
	}
}

// receive reads a callback and returns its receipts, its body and the status to answer
// with.
func (r *Receiver) receive(req *http.Request) (list []Receipt, body []byte, status int) {
	body, err := read(req)
	again := req.Clone(req.Context())
	again.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body), broken{err}))
	r.checking <- struct{}{}
	c, err := callback.Read(again, r.cfg.Key)
	<-r.checking

	base := Receipt{At: r.cfg.Now(), Verdict: verdictOf(err), Header: shown(req.Header)}
	if r.cfg.Bodies {
		base.Body = body
	}
	if len(c.Items) == 0 {
		if base.Verdict.taken() {
			base.Verdict = Test
			if len(bytes.TrimSpace(body)) > 0 && string(bytes.TrimSpace(body)) != "[]" {
				base.Verdict = NotJSON
			}
		}
		base.ID = r.next()
		return []Receipt{base}, body, base.Verdict.status()
	}
	for _, item := range c.Items {
		one := base
		one.ID, one.Report = r.next(), item.Report
		one.Name, one.LinkID, one.Key = name(item.Name), name(item.LinkID), name(item.Key)
		if one.Verdict.taken() && r.seen.Repeat(item.Key) {
			one.Verdict = Repeat
		}
		list = append(list, one)
	}
	return list, body, base.Verdict.status()
}

// read reads the body of a request. It reads nothing of one that says it is too large.
func read(req *http.Request) ([]byte, error) {
	if req.ContentLength > callback.MaxBody {
		return nil, &http.MaxBytesError{Limit: callback.MaxBody}
	}
	return io.ReadAll(io.LimitReader(req.Body, callback.MaxBody+1)) //nolint:wrapcheck // package callback wraps it
}

// next returns the ID of a new receipt.
func (r *Receiver) next() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last++
	return r.last
}

// fresh reports whether an item is neither a repeat nor refused.
func fresh(list []Receipt) bool {
	for _, one := range list {
		if one.Verdict == Good || one.Verdict == NotChecked {
			return true
		}
	}
	return false
}

// verdictOf returns the verdict for an error of package callback.
func verdictOf(err error) Verdict {
	var e *callback.Error
	switch {
	case err == nil:
		return Good
	case !errors.As(err, &e):
		return NotJSON
	}
	switch e.Reason {
	case callback.NoKey:
		return NotChecked
	case callback.Unsigned:
		return Unsigned
	case callback.Malformed:
		return Malformed
	case callback.Forged:
		return Forged
	case callback.TooLarge:
		return TooLarge
	case callback.Cut:
		return Cut
	default:
		return NotJSON
	}
}

// broken is a reader that has nothing but an error.
type broken struct{ err error }

// Read implements io.Reader.
func (b broken) Read([]byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	return 0, io.EOF
}
