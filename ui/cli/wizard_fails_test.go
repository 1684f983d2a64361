package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"klavilink/ui/text"
)

// Nothing is asked and no link is made if the wizard cannot begin.
func TestAWizardThatCannotBeginSaysWhy(t *testing.T) {
	words := &text.For("pt").CLI
	unknown := fmt.Sprintf(words.UnknownFieldF, "mail") + " " + fmt.Sprintf(words.DidYouMeanF, "email")
	unknownEnv := fmt.Sprintf(words.BadEnvF, "x") + "\nVeja klavilink --help."
	folder := t.TempDir()
	there := filepath.Join(folder, "there")
	if err := os.WriteFile(there, []byte(`{"mail":"x"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	reads := func(name string) []string { return []string{"--plain", "--input", name} }
	logs := func(name string) []string { return []string{"--plain", "--debug", name} }
	missing := filepath.Join(folder, "missing", "file")
	half := getenv("KLAVI_ACCESS_KEY", "a")
	for name, tt := range map[string]struct {
		env    Env
		args   []string
		status int
		says   string
	}{
		"no input":             {Env{}, reads(missing), ExitUsage, fmt.Sprintf(words.ReadFileF, missing)},
		"a wrong input":        {Env{}, reads(there), ExitUsage, unknown},
		"Without a terminal":   {Env{}, nil, ExitUsage, words.NoTerminal},
		"no terminal for in":   {Env{OutTerminal: true}, nil, ExitUsage, words.NoTerminal},
		"no terminal for out":  {Env{InTerminal: true}, nil, ExitUsage, words.NoTerminal},
		"no environment":       {Env{}, []string{"--plain", "--env", "x"}, ExitUsage, unknownEnv},
		"a log that is there":  {Env{}, logs(there), ExitUsage, fmt.Sprintf(words.LogExistsF, there)},
		"no folder of the log": {Env{}, logs(missing), ExitUsage, fmt.Sprintf(words.WriteFileF, missing)},
		"half a pair of keys":  {Env{Getenv: half}, []string{"--plain"}, ExitCredentials, words.HalfKeys},
	} {
		r := commanded(t.Context(), tt.env, "52998224725\n\n\n\n\n", tt.args...)
		if r.status != tt.status || r.err != tt.says+"\n" || r.out != "" {
			t.Errorf("%s: %d %q %q, want %d %q", name, r.status, r.out, r.err, tt.status, tt.says)
		}
	}
}

func TestTheKeysInAFileAreRemindedOfInEveryCommandThatUsesThem(t *testing.T) {
	const config = "config.toml"
	t.Chdir(t.TempDir()) // a longer path would be cut
	v := vault{file: keyFileBeside(config)}
	if err := v.storeInFile("sandbox", keyPair{"a", "b"}); err != nil {
		t.Fatal(err)
	}
	reminder := fmt.Sprintf(text.For("pt").CLI.InsecureF, v.file) + "\n"
	env := Env{ConfigFile: config, Transport: answering(401, "")}
	for _, args := range [][]string{{"create"}, {"--plain"}} {
		r := commanded(t.Context(), env, `{"personalTaxId":"52998224725"}`, args...)
		if len(r.err) < len(reminder) || r.err[:len(reminder)] != reminder {
			t.Errorf("%q: %q", args, r.err)
		}
	}
	if r := commanded(t.Context(), env, `{"personalTaxId":"52998224725"}`, "create", "--json"); r.err != "" {
		t.Errorf("beside JSON: %q", r.err)
	}
}
