package cli

import (
	"cmp"
	"context"
	"io"
	"time"

	"charm.land/fang/v2"

	"klavilink/ui/text"
)

// Run carries out a command line and gives its exit status.
func Run(ctx context.Context, env Env, args []string) int {
	env.Zone = cmp.Or(env.Zone, time.UTC)
	given := arguments(args)
	// cobra is told its texts before it reads the flags, so the language is read
	// ahead of it. So is the form of errors, because cobra finds some of its own.
	detected := text.For(text.Detect(env.Getenv))
	cfg, broken := readConfig(env.ConfigFile, &detected.CLI)
	choice := language{
		flag:        given.value("--lang"),
		environment: cmp.Or(given.value("--env"), env.Getenv("KLAVI_ENV")),
		variable:    env.Getenv("KLAVILINK_LANG"),
	}
	t := choice.of(cfg, detected)
	p := &printer{out: env.Out, err: env.Err, t: t, zone: env.Zone, json: given.asksForJSON()}
	s := &settings{config: cfg, broken: broken, variable: env.Getenv("KLAVI_ENV"), t: &t.CLI}

	root := rootCommand(env, s, p)
	root.SetArgs(append([]string{}, args...)) // cobra takes nil for the process's own arguments
	root.SetIn(env.In)
	root.SetOut(helpWriter(env.Out, &t.CLI))
	root.SetErr(env.Err)
	err := fang.Execute(ctx, root, fang.WithVersion(env.Build.String()),
		fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	return p.report(err)
}
