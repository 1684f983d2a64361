package cli

import (
	"errors"
	"fmt"
	"io/fs"

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
		return config.Config{}, usage(configProblem(validate.Harmless(name, 200), err, t))
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

// configProblem returns a sentence that names the file, the line and the problem.
func configProblem(where string, err error, t *text.CLI) string {
	var e *config.Error
	if !errors.As(err, &e) {
		return fmt.Sprintf(t.ReadFileF, where)
	}
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, e.Line)
	}
	key := validate.Harmless(e.Key, 100)
	switch e.Problem {
	case config.UnknownKey:
		return fmt.Sprintf(t.ConfigKeyF, where, key)
	case config.BadValue:
		return fmt.Sprintf(t.ConfigValueF, where, key)
	case config.BadPlaceholder:
		return fmt.Sprintf(t.ConfigPlaceholderF, where, key, e.Nearest)
	default:
		return fmt.Sprintf(t.ConfigSyntaxF, where)
	}
}
