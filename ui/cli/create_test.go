package cli_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klavilink/ui/cli"
)

func TestCreatePrintsOneObjectForEachLink(t *testing.T) {
	r := (&run{env: server(t, nil), in: `{"personalTaxId":"761.092.776-73","phone":"(11) 98765-4321"}
		[{"businessTaxId":"12abc34501de35"}, {}]`}).do("create", "--json", "--no-document")
	if r.status != cli.ExitOK || r.err != "" {
		t.Fatalf("%d %s", r.status, r.err)
	}
	links := r.lines(t)
	if len(links) != 3 {
		t.Fatalf("%d objects", len(links))
	}
	for i, l := range links {
		if l["index"] != float64(i) || len(l) != 7 || l["expireIn"] != 1800.0 || l["environment"] != "sandbox" ||
			!strings.HasSuffix(fmt.Sprint(l["linkURL"]), fmt.Sprint(l["linkToken"])) ||
			len(fmt.Sprint(l["linkId"])) != 36 {
			t.Errorf("%v", l)
		}
		at, err := time.Parse(time.RFC3339, fmt.Sprint(l["expiresAt"]))
		if err != nil || !strings.HasSuffix(fmt.Sprint(l["expiresAt"]), "Z") ||
			time.Until(at) > 30*time.Minute || time.Until(at) < 29*time.Minute {
			t.Errorf("%v %v", l["expiresAt"], err)
		}
	}
}

func TestCreateWithoutJSONPrintsOnlyTheURL(t *testing.T) {
	file := filepath.Join(t.TempDir(), "link.json")
	if err := os.WriteFile(file, []byte("\ufeff{\"personalTaxId\":\"76109277673\"}"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := (&run{env: server(t, nil)}).do("create", "--input", file)
	if r.status != cli.ExitOK || !strings.HasPrefix(r.out, "http://127.0.0.1:") ||
		strings.Count(r.out, "\n") != 1 || !strings.Contains(r.err, "vence às") {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}

func TestCreateChecksItsInputAsTheWizardDoes(t *testing.T) {
	env := server(t, nil)
	for in, want := range map[string]struct{ field, words string }{
		`{"personalTaxId":"52998224724"}`:    {"personalTaxId", "o final, depois do traço"},
		`{"businessTaxId":"50685362006773"}`: {"businessTaxId", "antes do traço"},
		`{"personalTaxId":"11222333000181"}`: {"personalTaxId", "Parece um CNPJ"},
		`{"email":"ana@"}`:                   {"email", "depois do @"},
		`{"phone":"98765-4321"}`:             {"phone", "DDD"},
		`{"redirectURL":"exemplo.com"}`:      {"redirectURL", "completo"},
		`{"productsCallbackURL":{"all":"https://x.com","other":"https://x.com"}}`: {"productsCallbackURL", "“all”"},
		`{"appLink":"app://x"}`:             {"appRedirectURLKey", "obrigatório"},
		`{"externalInfo":[1]}`:              {"externalInfo", "objeto"},
		`{"redirectUrl":"https://x.com"}`:   {"redirectUrl", "Seria redirectURL?"},
		`{"personal_tax_id":"76109277673"}`: {"personal_tax_id", "Seria personalTaxId?"},
		`{"cpf":"76109277673"}`:             {"cpf", "Seria personalTaxId?"},
		`{"personalTaxId":76109277673}`:     {"personalTaxId", "texto"},
		`"76109277673"`:                     {"", "objeto JSON"},
		`null`:                              {"", "objeto JSON"},
	} {
		r := (&run{env: env, in: in}).do("create", "--json")
		list := r.lines(t)
		if r.status != cli.ExitUsage || len(list) != 1 || r.err != "" {
			t.Errorf("%s: %d %q %q", in, r.status, r.out, r.err)
			continue
		}
		e := list[0]["error"].(map[string]any)
		if len(e) != 5 || e["kind"] != "input" || e["field"] != want.field ||
			!strings.Contains(fmt.Sprint(e["message"]), want.words) || e["status"] != 0.0 || e["code"] != 0.0 {
			t.Errorf("%s: %v", in, e)
		}
		if strings.Contains(r.out, "76109277673") || strings.Contains(r.out, "52998224724") {
			t.Errorf("a document in an error: %s", r.out)
		}
	}
}

func TestOneBadObjectDoesNotStopTheOthers(t *testing.T) {
	r := (&run{env: server(t, nil), in: `{"personalTaxId":"1"} {} {"institutionCode":"999"} {}`}).
		do("create", "--json", "--no-document")
	list := r.lines(t)
	if r.status != cli.ExitUsage || len(list) != 4 {
		t.Fatalf("%d %s", r.status, r.out)
	}
	for i, ok := range []bool{false, true, false, true} {
		if _, failed := list[i]["error"]; failed == ok {
			t.Errorf("%d: %v", i, list[i])
		}
	}
	e := list[2]["error"].(map[string]any)
	if e["kind"] != "business" || e["status"] != 416.0 || e["code"] != 4004.0 || e["field"] != "institutionCode" {
		t.Errorf("%v", e)
	}
}

func TestExitStatusesTellWhatFailed(t *testing.T) {
	good := server(t, nil)
	with := func(kv ...string) map[string]string {
		env := map[string]string{}
		for k, v := range good {
			env[k] = v
		}
		for i := 0; i < len(kv); i += 2 {
			env[kv[i]] = kv[i+1]
		}
		return env
	}
	down := server(t, func(http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(502) })
	})
	for _, tt := range []struct {
		name   string
		env    map[string]string
		in     string
		args   []string
		status int
		kind   string
	}{
		{"no credentials", nil, `{}`, nil, cli.ExitCredentials, "auth"},
		{"bad input before no credentials", nil, `{"email":"x"}`, nil, cli.ExitUsage, "input"},
		{"half the keys", map[string]string{"KLAVI_ACCESS_KEY": "x"}, `{}`, nil, cli.ExitCredentials, "auth"},
		{"wrong keys", with("KLAVI_SECRET_KEY", "wrong"), `{}`, nil, cli.ExitCredentials, "auth"},
		{"wrong token", with("KLAVI_ACCESS_TOKEN", "wrong"), `{}`, nil, cli.ExitCredentials, "auth"},
		{"server down", down, `{}`, nil, cli.ExitFailed, "server"},
		{"nobody listens", with("KLAVI_API_BASE", "http://127.0.0.1:1"), `{}`, nil, cli.ExitFailed, "network"},
		{"insecure base", with("KLAVI_API_BASE", "http://exemplo.com"), `{}`, nil, cli.ExitUsage, "input"},
		{"unknown environment", with("KLAVI_ENV", "moon"), `{}`, nil, cli.ExitUsage, "input"},
		{"no JSON", good, `{"a":`, nil, cli.ExitUsage, "input"},
		{"nothing", good, " \n", nil, cli.ExitUsage, "input"},
		{"no such file", good, "", []string{"--input", "/does/not/exist"}, cli.ExitUsage, "input"},
		{"unknown flag", good, "", []string{"--nope"}, cli.ExitUsage, "input"},
		{"an argument", good, "", []string{"extra"}, cli.ExitUsage, "input"},
		{"unknown language", good, `{}`, []string{"--lang", "xx"}, cli.ExitUsage, "input"},
	} {
		r := (&run{env: tt.env, in: tt.in}).do(append([]string{"create", "--json", "--no-document"}, tt.args...)...)
		list := r.lines(t)
		if r.status != tt.status || len(list) != 1 || list[0]["error"].(map[string]any)["kind"] != tt.kind || r.err != "" {
			t.Errorf("%s: %d %q %q", tt.name, r.status, r.out, r.err)
		}
		// Without --json the status is the same, and the words are on standard error.
		r = (&run{env: tt.env, in: tt.in}).do(append([]string{"create", "--no-document"}, tt.args...)...)
		if r.status != tt.status || r.out != "" || len(r.err) < 10 {
			t.Errorf("%s: %d %q %q", tt.name, r.status, r.out, r.err)
		}
	}
}

func TestErrorsNeverHoldSecrets(t *testing.T) {
	env := server(t, nil)
	env["KLAVI_SECRET_KEY"] = "a-very-secret-key"
	for _, args := range [][]string{{"create", "--json"}, {"create"}} {
		r := (&run{env: env, in: `{"personalTaxId":"76109277673"}`}).do(args...)
		if strings.Contains(r.out+r.err, "a-very-secret-key") || strings.Contains(r.out+r.err, "76109277673") {
			t.Error(r.out, r.err)
		}
	}
}

func TestCreateOnATerminalAsksForAnInputFile(t *testing.T) {
	r := (&run{env: server(t, nil), terminal: true}).do("create")
	if r.status != cli.ExitUsage || !strings.Contains(r.err, "--input") {
		t.Errorf("%d %q", r.status, r.err)
	}
}

func TestTheDemoNeedsNoCredentials(t *testing.T) {
	r := (&run{in: `{}`}).do("create", "--demo", "--json", "--no-document")
	if l := r.lines(t); r.status != cli.ExitOK || l[0]["environment"] != "demo" || r.err != "" {
		t.Errorf("%d %s %s", r.status, r.out, r.err)
	}
}

func TestEveryObjectHasAnOutcomeEvenWithoutCredentials(t *testing.T) {
	for name, env := range map[string]map[string]string{
		"none":  nil,
		"wrong": func() map[string]string { e := server(t, nil); e["KLAVI_SECRET_KEY"] = "wrong"; return e }(),
	} {
		r := (&run{env: env, in: `{} {"email":"x"} {}`}).do("create", "--json", "--no-document")
		list := r.lines(t)
		if r.status != cli.ExitCredentials || len(list) != 3 {
			t.Fatalf("%s: %d %s", name, r.status, r.out)
		}
		for i, kind := range []string{"auth", "input", "auth"} {
			if got := list[i]["error"].(map[string]any)["kind"]; got != kind {
				t.Errorf("%s: object %d: %v, want %s", name, i, got, kind)
			}
		}
	}
}

func TestUsageErrorsAreInTheUsersLanguage(t *testing.T) {
	for _, tt := range []struct{ args, pt, en string }{
		{"--nope", "Opção desconhecida:", "Unknown flag"},
		{"nope", "Comando desconhecido:", "Unknown command"},
		{"create --input", "precisa de um valor", "needs a value"},
	} {
		for lang, want := range map[string]string{"pt": tt.pt, "en": tt.en} {
			r := (&run{}).do(append([]string{"--lang=" + lang}, strings.Fields(tt.args)...)...)
			if r.status != cli.ExitUsage || !strings.Contains(r.err, want) || r.out != "" {
				t.Errorf("%s %s: %d %q", lang, tt.args, r.status, r.err)
			}
		}
	}
}
