package received

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"
)

func TestACallbackThatIsDoneMakesRoomForTheNext(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*http.Request)
		want   int
	}{"handed on": {nil, http.StatusOK}, "refused": {unsigned, http.StatusUnauthorized}} {
		b := forwarding(t, &carried{status: 200})
		for i := range 2 * maxAtATime {
			if got := b.post(fmt.Sprintf(`{"eventId":"e-%d"}`, i), tt.change); got != tt.want {
				t.Fatalf("%s: number %d is answered with %d", name, i, got)
			}
		}
	}
}

func TestTheAddressHasThePathAndTheQueryThatTheCallbackCameTo(t *testing.T) {
	for _, tt := range [][3]string{
		{"http://h/hooks?a=1", "/", "http://h/hooks?a=1"},
		{"http://h/hooks?a=1", "/x/y", "http://h/hooks/x/y?a=1"},
		{"http://h/hooks?a=1", "/?b=2", "http://h/hooks?b=2"},
		{"http://h", "/x?b=2", "http://h/x?b=2"},
		{"http://h/hooks", "/../../x", "http://h/x"},
	} {
		forward, _ := url.Parse(tt[0])
		came, _ := url.Parse("http://127.0.0.1:4242" + tt[1])
		if got := target(forward, came); got != tt[2] {
			t.Errorf("%s with %s: %s, want %s", tt[0], tt[1], got, tt[2])
		}
	}
}

func TestANameOrAnIDHas64CharactersAtMost(t *testing.T) {
	long := fmt.Sprintf("%064d", 0)
	if got := name(long); got != long {
		t.Errorf("64 characters became %q", got)
	}
	if got := name(long + "0"); len([]rune(got)) > 64 {
		t.Errorf("65 characters became %q", got)
	}
}
