package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/ui/cli/record"
	"klavilink/ui/text"
)

// reading returns a reader of requests on standard input.
func reading(in io.Reader) requests { return requests{in: in, t: text.For("pt")} }

// all reads every record of an input.
func (q requests) all(t *testing.T, name string) (list []record.Record, err error) {
	t.Helper()
	s, err := q.open(t.Context(), name)
	if err != nil {
		return nil, err
	}
	defer s.close()
	for {
		r, err := s.next()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return list, err
		}
		list = append(list, r)
	}
}

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

func TestAnInputWithoutRecordsIsAnError(t *testing.T) {
	words := &text.For("pt").CLI
	for _, in := range []string{"", " \n", "[]", "\ufeff", "email,phone\n"} {
		if _, err := reading(strings.NewReader(in)).all(t, "-"); err == nil || err.Error() != words.Nothing {
			t.Errorf("%q: %v", in, err)
		}
	}
	if list, err := reading(strings.NewReader("x")).all(t, "-"); err != nil || len(list) != 1 {
		t.Errorf("a bad record: %v, %v", list, err)
	}
}

// The input was limited to 8 MiB when all of it was in memory.
func TestTheInputHasNoLimit(t *testing.T) {
	const line = "{\"email\":\"ana@exemplo.com\"}\n"
	n := 9<<20/len(line) + 1
	list, err := reading(strings.NewReader(strings.Repeat(line, n))).all(t, "-")
	if err != nil || len(list) != n {
		t.Errorf("%d of %d records, %v", len(list), n, err)
	}
}

func TestAnInputThatCannotBeReadIsNamed(t *testing.T) {
	words := &text.For("pt").CLI
	missing := filepath.Join(t.TempDir(), "missing")
	want := fmt.Sprintf(words.ReadFileF, missing)
	if _, err := reading(nil).all(t, missing); err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
	_, err := reading(broken{strings.NewReader("{}")}).all(t, "-")
	if err == nil || err.Error() != fmt.Sprintf(words.ReadFileF, "-") {
		t.Errorf("%v", err)
	}
	terminal := requests{in: strings.NewReader("{}"), inTerminal: true, t: text.For("pt")}
	if _, err := terminal.all(t, "-"); err == nil || err.Error() != words.InputTTY {
		t.Errorf("%v", err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := terminal.all(t, file); err != nil || len(got) != 1 {
		t.Errorf("a file of a terminal's user: %v", err)
	}
}

func TestEachProblemOfARecordHasASentence(t *testing.T) {
	words := &text.For("pt").CLI
	unknown := func(name, meant string) string {
		s := fmt.Sprintf(words.UnknownFieldF, name)
		if meant != "" {
			s += " " + fmt.Sprintf(words.DidYouMeanF, meant)
		}
		return s
	}
	long := strings.Repeat("x", 70)
	const header = "email,phone\n"
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
		`{"mail":"x"}`:                        {"mail", unknown("mail", "email")},
		`{"cpf":null}`:                        {"cpf", unknown("cpf", "personalTaxId")},
		`{"nome":null}`:                       {"nome", unknown("nome", "")},
		`{"` + long + `":1}`:                  {long[:59] + "…", unknown(long[:59]+"…", "")},
		`{"\u001b[31m":1}`:                    {"\ufffd[31m", unknown("\ufffd[31m", "")},
		`{"email":"a","email":"b"}`:           {"email", fmt.Sprintf(words.Batch.DuplicateF, "email")},
		`[[1]]`:                               {"", words.NotObject},
		`1`:                                   {"", words.NotObject},
		`null`:                                {"", words.NotObject},
		`x`:                                   {"", words.Batch.NotJSON},
		`{"email":`:                           {"", words.Batch.Cut},
		"{\"email\":\"\xe3\"}":                {"", words.Batch.NotUTF8},
		header + "a":                          {"", fmt.Sprintf(words.Batch.CellsF, 1, 2)},
		header + "a\x00,b":                    {"", words.Batch.Control},
		header + "\"a,b":                      {"", words.Batch.Quoting},
		`{"email":"` + strings.Repeat("x", record.MaxSize) + `"}`: {"", words.RecordTooLarge},
	} {
		got, err := reading(strings.NewReader(in)).all(t, "-")
		if err != nil || len(got) != 1 {
			t.Errorf("%.40s: %v", in, err)
			continue
		}
		e := &exit{}
		if got[0].Err != nil {
			e = unreadable(text.For("pt"), got[0].Err)
		}
		if e.field != want.field || e.message != want.message {
			t.Errorf("%.40s: %q %q, want %q %q", in, e.field, e.message, want.field, want.message)
		}
	}
	_, err := reading(strings.NewReader("email,cpf\n")).all(t, "-")
	if e := exitOf(err); e.status != ExitUsage || e.field != "cpf" || e.message != unknown("cpf", "personalTaxId") {
		t.Errorf("a header: %+v", e)
	}
}

func TestTheValuesOfAnObjectArriveAsTheyAre(t *testing.T) {
	got, err := reading(strings.NewReader(`{"email":"ana@exemplo.com","phone":null,"externalInfo":{"a":1}}`)).all(t, "-")
	if err != nil || got[0].Request.Email != "ana@exemplo.com" || got[0].Request.Phone != "" ||
		string(got[0].Request.ExternalInfo) != `{"a":1}` {
		t.Errorf("%+v %v", got, err)
	}
}
