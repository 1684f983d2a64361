package cli

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/ui/cli/config"
)

// everything is a file with a profile that has every key.
const everything = `profile = "loja"
reduced_motion = true
[profiles.loja]
environment = "production"
company = "Loja Exemplo"
language = "en"
contact = "4000-1234"
message = """Oi
{link}"""
channels = ["email"]
token_command = ["vault", "zebra"]
link_hosts = ["links.loja.example", "loja.example"]
keep_clipboard = true
institution = "341"
redirect_url = "https://loja.example/volta?token=zebra"
callbacks = { all = "https://loja.example/relatorios#zebra" }
app_link = "loja://app/9f83hd72kfab"
app_redirect_url_key = "retorno"
ticket_key = "protocolo"
`

// showing runs config show on a file and returns the settings.
func showing(t *testing.T, env Env, content string, args ...string) map[string]map[string]any {
	t.Helper()
	if content != "" {
		env.ConfigFile = filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(env.ConfigFile, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := commanded(t.Context(), env, "", append([]string{"config", "show", "--json"}, args...)...)
	var got struct {
		File     string
		Exists   bool
		Settings []map[string]any
	}
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || r.status != ExitOK || r.err != "" ||
		got.File != env.ConfigFile || got.Exists != (content != "") || strings.Count(r.out, "\n") != 1 {
		t.Fatalf("%d %q %q %v", r.status, r.out, r.err, err)
	}
	all := map[string]map[string]any{}
	for _, s := range got.Settings {
		key, _ := s["key"].(string)
		all[key] = s
	}
	return all
}

func TestShowSaysOfEveryKeyWhereItsValueComesFrom(t *testing.T) {
	all := showing(t, Env{Run: never}, everything)
	keys := 0
	for _, key := range append(config.FileKeys()[:2], config.ProfileKeys()...) {
		keys++
		s := all[key.Name]
		profile := "loja"
		if keys <= 2 {
			profile = ""
		}
		if s["source"] != "file" || s["name"] != "config.toml" || s["profile"] != profile || s["line"] == 0.0 {
			t.Errorf("%s: %v", key.Name, s)
		}
	}
	for key, line := range map[string]float64{
		"profile": 1, "reduced_motion": 2, "environment": 4, "message": 8, "channels": 10, "credentials": 11,
	} {
		if all[key]["line"] != line {
			t.Errorf("%s: %v", key, all[key])
		}
	}
	for key, want := range map[string]any{
		"profile": "loja", "environment": "production", "language": "en", "company": "Loja Exemplo",
		"reduced_motion": true, "keep_clipboard": true, "message": "Oi\n{link}", "institution": "341",
		"contact": "4000-1234", "app_redirect_url_key": "retorno", "ticket_key": "protocolo",
		"token_command": true, "redirect_url": "https://loja.example/…", "app_link": "loja://app/…",
	} {
		if all[key]["value"] != want {
			t.Errorf("%s: %v, want %v", key, all[key]["value"], want)
		}
	}
	if len(all) != keys+2 {
		t.Errorf("%d settings", len(all))
	}
	calls, _ := all["callbacks"]["value"].(map[string]any)
	hosts, _ := all["link_hosts"]["value"].([]any)
	channels, _ := all["channels"]["value"].([]any)
	if calls["all"] != "https://loja.example/…" || len(hosts) != 2 || len(channels) != 1 {
		t.Errorf("%v %v %v", calls, hosts, channels)
	}
}

func TestShowSaysWhatHoldsWithoutAFile(t *testing.T) {
	all := showing(t, Env{ConfigFile: filepath.Join(t.TempDir(), "config.toml")}, "")
	for _, key := range append(config.FileKeys()[:2], config.ProfileKeys()...) {
		if s := all[key.Name]; s["source"] != "default" || s["name"] != "" || s["line"] != 0.0 || s["profile"] != "" {
			t.Errorf("%s: %v", key.Name, s)
		}
	}
	for key, want := range map[string]any{
		"profile": nil, "environment": "sandbox", "language": "pt", "company": nil, "callbacks": nil, "link_hosts": nil,
		"reduced_motion": false, "keep_clipboard": false, "token_command": false, "credentials": false, "message": nil,
	} {
		if all[key]["value"] != want {
			t.Errorf("%s: %v, want %v", key, all[key]["value"], want)
		}
	}
	if channels, _ := all["channels"]["value"].([]any); len(channels) != 2 {
		t.Errorf("%v", all["channels"])
	}
}

func TestShowNamesTheFlagOrTheVariableThatWins(t *testing.T) {
	const file = "[profiles.a]\nenvironment = \"production\"\nlanguage = \"pt\"\n[profiles.b]\n"
	for _, tt := range []struct {
		args, variables []string
		key             string
		value           any
		source, name    string
		line            float64
	}{
		{[]string{"--profile", "a"}, []string{"KLAVILINK_PROFILE", "b"}, "profile", "a", "flag", "--profile", 0},
		{nil, []string{"KLAVILINK_PROFILE", "b"}, "profile", "b", "variable", "KLAVILINK_PROFILE", 0},
		{[]string{"--env", "sandbox"}, nil, "profile", "b", "flag", "--env", 0},
		{nil, []string{"KLAVI_ENV", "sandbox"}, "profile", "b", "variable", "KLAVI_ENV", 0},
		{nil, nil, "profile", nil, "default", "", 0},
		{[]string{"--env", "sandbox"}, nil, "environment", "sandbox", "flag", "--env", 0},
		{nil, []string{"KLAVI_ENV", "sandbox"}, "environment", "sandbox", "variable", "KLAVI_ENV", 0},
		{[]string{"--profile", "a"}, nil, "environment", "production", "file", "config.toml", 2},
		{[]string{"--profile", "b"}, nil, "environment", "sandbox", "default", "", 0},
		{[]string{"--lang", "en", "--profile", "a"}, nil, "language", "en", "flag", "--lang", 0},
		{[]string{"--profile", "a"}, []string{"KLAVILINK_LANG", "en"}, "language", "en", "variable", "KLAVILINK_LANG", 0},
		{[]string{"--profile", "a"}, []string{"KLAVILINK_LANG", "x"}, "language", "pt", "file", "config.toml", 3},
		{nil, []string{"LANG", "en_US", "LC_ALL", "en"}, "language", "en", "system", "LC_ALL", 0},
		{nil, []string{"LANG", "en_US"}, "language", "en", "system", "LANG", 0},
		{nil, nil, "language", "pt", "default", "", 0},
		{nil, nil, "api", "https://api-sandbox.klavi.ai/data/v1", "default", "", 0},
		{nil, []string{"KLAVI_API_BASE", "http://127.0.0.1:1"}, "api", "http://127.0.0.1:1", "variable", "KLAVI_API_BASE", 0},
		{
			nil,
			[]string{"KLAVI_API_BASE", "https://u:zebra@x.example/"},
			"api", "…", "variable",
			"KLAVI_API_BASE", 0,
		},
		{nil, []string{"KLAVI_ACCESS_TOKEN", "zebra"}, "credentials", true, "variable", "KLAVI_ACCESS_TOKEN", 0},
		{
			nil,
			[]string{"KLAVI_ACCESS_KEY", "zebra", "KLAVI_SECRET_KEY", "zebra"},
			"credentials", true, "variable",
			"KLAVI_ACCESS_KEY", 0,
		},
		{nil, []string{"KLAVI_ACCESS_KEY", "zebra"}, "credentials", false, "default", "", 0},
	} {
		s := showing(t, Env{Getenv: getenv(tt.variables...)}, file, tt.args...)[tt.key]
		if s["value"] != tt.value || s["source"] != tt.source || s["name"] != tt.name || s["line"] != tt.line {
			t.Errorf("%q %q: %v, want %v from %s %s:%v", tt.args, tt.variables, s, tt.value, tt.source, tt.name, tt.line)
		}
	}
	s := showing(t, Env{}, "\n[profiles.a]\n")["profile"]
	if s["value"] != "a" || s["source"] != "file" || s["line"] != 2.0 || s["profile"] != "a" {
		t.Errorf("the only profile: %v", s)
	}
	s = showing(t, Env{Keyring: onlyKeyring{}}, "\n[profiles.a]\n")["credentials"]
	if s["value"] != true || s["source"] != "system" || s["name"] != "keyring" {
		t.Errorf("the keyring: %v", s)
	}
}

// never is a program that show does not run.
func never(context.Context, []string) ([]byte, error) { panic("a program is run") }

// onlyKeyring is a keyring with keys for everything.
type onlyKeyring struct{ Keyring }

// Get implements [Keyring].
func (onlyKeyring) Get(string) (string, error) {
	return `{"accessKey":"zebra","secretKey":"zebra"}`, nil
}

func TestShowPrintsNoSecret(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	secret := everything + "[profiles.outra]\ncompany = \"9f83hd72kfab\"\n" +
		"callbacks = { \"9f83hd72kfab\" = \"https://a.example\" }\n"
	if err := os.WriteFile(file, []byte(secret), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, profile := range []string{"loja", "outra"} {
		for _, variables := range [][]string{
			nil, {"KLAVI_ACCESS_TOKEN", "zebra"}, {"KLAVI_ACCESS_KEY", "zebra", "KLAVI_SECRET_KEY", "zebra"},
		} {
			for _, args := range [][]string{nil, {"--json"}} {
				env := Env{ConfigFile: file, Getenv: getenv(variables...), Keyring: onlyKeyring{}, Run: never}
				r := commanded(t.Context(), env, "", append([]string{"config", "show", "--profile", profile}, args...)...)
				all := r.out + r.err
				if r.status != ExitOK || strings.Contains(all, "zebra") || strings.Contains(all, "9f83") {
					t.Errorf("%q %q: %d %s", variables, args, r.status, all)
				}
			}
		}
	}
}

func TestShowIsATableForPeople(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte(everything), 0o600); err != nil {
		t.Fatal(err)
	}
	r := commanded(t.Context(), Env{ConfigFile: file, Run: never}, "", "config", "show", "--lang", "pt")
	rows := map[string]bool{}
	columns := map[int]bool{}
	for row := range strings.Lines(r.out) {
		rows[strings.Join(strings.Fields(row), " ")] = true
		columns[len([]rune(row))-len([]rune(row[strings.LastIndex(row, "  "):]))] = true
	}
	for _, want := range []string{
		"profile loja config.toml:1", "environment production config.toml:4 (loja)", "language pt --lang",
		"credentials definido config.toml:11 (loja)", "reduced_motion true config.toml:2",
		"message Oi {link} config.toml:8 (loja)", "token_command definido config.toml:11 (loja)",
		"link_hosts links.loja.example, loja.example config.toml:12 (loja)",
		"callbacks all → https://loja.example/… config.toml:16 (loja)",
	} {
		if !rows[want] {
			t.Errorf("no %q in\n%s", want, r.out)
		}
	}
	if len(columns) != 1 {
		t.Errorf("the places stand in several columns:\n%s", r.out)
	}
	if r.status != ExitOK || r.err != file+"\n" {
		t.Errorf("%d %q", r.status, r.err)
	}
	env := Env{ConfigFile: file + "x", Getenv: getenv("LANG", "en_US", "KLAVI_ACCESS_KEY", "x")}
	r = commanded(t.Context(), env, "", "config", "show")
	for _, want := range []string{"company               —", "language              en", "system (LANG)\n", "default\n"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("no %q in\n%s", want, r.out)
		}
	}
	if !strings.Contains(r.err, "does not exist yet. To make it: klavilink config init\n") ||
		!strings.Contains(r.err, "KLAVI_SECRET_KEY") {
		t.Errorf("%q", r.err)
	}
}

func TestPathIsPrintedAsItIsExceptOnATerminal(t *testing.T) {
	for _, terminal := range []bool{false, true} {
		r := commanded(t.Context(), Env{ConfigFile: "/a/\x1b[2J/config.toml", OutTerminal: terminal}, "", "config", "path")
		want := map[bool]string{false: "/a/\x1b[2J/config.toml\n", true: "/a/\ufffd[2J/config.toml\n"}[terminal]
		if r.status != ExitOK || r.out != want || r.err != "" {
			t.Errorf("%t: %d %q %q", terminal, r.status, r.out, r.err)
		}
	}
}
