package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"klavilink/ui/text"
)

func TestTheFileOfStatusIsReadAndItsAbsenceSaid(t *testing.T) {
	name := filepath.Join(t.TempDir(), "links.jsonl")
	if err := os.WriteFile(name, []byte(result("id-1", "t-1")+result("id-2", "t-2")), 0o600); err != nil {
		t.Fatal(err)
	}
	s := &seer{byToken: map[string]string{"t-2": atItau("AUTHORISED")}}
	r := commanded(t.Context(), s.env(), "", "status", "id-2", "--input", name, "--lang", "en")
	if r.status != ExitOK || r.out != "id-2\tItaú: authorised (12:00:00)\n" || len(s.asked) != 1 {
		t.Errorf("%d %q %q, asked %q", r.status, r.out, r.err, s.asked)
	}
	r = commanded(t.Context(), Env{Transport: untouched(t)}, "", "status", "--input", name+"x")
	if r.status != ExitUsage || !strings.Contains(r.err, "links.jsonlx") {
		t.Errorf("%d %q", r.status, r.err)
	}
}

func TestStatusAsksForTheNumberOnATerminalUntilItIsRight(t *testing.T) {
	s := &seer{byQuery: map[string]string{
		"personalTaxId=52998224725": `[{"linkId":"id-1","institutionCode":"260","status":"AUTHORISED"}]`,
	}}
	answers := []string{"", "529.982.247-26", " 529.982.247-25 "}
	env := s.env()
	env.InTerminal = true
	env.ReadSecret = func(context.Context) (string, error) {
		answer := answers[0]
		answers = answers[1:]
		return answer, nil
	}
	r := commanded(t.Context(), env, "", "status", "id-1")
	prompt := "CPF ou CNPJ do cliente (não aparece): "
	if r.status != ExitOK || strings.Count(r.err, prompt) != 3 || strings.Contains(r.err+r.out, "247") {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
	env.ReadSecret = func(context.Context) (string, error) { return "", errors.New("closed") }
	if r = commanded(t.Context(), env, "", "status", "id-1"); r.status != ExitAbandoned {
		t.Errorf("a terminal that closes: %d %q", r.status, r.err)
	}
	env.ReadSecret, env.Transport = nil, untouched(t)
	if r = commanded(t.Context(), env, "52998224726\n", "status", "id-1"); r.status != ExitAbandoned {
		t.Errorf("an end: %d %q", r.status, r.err)
	}
}

// A command line is kept by shells and shown to all users of a machine.
func TestOnlyTheIDOfALinkIsTakenFromTheCommandLine(t *testing.T) {
	words := &text.For("pt").CLI.Tools
	token := strings.Repeat("a", 20) + "." + strings.Repeat("b", 20) + "." + strings.Repeat("c", 20)
	for arg, want := range map[string]string{
		"https://conecte.klavi.ai/x?v=t":       words.ArgSecret,
		"klavi://x":                            words.ArgSecret,
		token:                                  words.ArgSecret,
		"52998224725":                          words.ArgPersonal,
		"529.982.247-25":                       words.ArgPersonal,
		"11.222.333/0001-81":                   words.ArgPersonal,
		"":                                     words.BadLinkID,
		"a b":                                  words.BadLinkID,
		"a/b":                                  words.BadLinkID,
		"a\x1b[2J":                             words.BadLinkID,
		strings.Repeat("a", 129):               words.BadLinkID,
		strings.Repeat("a", 128):               "",
		"4437b139-8a16-11ee-b636-487b6bad036a": "",
		"ed812-81fcec-7ec55-7aa7d29-2a3188b75": "",
		"Ab_9":                                 "",
	} {
		err := checkLinkID(&text.For("pt").CLI, arg)
		if (err == nil) != (want == "") || err != nil && err.Error() != want {
			t.Errorf("%.60q: %v, want %q", arg, err, want)
		}
		if want == "" {
			continue
		}
		for _, command := range []string{"status", "open", "doctor"} {
			r := commanded(t.Context(), Env{Transport: untouched(t)}, "52998224725", command, "--", arg)
			if r.status != ExitUsage || r.out != "" || arg != "" && strings.Contains(r.err, arg) {
				t.Errorf("%s %.60q: %d %q %q", command, arg, r.status, r.out, r.err)
			}
		}
	}
}

func TestTheInputOfStatusIsCheckedBeforeAnythingIsSent(t *testing.T) {
	words := &text.For("en").CLI.Tools
	line := func(n int, why string) string { return fmt.Sprintf("Line %d: %s", n, why) }
	production := strings.Replace(result("id-1", "t"), "sandbox", "production", 1)
	demo := strings.Replace(result("id-1", "t"), "sandbox", "demo", 1)
	for name, tt := range map[string]struct {
		in   string
		args []string
		want string
	}{
		"nothing":                          {"", nil, words.NoLinkID},
		"nothing, with a dash":             {"\n\n", []string{"-"}, words.NoLinkID},
		"no link in the results":           {`{"index":0,"line":1,"error":{"kind":"input"}}`, nil, words.NoLinkID},
		"an ID alone":                      {"", []string{"id-1"}, fmt.Sprintf(words.NeedsMoreF, "id-1")},
		"an ID alone in the input":         {"id-1\n", nil, fmt.Sprintf(words.NeedsMoreF, "id-1")},
		"a result of another link":         {result("id-2", "t"), []string{"id-1"}, fmt.Sprintf(words.NeedsMoreF, "id-1")},
		"a number alone":                   {"52998224725", nil, words.NoLinkID},
		"two numbers":                      {"52998224725\n11222333000181", []string{"id-1"}, words.ManyDocuments},
		"a number that is wrong":           {"\nid-1 52998224726", nil, ""},
		"a CPF in an object that is wrong": {`{"linkId":"a","personalTaxId":"1"}`, nil, ""},
		"a CNPJ in one that is wrong":      {`{"linkId":"a","businessTaxId":"1"}`, nil, ""},
		"a URL":                            {"https://conecte.klavi.ai/x", nil, line(1, words.BadLine)},
		"three words":                      {result("id-1", "t") + "a 52998224725 b", nil, line(2, words.BadLine)},
		"no JSON":                          {result("id-1", "t") + "{", nil, line(2, "This is not JSON.")},
		"no time":                          {`{"linkId":"a","expiresAt":"noon"}`, nil, line(1, words.BadLine)},
		"another environment":              {production, nil, fmt.Sprintf(words.ElsewhereF, "production", "sandbox")},
		"the demo":                         {demo, nil, words.Demo},
	} {
		env := Env{Transport: untouched(t), Getenv: getenv("KLAVI_ACCESS_TOKEN", "t")}
		r := commanded(t.Context(), env, tt.in, append([]string{"status", "--lang", "en"}, tt.args...)...)
		if r.status != ExitUsage || r.out != "" || tt.want != "" && r.err != tt.want+"\n" {
			t.Errorf("%s: %d %q, want %q", name, r.status, r.err, tt.want)
		}
		if r.err == "" || strings.Contains(r.err, "52998224726") {
			t.Errorf("%s: %q", name, r.err)
		}
	}
	r := commanded(t.Context(), Env{Transport: untouched(t)}, "", "status", "--demo", "id-1", "--lang", "en")
	if r.status != ExitUsage || r.err != words.Demo+"\n" {
		t.Errorf("%d %q", r.status, r.err)
	}
}

func TestMoreLinksThanOneCommandLooksAtAreRefused(t *testing.T) {
	var in strings.Builder
	for i := range maxLinks + 1 {
		fmt.Fprintf(&in, "id-%d 52998224725\n", i)
	}
	r := commanded(t.Context(), Env{Transport: untouched(t)}, in.String(), "status")
	if r.status != ExitUsage || r.err != text.For("pt").CLI.Tools.TooMany+"\n" {
		t.Errorf("%d %q", r.status, r.err)
	}
	long := strings.NewReader(strings.Repeat("x", maxLinkLine+2))
	if _, err := newLinkLines(t.Context(), long, text.For("pt")).next(); err == nil {
		t.Error("a line without an end is read")
	}
}

func TestLinesAboutOneLinkAddUp(t *testing.T) {
	s := &seer{}
	in := "\ufeff" + result("id-1", "t-1") + "\r\n" + `{"index":0,"linkId":"id-1","status":"expired"}` +
		"\nid-1\t52998224725\r\n" + result("id-1", "t-9")
	var r ended
	synctest.Test(t, func(t *testing.T) { r = commanded(t.Context(), s.env(), in, "status", "-", "--json") })
	if got := strings.Join(s.asked, ", "); got != "token t-1, consents personalTaxId=52998224725" ||
		strings.Count(r.out, "\n") != 1 || r.status != ExitNotAuthorised {
		t.Errorf("%d %q %s%s", r.status, got, r.out, r.err)
	}
}

// What a line holds is never quoted, because it may be a link or the number of a customer.
func FuzzLinesAboutLinksEndAndAreNotQuoted(f *testing.F) {
	for _, seed := range []string{
		result("id", "t"), "id 52998224725", "52998224725", "https://x.example/secret", "{", "\ufeff\n", "a b c",
		`{"linkId":1}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		lines := newLinkLines(t.Context(), strings.NewReader(in+"\nsecret-word secret-word secret-word"), text.For("en"))
		for range strings.Count(in, "\n") + 3 {
			line, err := lines.next()
			switch {
			case err == nil:
				if line.id == "" && line.url == "" && !line.hasDocument() {
					t.Fatalf("a line that says nothing: %q", in)
				}
			case strings.Contains(err.Error(), "secret"):
				t.Fatalf("%q: %v", in, err)
			case err.Error() == "EOF":
				return
			}
		}
		t.Fatalf("no end: %q", in)
	})
}
