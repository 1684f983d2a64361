// Package serve opens the servers of this program. There is no other way to open one, so
// that every server has the same limits: on the time and the size of what comes in, and on
// the connections in total and from one address.
//
// The demo lets telephones of a network in. Whoever else is on that network must not be
// able to fill the disk, the memory or the table of connections.
package serve

import (
	"io"
	"log"
	"mime"
	"net"
	"net/http"
	"strings"
	"time"
)

// Limits are what one server puts up with.
type Limits struct {
	Header time.Duration // from the opening of a connection to the end of the header
	Read   time.Duration // to the end of the request
	Write  time.Duration // to the end of the answer
	Idle   time.Duration // between two requests on one connection

	HeaderBytes int   // of a request
	BodyBytes   int64 // of a request

	Connections int // in total
	PerAddress  int // from one address; telephones behind one router share theirs
}

// Usual returns the limits of the program's servers. Their pages and requests have a few
// kilobytes.
func Usual() Limits {
	return Limits{
		Header: 5 * time.Second, Read: 10 * time.Second, Write: 10 * time.Second, Idle: 30 * time.Second,
		HeaderBytes: 16 << 10, BodyBytes: 1 << 20, Connections: 256, PerAddress: 64,
	}
}

// Start answers the connections of a listener in the background until stop is called.
// stop closes the listener and all connections, and returns when the server has ended. A
// handler that panics ends its own request only, and nothing is written to the terminal.
func Start(l net.Listener, h http.Handler, limits Limits) (stop func()) {
	server := &http.Server{
		Handler:           limits.guard(h),
		ReadHeaderTimeout: limits.Header,
		ReadTimeout:       limits.Read,
		WriteTimeout:      limits.Write,
		IdleTimeout:       limits.Idle,
		MaxHeaderBytes:    limits.HeaderBytes,
		ErrorLog:          log.New(io.Discard, "", 0),
	}
	door := newDoor(l, limits)
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(door) // it closes the listener, whatever ends it
	}()
	return func() {
		_ = server.Close()
		<-done
	}
}

// guard looks at a request before its handler does. A request that may not have a body
// has none, any other has a limit, and no body is of the kind that Go would write to the
// disk. Every answer forbids to be stored, to be framed, and to tell others its address.
func (l Limits) guard(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Cache-Control", "no-store")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("X-Frame-Options", "DENY")
		head.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		if status := l.refuses(r); status != 0 {
			head.Set("Connection", "close")
			http.Error(w, http.StatusText(status), status)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, l.BodyBytes)
		h.ServeHTTP(w, r)
	})
}

// refuses returns the status for a request that no handler needs to see, or 0.
func (l Limits) refuses(r *http.Request) int {
	bodiless := r.Method == http.MethodGet || r.Method == http.MethodHead
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case bodiless && r.ContentLength != 0:
		return http.StatusBadRequest
	case r.ContentLength > l.BodyBytes:
		return http.StatusRequestEntityTooLarge
	case strings.HasPrefix(media, "multipart/"), err != nil && r.Header.Get("Content-Type") != "":
		return http.StatusUnsupportedMediaType
	}
	return 0
}
