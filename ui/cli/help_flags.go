package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// group is a group of flags, which stands under a heading of its own.
type group struct {
	heading string
	flags   []string
}

// groups returns the groups of a command that has many flags. A flag that is in none of
// them stands under the common heading.
func (h help) groups(c *cobra.Command) []group {
	w := &h.t.Help
	demo := group{w.GroupDemo, []string{
		"demo", "demo-events", "demo-events-older", "demo-events-regulated", "demo-listen", "demo-speed", "demo-story",
	}}
	switch path(c) {
	case "":
		return []group{demo}
	case "create":
		return []group{
			{w.GroupInput, []string{"input", "resume", "dry-run", "no-document"}},
			{w.GroupRecords, []string{"institution", "redirect", "callback", "company"}},
			{w.GroupPace, []string{"jobs", "rate", "patience", "wait"}},
			{w.GroupOutput, []string{"json", "qr"}},
			demo,
		}
	default:
		return nil
	}
}

// flags returns the flags of a command in their groups. Those that every command has come
// last.
func (h help) flags(c *cobra.Command) []section {
	inherited := c.InheritedFlags() // this also adds them to the command's own
	groups := h.groups(c)
	sections := make([]section, len(groups)+2)
	sections[0].heading = h.t.HelpFlags
	for i, g := range groups {
		sections[i+1].heading = g.heading
	}
	last := len(sections) - 1
	sections[last].heading = h.t.Help.General
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		at := slices.IndexFunc(groups, func(g group) bool { return slices.Contains(g.flags, f.Name) }) + 1
		shared := inherited.Lookup(f.Name) != nil || c.PersistentFlags().Lookup(f.Name) != nil
		if at == 0 && (shared || f.Name == "help" || f.Name == "version") {
			at = last
		}
		sections[at].rows = append(sections[at].rows, [2]string{h.flag(f), h.explained(f)})
	})
	for i := range sections {
		sections[i].flags = true
	}
	return sections
}

// flag returns a flag as it is written, with what stands for its value.
func (h help) flag(f *pflag.Flag) string {
	name := "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	if f.Name == "qr" && f.NoOptDefVal != "" { // that of the plain questions
		return name + "[=" + onLight + "]"
	}
	if value := h.value(f); value != "" {
		name += " " + value
	}
	return name
}

// value returns what stands for the value of a flag, or "" if the flag takes none.
func (h help) value(f *pflag.Flag) string {
	w := &h.t.Help
	switch f.Name {
	case "env":
		return strings.Join(environments(), "|")
	case "lang":
		return strings.Join(languages(), "|")
	case "input", "resume", "qr", "debug":
		return w.File
	case "profile", "company":
		return w.Name
	case "institution":
		return w.Code
	case "callback":
		return w.Report
	case "redirect":
		return "URL"
	case "demo-events", "demo-listen", "forward", "on", "to":
		return w.Address
	case "demo-story":
		return w.Story
	case "link":
		return w.LinkID
	case "demo-speed":
		return "N"
	}
	switch f.Value.Type() {
	case "bool":
		return ""
	case "int", "float64":
		return "N"
	case "duration":
		return w.Time
	default:
		return w.Value
	}
}

// explained returns what a flag does, and its value if it is left out.
func (h help) explained(f *pflag.Flag) string {
	value := f.DefValue
	switch f.Value.Type() {
	case "bool", "stringArray":
		return f.Usage
	case "duration":
		value = strings.TrimSuffix(value, "0s")
	}
	if value == "" {
		return f.Usage
	}
	return fmt.Sprintf(h.t.Help.OmittedF, f.Usage, value)
}
