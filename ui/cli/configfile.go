package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"klavilink/ui/cli/config"
	"klavilink/ui/cli/ownfile"
	"klavilink/ui/text"
	"klavilink/validate"
)

// maxConfig is the size of the largest configuration file that we read, in bytes.
const maxConfig = 1 << 20

// readConfig reads config.toml. It returns an empty configuration if the file does
// not exist, and a usage error if the file is not valid. A file that names a program to
// run (token_command) is an error too if another user could have written it.
func readConfig(name string, t *text.CLI) (config.Config, *exit) {
	if name == "" {
		return config.Config{}, nil
	}
	content, err := ownfile.Read(name, maxConfig)
	if errors.Is(err, fs.ErrNotExist) {
		return config.Config{}, nil
	}
	if err != nil {
		return config.Config{}, usage(fileProblem(name, err, t))
	}
	c, err := config.Parse(content.Bytes)
	if err != nil {
		return config.Config{}, configProblem(name, err, t)
	}
	if content.Trouble != nil && c.RunsPrograms() {
		return config.Config{}, usage(fileProblem(name, content.Trouble, t))
	}
	return c, nil
}

// fileProblem returns a sentence that says why one of the user's own files is not used,
// and what mends it.
func fileProblem(name string, err error, t *text.CLI) string {
	where := validate.Harmless(name, 200)
	var untrusted *ownfile.Untrusted
	switch {
	case errors.As(err, &untrusted) && untrusted.Fix != "":
		return fmt.Sprintf(t.FileUntrustedF, where, validate.Harmless(untrusted.Fix, 200))
	case errors.As(err, &untrusted):
		return fmt.Sprintf(t.FileForeignF, where, validate.Harmless(untrusted.Path, 200))
	case errors.Is(err, ownfile.ErrNotRegular):
		return fmt.Sprintf(t.FileNotRegularF, where)
	case errors.Is(err, ownfile.ErrTooLarge):
		return fmt.Sprintf(t.FileTooLargeF, where)
	}
	return fmt.Sprintf(t.ReadFileF, where)
}

// configProblem returns the exit for a file that is not valid. Its message names the file,
// the place and the problem. Its details show the place.
func configProblem(name string, err error, t *text.CLI) *exit {
	where := validate.Harmless(name, 200)
	var e *config.Error
	if !errors.As(err, &e) {
		return usage(fmt.Sprintf(t.ReadFileF, where))
	}
	if e.Place.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", where, e.Place.Line, e.Place.Column)
	}
	x := usage(problemSentence(where, e, t))
	if p := e.Place; p.Text != "" {
		x.details = "  " + p.Text + "\n  " + strings.Repeat(" ", p.At) + strings.Repeat("^", p.Width) + "\n"
	}
	x.details += t.Config.Mend
	return x
}

// problemSentence returns a sentence that says what is wrong where, and what is right.
func problemSentence(where string, e *config.Error, t *text.CLI) string {
	key, meant := validate.Harmless(e.Key, 100), ""
	if e.Nearest != "" {
		meant = fmt.Sprintf(t.DidYouMeanF, validate.Harmless(e.Nearest, 60))
	}
	want := wantedValue(&t.Config.Wants, e.Want)
	switch e.Problem {
	case config.UnknownKey:
		return join(fmt.Sprintf(t.ConfigKeyF, where, key), meant)
	case config.WrongKind:
		return fmt.Sprintf(t.Config.KindF, where, key, want)
	case config.BadValue:
		return join(fmt.Sprintf(t.ConfigValueF, where, key, want), meant)
	case config.BadPlaceholder:
		return fmt.Sprintf(t.ConfigPlaceholderF, where, key, e.Nearest)
	case config.Twice:
		return fmt.Sprintf(t.Config.TwiceF, where, key)
	case config.Missing:
		return fmt.Sprintf(t.Config.MissingF, where, key)
	default:
		return fmt.Sprintf(t.ConfigSyntaxF, where)
	}
}

// wantedValue says what a key of a kind may hold.
func wantedValue(t *text.ConfigWants, kind config.Kind) string {
	return map[config.Kind]string{
		config.AnyText: t.Text, config.YesOrNo: t.YesNo, config.Name: t.Name, config.Environment: t.Environment,
		config.Language: t.Language, config.Template: t.Template, config.Channels: t.Channels,
		config.Command: t.Command, config.Hosts: t.Hosts, config.Address: t.Address, config.WebAddress: t.WebAddress,
		config.Reports: t.Reports, config.Label: t.Label, config.Profiles: t.Profiles, config.Table: t.Table,
	}[kind]
}
