package config_test

import (
	"errors"
	"strings"
	"testing"

	"klavilink/ui/cli/config"
)

// failure parses a file that has a fault.
func failure(t *testing.T, text string) config.Error {
	t.Helper()
	_, err := config.Parse([]byte(text))
	var e *config.Error
	if !errors.As(err, &e) {
		t.Fatalf("%q: %v", text, err)
	}
	return *e
}

func TestAnErrorNamesWhatIsWrongWithWhichKeyAndWhatWasMeant(t *testing.T) {
	const a = "[profiles.a]\n"
	wrong := func(key string, want config.Kind) config.Error {
		return config.Error{Problem: config.WrongKind, Key: key, Want: want}
	}
	bad := func(key string, want config.Kind) config.Error {
		return config.Error{Problem: config.BadValue, Key: key, Want: want}
	}
	for text, want := range map[string]config.Error{
		"x = 1":                      {Problem: config.UnknownKey, Key: "x"},
		"reduced_moton = true":       {Problem: config.UnknownKey, Key: "reduced_moton", Nearest: "reduced_motion"},
		"company = \"Loja\"":         {Problem: config.UnknownKey, Key: "company"},
		"[profile.a]":                {Problem: config.UnknownKey, Key: "profile.a"},
		"[profiles.a.company.b]":     {Problem: config.UnknownKey, Key: "profiles.a.company.b"},
		"[profiles.a.callbacks.b.c]": {Problem: config.UnknownKey, Key: "profiles.a.callbacks.b.c"},
		"[profils.a]":                {Problem: config.UnknownKey, Key: "profils", Nearest: "profile"},
		"profiles.a.compani = 1":     {Problem: config.UnknownKey, Key: "profiles.a.compani", Nearest: "company"},
		"profiles = {a={compani=1}}": {Problem: config.UnknownKey, Key: "profiles.a.compani", Nearest: "company"},
		a + "redirect_ulr = \"\"":    {Problem: config.UnknownKey, Key: "profiles.a.redirect_ulr", Nearest: "redirect_url"},
		a + "Company = \"Loja\"":     {Problem: config.UnknownKey, Key: "profiles.a.Company", Nearest: "company"},
		a + "k9f83hd72kfh38fh = 1":   {Problem: config.UnknownKey, Key: "profiles.a.…"},

		"profile = 5":                         wrong("profile", config.Name),
		"profile = [\"a\"]":                   wrong("profile", config.Name),
		"reduced_motion = \"yes\"":            wrong("reduced_motion", config.YesOrNo),
		"profiles = 1":                        wrong("profiles", config.Profiles),
		"[[profiles.a]]":                      wrong("profiles.a", config.Table),
		"profiles.a = true":                   wrong("profiles.a", config.Table),
		"[profile]":                           wrong("profile", config.Name),
		"[profiles.a.company]":                wrong("profiles.a.company", config.AnyText),
		a + "company = 5":                     wrong("profiles.a.company", config.AnyText),
		a + "company = 2026-11-28":            wrong("profiles.a.company", config.AnyText),
		a + "channels = \"email\"":            wrong("profiles.a.channels", config.Channels),
		a + "link_hosts = [1]":                wrong("profiles.a.link_hosts", config.Hosts),
		a + "link_hosts = [[\"a.example\"]]":  wrong("profiles.a.link_hosts", config.Hosts),
		a + "token_command = \"loja-cli\"":    wrong("profiles.a.token_command", config.Command),
		a + "keep_clipboard = 1":              wrong("profiles.a.keep_clipboard", config.YesOrNo),
		a + "callbacks = \"https://a.b\"":     wrong("profiles.a.callbacks", config.Reports),
		a + "callbacks = { all = 1 }":         wrong("profiles.a.callbacks.all", config.WebAddress),
		"[profiles.a.callbacks]\nall = false": wrong("profiles.a.callbacks.all", config.WebAddress),

		"profile = \"nobody\"":                               bad("profile", config.Name),
		"profile = \"aba\"\n" + a:                            bad("profile", config.Name),
		a + "environment = \"x\"":                            bad("profiles.a.environment", config.Environment),
		a + "language = \"fr\"":                              bad("profiles.a.language", config.Language),
		a + "message = \"no\"":                               bad("profiles.a.message", config.Template),
		a + "channels = [\"sms\"]":                           bad("profiles.a.channels", config.Channels),
		a + "redirect_url = \"x\"":                           bad("profiles.a.redirect_url", config.Address),
		a + "app_link = \"x\"\napp_redirect_url_key = \"r\"": bad("profiles.a.app_link", config.Address),
		a + "callbacks = { all = \"nowhere\" }":              bad("profiles.a.callbacks", config.Reports),
		a + "callbacks = { all = \"https://a.example\", other = \"https://b.example\" }": bad(
			"profiles.a.callbacks", config.Reports,
		),
		a + "message = \"{link} {oops}\"": {
			Problem: config.BadPlaceholder, Key: "profiles.a.message", Nearest: "{hora}",
		},
		a + "app_link = \"https://x.example\"": {
			Problem: config.Missing, Key: "profiles.a.app_redirect_url_key", Want: config.AnyText,
		},

		a + a:                                  {Problem: config.Twice, Key: "profiles.a"},
		a + "company = \"x\"\ncompany = \"y\"": {Problem: config.Twice, Key: "profiles.a.company"},
		"profile = \"a\"\nprofile = \"a\"\n":   {Problem: config.Twice, Key: "profile"},

		"profile = ":                           {Problem: config.Syntax, Key: "profile"},
		a + "x":                                {Problem: config.Syntax, Key: "profiles.a.x"},
		"[profiles.a":                          {Problem: config.Syntax, Key: "profiles.a"},
		" [ profiles.\"b c\" x":                {Problem: config.Syntax, Key: "profiles.b c\" x"},
		"= 5":                                  {Problem: config.Syntax},
		"# \x00":                               {Problem: config.Syntax},
		a + "language = \"pt\" x\n":            {Problem: config.Syntax, Key: "profiles.a.language"},
		a + " # note\n\nlanguage = pt\n":       {Problem: config.Syntax, Key: "profiles.a.language"},
		"profiles.a.company = \"x\"\n" + a:     {Problem: config.Syntax, Key: "profiles.a"},
		a + "company = k9f83hd72kfh38fh = 1\n": {Problem: config.Syntax, Key: "profiles.a.company"},
	} {
		e := failure(t, text)
		if e.Place.Line == 0 || e.Place.Column == 0 {
			t.Errorf("%q: no place: %+v", text, e)
		}
		e.Place = config.Place{}
		if e != want {
			t.Errorf("%q: %+v, want %+v", text, e, want)
		}
	}
}

func TestAProfileThatIsMeantIsNamed(t *testing.T) {
	e := failure(t, "profile = \"lojas\"\n[profiles.loja]\n[profiles.outra]")
	if e.Problem != config.BadValue || e.Nearest != "loja" {
		t.Errorf("%+v", e)
	}
}

// drawn returns a place as a file would show it: the line, and the mark beneath it.
func drawn(p config.Place) string {
	return p.Text + "\n" + strings.Repeat(" ", p.At) + strings.Repeat("^", p.Width)
}

// A place is written as LINE:COLUMN here, with what is shown beneath it.
func TestTheMarkStandsBeneathTheExactPlace(t *testing.T) {
	const a = "[profiles.a]\n"
	for text, want := range map[string]struct {
		line, column int
		shown        string
	}{
		"x = 1":                 {1, 1, "x = 1\n^"},
		"\r\n\r\nx = 1\r\n":     {3, 1, "x = 1\n^"},
		a + "  compani = \"x\"": {2, 3, "  compani = \"x\"\n  ^^^^^^^"},
		a + "\tcompani = \"x\"": {2, 2, " compani = \"x\"\n ^^^^^^^"},
		"[profiles.a.compani]":  {1, 13, "[profiles.a.compani]\n            ^^^^^^^"},
		"[profiles.a]\n\n [profiles.a]": {
			3, 3, " [profiles.a]\n  ^^^^^^^^^^",
		},
		a + "company = 5 # note":        {2, 11, "company = 5 # note\n          ^"},
		a + "company=5":                 {2, 9, "company=5\n        ^"},
		a + "channels = [\"email\", 5]": {2, 22, "channels = [\"email\", 5]\n                     ^"},
		a + "channels = [\n \"email\",\n []\n]": {
			2, 12, "channels = [\n           ^",
		},
		a + "channels = [\n \"email\",\n \"sms\"\n]": {4, 2, " \"sms\"\n ^^^^^"},
		a + "link_hosts = [\"a.example\", \"localhost\"]": {
			2, 28, "link_hosts = [\"a.example\", \"localhost\"]\n                           ^^^^^^^^^^^",
		},
		a + "callbacks = { other = \"x\" }":   {2, 23, "callbacks = { other = \"x\" }\n                      ^^^"},
		"[profiles.a.callbacks]\nall = \"x\"": {2, 7, "all = \"x\"\n      ^^^"},
		a + "callbacks = { \" \" = \"https://a.example\" }": {
			2, 21, "callbacks = { \" \" = \"https://a.example\" }\n                    " + strings.Repeat("^", 19),
		},
		"[profiles.a.callbacks]\nother = \"https://b.example\"\nall = \"https://a.example\"": {
			3, 7, "all = \"https://a.example\"\n      ^^^^^^^^^^^^^^^^^^^",
		},
		"profiles.a.callbacks.all = \"https://a.example\"\nprofiles.a.callbacks.x = \"https://b.example\"": {
			1, 28, "profiles.a.callbacks.all = \"https://a.example\"\n                           ^^^^^^^^^^^^^^^^^^^",
		},
		a + "app_link = \"https://x.example\"": {
			2, 12, "app_link = \"https://x.example\"\n           ^^^^^^^^^^^^^^^^^^^",
		},
		a + "message = \"{link} {ola} {oops}\"":      {2, 19, "message = \"{link} {ola} {oops}\"\n                  ^^^^^"},
		a + "message = \"\"\"\n{link}\n{oops}\"\"\"": {4, 1, "{oops}\"\"\"\n^^^^^^"},
		a + "message = \"{link} \\u007boops}\"": {
			2, 11, "message = \"{link} \\u007boops}\"\n          ^^^^^^^^^^^^^^^^^^^^",
		},
		a + "message = \"\"\"\nno\"\"\"":       {2, 11, "message = \"\"\"\n          ^^^"},
		"profile = \"x\"":                      {1, 11, "profile = \"x\"\n          ^^^"},
		"profiles.a.company = \"x\"\n" + a:     {2, 2, "[profiles.a]\n ^"},
		a + "company = \"a\nlanguage = \"pt\"": {2, 13, "company = \"a\n            ^"},
		a + "company = \"\"\"a\nlanguage\n":    {2, 1, "company = \"\"\"a\n^^^^^^^"},
		a + "channels = [\"email\"\nlanguage = \"pt\"\n": {
			3, 1, "language = \"pt\"\n^",
		},
		a + "company = \"Olá\" x": {2, 17, "company = \"Olá\" x\n                ^"},
		a + "company = \"日本\" x":  {2, 16, "company = \"日本\" x\n                 ^"},
		a + "company = \"e\u0301\" x": {
			2, 16, "company = \"e\u0301\" x\n              ^",
		},
		a + "company = \"a\xff\"":           {2, 13, "company = \"a\ufffd\"\n            ^"},
		a + "company = \"a\x1b[2J\"":        {2, 13, "company = \"a\ufffd[2J\"\n            ^"},
		a + "company = \"a\u202e\u2066\" x": {2, 17, "company = \"a\ufffd\ufffd\" x\n                ^"},
		a + "company = \"日":                 {2, 12, "company = \"日\n           ^^"},
		a + "company = \"\xe6\x97":          {2, 12, "company = \"\ufffd\ufffd\n           ^"},
		"x":                                 {1, 1, "x\n^"},
		"profile =\n":                       {1, 10, "profile =\n         ^"},
	} {
		p := failure(t, text).Place
		if got := drawn(p); p.Line != want.line || p.Column != want.column || got != want.shown {
			t.Errorf("%q: %d:%d\n%s\nwant %d:%d\n%s", text, p.Line, p.Column, got, want.line, want.column, want.shown)
		}
	}
}
