package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"klavilink/ui/text"
)

// helpName is the name of the command that shows the help.
const helpName = "help"

// command returns the command help. It shows what the flag --help of a command shows, or
// a topic.
func (h help) command() *cobra.Command {
	w := &h.t.Help
	return &cobra.Command{
		Use: helpName + " " + w.CommandOrTopic, Short: h.t.HelpShort, Long: w.HelpLong,
		ValidArgsFunction: h.complete,
		RunE:              func(c *cobra.Command, args []string) error { return h.show(c.Root(), args) },
	}
}

// topics returns the pages of the help that are about no command.
func (h help) topics() []*text.Topic {
	return []*text.Topic{&h.t.Help.Environment, &h.t.Help.ExitCodes}
}

// sheetOf returns the help about a topic.
func sheetOf(t *text.Topic) sheet {
	part := section{heading: strings.ToUpper(t.Short)}
	for _, r := range t.Rows {
		part.rows = append(part.rows, [2]string{r.Name, r.Says})
	}
	return sheet{about: t.Long, sections: []section{part}}
}

// show shows the help of the command that the words name below the root, or a topic.
func (h help) show(root *cobra.Command, words []string) error {
	if len(words) > 0 {
		if t := h.topic(words[0]); t != nil {
			if len(words) > 1 {
				return extra(h.t, words[1])
			}
			h.print(sheetOf(t))
			return nil
		}
	}
	at := root
	for _, word := range words {
		next := child(at, word)
		switch {
		case next != nil:
			at = next
		case at == root:
			return unknownCommand(h.t, word, append(subcommands(at), h.t.Help.Environment.Name, h.t.Help.ExitCodes.Name))
		case at.HasAvailableSubCommands():
			return unknownCommand(h.t, word, subcommands(at))
		default:
			return extra(h.t, word)
		}
	}
	h.write(at, nil)
	return nil
}

// topic returns the topic of a name, or nil.
func (h help) topic(name string) *text.Topic {
	for _, t := range h.topics() {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// child returns the command of a name below another one, or nil.
func child(c *cobra.Command, name string) *cobra.Command {
	for _, sub := range c.Commands() {
		if sub.Name() == name {
			return sub
		}
	}
	return nil
}

// complete completes the names of commands and topics.
func (h help) complete(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	at := c.Root()
	for _, word := range args {
		if at = child(at, word); at == nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
	}
	rows := commands(at)
	if at == c.Root() {
		for _, t := range h.topics() {
			rows = append(rows, [2]string{t.Name, t.Short})
		}
	}
	var list []cobra.Completion
	for _, r := range rows {
		list = append(list, cobra.CompletionWithDesc(r[0], r[1]))
	}
	return beginning(list, typed), cobra.ShellCompDirectiveNoFileComp
}
