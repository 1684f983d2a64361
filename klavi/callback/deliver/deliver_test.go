package deliver

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// receiver answers as a function says, which gets the number of the try and its body.
type receiver func(try int, body string, r *http.Request) (status int, err error)

// send delivers a callback and returns the result and the times of the tries.
func send(t *testing.T, s Sender, answer receiver) (Result, []time.Duration) {
	t.Helper()
	begin, tries := time.Now(), []time.Duration(nil)
	s.Steady = func() time.Duration { return time.Hour + time.Since(begin) } // of a clock that has run before
	s.Transport = transport(func(r *http.Request) (*http.Response, error) {
		body, _ := io.ReadAll(r.Body)
		tries = append(tries, time.Since(begin))
		status, err := answer(len(tries), string(body), r)
		if err != nil {
			return nil, err
		}
		answer := io.NopCloser(strings.NewReader("x"))
		resp := &http.Response{StatusCode: status, Header: http.Header{}, Body: answer, Request: r}
		if status/100 == 3 {
			resp.Header.Set("Location", "https://b.example/")
		}
		return resp, nil
	})
	p := Post{URL: "https://a.example/x", Header: http.Header{"X-A": {"1"}}, Body: []byte("body")}
	return s.Send(t.Context(), p), tries
}

type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestACallbackIsPostedOnceAndFiveTimesAgainAfterPausesThatDouble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, tries := send(t, Sender{}, func(_ int, body string, r *http.Request) (int, error) {
			if body != "body" || r.Header.Get("X-A") != "1" || r.Method != http.MethodPost {
				t.Errorf("%s %q %v", r.Method, body, r.Header)
			}
			return http.StatusInternalServerError, nil
		})
		const ms = time.Millisecond
		want := []time.Duration{0, 250 * ms, 750 * ms, 1750 * ms, 3750 * ms, 7750 * ms}
		if len(tries) != len(want) || r.OK() || r.Status != 500 || r.Tries != 6 || r.Waited != 7750*ms {
			t.Fatalf("%v %+v", tries, r)
		}
		for i := range want {
			if tries[i] != want[i] {
				t.Errorf("try %d after %v, want %v", i, tries[i], want[i])
			}
		}
	})
}

func TestACallbackThatIsTakenIsNotPostedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, tries := send(t, Sender{}, func(try int, _ string, _ *http.Request) (int, error) {
			if try < 3 {
				return 0, io.ErrUnexpectedEOF
			}
			return http.StatusNoContent, nil
		})
		if len(tries) != 3 || !r.OK() || r.Err != nil || r.Waited != 750*time.Millisecond {
			t.Errorf("%v %+v", tries, r)
		}
	})
}

func TestTheNumberOfTriesCanBeAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		refuse := func(int, string, *http.Request) (int, error) { return 404, nil }
		if r, tries := send(t, Sender{Tries: 5}, refuse); len(tries) != 5 || r.Tries != 5 || r.Status != 404 {
			t.Errorf("%v %+v", tries, r)
		}
	})
}

func TestATryEndsAfterTenSeconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, _ := send(t, Sender{Tries: 1}, func(_ int, _ string, r *http.Request) (int, error) {
			<-r.Context().Done()
			return 0, r.Context().Err()
		})
		if !errors.Is(r.Err, context.DeadlineExceeded) || r.Took != 10*time.Second || r.Status != 0 || r.OK() {
			t.Errorf("%+v", r)
		}
	})
}

func TestThreeRedirectsAreFollowedWithTheBody(t *testing.T) {
	for redirects, want := range map[int]bool{3: true, 4: false} {
		synctest.Test(t, func(t *testing.T) {
			r, _ := send(t, Sender{Tries: 1}, func(try int, body string, _ *http.Request) (int, error) {
				if body != "body" {
					t.Errorf("try %d: %q", try, body)
				}
				if try <= redirects {
					return http.StatusPermanentRedirect, nil
				}
				return 200, nil
			})
			if r.OK() != want {
				t.Errorf("%d redirects: %+v", redirects, r)
			}
		})
	}
}

func TestAnEndingContextEndsTheTries(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ended := errors.New("ended")
		r, tries := send(t, Sender{Sleep: func(context.Context, time.Duration) error { return ended }},
			func(int, string, *http.Request) (int, error) { return 500, nil })
		if len(tries) != 1 || r.Waited != 0 {
			t.Errorf("%v %+v", tries, r)
		}
	})
}

func TestAnAddressThatIsNoneIsAnError(t *testing.T) {
	s := Sender{Tries: 1, Steady: func() time.Duration { return 0 }}
	if r := s.Send(t.Context(), Post{URL: "http://a b/"}); r.Err == nil || r.Status != 0 || r.OK() {
		t.Errorf("%+v", r)
	}
}

func TestTheContextOfATryEndsWithIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked context.Context
		send(t, Sender{}, func(_ int, _ string, r *http.Request) (int, error) {
			asked = r.Context()
			return http.StatusOK, nil
		})
		if !errors.Is(asked.Err(), context.Canceled) {
			t.Errorf("%v", asked.Err())
		}
	})
}

func TestAContextThatEndsDuringAPauseEndsIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 400*time.Millisecond)
		defer cancel()
		begin := time.Now()
		s := Sender{
			Transport: transport(func(*http.Request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF }),
			Steady:    func() time.Duration { return time.Since(begin) },
		}
		r := s.Send(ctx, Post{URL: "https://a.example/x"})
		if r.Tries != 2 || r.Waited != FirstPause || time.Since(begin) != 400*time.Millisecond {
			t.Errorf("%+v after %v", r, time.Since(begin))
		}
	})
}

// endless is an answer that never ends. It counts what is read of it.
type endless struct {
	read   int
	closed bool
}

func (e *endless) Read(b []byte) (int, error) {
	e.read += len(b)
	return len(b), nil
}

func (e *endless) Close() error {
	e.closed = true
	return nil
}

func TestAtMost64KiBOfAnAnswerAreRead(t *testing.T) {
	var answer endless
	s := Sender{Steady: func() time.Duration { return 0 }}
	s.Transport = transport(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusOK, Body: &answer, Request: r}, nil
	})
	if r := s.Send(t.Context(), Post{URL: "https://a.example/x"}); !r.OK() || answer.read != 64<<10 || !answer.closed {
		t.Errorf("%+v %+v", r, answer)
	}
}
