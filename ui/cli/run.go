package cli

import (
	"cmp"
	"context"
	"time"

	"klavilink/ui/cli/config"
	"klavilink/ui/text"
)

// Run runs a command line and returns its exit status, which is one of [ExitOK],
// [ExitFailed], [ExitUsage], [ExitNotAuthorised], [ExitCredentials] and [ExitAbandoned].
func Run(ctx context.Context, env Env, args []string) int {
	env.Zone = cmp.Or(env.Zone, time.UTC)
	given := arguments(args)
	env.Clock = sped(env.Clock, given.value("--demo-speed"))
	// We read --lang, --env and --json before cobra parses the flags. Cobra needs its
	// texts in the right language first, and its own errors must come out as JSON too.
	detected := text.For(text.Detect(env.Getenv))
	choice := language{
		flag:        given.value("--lang"),
		profile:     cmp.Or(given.value("--profile"), env.Getenv("KLAVILINK_PROFILE")),
		environment: cmp.Or(given.value("--env"), env.Getenv("KLAVI_ENV")),
		variable:    env.Getenv("KLAVILINK_LANG"),
	}
	cfg, broken := readConfig(env.ConfigFile, &choice.of(config.Config{}, detected).CLI)
	t := choice.of(cfg, detected)
	if env.ErrTerminal {
		env.Err = env.charset().Writer(env.Err)
	}
	p := &printer{out: env.Out, err: env.Err, t: t, zone: env.Zone, json: given.asksForJSON()}
	s := &settings{
		config: cfg, broken: broken, t: &t.CLI,
		variable: env.Getenv("KLAVI_ENV"), namedVariable: env.Getenv("KLAVILINK_PROFILE"),
	}

	root := rootCommand(env, s, p)
	root.SetArgs(append([]string{}, args...)) // never nil, for which cobra would read os.Args
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	return p.report(root.ExecuteContextC(ctx))
}
