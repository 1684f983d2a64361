package cli_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"klavilink/ui/cli"
	"klavilink/ui/clock"
)

// pageOf creates a link in the demo and returns the page that its customer sees.
func pageOf(t *testing.T, args ...string) string {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	out, in := io.Pipe()
	done := make(chan int)
	go func() {
		done <- cli.Run(ctx, cli.Env{
			In: strings.NewReader(`{"personalTaxId":"52998224725"}`), Out: in, Err: io.Discard,
			Getenv: func(string) string { return "" }, Clock: clock.System{},
		}, append([]string{"create", "--demo", "--json", "--wait"}, args...))
	}()
	defer func() {
		end()
		go func() { _, _ = io.Copy(io.Discard, out) }()
		<-done
	}()
	line, err := bufio.NewReader(out).ReadBytes('\n')
	var link struct{ LinkURL string }
	if err != nil || json.Unmarshal(line, &link) != nil {
		t.Fatalf("%s, %v", line, err)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, link.LinkURL, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	page, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func TestTheDemosPageNamesTheCompanyOfTheFlag(t *testing.T) {
	const company = "Loja da Ana"
	if page := pageOf(t); strings.Contains(page, company) {
		t.Errorf("without the flag: %s", page)
	}
	if page := pageOf(t, "--company", company); !strings.Contains(page, company) {
		t.Errorf("%s", page)
	}
}

// The API has no field for the name, and nobody shall believe that the customer sees it.
func TestOutsideTheDemoTheFlagForTheCompanySaysThatItChangesNothing(t *testing.T) {
	env, asked := counted(t)
	r := &run{env: env, in: `{"personalTaxId":"52998224725"}`}
	r.do("create", "--json", "--company", "Loja", "--lang", "en")
	if r.status != cli.ExitOK || asked.Load() != 1 || strings.Contains(r.out, "Loja") ||
		!strings.Contains(r.err, "the demo's pages only") {
		t.Errorf("%d %s%s", r.status, r.out, r.err)
	}
}

func TestANameThatNoPageCanShowIsRefused(t *testing.T) {
	for _, name := range []string{" Loja", "Loja ", "a\x1b[2J", "a\nb", strings.Repeat("a", 61)} {
		r := (&run{in: `{"personalTaxId":"52998224725"}`}).do("create", "--demo", "--company", name)
		if r.status != cli.ExitUsage || r.out != "" || !strings.Contains(r.err, "--company") {
			t.Errorf("%q: %d %q %q", name, r.status, r.out, r.err)
		}
	}
}
