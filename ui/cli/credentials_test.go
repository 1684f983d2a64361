package cli_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
)

// ring is a keyring in memory.
type ring struct {
	kept   map[string]string
	broken bool // Get and Set fail
}

// errRing holds a secret, because the error of a real keyring may.
var errRing = errors.New("locked: secret-service says demo-secret-key")

func (r *ring) Get(account string) (string, error) {
	if r.broken {
		return "", errRing
	}
	s, ok := r.kept[account]
	if !ok {
		return "", cli.ErrNotStored
	}
	return s, nil
}

func (r *ring) Set(account, secret string) error {
	if r.broken {
		return errRing
	}
	if r.kept == nil {
		r.kept = map[string]string{}
	}
	r.kept[account] = secret
	return nil
}

func (r *ring) Delete(account string) error {
	delete(r.kept, account)
	return nil
}

// The demo's keys as login reads them, the same keys as they are stored, and a request
// that the demo accepts.
const (
	demoKeys = string(sandbox.DemoAccessKey) + "\n" + string(sandbox.DemoSecretKey) + "\n"
	stored   = `{"accessKey":"demo-access-key","secretKey":"demo-secret-key"}`
	request  = `{"personalTaxId":"52998224725"}`
)

// keyless returns the address of a server's API without the keys.
func keyless(env map[string]string) map[string]string {
	return map[string]string{"KLAVI_API_BASE": env["KLAVI_API_BASE"]}
}

func TestLoginStoresKeysThatWorkAndLogoutRemovesThem(t *testing.T) {
	env := keyless(server(t, nil))
	k := &ring{}
	r := (&run{env: env, in: demoKeys, keyring: k}).do("login")
	if r.status != cli.ExitOK || k.kept["sandbox"] != stored || !strings.Contains(r.err, "guardadas no chaveiro") {
		t.Fatalf("%d %q %q", r.status, r.err, k.kept)
	}
	if r := (&run{env: env, in: request, keyring: k}).do("create"); r.status != cli.ExitOK {
		t.Errorf("create: %d %q", r.status, r.err)
	}
	r = (&run{env: env, keyring: k}).do("logout")
	if r.status != cli.ExitOK || len(k.kept) != 0 || !strings.Contains(r.err, "apagadas") {
		t.Errorf("%d %q %q", r.status, r.err, k.kept)
	}
	if r := (&run{env: env, keyring: k}).do("logout"); r.status != cli.ExitOK || !strings.Contains(r.err, "Não havia") {
		t.Errorf("%d %q", r.status, r.err)
	}
	if r := (&run{env: env, in: request, keyring: k}).do("create"); r.status != cli.ExitCredentials {
		t.Errorf("create after logout: %d %q", r.status, r.err)
	}
}

func TestKeysThatDoNotWorkAreNotStored(t *testing.T) {
	env := keyless(server(t, nil))
	for in, want := range map[string]int{
		"wrong\nkeys\n":     cli.ExitCredentials,
		"":                  cli.ExitUsage,
		"demo-access-key\n": cli.ExitUsage,
		"\n\n":              cli.ExitUsage,
	} {
		k := &ring{}
		r := (&run{env: env, in: in, keyring: k}).do("login")
		if r.status != want || len(k.kept) != 0 || strings.Contains(r.err, "wrong") {
			t.Errorf("%q: %d %q %q", in, r.status, r.err, k.kept)
		}
	}
	env["KLAVI_API_BASE"] = "http://127.0.0.1:9"
	k := &ring{}
	if r := (&run{env: env, in: demoKeys, keyring: k}).do("login"); r.status != cli.ExitFailed || len(k.kept) != 0 {
		t.Errorf("unreachable: %d %q", r.status, r.err)
	}
}

func TestLoginWritesAFileOnlyWithInsecureStorage(t *testing.T) {
	env := keyless(server(t, nil))
	folder := t.TempDir()
	config := filepath.Join(folder, "config.toml")
	file := filepath.Join(folder, "credentials.json")
	r := (&run{env: env, in: demoKeys, keyring: &ring{broken: true}, configFile: config}).do("login")
	if _, err := os.Stat(file); r.status != cli.ExitFailed || !os.IsNotExist(err) ||
		!strings.Contains(r.err, "--insecure-storage") || strings.Contains(r.err, "secret-service") {
		t.Errorf("%d %q", r.status, r.err)
	}
	r = (&run{env: env, in: demoKeys, configFile: config}).do("login", "--insecure-storage")
	info, err := os.Stat(file)
	// On Windows the mode does not tell who may read a file.
	if r.status != cli.ExitOK || err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Fatalf("%d %q %v", r.status, r.err, err)
	}
	// Every start that uses the file warns of it, except in JSON mode.
	r = (&run{env: env, in: request, configFile: config}).do("create")
	if r.status != cli.ExitOK || !strings.Contains(r.err, "sem criptografia") {
		t.Errorf("%d %q", r.status, r.err)
	}
	r = (&run{env: env, in: request, configFile: config}).do("create", "--json")
	if r.status != cli.ExitOK || r.err != "" {
		t.Errorf("JSON: %d %q", r.status, r.err)
	}
	if r := (&run{env: env, configFile: config}).do("logout"); r.status != cli.ExitOK {
		t.Errorf("%d %q", r.status, r.err)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Error("the file is still there")
	}
}

func TestTheFirstCredentialsFoundAreUsed(t *testing.T) {
	var seen string
	env := server(t, func(http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/data/v1/auth" {
				seen = "keys"
				fmt.Fprint(w, `{"accessToken":"from-keys","expireIn":1800}`)
				return
			}
			if seen == "" || seen == "keys" {
				seen += strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
			}
			fmt.Fprint(w,
				`{"linkId":"i","linkToken":"t","linkURL":"https://conecte-sandbox.klavi.ai/path?v=t","expireIn":1800}`)
		})
	})
	command := written(t, "config.toml", "[profiles.a]\ntoken_command = [\"give\", \"token\"]")
	program := func(_ context.Context, argv []string) ([]byte, error) {
		return []byte(" from-" + strings.Join(argv, "-") + "\n"), nil
	}
	k := &ring{kept: map[string]string{"sandbox": stored}}
	for _, tt := range []struct {
		name, want string
		r          *run
	}{
		{"a token", "given", &run{
			env: map[string]string{
				"KLAVI_ACCESS_TOKEN": "given", "KLAVI_ACCESS_KEY": "a", "KLAVI_SECRET_KEY": "s",
			},
			configFile: command,
		}},
		{"a token command", "from-give-token", &run{
			env:        map[string]string{"KLAVI_ACCESS_KEY": "a", "KLAVI_SECRET_KEY": "s"},
			configFile: command,
		}},
		{"keys", "keysfrom-keys", &run{
			env: map[string]string{"KLAVI_ACCESS_KEY": "a", "KLAVI_SECRET_KEY": "s"},
		}},
		{"the keyring", "keysfrom-keys", &run{env: map[string]string{}}},
	} {
		seen = ""
		tt.r.env["KLAVI_API_BASE"] = env["KLAVI_API_BASE"]
		tt.r.in, tt.r.keyring, tt.r.program = request, k, program
		if tt.r.do("create"); tt.r.status != cli.ExitOK || seen != tt.want {
			t.Errorf("%s: %d %q, seen %q", tt.name, tt.r.status, tt.r.err, seen)
		}
	}
}

func TestTheErrorNamesATokenCommandThatGivesNoToken(t *testing.T) {
	file := written(t, "config.toml", "[profiles.a]\ntoken_command = [\"give\"]")
	for name, program := range map[string]func(context.Context, []string) ([]byte, error){
		"fails": func(context.Context, []string) ([]byte, error) {
			return []byte("secret"), errors.New("exit status 1: secret")
		},
		"prints none":   func(context.Context, []string) ([]byte, error) { return []byte(" \n"), nil },
		"prints a text": func(context.Context, []string) ([]byte, error) { return []byte("please log in\nsecret"), nil },
		"hangs": func(ctx context.Context, _ []string) ([]byte, error) {
			if _, bounded := ctx.Deadline(); !bounded {
				t.Error("without a limit")
			}
			return nil, context.DeadlineExceeded
		},
	} {
		r := (&run{in: request, configFile: file, program: program}).do("create")
		if r.status != cli.ExitCredentials || !strings.Contains(r.err, "token_command") || strings.Contains(r.err, "secret") {
			t.Errorf("%s: %d %q", name, r.status, r.err)
		}
	}
}

func TestDoctorPrintsTheConfigurationAndNoSecret(t *testing.T) {
	env := server(t, nil)
	home := t.TempDir()
	config := filepath.Join(home, "config.toml")
	if err := os.WriteFile(config, []byte("[profiles.loja]\ncompany = \"Loja\""), 0o600); err != nil {
		t.Fatal(err)
	}
	r := (&run{env: env, configFile: config, home: home, keyring: &ring{broken: true}}).do("doctor")
	for _, want := range []string{
		"~/config.toml · loja", "sandbox", "de KLAVI_ACCESS_KEY", "conexão      funciona",
		"relógio      funciona", "chaves       funciona", "keyring      não funciona aqui",
	} {
		if !strings.Contains(filepath.ToSlash(r.out), want) {
			t.Errorf("no %q in:\n%s", want, r.out)
		}
	}
	for _, secret := range []string{"demo-access-key", "demo-secret-key", home, "secret-service"} {
		if strings.Contains(r.out+r.err, secret) {
			t.Errorf("%q in:\n%s", secret, r.out)
		}
	}
	if r.status != cli.ExitOK {
		t.Errorf("%d", r.status)
	}
}

func TestDoctorsExitStatusTellsWhatIsWrong(t *testing.T) {
	env := server(t, nil)
	with := func(name, value string) map[string]string {
		e := map[string]string{
			"KLAVI_API_BASE":   env["KLAVI_API_BASE"],
			"KLAVI_ACCESS_KEY": "demo-access-key",
			"KLAVI_SECRET_KEY": "demo-secret-key",
		}
		e[name] = value
		return e
	}
	for name, tt := range map[string]struct {
		env    map[string]string
		status int
		says   string
	}{
		"no credentials": {keyless(env), cli.ExitCredentials, "credenciais  não há"},
		"wrong keys":     {with("KLAVI_SECRET_KEY", "wrong"), cli.ExitCredentials, "✗ chaves"},
		"unreachable":    {with("KLAVI_API_BASE", "http://127.0.0.1:9"), cli.ExitFailed, "✗ conexão"},
		"half a pair":    {with("KLAVI_SECRET_KEY", ""), cli.ExitCredentials, "✗ credenciais"},
	} {
		if r := (&run{env: tt.env}).do("doctor"); r.status != tt.status || !strings.Contains(r.out, tt.says) {
			t.Errorf("%s: %d\n%s", name, r.status, r.out)
		}
	}
}

func TestDoctorNoticesAWrongClock(t *testing.T) {
	env := server(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Date", "Mon, 23 Nov 2020 14:00:00 GMT")
			h.ServeHTTP(w, r)
		})
	})
	if r := (&run{env: env}).do("doctor"); !strings.Contains(r.out, "✗ relógio") {
		t.Errorf("\n%s", r.out)
	}
}

// Programs that we start inherit the process's environment, so System removes the
// credentials from it at once.
func TestSystemRemovesTheCredentialsFromTheEnvironment(t *testing.T) {
	for _, name := range []string{"KLAVI_ACCESS_TOKEN", "KLAVI_ACCESS_KEY", "KLAVI_SECRET_KEY"} {
		t.Setenv(name, "very-secret")
	}
	env := cli.System(cli.Build{})
	if env.Getenv("KLAVI_SECRET_KEY") != "very-secret" {
		t.Error("lost")
	}
	secret := func(s string) bool { return strings.Contains(s, "very-secret") }
	if slices.ContainsFunc(append(os.Environ(), env.Environ...), secret) {
		t.Error("still inherited")
	}
}
