package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/ui/text"
)

// misuse is a wrong command line with what is said about it.
type misuse struct{ line, says, near, help string }

// check runs the command line and compares what it prints with what has to be said.
func (m misuse) check(t *testing.T, lang string) {
	t.Helper()
	words := &text.For(text.Lang(lang)).CLI
	want := m.says
	if m.near != "" {
		want += " " + fmt.Sprintf(words.DidYouMeanF, m.near)
	}
	want += "\n" + fmt.Sprintf(words.Help.SeeF, strings.TrimSpace("klavilink "+m.help)+" --help") + "\n"
	env := Env{InTerminal: true, OutTerminal: true}
	if strings.HasPrefix(m.line, "create") {
		env.InTerminal = false
	}
	args := append(strings.Fields(m.line), "--lang", lang)
	r := commanded(t.Context(), env, `{"personalTaxId":"52998224725"}`, args...)
	if r.status != ExitUsage || r.out != "" || r.err != want {
		t.Errorf("%s %q: %d %q %q, want %q", lang, m.line, r.status, r.out, r.err, want)
	}
}

func TestAWrongCommandLineIsNamedInTheLanguageWithItsHelp(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		w := &text.For(text.Lang(lang)).CLI
		long := strings.Repeat("x", 70)
		for _, m := range []misuse{
			{"--nonsense", fmt.Sprintf(w.BadFlagF, "--nonsense"), "", ""},
			{"-x", fmt.Sprintf(w.BadFlagF, "-x"), "", ""},
			{"-xyz", fmt.Sprintf(w.BadFlagF, "-x"), "", ""},
			{"--" + long, fmt.Sprintf(w.BadFlagF, "--"+long[:59]+"…"), "", ""},
			{"nonsense", fmt.Sprintf(w.BadArgF, "nonsense"), "", ""},
			{"create x", fmt.Sprintf(w.Help.ExtraF, "x"), "", "create"},
			{"create " + long, fmt.Sprintf(w.Help.ExtraF, long[:59]+"…"), "", "create"},
			{"create --env x", fmt.Sprintf(w.BadEnvF, "x"), "", "create"},
			{"create --jobs 0", w.Batch.BadJobs, "", "create"},
			{"create --rate -1", w.Batch.BadRate, "", "create"},
			{"create --patience -1s", w.Batch.BadPatience, "", "create"},
			{"create --dry-run --wait", w.Batch.DryRunWait, "", "create"},
			{"create --callback all", fmt.Sprintf(w.Batch.BadCallbackF, "all"), "", "create"},
			{"create --qr code.gif", w.Batch.QREnding, "", "create"},
			{"create --qr - --wait", w.Batch.QRPipe, "", "create"},
			{"create --qr -", w.Batch.QRTerminal, "", "create"},
			{"create --jobs x", fmt.Sprintf(w.Help.WantWholeF, "--jobs"), "", "create"},
			{"create --jobs 4.5", fmt.Sprintf(w.Help.WantWholeF, "--jobs"), "", "create"},
			{"create --rate x", fmt.Sprintf(w.Help.WantNumberF, "--rate"), "", "create"},
			{"create --patience 10", fmt.Sprintf(w.Help.WantTimeF, "--patience"), "", "create"},
			{"create --wait=x", fmt.Sprintf(w.Help.WantSwitchF, "--wait"), "", "create"},
			{"create --=52998224725", fmt.Sprintf(w.Help.NotFlagF, "--"), "", "create"},
			{"create ---x=52998224725", fmt.Sprintf(w.Help.NotFlagF, "---x"), "", "create"},
			{"doctor x y", fmt.Sprintf(w.Help.ExtraF, "y"), "", "doctor"},
			{"doctor --demo x", w.Tools.DemoAndLink, "", "doctor"},
			{"open x y", fmt.Sprintf(w.Help.ExtraF, "y"), "", "open"},
			{"status", w.Tools.NoLinkID, "", "status"},
			{"status 52998224725", w.Tools.ArgPersonal, "", "status"},
			{"status a.b", w.Tools.BadLinkID, "", "status"},
			{"version x", fmt.Sprintf(w.Help.ExtraF, "x"), "", "version"},
			{"login x", fmt.Sprintf(w.Help.ExtraF, "x"), "", "login"},
			{"logout x", fmt.Sprintf(w.Help.ExtraF, "x"), "", "logout"},
			{"man x", fmt.Sprintf(w.Help.ExtraF, "x"), "", "man"},
			{"trigger link_created x", fmt.Sprintf(w.Help.ExtraF, "x"), "", "trigger"},
			{"trigger", text.For(text.Lang(lang)).Events.NoName, "", "trigger"},
			{"validate rg", fmt.Sprintf(w.BadKindF, "rg"), "", "validate"},
			{"validate", w.NoKind, "", "validate"},
			{"completion nonsense", fmt.Sprintf(w.BadArgF, "nonsense"), "", "completion"},
			{"completion bash x", fmt.Sprintf(w.Help.ExtraF, "x"), "", "completion bash"},
			{"help nonsense", fmt.Sprintf(w.BadArgF, "nonsense"), "", ""},
			{"help create x", fmt.Sprintf(w.Help.ExtraF, "x"), "", ""},
			{"help completion nonsense", fmt.Sprintf(w.BadArgF, "nonsense"), "", ""},
			{"help environment x", fmt.Sprintf(w.Help.ExtraF, "x"), "", ""},
		} {
			m.check(t, lang)
		}
		r := commanded(t.Context(), Env{}, "", "--lang", lang, "create", "--env")
		want := fmt.Sprintf(w.BareFlagF, "--env") + "\n" + fmt.Sprintf(w.Help.SeeF, "klavilink create --help") + "\n"
		if r.status != ExitUsage || r.out != "" || r.err != want {
			t.Errorf("%s: %d %q %q, want %q", lang, r.status, r.out, r.err, want)
		}
	}
	r := commanded(t.Context(), Env{}, "", "--lang", "fr", "validate", "cpf", "1")
	want := fmt.Sprintf(text.For("pt").CLI.BadLangF, "fr") + "\nVeja klavilink validate --help.\n"
	if r.status != ExitUsage || r.err != want {
		t.Errorf("%d %q", r.status, r.err)
	}
}

func TestAWordThatIsALetterOrTwoOffIsMetWithTheOneThatIsMeant(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		c := text.For(text.Lang(lang))
		w := &c.CLI
		for _, m := range []misuse{
			{"creat", fmt.Sprintf(w.BadArgF, "creat"), "create", ""},
			{"lgoin", fmt.Sprintf(w.BadArgF, "lgoin"), "login", ""},
			{"hepl", fmt.Sprintf(w.BadArgF, "hepl"), "help", ""},
			{"mna", fmt.Sprintf(w.BadArgF, "mna"), "", ""}, // it is hidden
			{"completion bsh", fmt.Sprintf(w.BadArgF, "bsh"), "bash", "completion"},
			{"completion pwoershell", fmt.Sprintf(w.BadArgF, "pwoershell"), "powershell", "completion"},
			{"help creat", fmt.Sprintf(w.BadArgF, "creat"), "create", ""},
			{"help enviroment", fmt.Sprintf(w.BadArgF, "enviroment"), "environment", ""},
			{"help completion zhs", fmt.Sprintf(w.BadArgF, "zhs"), "zsh", ""},
			{"--evn sandbox", fmt.Sprintf(w.BadFlagF, "--evn"), "--env", ""},
			{"create --jsno", fmt.Sprintf(w.BadFlagF, "--jsno"), "--json", "create"},
			{"create --no_document", fmt.Sprintf(w.BadFlagF, "--no_document"), "--no-document", "create"},
			{"create -json", fmt.Sprintf(w.BadFlagF, "-json"), "--json", "create"},
			{"create -inptu=x", fmt.Sprintf(w.BadFlagF, "-inptu"), "--input", "create"},
			{"create --env sandbx", fmt.Sprintf(w.BadEnvF, "sandbx"), "sandbox", "create"},
			{"login --env prodution", fmt.Sprintf(w.BadEnvF, "prodution"), "production", "login"},
			{"--demo-story refsued", fmt.Sprintf(c.Events.BadStoryF, "refsued"), "refused", ""},
			{"--demo-story lsit", fmt.Sprintf(c.Events.BadStoryF, "lsit"), "list", ""},
			{"trigger link_craeted", fmt.Sprintf(c.Events.BadNameF, "link_craeted"), "link_created", "trigger"},
			{"validate cfp 1", fmt.Sprintf(w.BadKindF, "cfp"), "cpf", "validate"},
			{"validate phnoe 1", fmt.Sprintf(w.BadKindF, "phnoe"), "phone", "validate"},
		} {
			m.check(t, lang)
		}
	}
	r := commanded(t.Context(), Env{}, "", "doctor", "--lang", "ptt")
	if want := fmt.Sprintf(text.For("pt").CLI.BadLangF, "ptt") + " Seria pt?\n"; !strings.HasPrefix(r.err, want) {
		t.Errorf("%d %q", r.status, r.err)
	}
}

func TestTheProfileThatIsMeantIsNamed(t *testing.T) {
	config := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(config, []byte("[profiles.loja]\n[profiles.matriz]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := commanded(t.Context(), Env{ConfigFile: config}, "", "create", "--profile", "ljoa")
	want := fmt.Sprintf(text.For("pt").CLI.Config.NoProfileF, "ljoa") +
		" Os perfis são: loja, matriz. Seria loja?\nVeja klavilink create --help.\n"
	if r.status != ExitUsage || r.err != want {
		t.Errorf("%d %q, want %q", r.status, r.err, want)
	}
}

func TestAWrongCommandLineInJSONIsOneObjectWithEverythingInItsMessage(t *testing.T) {
	r := commanded(t.Context(), Env{}, "", "create", "--json", "--jbos", "2")
	want := `{"error":{"kind":"input","message":"Opção desconhecida: --jbos. Seria --jobs? ` +
		`Veja klavilink create --help.","field":"","status":0,"code":0}}` + "\n"
	if r.status != ExitUsage || r.out != want || r.err != "" {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}

// A value may be a customer's, and a flag that does not exist may stand before one.
func TestNothingIsRepeatedOfTheValueOfAFlag(t *testing.T) {
	for _, line := range []string{
		"create --jobs 529.982.247-25", "create --wait=52998224725", "create --cpfs=52998224725", "create -c52998224725",
		"create -cpf=52998224725", "create --=52998224725", "create --patience 52998224725", "create -inputt=52998224725",
	} {
		r := commanded(t.Context(), Env{}, "", strings.Fields(line)...)
		if r.status != ExitUsage || strings.Contains(r.out+r.err, "529") || r.err == "" {
			t.Errorf("%q: %d %q %q", line, r.status, r.out, r.err)
		}
	}
	r := commanded(t.Context(), Env{}, "", "create", "-cpf=52998224725")
	if !strings.Contains(r.err, "histórico") {
		t.Errorf("%q", r.err)
	}
}

func TestEveryKindThatIsCompletedAndSuggestedCanBeChecked(t *testing.T) {
	for _, kind := range kinds() {
		if checker(text.For("pt"), kind) == nil {
			t.Errorf("%s cannot", kind)
		}
	}
}
