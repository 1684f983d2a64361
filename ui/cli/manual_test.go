package cli

import (
	"bytes"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klavilink/ui/text"
)

// manualPage returns the manual page in a language.
func manualPage(t *testing.T, lang string) string {
	t.Helper()
	r := commanded(t.Context(), Env{}, "", "man", "--lang", lang)
	if r.status != ExitOK || r.err != "" {
		t.Fatalf("%s: %d %q", lang, r.status, r.err)
	}
	return r.out
}

// printed returns what a manual page shows, without its commands.
func printed(page string) string {
	return strings.NewReplacer(
		`\&`, "", `\fB`, "", `\fP`, "", `\-`, "-", `\(aq`, "'", `\(ga`, "`", `\(ha`, "^", `\(ti`, "~", `\e`, `\`,
	).Replace(page)
}

func TestTheManualPageSaysWhatTheHelpOfEveryCommandSays(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		words := &text.For(text.Lang(lang)).CLI
		page := manualPage(t, lang)
		if !strings.HasPrefix(page, `.TH KLAVILINK 1 "2026-11-23" "klavilink" "Manual"`+"\n") {
			t.Errorf("%s: %.80q", lang, page)
		}
		shown := printed(page)
		has := func(what string) {
			t.Helper()
			if !strings.Contains(shown, "\n"+what+"\n") {
				t.Errorf("%s: no %q", lang, what)
			}
		}
		has("klavilink - " + words.Short)
		var visit func(*cobra.Command)
		visit = func(c *cobra.Command) {
			if c.Hidden {
				return
			}
			if c.HasParent() {
				has(".SH " + strings.ToUpper(c.CommandPath()))
			}
			has(help{t: words}.usage(c))
			for _, e := range words.Help.Lines[path(c)] {
				has(e.Says + "\n" + e.Line)
			}
			c.LocalFlags().VisitAll(func(f *pflag.Flag) {
				has(strings.TrimSpace(help{t: words}.flag(f)) + "\n" + sentence(help{t: words}.explained(f)))
			})
			for _, sub := range c.Commands() {
				visit(sub)
			}
		}
		visit(tree(text.Lang(lang)))
		for _, topic := range []text.Topic{words.Help.Environment, words.Help.ExitCodes} {
			has(".SH " + strings.ToUpper(topic.Short))
			for _, r := range topic.Rows {
				has(r.Name + "\n" + sentence(r.Says))
			}
		}
		if strings.Contains(shown, "SH KLAVILINK MAN") {
			t.Errorf("%s: the hidden command is there", lang)
		}
	}
}

// A hyphen, a quotation mark or a tilde that is not escaped becomes another character,
// which no shell takes. A line that begins with a quotation mark would be a command.
func TestTheManualPageCanBeCopiedIntoAShell(t *testing.T) {
	command := regexp.MustCompile(`^\.(TH|SH|PP|TP|nh|ad)( |$)`)
	for _, lang := range []string{"pt", "en"} {
		page := manualPage(t, lang)
		for line := range strings.Lines(page) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, ".") {
				if !command.MatchString(line) {
					t.Errorf("%s: %q", lang, line)
				}
				continue
			}
			if bare := strings.NewReplacer(`\-`, "").Replace(line); strings.ContainsAny(bare, "-'`^~") {
				t.Errorf("%s: %q", lang, line)
			}
			if line == "" {
				t.Errorf("%s: an empty line", lang)
			}
		}
	}
}

func TestTheManualPageIsWithoutFaultForGroff(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("there is no groff")
	}
	for _, lang := range []string{"pt", "en"} {
		c := exec.CommandContext(t.Context(), groff, "-K", "utf8", "-man", "-Tutf8", "-ww", "-z")
		c.Stdin = strings.NewReader(manualPage(t, lang))
		var said bytes.Buffer
		c.Stderr = &said
		if err := c.Run(); err != nil || said.Len() > 0 {
			t.Errorf("%s: %v\n%s", lang, err, said.String())
		}
	}
}

func TestTheManualPageCannotBeWrittenOnABrokenPipe(t *testing.T) {
	root := tree("pt")
	root.RemoveCommand(child(root, "man"))
	broken := help{out: brokenPipe{}, t: &text.For("pt").CLI}
	root.AddCommand(broken.manual(fixedClock(noon).Now))
	root.SetArgs([]string{"man"})
	if err := root.Execute(); err == nil {
		t.Error("nothing is wrong")
	}
}

// brokenPipe is a stream that nobody reads.
type brokenPipe struct{}

// Write implements io.Writer.
func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
