package cli

import (
	"path/filepath"
	"reflect"
	"testing"
)

// What is left out here is a thing that the program cannot do.
func TestSystemGivesTheCommandsEverything(t *testing.T) {
	env := System(Build{Version: "1.2.3"})
	value := reflect.ValueOf(env)
	for i := range value.NumField() {
		switch name := value.Type().Field(i).Name; name {
		case "InTerminal", "OutTerminal", "ErrTerminal", "CodePage": // depends on how the tests are run
		case "Transport", "Screen": // are for tests
		default:
			if value.Field(i).IsZero() {
				t.Errorf("%s is missing", name)
			}
		}
	}
	if filepath.Base(env.ConfigFile) != "config.toml" || filepath.Base(filepath.Dir(env.ConfigFile)) != "klavilink" ||
		filepath.Base(env.CacheDir) != "klavilink" || env.Build.Version != "1.2.3" {
		t.Errorf("%s, %s, %s", env.ConfigFile, env.CacheDir, env.Build)
	}
	if n := env.Chance(); n < 0 || n >= 1 {
		t.Errorf("a chance of %f", n)
	}
}
