package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klavilink/ui/spell"
	"klavilink/ui/text"
	"klavilink/validate"
)

// misused returns the exit for a command line that is wrong. near is what is probably
// meant, or empty. The printer adds it, and says where the help is.
func misused(message, near string) *exit {
	e := usage(message)
	e.misuse, e.near = true, near
	return e
}

// noArgs returns a check that refuses every argument. Cobra passes an unknown command as
// an argument, so the check names the command that is probably meant.
func noArgs(t *text.CLI) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return nil
		case c.HasAvailableSubCommands():
			return unknownCommand(t, args[0], subcommands(c))
		default:
			return extra(t, args[0])
		}
	}
}

// extra returns the exit for an argument that a command does not take.
func extra(t *text.CLI, argument string) *exit {
	return misused(fmt.Sprintf(t.Help.ExtraF, validate.Harmless(argument, 60)), "")
}

// unknownCommand returns the exit for a command that is none of those that are known.
func unknownCommand(t *text.CLI, name string, known []string) *exit {
	return misused(fmt.Sprintf(t.BadArgF, validate.Harmless(name, 60)), spell.Nearest(name, known))
}

// subcommands returns the names of the commands below a command that its help lists.
func subcommands(c *cobra.Command) (names []string) {
	for _, row := range commands(c) {
		names = append(names, row[0])
	}
	return names
}

// badFlag translates an error of the flag library, which speaks only English. It repeats
// no value, because that may be a customer's.
func badFlag(t *text.CLI, c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var malformed *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(t, c, unknown)
	case errors.As(err, &bare):
		return misused(fmt.Sprintf(t.BareFlagF, dashed(bare.GetSpecifiedName())), "")
	case errors.As(err, &invalid):
		return misused(fmt.Sprintf(wanted(&t.Help, invalid.GetFlag()), "--"+invalid.GetFlag().Name), "")
	case errors.As(err, &malformed):
		name, _, _ := strings.Cut(malformed.GetSpecifiedFlag(), "=")
		return misused(fmt.Sprintf(t.Help.NotFlagF, validate.Harmless(name, 60)), "")
	default:
		return misused(validate.Harmless(err.Error(), 200), "")
	}
}

// unknownFlag returns the exit for a flag that a command does not have. A long flag may
// have been written with one hyphen, which the library takes for several short ones.
func unknownFlag(t *text.CLI, c *cobra.Command, unknown *pflag.NotExistError) error {
	name := unknown.GetSpecifiedName()
	word, _, _ := strings.Cut(unknown.GetSpecifiedShortnames(), "=")
	if word == "" {
		word = name
	}
	near := spell.Nearest(word, flagNames(c))
	switch {
	case personal(word):
		return misused(fmt.Sprintf(t.Batch.FlagPersonalF, "--"+word), "")
	case near == "":
		return misused(fmt.Sprintf(t.BadFlagF, dashed(name)), "")
	case word != name:
		return misused(fmt.Sprintf(t.BadFlagF, "-"+validate.Harmless(word, 60)), "--"+near)
	default:
		return misused(fmt.Sprintf(t.BadFlagF, dashed(name)), "--"+near)
	}
}

// dashed returns the name of a flag as it is written: a letter with one hyphen, a word
// with two.
func dashed(name string) string {
	if len([]rune(name)) == 1 {
		return "-" + validate.Harmless(name, 1)
	}
	return "--" + validate.Harmless(name, 60)
}

// flagNames returns the names of the flags of a command that its help lists.
func flagNames(c *cobra.Command) (names []string) {
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return names
}

// wanted returns the sentence that says what a flag takes.
func wanted(t *text.Help, f *pflag.Flag) string {
	switch f.Value.Type() {
	case "int":
		return t.WantWholeF
	case "float64":
		return t.WantNumberF
	case "duration":
		return t.WantTimeF
	case "bool":
		return t.WantSwitchF
	default:
		return t.WantOtherF
	}
}

// personal reports whether somebody means a customer's data by the name of a flag. There
// are no such flags, because shells and lists of processes keep command lines.
func personal(name string) bool {
	switch strings.ReplaceAll(strings.ToLower(name), "-", "") {
	case "cpf", "cnpj", "document", "documento", "taxid", "personaltaxid", "businesstaxid", "email", "mail",
		"phone", "telefone", "celular", "name", "nome", "externalinfo", "connectionkey":
		return true
	default:
		return false
	}
}
