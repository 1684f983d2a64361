package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/validate"
)

// create asks a few questions and makes the file. Nothing is written before the last answer,
// and a file that is there already stays as it is.
func (c *configurer) create(ctx context.Context) error {
	t := &c.t.CLI.Config
	if _, err := os.Lstat(c.env.ConfigFile); err == nil {
		return usage(fmt.Sprintf(t.ExistsF, c.name()))
	}
	c.print.tell(t.Intro)
	a := &asker{
		lines: bufio.NewReader(io.LimitReader(interruptible{ctx, c.env.In}, maxAnswers)),
		print: c.print, echoes: c.env.InTerminal,
	}
	p := c.ask(a)
	if a.ended || ctx.Err() != nil {
		return &exit{status: ExitAbandoned, kind: klavi.KindInput.String(), message: t.Abandoned}
	}
	err := placeNew(c.env.ConfigFile, []byte(template(t, p)), os.Link)
	switch {
	case errors.Is(err, fs.ErrExist):
		return usage(fmt.Sprintf(t.ExistsF, c.name()))
	case err != nil:
		return storageFailed(fmt.Sprintf(t.NotWrittenF, c.name()))
	}
	c.print.tell(fmt.Sprintf(t.WrittenF, c.name()))
	c.print.tell(fmt.Sprintf(t.WrittenNextF, p.Environment))
	return nil
}

// ask asks for the profile. What the flags and the variables say is offered.
func (c *configurer) ask(a *asker) config.Profile {
	t := &c.t.CLI.Config
	name := cmp.Or(c.settings.named, c.settings.namedVariable)
	if !isProfileName(name) {
		name = t.Default
	}
	env := klavi.Environment(cmp.Or(c.settings.environment, c.settings.variable))
	if env.BaseURL() == "" {
		env = klavi.Sandbox
	}
	var p config.Profile
	p.Name = a.ask(t.AskName, name, when(isProfileName, t.BadName))
	p.Environment = klavi.Environment(strings.ToLower(a.ask(t.AskEnvironment, string(env), c.checkEnvironment)))
	p.Company = a.ask(t.AskCompany, "", when(isOneLine, t.BadLine))
	p.RedirectURL = a.ask(t.AskRedirect, "", c.checkRedirect)
	p.TicketKey = a.ask(t.AskTicket, "", when(config.IsLabel, capital(t.Wants.Label)))
	return p
}

// checkEnvironment returns what is wrong with the name of an environment, or "".
func (c *configurer) checkEnvironment(answer string) string {
	if klavi.Environment(strings.ToLower(answer)).BaseURL() == "" {
		return fmt.Sprintf(c.t.CLI.BadEnvF, validate.Harmless(answer, 40))
	}
	return ""
}

// checkRedirect returns what is wrong with an address, or "". It may be empty.
func (c *configurer) checkRedirect(answer string) string {
	if answer == "" {
		return ""
	}
	_, p := validate.CheckURL(answer)
	return c.t.Problem(p)
}

// capital returns what a value has to be as a sentence.
func capital(want string) string { return sentence(want) + "." }

// when returns a check that answers with a sentence unless a rule holds.
func when(rule func(string) bool, otherwise string) func(string) string {
	return func(answer string) string {
		if rule(answer) {
			return ""
		}
		return otherwise
	}
}

// isProfileName reports whether a name needs no quotation marks, neither in the file nor in a
// shell.
func isProfileName(s string) bool {
	return s != "" && len(s) <= 40 && strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-_") == "" &&
		!strings.HasPrefix(s, "-")
}

// isOneLine reports whether a text shows itself as it is.
func isOneLine(s string) bool { return s == validate.Harmless(s, len(s)+1) }

// asker asks questions line by line, on standard error.
type asker struct {
	lines  *bufio.Reader
	print  *printer
	echoes bool // the terminal shows what is typed, and the end of its line
	ended  bool // no answer follows
}

// ask asks until the answer is right. An empty answer is the default.
func (a *asker) ask(question, byDefault string, check func(string) string) string {
	prompt := question + ": "
	if byDefault != "" {
		prompt = fmt.Sprintf("%s [%s]: ", question, byDefault)
	}
	for !a.ended {
		_, _ = fmt.Fprint(a.print.err, prompt)
		line, err := a.lines.ReadString('\n')
		if !a.echoes {
			a.print.tell("")
		}
		if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
			a.ended = true
			break
		}
		answer := cmp.Or(validate.Trim(line), byDefault)
		wrong := check(answer)
		if wrong == "" {
			return answer
		}
		a.print.tell("  " + wrong)
	}
	return ""
}
