package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"klavilink/validate"
)

// checked is what validate says of a value; its JSON names are the contract.
type checked struct {
	Kind      string `json:"kind"`
	Valid     bool   `json:"valid"`
	Canonical string `json:"canonical"`
	Masked    string `json:"masked"`
	Reason    string `json:"reason"`
	Message   string `json:"message"`
}

// validate checks the values given, or the lines of standard input.
func (a *app) validate(args []string) error {
	if len(args) == 0 {
		return usage(a.t.CLI.NoKind)
	}
	kind, values := args[0], args[1:]
	check := a.checker(kind)
	if check == nil {
		return usage(fmt.Sprintf(a.t.CLI.BadKindF, validate.Harmless(kind, 40)))
	}
	valid := true
	one := func(value string) {
		c := check(value)
		valid = valid && c.Valid
		a.printChecked(c)
	}
	for _, v := range values {
		one(v)
	}
	if len(values) == 0 {
		if err := a.eachLine(one); err != nil {
			return err
		}
	}
	if !valid {
		return &exit{status: ExitUsage}
	}
	return nil
}

// eachLine reads standard input a line at a time, so that a pipe is answered as
// it goes.
func (a *app) eachLine(do func(string)) error {
	if a.env.InTerminal {
		return usage(a.t.CLI.Nothing)
	}
	r := bufio.NewReader(io.LimitReader(a.env.In, maxInput+1))
	read := 0
	for {
		line, err := r.ReadBytes('\n')
		if read += len(line); read > maxInput {
			return usage(a.t.CLI.TooLarge)
		}
		if len(line) > 0 {
			do(string(bytes.TrimRight(line, "\r\n")))
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return usage(fmt.Sprintf(a.t.CLI.ReadFileF, "-"))
		}
	}
}

// checker gives the check for a kind, or nil for an unknown one.
func (a *app) checker(kind string) func(string) checked {
	switch kind {
	case "cpf":
		return judge(a, validate.CheckCPF)
	case "cnpj":
		return judge(a, validate.CheckCNPJ)
	case "phone":
		return judge(a, validate.CheckPhone)
	case "email":
		return judge(a, validate.CheckEmail)
	default:
		return nil
	}
}

func judge[T interface {
	Reveal() string
	String() string
}](a *app, check func(string) (T, validate.Problem)) func(string) checked {
	_, p := check("")
	kind := p.Kind.String()
	return func(s string) checked {
		v, p := check(s)
		return checked{kind, p.OK(), v.Reveal(), v.String(), p.Reason.String(), a.t.Problem(p)}
	}
}

func (a *app) printChecked(c checked) {
	if a.json {
		a.printJSON(c)
		return
	}
	line := []string{a.t.CLI.Invalid, c.Message}
	if c.Valid {
		line = []string{a.t.CLI.Valid, c.Canonical}
	}
	_, _ = fmt.Fprintln(a.env.Out, strings.Join(line, "\t"))
}
