package callback

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// endless is a body that never ends. It counts what is read of it.
type endless struct{ read int }

func (e *endless) Read(b []byte) (int, error) {
	e.read += len(b)
	return len(b), nil
}

func TestABodyMayHave8MiB(t *testing.T) {
	for size, want := range map[int]Reason{8 << 20: NotJSON, 8<<20 + 1: TooLarge} {
		if _, err := Read(signed(strings.Repeat("x", size)), key); reason(err) != want {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
}

func TestOnlyOneByteIsReadBeyondTheLimit(t *testing.T) {
	var body endless
	_, err := Read(httptest.NewRequest(http.MethodPost, "/", &body), key)
	if reason(err) != TooLarge || body.read != 8<<20+1 {
		t.Errorf("%d bytes: %v", body.read, err)
	}
}

func TestACallbackMayHaveAThousandItems(t *testing.T) {
	items, err := Parse([]byte("[{}" + strings.Repeat(",{}", 999) + "]"))
	if err != nil || len(items) != 1000 {
		t.Errorf("%d items: %v", len(items), err)
	}
}

func TestAnErrorSaysWhatWasBeingDoneAndKeepsItsCause(t *testing.T) {
	limited := signed(event)
	limited.Body = http.MaxBytesReader(nil, limited.Body, 9)
	cut := signed("")
	cut.Body = io.NopCloser(brokenReader{})
	unsigned := signed(event)
	unsigned.Header = http.Header{}
	for want, r := range map[string]*http.Request{
		"read a callback: too large":  limited,
		"read a callback: cut off":    cut,
		"read a callback: not JSON":   signed("x"),
		"verify a callback: unsigned": unsigned,
	} {
		_, err := Read(r, key)
		if err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
		if large := new(http.MaxBytesError); r == limited && !errors.As(err, &large) {
			t.Errorf("%s: the cause is lost", err)
		}
		if r == cut && !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%s: the cause is lost", err)
		}
	}
}

func TestACallbackWithABadSignatureIsReturnedForShow(t *testing.T) {
	r := signed(event)
	r.Header.Del(SignatureHeader)
	c, err := Read(r, key)
	if reason(err) != Unsigned || string(c.Body) != event || len(c.Items) != 1 || c.Items[0].Key != "e-1" {
		t.Errorf("%v: %d items", err, len(c.Items))
	}
}

func TestBlanksAroundABodyDoNotCount(t *testing.T) {
	for body, want := range map[string]int{" \r\n\t": 0, "\n[{},{}] ": 2, " {} ": 1, "[]": 0} {
		if items, err := Parse([]byte(body)); err != nil || len(items) != want {
			t.Errorf("%q: %d items, %v", body, len(items), err)
		}
	}
	if _, err := Parse([]byte("7")); reason(err) != NotJSON {
		t.Errorf("a digit: %v", err)
	}
}
