package cli_test

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/ui/cli"
	"klavilink/ui/clock"
)

// sending starts a sandbox that keeps the body of the last request for a link.
func sending(t *testing.T) (env map[string]string, body func() map[string]any) {
	t.Helper()
	var last []byte
	env = server(t, func(box http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/links") {
				last, _ = io.ReadAll(r.Body)
				r.Body = io.NopCloser(bytes.NewReader(last))
			}
			box.ServeHTTP(w, r)
		})
	})
	return env, func() map[string]any {
		var v map[string]any
		if err := json.Unmarshal(last, &v); err != nil {
			t.Fatalf("%v in %q", err, last)
		}
		return v
	}
}

func TestARecordOverridesTheFlagsAndTheyOverrideTheProfile(t *testing.T) {
	env, body := sending(t)
	file := written(t, "config.toml", `
[profiles.loja]
redirect_url = "https://loja.example/perfil"
callbacks = { all = "https://loja.example/perfil" }
[profiles.outra]
redirect_url = "https://loja.example/outra"
`)
	for _, tt := range []struct {
		args     []string
		record   string
		redirect string
		callback string
		bank     any
	}{
		{[]string{"--profile", "loja"}, "", "https://loja.example/perfil", "https://loja.example/perfil", nil},
		{[]string{"--profile=outra"}, "", "https://loja.example/outra", "", nil},
		{
			[]string{"--profile=loja", "--redirect", "https://f.example/", "--callback", "all=https://f.example/?a=b"},
			"", "https://f.example/", "https://f.example/?a=b", nil,
		},
		{[]string{"--redirect=https://f.example/", "--institution=341"}, "", "https://f.example/", "", "341"},
		{
			[]string{"--redirect=https://f.example/", "--institution=341"},
			`,"redirectURL":"https://r.example/","institutionCode":"260"`, "https://r.example/", "", "260",
		},
	} {
		r := &run{env: env, configFile: file, in: `{"personalTaxId":"52998224725"` + tt.record + `}`}
		if r.do(append([]string{"create"}, tt.args...)...); r.status != cli.ExitOK {
			t.Errorf("%q: %d %s", tt.args, r.status, r.err)
			continue
		}
		sent := body()
		callbacks, _ := sent["productsCallbackURL"].(map[string]any)
		got, _ := callbacks["all"].(string)
		if sent["redirectURL"] != tt.redirect || got != tt.callback || sent["institutionCode"] != tt.bank {
			t.Errorf("%q: %v", tt.args, sent)
		}
	}
}

func TestAFlagWithAWrongValueIsRefusedBeforeAnythingIsSent(t *testing.T) {
	env, asked := counted(t)
	for _, args := range [][]string{
		{"--jobs", "0"},
		{"--jobs", "101"},
		{"--rate", "-1"},
		{"--rate", "NaN"},
		{"--patience", "-1s"},
		{"--callback", "https://x.example"},
		{"--callback", "a=https://x.example", "--callback", "a=https://y.example"},
		{"--redirect", "x.example"},
		{"--profile", "nobody"},
		{"--qr", "code.gif"},
		{"--qr", "-", "--json"},
		{"--qr", "-", "--wait"},
		{"--dry-run", "--wait"},
		{"--dry-run", "--qr", "x.png"},
		{"--resume", "missing"},
	} {
		r := (&run{env: env, in: request}).do(append([]string{"create"}, args...)...)
		if r.status != cli.ExitUsage || r.out+r.err == "" || asked.Load() != 0 {
			t.Errorf("%q: %d %q", args, r.status, r.err)
		}
	}
}

// The shell's history and the list of processes would keep the number.
func TestAFlagForPersonalDataIsRefusedWithTheReason(t *testing.T) {
	for _, flag := range []string{
		"--cpf=52998224725", "--cnpj=1", "--email=a", "--phone=1", "--personalTaxId=52998224725",
	} {
		name, _, _ := strings.Cut(flag, "=")
		r := (&run{in: request}).do("create", flag, "--lang", "en")
		if r.status != cli.ExitUsage || !strings.Contains(r.err, "no flag "+name) || !strings.Contains(r.err, "history") ||
			!strings.Contains(r.err, "--input") || strings.Contains(r.err, "52998224725") {
			t.Errorf("%s: %d %q", flag, r.status, r.err)
		}
	}
}

func TestTheCodeIsDrawnInANewFileForEachRecord(t *testing.T) {
	env, asked := counted(t)
	folder := t.TempDir()
	for ending, begins := range map[string]string{"png": "\x89PNG", "svg": "<svg ", "txt": "  "} {
		name := filepath.Join(folder, "code-{index}."+ending)
		if r := (&run{env: env, in: batchOf(2)}).do("create", "--json", "--qr", name); r.status != cli.ExitOK {
			t.Errorf("%s: %d %s %s", ending, r.status, r.out, r.err)
		}
		for _, i := range []string{"0", "1"} {
			b, err := os.ReadFile(strings.ReplaceAll(name, "{index}", i))
			if err != nil || !strings.HasPrefix(string(b), begins) {
				t.Errorf("%s: %.20q, %v", ending, b, err)
			}
		}
		// A file that is there is not replaced, and no link is made for it.
		before := asked.Load()
		r := (&run{env: env, in: batchOf(2)}).do("create", "--json", "--qr", name)
		if r.status != cli.ExitUsage || asked.Load() != before {
			t.Errorf("%s again: %d, %d links more", ending, r.status, asked.Load()-before)
		}
	}
	r := (&run{env: env, in: batchOf(1)}).do("create", "--json", "--qr", filepath.Join(folder, "of-{linkId}.png"))
	id, _ := r.lines(t)[0]["linkId"].(string)
	if _, err := os.Stat(filepath.Join(folder, "of-"+id+".png")); err != nil || r.status != cli.ExitOK {
		t.Errorf("%d %v", r.status, err)
	}
}

func TestOneNameIsForOneRecord(t *testing.T) {
	env, asked := counted(t)
	name := filepath.Join(t.TempDir(), "code.png")
	r := (&run{env: env, in: batchOf(2)}).do("create", "--json", "--qr", name)
	if r.status != cli.ExitUsage || asked.Load() != 1 || len(r.lines(t)) != 2 {
		t.Errorf("%d, %d links, %s", r.status, asked.Load(), r.out)
	}
}

func TestTheCodeGoesToAPipeAlone(t *testing.T) {
	env, _ := counted(t)
	r := (&run{env: env, in: batchOf(1)}).do("create", "--qr", "-")
	if _, err := png.Decode(strings.NewReader(r.out)); err != nil || r.status != cli.ExitOK {
		t.Errorf("%d, %v", r.status, err)
	}
}

func TestTheProgressOfAFileHasABarAndTheTimeLeft(t *testing.T) {
	env, _ := counted(t)
	file := written(t, "in.jsonl", batchOf(30))
	var out, errs bytes.Buffer
	status := cli.Run(t.Context(), cli.Env{
		Out: &out, Err: &errs, ErrTerminal: true, Clock: clock.System{}, Getenv: func(k string) string { return env[k] },
	}, []string{"create", "--json", "--lang", "en", "--input", file})
	if status != cli.ExitOK || !strings.Contains(errs.String(), "░") || !strings.Contains(errs.String(), "s left") ||
		strings.Contains(out.String(), "\x1b") {
		t.Errorf("%d %q", status, errs.String())
	}
}
