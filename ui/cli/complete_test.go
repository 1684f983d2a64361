package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klavilink/klavi/directory"
)

// completed returns what the shell is offered for the last argument, without what tells it
// how to show that.
func completed(t *testing.T, env Env, args ...string) []string {
	t.Helper()
	r := commanded(t.Context(), env, "", append([]string{cobra.ShellCompRequestCmd}, args...)...)
	if r.status != ExitOK {
		t.Errorf("%q: %d %q %q", args, r.status, r.out, r.err)
	}
	lines := strings.Split(strings.TrimSuffix(r.out, "\n"), "\n")
	return lines[:len(lines)-1]
}

// kept writes Klavi's list of an environment into a folder, as the wizard does.
func kept(t *testing.T, folder, environment string, list ...directory.Institution) {
	t.Helper()
	content, err := json.Marshal(cached{noon, list})
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "institutions-"+environment+".json"), content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestInstitutionsAreCompletedFromTheListOfTheEnvironment(t *testing.T) {
	folder := t.TempDir()
	kept(t, folder, "sandbox", directory.Institution{Code: "701", Name: "Banco A"})
	kept(t, folder, "production",
		directory.Institution{Code: "702", Name: "Banco B\ttouch"},
		directory.Institution{Code: "7$(touch x)", Name: "Banco C"},
		directory.Institution{Code: "7 3", Name: "Banco D"},
	)
	env := Env{CacheDir: folder}
	broken := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(broken, []byte("[profiles"), 0o600); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"create --institution 7":                     "701\tBanco A",
		"create --env sandbox --institution 7":       "701\tBanco A",
		"create --env production --institution 7":    "702\tBanco B touch",
		"create --env production --institution 9":    "",
		"create --env nonsense --institution 7":      "701\tBanco A",
		"create --demo --institution 34":             "341\tItaú 348\tBanco XP",
		"create --env production --institution=702":  "702\tBanco B touch",
		"create --env production --institution touc": "702\tBanco B touch _activeHelp_ 702  Banco B touch",
	} {
		if got := strings.Join(completed(t, env, strings.Fields(line)...), " "); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	env.ConfigFile = broken
	if got := completed(t, env, "create", "--institution", "7"); len(got) != 1 {
		t.Errorf("with a broken configuration: %q", got)
	}
	if got := completed(t, env, "create", "--profile", ""); len(got) != 0 {
		t.Errorf("profiles of a broken configuration: %q", got)
	}
}

func TestAtMostTenInstitutionsAreShownBelowTheLine(t *testing.T) {
	shown := 0
	list := completed(t, Env{}, "create", "--institution", "ban")
	for _, line := range list {
		if strings.HasPrefix(line, "_activeHelp_ ") {
			shown++
		}
	}
	if shown != 10 || len(list) <= 20 {
		t.Errorf("%d of %d", shown, len(list))
	}
}

// A name of a file is of no use where none is meant.
func TestOnlyTheFlagsForFilesAreCompletedWithFiles(t *testing.T) {
	const files = "--debug --input --input --input --input --input --qr --resume"
	var found []string
	for _, command := range everyCommand(t) {
		c, _, err := tree("pt").Find(strings.Fields(command))
		if err != nil {
			t.Fatal(err)
		}
		if _, directive := c.ValidArgsFunction(c, nil, ""); directive&cobra.ShellCompDirectiveNoFileComp == 0 {
			t.Errorf("%q completes names of files", command)
		}
		if _, directive := c.ValidArgsFunction(c, []string{"x"}, ""); directive&cobra.ShellCompDirectiveNoFileComp == 0 {
			t.Errorf("%q completes names of files after an argument", command)
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			complete, ok := c.GetFlagCompletionFunc(f.Name)
			if f.Value.Type() == "bool" {
				return
			}
			if !ok {
				t.Errorf("%q: --%s is not completed", command, f.Name)
				return
			}
			if _, directive := complete(c, nil, ""); directive&cobra.ShellCompDirectiveNoFileComp == 0 {
				found = append(found, "--"+f.Name)
			}
		})
	}
	slices.Sort(found)
	if got := strings.Join(found, " "); got != files {
		t.Errorf("%s, want %s", got, files)
	}
}
