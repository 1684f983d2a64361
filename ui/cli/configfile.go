package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"klavilink/ui/cli/config"
	"klavilink/ui/text"
	"klavilink/validate"
)

// maxConfig limits how much of the configuration file we read, in bytes.
const maxConfig = 1 << 20

// readConfig reads config.toml. It returns an empty configuration if the file does
// not exist, and a usage error if the file is not valid.
func readConfig(name string, t *text.CLI) (config.Config, *exit) {
	if name == "" {
		return config.Config{}, nil
	}
	f, err := os.Open(name)
	if os.IsNotExist(err) {
		return config.Config{}, nil
	}
	if err != nil {
		return config.Config{}, usage(fmt.Sprintf(t.ReadFileF, validate.Harmless(name, 200)))
	}
	defer f.Close()
	var c config.Config
	b, err := io.ReadAll(io.LimitReader(f, maxConfig))
	if err == nil {
		c, err = config.Parse(b)
	}
	if err != nil {
		return config.Config{}, usage(configProblem(validate.Harmless(name, 200), err, t))
	}
	return c, nil
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
	default:
		return fmt.Sprintf(t.ConfigSyntaxF, where)
	}
}
