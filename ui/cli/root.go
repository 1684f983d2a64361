package cli

import "github.com/spf13/cobra"

// rootCommand returns the tree of commands. It gives each command what it needs and
// defines the flags that several commands share.
func rootCommand(env Env, s *settings, p *printer) *cobra.Command {
	words := &p.t.CLI
	keys := vault{keyring: env.Keyring, file: keyFileBeside(env.ConfigFile)}
	creds := credentials{getenv: env.Getenv, run: env.Run, vault: keys, t: words}
	gw := newGateway(env, p.t)
	api := &connector{credentials: creds, gateway: gw}
	input := requests{in: env.In, inTerminal: env.InTerminal, t: p.t}

	pages, version := help{env.Out, env.Environ, words}, &versioner{build: env.Build, print: p}
	root := (&wizard{env: env, t: p.t, print: p, settings: s, api: api, requests: input}).command()
	flags := root.PersistentFlags()
	flags.StringVar(&s.language, "lang", "", words.FlagLang)
	flags.StringVar(&s.environment, "env", "", words.FlagEnv)
	flags.StringVar(&s.named, "profile", "", words.Config.FlagProfile)
	flags.BoolVar(&api.demo, "demo", false, words.FlagDemo)
	root.Flags().StringVar(&api.demoListen, "demo-listen", "", words.FlagDemoListen)
	api.play.flags(root, &p.t.Events)
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return s.checkLanguage() }

	root.AddCommand(
		(&creator{env: env, t: p.t, print: p, settings: s, api: api, requests: input}).command(),
		(&statuser{env: env, t: p.t, print: p, settings: s, api: api}).command(),
		(&linkOpener{env: env, t: p.t, print: p, settings: s, api: api}).command(),
		version.command(),
		(&validator{in: env.In, inTerminal: env.InTerminal, t: p.t, print: p}).command(),
		(&login{env: env, t: p.t, print: p, settings: s, vault: keys, gateway: gw}).command(),
		(&logout{t: words, print: p, settings: s, vault: keys}).command(),
		(&doctor{env: env, t: p.t, print: p, settings: s, credentials: creds, api: api}).command(),
		(&listener{env: env, t: p.t, print: p, settings: s, api: api}).command(),
		(&trigger{env: env, t: p.t, print: p, settings: s, api: api}).command(),
		(&configurer{env: env, t: p.t, print: p, settings: s, credentials: creds}).command(),
		pages.manual(env.now), completion{env.Out, words}.command(),
	)
	root.SilenceUsage, root.SilenceErrors = true, true
	version.flag(root)
	root.SetHelpFunc(pages.write)
	root.SetHelpCommand(pages.command())
	root.InitDefaultHelpCmd()
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return badFlag(words, c, err) })
	finish(root, words, completer{env: env, t: &words.Help, settings: s, api: api})
	return root
}
