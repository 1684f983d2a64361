package cli_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"klavilink/ui/cli"
)

// counted starts a sandbox that counts the links it is asked for.
func counted(t *testing.T) (env map[string]string, asked *atomic.Int64) {
	t.Helper()
	asked = &atomic.Int64{}
	return server(t, func(box http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/links") {
				asked.Add(1)
			}
			box.ServeHTTP(w, r)
		})
	}), asked
}

// batchOf returns the JSON lines of n records. Each has its number as a reference.
func batchOf(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"personalTaxId\":\"52998224725\",\"externalInfo\":{\"n\":%d}}\n", i)
	}
	return b.String()
}

func TestResultsAndErrorsCarryTheIndexTheLineAndTheReference(t *testing.T) {
	env, _ := counted(t)
	in := batchOf(50) + `{"cpf":"1","externalInfo":{"n":50}}` + "\n" + batchOf(1) + `{"personalTaxId":"5299`
	r := (&run{env: env, in: in}).do("create", "--json", "--jobs", "7")
	list := r.lines(t)
	if r.status != cli.ExitUsage || len(list) != 53 || r.err != "" {
		t.Fatalf("%d, %d lines, %q", r.status, len(list), r.err)
	}
	for i, v := range list {
		_, failed := v["error"]
		if v["index"] != float64(i) || failed != (i == 50 || i == 52) || failed && v["line"] != float64(i+1) {
			t.Errorf("%d: %v", i, v)
		}
		if info, _ := v["externalInfo"].(map[string]any); i < 51 && info["n"] != float64(i) {
			t.Errorf("%d: externalInfo %v", i, info)
		}
	}
}

func TestCSVMakesLinks(t *testing.T) {
	env, asked := counted(t)
	r := (&run{env: env, in: "personalTaxId,externalInfo.order\n52998224725,7\n529,8\n"}).do("create", "--json")
	list := r.lines(t)
	if r.status != cli.ExitUsage || len(list) != 2 || asked.Load() != 1 ||
		fmt.Sprint(list[0]["externalInfo"]) != "map[order:7]" || fmt.Sprint(list[1]["externalInfo"]) != "map[order:8]" {
		t.Errorf("%d %s", r.status, r.out)
	}
}

func TestARecordNeedsADocumentUnlessTheUserSaysSo(t *testing.T) {
	env, asked := counted(t)
	r := (&run{env: env, in: `{"email":"ana@exemplo.com"}`}).do("create", "--json")
	e, _ := r.lines(t)[0]["error"].(map[string]any)
	if r.status != cli.ExitUsage || e["field"] != "personalTaxId" || asked.Load() != 0 {
		t.Errorf("%d %s", r.status, r.out)
	}
	if r = (&run{env: env, in: `{"email":"ana@exemplo.com"}`}).do("create", "--no-document"); r.status != cli.ExitOK {
		t.Errorf("%d %s", r.status, r.err)
	}
}

func TestADryRunChecksEverythingAndSendsNothing(t *testing.T) {
	nobody := func(*http.Request) (*http.Response, error) { t.Error("a request"); return nil, io.EOF }
	r := (&run{in: batchOf(2) + "{\"email\":1}\n", transport: tripping(nobody)}).do("create", "--json", "--dry-run")
	list := r.lines(t)
	if r.status != cli.ExitUsage || len(list) != 3 || list[0]["valid"] != true || list[2]["error"] == nil || r.err != "" {
		t.Errorf("%d %s %s", r.status, r.out, r.err)
	}
	if r.do("create", "--dry-run", "--lang", "en"); r.out != "" ||
		!strings.Contains(r.err, "2 records are right, 1 are wrong") {
		t.Errorf("%q %q", r.out, r.err)
	}
}

func TestResumingMakesOnlyWhatIsMissing(t *testing.T) {
	env, asked := counted(t)
	home := t.TempDir()
	results := filepath.Join(home, "out.jsonl")
	create := func(in string, args ...string) *run {
		r := &run{env: env, in: in, configFile: filepath.Join(home, "klavilink", "config.toml")}
		return r.do(append([]string{"create", "--json"}, args...)...)
	}
	keep := func(r *run) {
		t.Helper()
		f, err := os.OpenFile(results, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.WriteString(r.out)
		_ = f.Close()
	}
	in := batchOf(10)
	wrong := strings.Replace(in, `52998224725","externalInfo":{"n":4}`, `5","externalInfo":{"n":4}`, 1)
	keep(create(wrong))
	if asked.Load() != 9 {
		t.Fatalf("%d links", asked.Load())
	}
	// The record that failed was mended, and two are new.
	again := create(in+strings.ReplaceAll(batchOf(2), `"n"`, `"m"`), "--resume", results)
	list := again.lines(t)
	if again.status != cli.ExitOK || asked.Load() != 12 || len(list) != 3 ||
		list[0]["index"] != 4.0 || list[1]["index"] != 10.0 {
		t.Errorf("%d, %d links, %s", again.status, asked.Load(), again.out)
	}
	keep(again)
	// A record that is not the one that has the link gets none.
	other := create(strings.Replace(in, `"n":2`, `"n":22`, 1), "--resume", results)
	if list = other.lines(t); other.status != cli.ExitUsage || asked.Load() != 12 ||
		len(list) != 1 || list[0]["index"] != 2.0 {
		t.Errorf("%d, %d links, %s", other.status, asked.Load(), other.out)
	}
	// Results that were cut may hide a link.
	if err := os.WriteFile(results, []byte(again.out[:50]), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := create(in, "--resume", results); r.status != cli.ExitUsage || asked.Load() != 12 {
		t.Errorf("cut: %d %s", r.status, r.out)
	}
	if b, err := os.ReadFile(filepath.Join(home, "klavilink", "results.key")); err != nil || len(b) != 32 {
		t.Errorf("the key: %d bytes, %v", len(b), err)
	}
}

func TestAnExpiredLinkCountsAsMadeAndIsSaid(t *testing.T) {
	env, asked := counted(t)
	home := t.TempDir()
	r := &run{env: env, in: batchOf(1), configFile: filepath.Join(home, "config.toml")}
	out := r.do("create", "--json").out
	var v map[string]any
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatal(err)
	}
	out = strings.Replace(out, fmt.Sprint(v["expiresAt"]), "2026-01-02T03:04:05Z", 1)
	results := written(t, "out.jsonl", out)
	r.do("create", "--json", "--resume", results, "--lang", "en")
	if r.status != cli.ExitOK || r.out != "" || asked.Load() != 1 ||
		!strings.Contains(r.err, "expired at 2026-01-02 03:04:05") {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}

// Nobody knows whether there is a link, so a person has to look.
func TestARequestWhoseFateIsUnknownIsNeverSentAgain(t *testing.T) {
	env, asked := counted(t)
	home := t.TempDir()
	cut := tripping(func(r *http.Request) (*http.Response, error) {
		resp, err := http.DefaultTransport.RoundTrip(r)
		if err == nil && strings.HasSuffix(r.URL.Path, "/links") {
			_ = resp.Body.Close()
			resp.Body = io.NopCloser(strings.NewReader(`{"linkId":`))
		}
		return resp, err
	})
	r := &run{env: env, in: batchOf(1), configFile: filepath.Join(home, "config.toml"), transport: cut}
	r.do("create", "--json", "--lang", "en")
	v := r.lines(t)[0]
	if r.status != cli.ExitFailed || v["unknown"] != true || !strings.Contains(r.out, "link of record 0 was created") {
		t.Errorf("%d %s", r.status, r.out)
	}
	results := written(t, "out.jsonl", r.out)
	r.transport = nil
	r.do("create", "--json", "--resume", results)
	if r.status != cli.ExitFailed || asked.Load() != 1 || r.lines(t)[0]["unknown"] != true {
		t.Errorf("%d, %d requests, %s", r.status, asked.Load(), r.out)
	}
}

func TestTooManyRequestsAreWaitedFor(t *testing.T) {
	refused := atomic.Int64{}
	env := server(t, func(box http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/links") && refused.Add(1) <= 2 {
				w.Header().Set("Retry-After", "1")
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
			box.ServeHTTP(w, r)
		})
	})
	began := time.Now()
	r := (&run{env: env, in: batchOf(3)}).do("create", "--json", "--jobs", "1")
	if r.status != cli.ExitOK || len(r.lines(t)) != 3 || time.Since(began) < 2*time.Second {
		t.Errorf("%d %s after %v", r.status, r.out, time.Since(began))
	}
}
