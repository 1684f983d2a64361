package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// app is one run of the command line.
type app struct {
	env  Env
	t    *text.Catalogue
	json bool // errors go out as JSON

	config    config.Config
	badConfig *exit // what is wrong with it
	log       *slog.Logger

	// Flags.
	lang, environment string
	demoListen        string
	debug             string
	demo, plain       bool
	input             string // of the wizard
	createInput       string
}

// Run carries out a command line and gives its exit status.
func Run(ctx context.Context, env Env, args []string) int {
	a := &app{env: env, t: text.For(text.Detect(env.Getenv))}
	// The language has to be known before cobra is told its texts, and the form
	// of errors before it finds one.
	a.configure()
	a.json = slices.ContainsFunc(flags(args), func(arg string) bool { return arg == "--json" || arg == "--json=true" })
	a.speak(flag(args, "--lang"), cmp.Or(flag(args, "--env"), env.Getenv("KLAVI_ENV")))
	root := a.root()
	root.SetArgs(append([]string{}, args...)) // cobra takes nil for the process's own arguments
	root.SetIn(env.In)
	root.SetOut(a.helpWriter())
	root.SetErr(env.Err)
	err := fang.Execute(ctx, root, fang.WithVersion(env.Build.String()),
		fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	return a.report(err)
}

// flags are the arguments that may be flags.
func flags(args []string) []string {
	if end := slices.Index(args, "--"); end >= 0 {
		return args[:end]
	}
	return args
}

// flag reads a flag's value ahead of cobra, empty where it is not given.
func flag(args []string, name string) (value string) {
	args = flags(args)
	for i, arg := range args {
		if v, ok := strings.CutPrefix(arg, name+"="); ok {
			value = v
		} else if arg == name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

func (a *app) root() *cobra.Command {
	t := &a.t.CLI
	root := &cobra.Command{
		Use: "klavilink", Short: t.Short, Long: t.Long, Args: a.noArgs,
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.checkFlags() },
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.wizard(cmd.Context())
		},
	}
	p := root.PersistentFlags()
	p.StringVar(&a.lang, "lang", "", t.FlagLang)
	p.StringVar(&a.environment, "env", "", t.FlagEnv)
	p.BoolVar(&a.demo, "demo", false, t.FlagDemo)
	root.Flags().StringVar(&a.demoListen, "demo-listen", "", t.FlagDemoListen)
	root.Flags().StringVar(&a.debug, "debug", "", t.FlagDebug)
	root.Flags().BoolVar(&a.plain, "plain", false, t.FlagPlain)
	root.Flags().StringVar(&a.input, "input", "", t.FlagInput)

	create := &cobra.Command{
		Use: "create", Short: t.CreateShort, Long: t.CreateLong, Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.create(cmd.Context()) },
	}
	create.Flags().StringVar(&a.createInput, "input", "-", t.FlagInput)
	create.Flags().BoolVar(&a.json, "json", a.json, t.FlagJSON)

	check := &cobra.Command{
		Use: "validate cpf|cnpj|phone|email [VALUE...]", Short: t.ValidateShort, Long: t.ValidateLong,
		RunE: func(_ *cobra.Command, args []string) error { return a.validate(args) },
	}
	check.Flags().BoolVar(&a.json, "json", a.json, t.FlagJSON)

	root.AddCommand(create, check, a.loginCommand(), a.logoutCommand(), a.doctorCommand())
	a.translate(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.badFlag(err) })
	return root
}

// translate gives cobra's own flags and commands their words.
func (a *app) translate(root *cobra.Command) {
	t := &a.t.CLI
	root.Flags().BoolP("version", "v", false, t.FlagVersion)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = t.HelpShort
		case "completion":
			c.Short = t.CompletionShort
		}
	}
	for _, c := range append(root.Commands(), root) {
		c.Flags().BoolP("help", "h", false, t.FlagHelp)
	}
}

// noArgs refuses arguments, and so unknown commands.
func (a *app) noArgs(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usage(fmt.Sprintf(a.t.CLI.BadArgF, validate.Harmless(args[0], 60)))
}

// badFlag says in the user's language what the flag library says in English.
func (a *app) badFlag(err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown):
		return usage(fmt.Sprintf(a.t.CLI.BadFlagF, validate.Harmless(unknown.GetSpecifiedName(), 60)))
	case errors.As(err, &bare):
		return usage(fmt.Sprintf(a.t.CLI.BareFlagF, validate.Harmless(bare.GetSpecifiedName(), 60)))
	default:
		return usage(validate.Harmless(err.Error(), 200))
	}
}

// checkFlags refuses values that no flag can have.
func (a *app) checkFlags() error {
	if a.lang != "" {
		if _, ok := text.ParseLang(a.lang); !ok {
			return usage(fmt.Sprintf(a.t.CLI.BadLangF, validate.Harmless(a.lang, 40)))
		}
	}
	return nil
}

// report tells the user of an error, in JSON where that was asked for, and gives
// the exit status.
func (a *app) report(err error) int {
	if err == nil {
		return ExitOK
	}
	var e *exit
	if !errors.As(err, &e) {
		e = usage(validate.Harmless(err.Error(), 200))
	}
	if e.message == "" {
		return e.status // everything was said already
	}
	if a.json {
		a.printJSON(e.object())
	} else {
		_, _ = fmt.Fprintln(a.env.Err, e.message)
	}
	return e.status
}

// object is the contract's {"error":{"kind","message","field","status","code"}}.
func (e *exit) object() any {
	type body struct {
		Kind    string `json:"kind"`
		Message string `json:"message"`
		Field   string `json:"field"`
		Status  int    `json:"status"`
		Code    int    `json:"code"`
	}
	return struct {
		Error body `json:"error"`
	}{body{e.kind, e.message, e.field, e.http, e.code}}
}

// printJSON prints one object on one line.
func (a *app) printJSON(v any) {
	enc := json.NewEncoder(a.env.Out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v)
}

// explain makes an exit of an error of package klavi, in the user's language.
func (a *app) explain(err error) *exit {
	f := a.t.Failure(err)
	e := &exit{status: statusOf(err), kind: klavi.KindProtocol.String(), message: join(f.Cause, f.Said, f.Next)}
	var k *klavi.Error
	if errors.As(err, &k) {
		e.kind, e.field, e.http, e.code = k.Kind.String(), k.Field, k.Status, k.Code
	}
	if e.status == ExitAbandoned {
		e.message = a.t.CLI.Interrupted
	}
	return e
}

func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}
