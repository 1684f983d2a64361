package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/cli/ownfile"
	"klavilink/ui/text"
)

// refused is the refusal of a connection.
func refused() *klavi.Error {
	return &klavi.Error{Kind: klavi.KindNetwork, Err: errors.New("refused")}
}

func TestAnErrorHasTheStatusAndTheObjectThatScriptsRelyOn(t *testing.T) {
	words := text.For("pt")
	for _, tt := range []struct {
		err    error
		status int
		kind   string
	}{
		{&klavi.Error{Kind: klavi.KindAuth, Status: 401, Code: 7}, ExitCredentials, "auth"},
		{&klavi.Error{Kind: klavi.KindInput, Status: 400, Field: "email"}, ExitUsage, "input"},
		{&klavi.Error{Kind: klavi.KindRate, Status: 429}, ExitFailed, "rate"},
		{&klavi.Error{Kind: klavi.KindBusiness, Status: 422, Code: 1001}, ExitFailed, "business"},
		{refused(), ExitFailed, "network"},
		{fmt.Errorf("wrapped: %w", refused()), ExitFailed, "network"},
		{&klavi.Error{Kind: klavi.KindNetwork, Err: context.Canceled}, ExitAbandoned, "network"},
		{context.Canceled, ExitAbandoned, "protocol"},
		{errors.New("another"), ExitFailed, "protocol"},
	} {
		e := explain(words, tt.err)
		var k klavi.Error
		if in := new(klavi.Error); errors.As(tt.err, &in) {
			k = *in
		}
		if e.status != tt.status || e.kind != tt.kind || e.field != k.Field || e.http != k.Status || e.code != k.Code {
			t.Errorf("%v: %+v", tt.err, *e)
		}
		if interrupted := e.message == words.CLI.Interrupted; interrupted != (tt.status == ExitAbandoned) {
			t.Errorf("%v says %q", tt.err, e.message)
		}
		b, err := json.Marshal(e.object())
		want := fmt.Sprintf(`{"error":{"kind":%q,"message":%q,"field":%q,"status":%d,"code":%d}}`,
			e.kind, e.message, e.field, e.http, e.code)
		if err != nil || string(b) != want {
			t.Errorf("%s, want %s", b, want)
		}
	}
}

func TestEveryExitHasItsStatusItsKindAndASentence(t *testing.T) {
	words := text.For("pt")
	for name, tt := range map[string]struct {
		got  *exit
		want exit
	}{
		"usage":     {usage("x"), exit{status: ExitUsage, kind: "input", message: "x"}},
		"abandoned": {abandoned(words), exit{status: ExitAbandoned, kind: "input", message: words.CLI.Interrupted}},
		"demo":      {demoFailed(errors.New("x")), exit{status: ExitFailed, kind: "network", message: "x"}},
		"storage":   {storageFailed("x"), exit{status: ExitFailed, kind: "storage", message: "x"}},
		"an exit":   {exitOf(fmt.Errorf("y: %w", usage("x"))), exit{status: ExitUsage, kind: "input", message: "x"}},
		"an error":  {exitOf(errors.New("x\x1b")), exit{status: ExitUsage, kind: "input", message: "x\ufffd"}},
	} {
		if *tt.got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, *tt.got, tt.want)
		}
	}
}

func TestAFileThatIsNotUsedIsNamedWithTheReason(t *testing.T) {
	words := &text.For("pt").CLI
	for want, err := range map[string]error{
		fmt.Sprintf(words.FileUntrustedF, "f", "chmod x"): &ownfile.Untrusted{Path: "/p", Fix: "chmod x"},
		fmt.Sprintf(words.FileForeignF, "f", "/p"):        &ownfile.Untrusted{Path: "/p"},
		fmt.Sprintf(words.FileNotRegularF, "f"):           fmt.Errorf("x: %w", ownfile.ErrNotRegular),
		fmt.Sprintf(words.FileTooLargeF, "f"):             fmt.Errorf("x: %w", ownfile.ErrTooLarge),
		fmt.Sprintf(words.ReadFileF, "f"):                 errors.New("x"),
	} {
		if got := fileProblem("f", err, words); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}

func TestASessionIsOpenedOnceWhenItIsNeededAndClosed(t *testing.T) {
	opened, closed := 0, 0
	l := &lazySession{open: func() (*session, error) {
		opened++
		return &session{close: func() { closed++ }}, nil
	}}
	l.close()
	if opened != 0 || closed != 0 {
		t.Errorf("opened %d times and closed %d times before anybody needs it", opened, closed)
	}
	one, err := l.get()
	other, again := l.get()
	l.close()
	if one == nil || one != other || err != nil || again != nil || opened != 1 || closed != 1 {
		t.Errorf("%v %v: opened %d times, closed %d times", err, again, opened, closed)
	}
}

func TestASessionThatCannotBeOpenedIsNotTriedAgain(t *testing.T) {
	opened := 0
	l := &lazySession{open: func() (*session, error) {
		opened++
		return nil, usage("x")
	}}
	for range 2 {
		if _, e := l.get(); e == nil || e.message != "x" {
			t.Errorf("%v", e)
		}
	}
	if l.close(); opened != 1 {
		t.Errorf("opened %d times", opened)
	}
}

func TestASignalBetweenTwoLinksEndsWithTheStatusOfASignal(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	stopped := &recorder{answer: func(*http.Request) (*http.Response, error) {
		cancel()
		return nil, context.Canceled
	}}
	r := commanded(ctx, Env{Transport: stopped, Getenv: getenv(
		"KLAVI_ACCESS_KEY", "a", "KLAVI_SECRET_KEY", "b",
	)}, `{"personalTaxId":"52998224725"}{"personalTaxId":"52998224725"}`, "create", "--json")
	if r.status != ExitAbandoned {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}
