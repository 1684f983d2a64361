package serve_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"

	"klavilink/ui/cli/serve"
)

func ExampleStart() {
	l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	hello := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "hello") })
	stop := serve.Start(l, hello, serve.Usual())
	defer stop()
	resp, err := http.Get("http://" + l.Addr().String())
	if err != nil {
		panic(err)
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	fmt.Println(string(b), resp.Header.Get("Cache-Control"))
	// Output: hello no-store
}
