package cli_test

import (
	"fmt"
	"strings"
	"testing"

	"klavilink/ui/cli"
)

// threeProfiles is a file with two profiles of production and one of the sandbox.
const threeProfiles = `profile = "loja"
[profiles.loja]
environment = "production"
language = "pt"
[profiles.outra]
environment = "production"
language = "en"
[profiles.teste]
language = "en"
`

func TestTheFlagNamesTheProfileThenTheVariableThenTheEnvironment(t *testing.T) {
	file := written(t, "config.toml", threeProfiles)
	for _, tt := range []struct {
		args           []string
		variable, kind string // KLAVILINK_PROFILE and KLAVI_ENV
		want           string
	}{
		{nil, "", "", "loja"},
		{nil, "", "sandbox", "teste"},
		{[]string{"--env", "sandbox"}, "", "", "teste"},
		{[]string{"--profile", "outra"}, "", "", "outra"},
		{[]string{"--profile=outra", "--env", "production"}, "", "", "outra"},
		{[]string{"--profile", "outra"}, "teste", "", "outra"},
		{nil, "outra", "", "outra"},
		{nil, "outra", "production", "outra"},
		{nil, "teste", "", "teste"},
		{[]string{"--profile", "teste"}, "outra", "sandbox", "teste"},
	} {
		env := map[string]string{
			"KLAVI_ACCESS_TOKEN": "t", "KLAVI_API_BASE": "http://127.0.0.1:1",
			"KLAVILINK_PROFILE": tt.variable, "KLAVI_ENV": tt.kind,
		}
		r := (&run{configFile: file, env: env}).do(append(tt.args, "doctor")...)
		if !strings.Contains(r.out, "config.toml · "+tt.want+"\n") {
			t.Errorf("%q %q %q, want %s:\n%s%s", tt.args, tt.variable, tt.kind, tt.want, r.out, r.err)
		}
	}
}

func TestANamedProfileHoldsForEveryCommandThatUsesOne(t *testing.T) {
	file := written(t, "config.toml", threeProfiles)
	for _, args := range [][]string{
		{"create"},
		{"doctor"},
		{"login"},
		{"logout"},
		{"listen"},
		{"trigger", "consent_authorised"},
		{"--plain"},
		{"config", "show"},
	} {
		for _, given := range [][]string{{"--profile", "nobody"}, nil} {
			env := map[string]string{}
			if given == nil {
				env["KLAVILINK_PROFILE"] = "nobody"
			}
			r := (&run{configFile: file, env: env}).do(append(args, given...)...)
			if r.status != cli.ExitUsage || !strings.Contains(r.out+r.err, "O config.toml não tem o perfil nobody.") {
				t.Errorf("%q %q: %d %q %q", args, given, r.status, r.out, r.err)
			}
		}
	}
}

func TestTheLanguageOfANamedProfileHolds(t *testing.T) {
	file := written(t, "config.toml", threeProfiles)
	for _, tt := range []struct {
		args     []string
		variable string
		want     string
	}{
		{nil, "", "desconhecida"},
		{[]string{"--profile", "outra"}, "", "Unknown"},
		{nil, "outra", "Unknown"},
		{[]string{"--profile", "loja"}, "outra", "desconhecida"},
		{[]string{"--profile", "outra", "--lang", "pt"}, "", "desconhecida"},
		{[]string{"--profile", "nobody", "--env", "sandbox"}, "", "Unknown"},
	} {
		r := (&run{configFile: file, env: map[string]string{"KLAVILINK_PROFILE": tt.variable}}).do(append(tt.args, "--x")...)
		if r.status != cli.ExitUsage || !strings.Contains(r.err, tt.want) {
			t.Errorf("%q %q: %q, want %q", tt.args, tt.variable, r.err, tt.want)
		}
	}
}

func TestAnUnknownProfileNamesTheNearestAndThoseThatThereAre(t *testing.T) {
	many := ""
	for i := range 13 {
		many += fmt.Sprintf("[profiles.p%02d]\n", i)
	}
	none := written(t, "none", "")
	for _, tt := range []struct{ file, named, want string }{
		{written(t, "a", threeProfiles), "lojas", "O config.toml não tem o perfil lojas. Os perfis são: loja, outra, " +
			"teste. Seria loja?\nVeja klavilink create --help.\n"},
		{written(t, "a", threeProfiles), "x", "O config.toml não tem o perfil x. Os perfis são: loja, outra, teste.\n" +
			"Veja klavilink create --help.\n"},
		{written(t, "a", "[profiles.\"a\\u001bb\"]"), "a\x1bc", "O config.toml não tem o perfil a\ufffdc. " +
			"Os perfis são: a\ufffdb. Seria a\ufffdb?\nVeja klavilink create --help.\n"},
		{written(t, "a", many), "x", "O config.toml não tem o perfil x. Os perfis são: p00, p01, p02, p03, p04, p05, p06, " +
			"p07, p08, p09, p10, p11, ….\nVeja klavilink create --help.\n"},
		{none, "x", "O config.toml não tem o perfil x. Ele não tem nenhum perfil. Para criar um: klavilink config edit\n"},
		{none + "x", "x", "O config.toml não tem o perfil x. O arquivo ainda não existe. " +
			"Para criar: klavilink config init\n"},
		{"", "x", "O config.toml não tem o perfil x. O arquivo ainda não existe. Para criar: klavilink config init\n"},
	} {
		r := (&run{configFile: tt.file}).do("create", "--profile", tt.named)
		if r.status != cli.ExitUsage || r.err != tt.want || r.out != "" {
			t.Errorf("%q: %d %q, want %q", tt.named, r.status, r.err, tt.want)
		}
	}
}

func TestAProfileOfAnotherEnvironmentIsAnErrorThatNamesBoth(t *testing.T) {
	file := written(t, "config.toml", threeProfiles)
	for _, tt := range []struct {
		args      []string
		env, want string
	}{
		{[]string{"--env", "sandbox"}, "", "O perfil loja é do ambiente production, e --env diz sandbox. " +
			"Mude um dos dois.\n"},
		{nil, "sandbox", "O perfil loja é do ambiente production, e KLAVI_ENV diz sandbox. Mude um dos dois.\n"},
		{[]string{"--env", "sandbox"}, "production", "O perfil loja é do ambiente production, e --env diz sandbox. " +
			"Mude um dos dois.\n"},
	} {
		r := (&run{configFile: file, env: map[string]string{"KLAVI_ENV": tt.env}}).
			do(append([]string{"create", "--profile", "loja"}, tt.args...)...)
		if r.status != cli.ExitUsage || r.err != tt.want {
			t.Errorf("%q %q: %d %q", tt.args, tt.env, r.status, r.err)
		}
	}
}

func TestTheErrorOfAFileIsInTheLanguageOfTheFlagAndOneObjectInJSON(t *testing.T) {
	file := written(t, "config.toml", "[profiles.a]\nredirect_ulr = \"https://loja.example/volta\"")
	r := (&run{configFile: file}).do("create", "--lang", "en")
	want := ":2:1: there is no key “profiles.a.redirect_ulr”. Is it redirect_url?\n" +
		"  redirect_ulr = \"https://loja.example/volta\"\n  ^^^^^^^^^^^^\nTo mend it: klavilink config edit\n"
	if r.status != cli.ExitUsage || !strings.HasSuffix(r.err, want) {
		t.Errorf("%d %q", r.status, r.err)
	}
	r = (&run{configFile: file}).do("create", "--lang", "en", "--json")
	e, _ := r.lines(t)[0]["error"].(map[string]any)
	if message, _ := e["message"].(string); r.err != "" || !strings.HasSuffix(message, "Is it redirect_url?") {
		t.Errorf("%q %q", r.out, r.err)
	}
}

// The line of a token_command goes to no terminal, whatever is wrong with it.
func TestTheErrorOfATokenCommandShowsNoneOfIt(t *testing.T) {
	for _, line := range []string{
		`token_command = "vault zebra"`, `token_command = ["vault", "zebra]`, `token_command = ["vault", 5, "zebra"]`,
		`tokencomand = ["vault", "zebra"]`, `api_key = "zebra"`,
	} {
		for _, args := range [][]string{{"create"}, {"create", "--json"}, {"doctor"}, {"config", "show"}} {
			r := (&run{configFile: written(t, "config.toml", "[profiles.a]\n"+line)}).do(args...)
			if r.status != cli.ExitUsage || strings.Contains(r.out+r.err, "zebra") || strings.Contains(r.out+r.err, "vault") {
				t.Errorf("%s, %q: %d %s%s", line, args, r.status, r.out, r.err)
			}
		}
	}
}
