package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/ui/text"
)

// reading returns a reader of requests on standard input.
func reading(in io.Reader) requests { return requests{in: in, t: text.For("pt")} }

// broken is a reader that fails after some words.
type broken struct{ words io.Reader }

// Read implements io.Reader.
func (b broken) Read(p []byte) (int, error) {
	n, err := b.words.Read(p)
	if errors.Is(err, io.EOF) {
		err = errors.New("broken")
	}
	return n, err
}

func TestTheInputIsOneObjectOrManyOrArraysOfThem(t *testing.T) {
	for in, want := range map[string]int{
		`{}`: 1, " {}\n": 1, "\ufeff{}": 1, `{}{}`: 2, "{}\n{}\n[{},{}]": 4, `[{}]`: 1, `[]{}`: 1, `[[{}]]`: 1,
		`1 "x" null`: 3,
	} {
		got, err := reading(strings.NewReader(in)).read(t.Context(), "-")
		if err != nil || len(got) != want {
			t.Errorf("%s: %d objects, %v", in, len(got), err)
		}
	}
	words := &text.For("pt").CLI
	for in, want := range map[string]string{
		"": words.Nothing, " \n": words.Nothing, "[]": words.Nothing,
		"x": fmt.Sprintf(words.BadJSONF, 1), `{}x`: fmt.Sprintf(words.BadJSONF, 3), `{"a":1`: fmt.Sprintf(words.BadJSONF, 1),
	} {
		if _, err := reading(strings.NewReader(in)).read(t.Context(), "-"); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}

func TestTheInputAndEachObjectHaveALimit(t *testing.T) {
	words := &text.For("pt").CLI
	object := func(n int) string { return `{"email":"` + strings.Repeat("x", n-len(`{"email":""}`)) + `"}` }
	for name, tt := range map[string]struct {
		in, all, one string // the error of the whole input, and of the first object
	}{
		"the longest object":       {object(1 << 20), "", ""},
		"a longer one":             {object(1<<20 + 1), "", words.RecordTooLarge},
		"the longest input":        {object(100) + strings.Repeat(" ", 8<<20-100), "", ""},
		"a longer one, of nothing": {object(100) + strings.Repeat(" ", 8<<20-99), words.TooLarge, ""},
	} {
		got, err := reading(strings.NewReader(tt.in)).read(t.Context(), "-")
		all, one := "", ""
		if err != nil {
			all = err.Error()
		} else if got[0].err != nil {
			one = got[0].err.message
		}
		if all != tt.all || one != tt.one {
			t.Errorf("%s: %q and %q, want %q and %q", name, all, one, tt.all, tt.one)
		}
	}
}

func TestAnInputThatCannotBeReadIsNamed(t *testing.T) {
	words := &text.For("pt").CLI
	missing := filepath.Join(t.TempDir(), "missing")
	want := fmt.Sprintf(words.ReadFileF, missing)
	if _, err := reading(nil).read(t.Context(), missing); err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
	_, err := reading(broken{strings.NewReader("{}")}).read(t.Context(), "-")
	if err == nil || err.Error() != fmt.Sprintf(words.ReadFileF, "-") {
		t.Errorf("%v", err)
	}
	terminal := requests{in: strings.NewReader("{}"), inTerminal: true, t: text.For("pt")}
	if _, err := terminal.read(t.Context(), "-"); err == nil || err.Error() != words.InputTTY {
		t.Errorf("%v", err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := terminal.read(t.Context(), file); err != nil || len(got) != 1 {
		t.Errorf("a file of a terminal's user: %v", err)
	}
}

func TestTheFirstWrongFieldOfAnObjectIsNamed(t *testing.T) {
	words := &text.For("pt").CLI
	unknown := func(name, meant string) string {
		s := fmt.Sprintf(words.UnknownFieldF, name)
		if meant != "" {
			s += " " + fmt.Sprintf(words.DidYouMeanF, meant)
		}
		return s
	}
	long := strings.Repeat("x", 70)
	for in, want := range map[string]struct{ field, message string }{
		`{"email":null}`:                      {"", ""},
		`{"email":"a","phone":null}`:          {"", ""},
		`{"externalInfo":{"a":[1]}}`:          {"", ""},
		`{"externalInfo":null}`:               {"", ""},
		`{"productsCallbackURL":{"all":"x"}}`: {"", ""},
		`{"productsCallbackURL":null}`:        {"", ""},
		`{"productsCallbackURL":{"all":1}}`:   {"productsCallbackURL", fmt.Sprintf(words.WantObjectF, "productsCallbackURL")},
		`{"productsCallbackURL":"x"}`:         {"productsCallbackURL", fmt.Sprintf(words.WantObjectF, "productsCallbackURL")},
		`{"externalInfo":"x"}`:                {"externalInfo", fmt.Sprintf(words.WantObjectF, "externalInfo")},
		`{"email":1}`:                         {"email", fmt.Sprintf(words.WantTextF, "email")},
		`{"email":{}}`:                        {"email", fmt.Sprintf(words.WantTextF, "email")},
		`{"phone":1,"email":2}`:               {"email", fmt.Sprintf(words.WantTextF, "email")},
		`{"EMAIL":"x"}`:                       {"EMAIL", unknown("EMAIL", "email")},
		`{"redirect-url":"x"}`:                {"redirect-url", unknown("redirect-url", "redirectURL")},
		`{"app link":"x"}`:                    {"app link", unknown("app link", "appLink")},
		`{"mail":"x"}`:                        {"mail", unknown("mail", "")},
		`{"mail":null}`:                       {"mail", unknown("mail", "")},
		`{"` + long + `":1}`:                  {long[:59] + "…", unknown(long[:59]+"…", "")},
		`{"\u001b[31m":1}`:                    {"\ufffd[31m", unknown("\ufffd[31m", "")},
		`[1]`:                                 {"", words.NotObject},
		`1`:                                   {"", words.NotObject},
		`null`:                                {"", words.NotObject},
	} {
		got, err := reading(strings.NewReader(in)).read(t.Context(), "-")
		if err != nil || len(got) != 1 {
			t.Errorf("%s: %v", in, err)
			continue
		}
		var e exit
		if got[0].err != nil {
			e = *got[0].err
		}
		if e.field != want.field || e.message != want.message {
			t.Errorf("%s: %q %q, want %q %q", in, e.field, e.message, want.field, want.message)
		}
	}
}

func TestTheValuesOfAnObjectArriveAsTheyAre(t *testing.T) {
	got, err := reading(strings.NewReader(`{"email":"ana@exemplo.com","phone":null,"externalInfo":{"a":1}}`)).
		read(t.Context(), "-")
	if err != nil || got[0].request.Email != "ana@exemplo.com" || got[0].request.Phone != "" ||
		string(got[0].request.ExternalInfo) != `{"a":1}` {
		t.Errorf("%+v %v", got, err)
	}
}
