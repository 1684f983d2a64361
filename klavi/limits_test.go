package klavi_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"klavilink/klavi"
)

func TestAValueOfAnAnswerHasAGreatestLength(t *testing.T) {
	const url = "https://conecte.klavi.ai/"
	fill := func(most int) string { return strings.Repeat("x", most) }
	for name, tt := range map[string]struct {
		id, token, url int
		ok             bool
	}{
		"all at the limit":   {1 << 10, 4 << 10, 4 << 10, true},
		"an ID too long":     {1<<10 + 1, 1, 100, false},
		"a token too long":   {1, 4<<10 + 1, 100, false},
		"a URL too long":     {1, 1, 4<<10 + 1, false},
		"everything at 1 MB": {1 << 20, 1 << 20, 1 << 20, false},
	} {
		body := fmt.Sprintf(`{"linkId":%q,"linkToken":%q,"linkURL":%q,"expireIn":1800}`,
			fill(tt.id), fill(tt.token), url+fill(tt.url-len(url)))
		c, err := klavi.New(klavi.Config{
			BaseURL: "https://api.klavi.ai", AccessToken: "t",
			Transport: &answering{status: 200, body: body, header: http.Header{}},
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = c.CreateLink(t.Context(), klavi.LinkRequest{})
		if tt.ok != (err == nil) {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			continue
		}
		if e := failure(t, err); e.Kind != klavi.KindProtocol || !e.Unknown || !errors.Is(err, klavi.ErrTooLong) ||
			len(e.Error()) > 200 {
			t.Errorf("%s: %.300v", name, e)
		}
	}
}

func TestAnAccessTokenHasAGreatestLength(t *testing.T) {
	for n, ok := range map[int]bool{8 << 10: true, 8<<10 + 1: false, 1 << 20: false} {
		token := strings.Repeat("x", n)
		header := http.Header{"Fuzz-Auth": {"1"}}
		keys := klavi.Config{
			BaseURL: "https://api.klavi.ai", AccessKey: "a", SecretKey: "s",
			Transport: &answering{status: 200, body: `{"accessToken":"` + token + `","expireIn":1800}`, header: header},
		}
		source := klavi.Config{
			BaseURL: "https://api.klavi.ai", Transport: &answering{status: 200, body: goodToken, header: header},
			TokenSource: func(context.Context) (klavi.Secret, error) { return klavi.Secret(token), nil },
		}
		for _, tt := range []struct {
			op   string
			kind klavi.Kind
			cfg  klavi.Config
		}{{"authenticate", klavi.KindProtocol, keys}, {"get a token", klavi.KindAuth, source}} {
			c, err := klavi.New(tt.cfg)
			if err != nil {
				t.Fatal(err)
			}
			err = c.Warm(t.Context())
			if ok != (err == nil) {
				t.Errorf("%d bytes, %s: %.200v", n, tt.op, err)
			}
			if err == nil {
				continue
			}
			if e := failure(t, err); e.Op != tt.op || e.Kind != tt.kind || !errors.Is(err, klavi.ErrTooLong) ||
				len(e.Error()) > 200 {
				t.Errorf("%d bytes, %s: %.200v", n, tt.op, err)
			}
		}
	}
}
