package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
)

// written writes a file in a temporary folder and returns its path.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAProfileFillsInTheFormAndTheMessage(t *testing.T) {
	file := written(t, "config.toml", `
[profiles.loja]
company = "Loja Exemplo"
language = "en"
channels = ["email"]
redirect_url = "https://loja.example/volta"
callbacks = { all = "https://loja.example/relatorios" }
`)
	c := sit(t, cli.Env{ConfigFile: file})
	c.sees("CPF or CNPJ")
	c.screen.Type("52998224725\x13")
	c.sees("https://loja.example/volta", "all → https://loja.example/relatorios")
	c.screen.Type("\r")
	if shown := c.sees("left", "e e-mail"); strings.Contains(shown, "WhatsApp") {
		t.Error("a channel that is switched off")
	}
	c.screen.Type("t")
	c.sees("Hello, this is Loja Exemplo.")
}

func TestFlagsVariablesAndInputOverrideTheProfile(t *testing.T) {
	file := written(t, "config.toml", "[profiles.loja]\nlanguage = \"en\"")
	c := sit(t, cli.Env{
		ConfigFile: file,
		Getenv:     func(k string) string { return map[string]string{"KLAVILINK_LANG": "pt"}[k] },
	})
	c.sees("CPF ou CNPJ")
	c = sit(t, cli.Env{ConfigFile: file}, "--lang", "pt")
	c.sees("CPF ou CNPJ")
	// --env selects the profile, and --lang overrides the profile's language.
	both := written(t, "config.toml", "profile = \"a\"\n[profiles.a]\nlanguage = \"pt\"\n"+
		"[profiles.b]\nenvironment = \"production\"\nlanguage = \"en\"")
	sit(t, cli.Env{ConfigFile: both}).sees("CPF ou CNPJ")
	sit(t, cli.Env{ConfigFile: both}, "--env", "production").sees("CPF or CNPJ")
	sit(t, cli.Env{ConfigFile: both}, "--env=production", "--lang=pt").sees("CPF ou CNPJ")
	// The profile does not replace a value from --input.
	file = written(t, "config.toml", "[profiles.loja]\nredirect_url = \"https://loja.example/volta\"")
	in := written(t, "in.json", `{"personalTaxId":"52998224725","redirectURL":"https://outra.example/"}`)
	c = sit(t, cli.Env{ConfigFile: file}, "--input", in)
	c.sees("529.982.247-25")
	c.screen.Type("\x13")
	if shown := c.sees("Confira", "https://outra.example/"); strings.Contains(shown, "loja.example") {
		t.Error(shown)
	}
}

func TestAProfileSetsTheEnvironmentUnlessAFlagDoes(t *testing.T) {
	file := written(t, "config.toml", "[profiles.loja]\nenvironment = \"production\"")
	env := map[string]string{"KLAVI_ACCESS_TOKEN": "t", "KLAVI_API_BASE": "http://127.0.0.1:9"}
	getenv := func(k string) string { return env[k] }
	sit(t, cli.Env{ConfigFile: file, Getenv: getenv}).sees("PRODUÇÃO")
	sit(t, cli.Env{ConfigFile: file, Getenv: getenv}, "--env", "sandbox").sees("AMBIENTE DE TESTES")
}

func TestABrokenFileIsAUsageErrorThatNamesTheLine(t *testing.T) {
	for content, want := range map[string]string{
		"[profiles.a]\ncompani = 1": "config.toml:2:1: a chave “profiles.a.compani” não existe. Seria company?\n" +
			"  compani = 1\n  ^^^^^^^\nPara corrigir: klavilink config edit\n",
		"x": "config.toml:1:1: daqui em diante, isto não é TOML.\n  x\n  ^\n",
		"[profiles.a]\nenvironment = \"mars\"": "config.toml:2:15: a chave “profiles.a.environment” " +
			"não pode ter este valor. O valor certo é \"sandbox\" ou \"production\".\n" +
			"  environment = \"mars\"\n                ^^^^^^\n",
		"[profiles.a]\nmessage = \"{link} {emprsa}\"": "config.toml:2:19: “profiles.a.message” tem um marcador que " +
			"não existe. O mais parecido é {empresa}.\n  message = \"{link} {emprsa}\"\n                    ^^^^^^^^\n",
		"[profiles.a]\ncompani\x1b[2J = \"x\"\n": "config.toml:2:8: daqui",
	} {
		r := &run{configFile: written(t, "config.toml", content), in: `{"personalTaxId":"52998224725"}`}
		r.do("create")
		if r.status != cli.ExitUsage || !strings.Contains(r.err, want) || strings.Contains(r.err, "\x1b") {
			t.Errorf("%q: %d %q", content, r.status, r.err)
		}
		// The command validate works without the file.
		if r := (&run{configFile: r.configFile}).do("validate", "cpf", "52998224725"); r.status != cli.ExitOK {
			t.Errorf("%q: validate: %d %q", content, r.status, r.err)
		}
	}
}

func TestTheCachedListOfInstitutionsHoldsNothingPersonal(t *testing.T) {
	env := serverOf(t, sandbox.Config{Now: time.Now, PageBase: "https://conecte-sandbox.klavi.ai"}, nil)
	base := env["KLAVI_API_BASE"]
	delete(env, "KLAVI_API_BASE")
	cache := filepath.Join(t.TempDir(), "klavilink")
	in := written(t, "in.json", `{"personalTaxId":"52998224725","email":"ana@exemplo.com","phone":"11987654321"}`)
	e := cli.Env{CacheDir: cache, Getenv: func(k string) string { return env[k] }, Transport: to(base)}
	c := sit(t, e, "--input", in)
	c.sees("529.982.247-25")
	c.screen.Type("\x13")
	c.sees("Confira")
	c.screen.Type("\r")
	c.sees("restam", "link criado")
	url, _ := c.screen.Code()
	kept := filepath.Join(cache, "institutions-sandbox.json")
	var b []byte
	c.screen.Await(func(string) bool { // the countdown redraws the screen, so the check runs again
		var err error
		b, err = os.ReadFile(kept)
		return err == nil
	})
	var list struct {
		Institutions []struct{ Code string }
	}
	if err := json.Unmarshal(b, &list); err != nil || len(list.Institutions) != 46 {
		t.Fatalf("%d institutions: %v", len(list.Institutions), err)
	}
	files, _ := os.ReadDir(cache)
	if len(files) != 1 {
		t.Errorf("%d files", len(files))
	}
	for _, private := range []string{"52998224725", "982", "ana@", "98765", url[len(url)-40:]} {
		if strings.Contains(string(b), private) {
			t.Errorf("%q in the cache", private)
		}
	}

	// The next run ignores a list that is too old, and offers the built-in one.
	old := `{"saved":"2026-01-01T00:00:00Z","institutions":[{"Code":"1"}]}`
	if err := os.WriteFile(kept, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	c = sit(t, e, "--input", in)
	c.sees("529.982.247-25")
	c.screen.Type("\r")
	c.sees("46 de 46")
}
