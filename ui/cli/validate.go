package cli

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"klavilink/ui/spell"
	"klavilink/ui/text"
	"klavilink/validate"
)

// validator is the command validate. It checks the values on the command line, or each
// line of standard input if there are none.
type validator struct {
	in         io.Reader
	inTerminal bool
	t          *text.Catalogue
	print      *printer
}

// checked is the outcome for one value. Scripts rely on its JSON names.
type checked struct {
	Kind      string `json:"kind"`
	Valid     bool   `json:"valid"`
	Canonical string `json:"canonical"`
	Masked    string `json:"masked"`
	Reason    string `json:"reason"`
	Message   string `json:"message"`
}

// command returns the command and its flags.
func (v *validator) command() *cobra.Command {
	t := &v.t.CLI
	c := &cobra.Command{
		Use: "validate " + t.Help.Kinds, Short: t.ValidateShort, Long: t.ValidateLong,
		ValidArgs: kinds(),
		RunE:      func(cmd *cobra.Command, args []string) error { return v.do(cmd.Context(), args) },
	}
	c.Flags().BoolVar(&v.print.json, "json", v.print.json, t.FlagJSON)
	return c
}

// do runs the command. Its exit status is ExitUsage if any value is not valid.
func (v *validator) do(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return misused(v.t.CLI.NoKind, "")
	}
	kind, values := args[0], args[1:]
	check := checker(v.t, kind)
	if check == nil {
		return misused(fmt.Sprintf(v.t.CLI.BadKindF, validate.Harmless(kind, 40)), spell.Nearest(kind, kinds()))
	}
	valid := true
	one := func(value string) {
		c := check(value)
		valid = valid && c.Valid
		v.show(c)
	}
	for _, value := range values {
		one(value)
	}
	if len(values) == 0 {
		if err := v.eachLine(ctx, one); err != nil {
			return err
		}
	}
	if !valid {
		return &exit{status: ExitUsage}
	}
	return nil
}

// eachLine calls do for each line of standard input as soon as it has read it, so that
// a program on the other end of the pipe gets each answer at once.
func (v *validator) eachLine(ctx context.Context, do func(string)) error {
	if v.inTerminal {
		return usage(v.t.CLI.Nothing)
	}
	r := bufio.NewReader(io.LimitReader(interruptible{ctx, v.in}, maxInput+1))
	read := 0
	for {
		line, err := r.ReadBytes('\n')
		if ctx.Err() != nil {
			return abandoned(v.t)
		}
		if read += len(line); read > maxInput {
			return usage(v.t.CLI.TooLarge)
		}
		if len(line) > 0 {
			do(string(bytes.TrimRight(line, "\r\n")))
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return usage(fmt.Sprintf(v.t.CLI.ReadFileF, "-"))
		}
	}
}

// show prints the outcome for one value.
func (v *validator) show(c checked) {
	if v.print.json {
		v.print.object(c)
		return
	}
	line := []string{v.t.CLI.Invalid, c.Message}
	if c.Valid {
		line = []string{v.t.CLI.Valid, c.Canonical}
	}
	_, _ = fmt.Fprintln(v.print.out, strings.Join(line, "\t"))
}

// kinds returns the kinds of values that can be checked.
func kinds() []string { return []string{"cpf", "cnpj", "phone", "email"} }

// checker returns the check for a kind, or nil if the kind is unknown.
func checker(t *text.Catalogue, kind string) func(string) checked {
	switch kind {
	case "cpf":
		return checkerOf(t, validate.CheckCPF)
	case "cnpj":
		return checkerOf(t, validate.CheckCNPJ)
	case "phone":
		return checkerOf(t, validate.CheckPhone)
	case "email":
		return checkerOf(t, validate.CheckEmail)
	default:
		return nil
	}
}

// checkerOf converts a check of package validate to one whose outcome can be printed.
func checkerOf[T interface {
	Reveal() string
	String() string
}](t *text.Catalogue, check func(string) (T, validate.Problem)) func(string) checked {
	_, p := check("")
	kind := p.Kind.String()
	return func(s string) checked {
		v, p := check(s)
		return checked{kind, p.OK(), v.Reveal(), v.String(), p.Reason.String(), t.Problem(p)}
	}
}
