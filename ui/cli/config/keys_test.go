package config_test

import (
	"reflect"
	"slices"
	"testing"

	"klavilink/ui/cli/config"
)

// tags returns the keys that a type is read from.
func tags(v any) (list []string) {
	kind := reflect.TypeOf(v)
	for i := range kind.NumField() {
		if tag := kind.Field(i).Tag.Get("toml"); tag != "-" && tag != "" {
			list = append(list, tag)
		}
	}
	slices.Sort(list)
	return list
}

func TestTheTablesOfKeysHaveEveryKeyThatIsRead(t *testing.T) {
	for _, tt := range []struct {
		keys []config.Key
		read any
	}{{config.FileKeys(), config.Config{}}, {config.ProfileKeys(), config.Profile{}}} {
		var names []string
		for _, k := range tt.keys {
			names = append(names, k.Name)
			if k.Kind == 0 {
				t.Errorf("%s has no kind", k.Name)
			}
		}
		slices.Sort(names)
		if read := tags(tt.read); !slices.Equal(names, read) {
			t.Errorf("the table has %q, and %T is read from %q", names, tt.read, read)
		}
	}
}

func TestAKeyIsFoundInItsLine(t *testing.T) {
	c, err := config.Parse([]byte("profile = \"b\"\n\n[profiles.b]\ncompany = \"x\" # y\n[profiles.a.callbacks]\n" +
		"all = \"https://loja.example\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Names(); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("%q", got)
	}
	for line, path := range map[int][]string{
		1: {"profile"}, 3: {"profiles", "b"}, 4: {"profiles", "b", "company"}, 5: {"profiles", "a", "callbacks"},
		6: {"profiles", "a", "callbacks", "all"}, 0: {"profiles", "a"},
	} {
		if got := c.Line(path...); got != line {
			t.Errorf("%q: %d, want %d", path, got, line)
		}
	}
	if none := (config.Config{}); none.Line("profile") != 0 || none.Read() || !c.Read() {
		t.Errorf("without a file: line %d, read %t; with one: read %t", none.Line("profile"), none.Read(), c.Read())
	}
}
