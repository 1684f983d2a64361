package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klavilink/ui/text"
	"klavilink/validate"
)

// arguments is the command line. The program reads a few flags from it before cobra
// parses it.
type arguments []string

// flags returns the arguments before "--". Those after it are values, not flags.
func (a arguments) flags() arguments {
	if end := slices.Index(a, "--"); end >= 0 {
		return a[:end]
	}
	return a
}

// value returns the last value of a flag, or "" if the flag is absent.
func (a arguments) value(name string) (value string) {
	flags := a.flags()
	for i, arg := range flags {
		if v, ok := strings.CutPrefix(arg, name+"="); ok {
			value = v
		} else if arg == name && i+1 < len(flags) {
			value = flags[i+1]
		}
	}
	return value
}

// asksForJSON reports whether errors must be printed as JSON.
func (a arguments) asksForJSON() bool {
	return slices.ContainsFunc(a.flags(), func(arg string) bool { return arg == "--json" || arg == "--json=true" })
}

// noArgs returns a check that refuses every argument. Cobra passes an unknown
// command as an argument, so the check refuses those too.
func noArgs(t *text.CLI) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return usage(fmt.Sprintf(t.BadArgF, validate.Harmless(args[0], 60)))
	}
}

// badFlag translates an error of the flag library, which speaks only English.
func badFlag(t *text.CLI, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown) && personal(unknown.GetSpecifiedName()):
		return usage(fmt.Sprintf(t.Batch.FlagPersonalF, "--"+unknown.GetSpecifiedName()))
	case errors.As(err, &unknown):
		return usage(fmt.Sprintf(t.BadFlagF, validate.Harmless(unknown.GetSpecifiedName(), 60)))
	case errors.As(err, &bare):
		return usage(fmt.Sprintf(t.BareFlagF, validate.Harmless(bare.GetSpecifiedName(), 60)))
	default:
		return usage(validate.Harmless(err.Error(), 200))
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
