package cli

import (
	"github.com/spf13/cobra"

	"klavilink/ui/text"
)

// rootCommand makes the tree of commands: it gives each of them what it needs and
// binds the flags that more than one of them obeys.
func rootCommand(env Env, s *settings, p *printer) *cobra.Command {
	words := &p.t.CLI
	keys := vault{keyring: env.Keyring, file: keyFileBeside(env.ConfigFile)}
	found := credentials{getenv: env.Getenv, run: env.Run, vault: keys, t: words}
	way := newGateway(env, p.t)
	api := &connector{credentials: found, gateway: way}
	input := requests{in: env.In, inTerminal: env.InTerminal, t: words}

	root := (&wizard{env: env, t: p.t, print: p, settings: s, api: api, requests: input}).command()
	flags := root.PersistentFlags()
	flags.StringVar(&s.language, "lang", "", words.FlagLang)
	flags.StringVar(&s.environment, "env", "", words.FlagEnv)
	flags.BoolVar(&api.demo, "demo", false, words.FlagDemo)
	root.Flags().StringVar(&api.demoListen, "demo-listen", "", words.FlagDemoListen)
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return s.checkLanguage() }

	root.AddCommand(
		(&creator{t: p.t, print: p, settings: s, api: api, requests: input}).command(),
		(&validator{in: env.In, inTerminal: env.InTerminal, t: p.t, print: p}).command(),
		(&login{env: env, t: p.t, print: p, settings: s, vault: keys, gateway: way}).command(),
		(&logout{t: words, print: p, settings: s, vault: keys}).command(),
		(&doctor{env: env, t: p.t, settings: s, credentials: found, gateway: way}).command(),
	)
	translate(root, words)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return badFlag(words, err) })
	return root
}

// translate gives cobra's own flags and commands their words.
func translate(root *cobra.Command, t *text.CLI) {
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
