package cli

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/field"
	"klavilink/ui/text"
)

// completer completes the values of flags for the shell. It asks no server, and what it
// cannot read it does not complete.
type completer struct {
	env      Env
	t        *text.Help
	settings *settings
	api      *connector
}

// environments returns the names of the environments.
func environments() []string { return []string{string(klavi.Sandbox), string(klavi.Production)} }

// languages returns the names of the languages.
func languages() []string { return []string{string(text.Portuguese), string(text.English)} }

// add makes a command complete the values of its flags, and its argument if it has a list of
// valid ones. A command or a flag that has a completion of its own keeps it. Nothing but a
// file is completed with names of files.
func (k completer) add(c *cobra.Command) {
	if c.ValidArgsFunction == nil {
		c.ValidArgsFunction = first(c.ValidArgs)
		c.ValidArgs = nil // the library would complete a second argument with names of files
	}
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if _, own := c.GetFlagCompletionFunc(f.Name); !own && f.Value.Type() != "bool" {
			_ = c.RegisterFlagCompletionFunc(f.Name, k.of(f.Name))
		}
	})
}

// first completes the first argument with one of a list, and no other argument.
func first(list []cobra.Completion) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return beginning(list, typed), cobra.ShellCompDirectiveNoFileComp
	}
}

// beginning returns the completions that begin with what is typed.
func beginning(list []cobra.Completion, typed string) (found []cobra.Completion) {
	for _, c := range list {
		if strings.HasPrefix(c, typed) {
			found = append(found, c)
		}
	}
	return found
}

// of returns the completion of a flag.
func (k completer) of(flag string) cobra.CompletionFunc {
	const none = cobra.ShellCompDirectiveNoFileComp
	switch flag {
	case "env":
		return cobra.FixedCompletions([]cobra.Completion{
			cobra.CompletionWithDesc(string(klavi.Sandbox), k.t.Sandbox),
			cobra.CompletionWithDesc(string(klavi.Production), k.t.Production),
		}, none)
	case "lang":
		return cobra.FixedCompletions([]cobra.Completion{
			cobra.CompletionWithDesc(string(text.Portuguese), k.t.Portuguese),
			cobra.CompletionWithDesc(string(text.English), k.t.English),
		}, none)
	case "profile":
		return cobra.FixedCompletions(k.profiles(), none)
	case "institution":
		return k.institutions
	case "callback":
		return k.reports
	case "input":
		return cobra.FixedCompletions([]cobra.Completion{"json", "jsonl", "csv"}, cobra.ShellCompDirectiveFilterFileExt)
	case "qr":
		return cobra.FixedCompletions([]cobra.Completion{"png", "svg", "txt"}, cobra.ShellCompDirectiveFilterFileExt)
	case "resume", "debug":
		return cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault)
	default:
		return cobra.NoFileCompletions
	}
}

// profiles returns the names of the profiles in config.toml, with their environments.
func (k completer) profiles() (list []cobra.Completion) {
	for _, name := range slices.Sorted(maps.Keys(k.settings.config.Profiles)) {
		if isPlainName(name) {
			list = append(list, cobra.CompletionWithDesc(name, string(k.settings.config.Profiles[name].Environment)))
		}
	}
	return list
}

// mostShown is how many institutions are shown that have the typed name.
const mostShown = 10

// institutions completes the code of an institution from its first digits, or from a part
// of its name. Shells drop a code that does not begin with what is typed, so the codes for
// a name are shown below the command line too, by the shells that can.
func (k completer) institutions(
	_ *cobra.Command, _ []string, typed string,
) ([]cobra.Completion, cobra.ShellCompDirective) {
	var list []cobra.Completion
	var options []field.Option
	others := directory.OtherNames()
	for _, i := range k.listed() {
		if !isPlainName(i.Code) {
			continue
		}
		options = append(options, field.Option{Value: i.Code, Label: i.Name, OtherNames: others[i.Code]})
		if strings.HasPrefix(i.Code, typed) {
			list = append(list, cobra.CompletionWithDesc(i.Code, i.Name))
		}
	}
	if len(list) == 0 {
		found := field.Search(options, typed)
		for _, o := range found {
			list = append(list, cobra.CompletionWithDesc(o.Value, o.Label))
		}
		for _, o := range found[:min(len(found), mostShown)] {
			list = cobra.AppendActiveHelp(list, o.Value+"  "+o.Label)
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// listed returns the institutions of the environment that the command line names. If it
// names none, or the configuration is broken, that is the sandbox.
func (k completer) listed() []directory.Institution {
	p, err := k.settings.profile()
	if err != nil {
		p.Environment = klavi.Sandbox
	}
	_, place := k.api.gateway.address(p.Environment)
	place.Demo = k.api.demo
	return cacheOf(k.env, place).institutions()
}

// reports completes the name of a report up to its equals sign. The address follows it.
func (k completer) reports(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	list := []cobra.Completion{
		cobra.CompletionWithDesc(klavi.ReportAll+"=", k.t.AllReports),
		cobra.CompletionWithDesc(klavi.ReportOther+"=", k.t.OtherReports),
	}
	for _, company := range []bool{false, true} {
		for _, code := range klavi.ReportCodes(company)[1:] { // without "other"
			list = append(list, code+"=")
		}
	}
	return beginning(list, typed), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}
