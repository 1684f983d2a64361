package callback_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"klavilink/klavi"
	"klavilink/klavi/callback"
)

// receiver takes each item once, and only with a good signature. Klavi waits ten seconds
// for the answer, so the work itself is for whoever reads the queue.
func receiver(key klavi.Secret, queue chan<- callback.Item) http.HandlerFunc {
	var seen callback.Seen
	return func(w http.ResponseWriter, r *http.Request) {
		got, err := callback.Read(r, key)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		for _, item := range got.Items {
			if !seen.Repeat(item.Key) {
				queue <- item
			}
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// The example delivers an event twice, and then one that somebody has changed.
func Example() {
	const key = klavi.Secret("your-secret-key")
	queue := make(chan callback.Item, 10)
	handle := receiver(key, queue)

	event := `{"eventId":"1","eventName":"consent_authorised","payload":{"linkId":"link-7"}}`
	signature := callback.Sign([]byte(event), key)
	for _, body := range []string{event, event, strings.Replace(event, "link-7", "link-8", 1)} {
		r := httptest.NewRequest(http.MethodPost, "/klavi", strings.NewReader(body))
		r.Header.Set(callback.SignatureHeader, signature)
		w := httptest.NewRecorder()
		handle(w, r)
		fmt.Println(strings.TrimSpace(fmt.Sprint(w.Code, " ", w.Body)))
	}
	close(queue)
	for item := range queue {
		fmt.Println(item.Name, item.LinkID)
	}
	// Output:
	// 204
	// 204
	// 401 verify a callback: forged
	// consent_authorised link-7
}
