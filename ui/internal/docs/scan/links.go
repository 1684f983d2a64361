package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
)

// links is a server that makes links. The path says how long they are: a link made
// under /400 has 400 bytes.
type links struct {
	server *http.Server
	addr   string
}

func serve() (*links, error) {
	listener, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	l := &links{addr: listener.Addr().String()}
	l.server = &http.Server{Handler: http.HandlerFunc(answer)}
	go func() { _ = l.server.Serve(listener) }()
	return l, nil
}

func (l *links) close() { _ = l.server.Close() }

// environ returns the environment in which klavilink uses the server.
func (l *links) environ(bytes int) map[string]string {
	return map[string]string{
		"KLAVI_API_BASE": fmt.Sprintf("http://%s/%d", l.addr, bytes), "KLAVI_ACCESS_TOKEN": "token-of-the-measurement",
	}
}

func answer(w http.ResponseWriter, r *http.Request) {
	length, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	bytes, err := strconv.Atoi(length)
	if err != nil || !strings.HasSuffix(rest, "/links") {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusCreated)
	_ = json.NewEncoder(w).Encode(map[string]any{
		"linkId": "364fd673-8652-4376-9b63-7cbdb3b810ec", "linkToken": "t",
		"linkURL": linkURL(bytes), "expireIn": 1800,
	})
}

// linkURL makes a URL of a length. It looks like those of the API, which carry a
// JSON Web Token in the query.
func linkURL(bytes int) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	url := "https://conecte-sandbox.klavi.ai/path?v=eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9."
	for i := uint32(1); len(url) < bytes; i++ {
		// The characters only have to be mixed, and the same in every run.
		mixed := i * 2654435761
		url += string(letters[(mixed>>13^mixed>>26)%64])
	}
	return url[:bytes]
}
