package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/text"
)

func TestTheKeysOfAnEnvironmentAreOnlyUsedWhole(t *testing.T) {
	for stored, want := range map[string]bool{
		`{"accessKey":"a","secretKey":"b"}`: true,
		`{"accessKey":"a","secretKey":""}`:  false,
		`{"accessKey":"","secretKey":"b"}`:  false,
		`{"accessKey":"a"}`:                 false,
		`{}`:                                false,
		`null`:                              false,
		`"a"`:                               false,
		``:                                  false,
	} {
		k, ok := decodeKeys(stored)
		if ok != want || ok && (k != keyPair{"a", "b"} || k.encode() != stored) {
			t.Errorf("%s: %t", stored, ok)
		}
	}
}

func TestTheFileOfKeysKeepsTheOtherEnvironments(t *testing.T) {
	path := filepath.Join(t.TempDir(), "folder", "config.toml")
	v := vault{file: keyFileBeside(path)}
	if removed, err := v.remove(klavi.Sandbox); removed || err != nil {
		t.Errorf("removed from no file: %t %v", removed, err)
	}
	for env, k := range map[klavi.Environment]keyPair{klavi.Sandbox: {"a", "b"}, klavi.Production: {"c", "d"}} {
		if err := v.storeInFile(env, k); err != nil {
			t.Fatal(err)
		}
	}
	for env, want := range map[klavi.Environment]keyPair{klavi.Sandbox: {"a", "b"}, klavi.Production: {"c", "d"}} {
		if got, from, err := v.find(env); got != want || from != fromFile || err != nil {
			t.Errorf("%s: from %s, %v", env, from, err)
		}
	}
	if removed, err := v.remove(klavi.Sandbox); !removed || err != nil {
		t.Errorf("removed: %t %v", removed, err)
	}
	if got, from, _ := v.find(klavi.Sandbox); from != fromNowhere || got != (keyPair{}) {
		t.Errorf("still found: %s", from)
	}
	if got, _, _ := v.find(klavi.Production); got != (keyPair{"c", "d"}) {
		t.Error("the other environment is gone too")
	}
	if removed, err := v.remove(klavi.Production); !removed || err != nil {
		t.Errorf("removed: %t %v", removed, err)
	}
	if _, err := os.Stat(string(v.file)); !os.IsNotExist(err) {
		t.Errorf("a file without keys is left: %v", err)
	}
	if err := v.file.write(nil); err != nil {
		t.Errorf("nothing to remove: %v", err)
	}
}

func TestWithoutAFolderNoFileOfKeysIsReadOrWritten(t *testing.T) {
	v := vault{file: keyFileBeside("")}
	if _, from, err := v.find(klavi.Sandbox); from != fromNowhere || err != nil {
		t.Errorf("%s %v", from, err)
	}
	if err := v.storeInFile(klavi.Sandbox, keyPair{"a", "b"}); !errors.Is(err, errNoFolder) {
		t.Errorf("%v", err)
	}
	if err := v.store(klavi.Sandbox, keyPair{"a", "b"}); !errors.Is(err, errNoKeyring) {
		t.Errorf("%v", err)
	}
}

func TestADamagedFileOfKeysIsAnErrorAndAHalfPairIsNone(t *testing.T) {
	file := keyFileBeside(filepath.Join(t.TempDir(), "config.toml"))
	padding := `{"sandbox":{"accessKey":"a","secretKey":"b"}}` + strings.Repeat(" ", maxKeys)
	for content, want := range map[string]string{
		"":                                    "damaged",
		"[]":                                  "damaged",
		"{}":                                  "none",
		`{"sandbox":"x"}`:                     "none",
		`{"sandbox":{}}`:                      "none",
		padding[:maxKeys]:                     "keys",
		padding[:maxKeys+1]:                   "too large",
		`{"production":{"a":1}, "x":` + `{}}`: "none",
	} {
		if err := os.WriteFile(string(file), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		k, _, err := vault{file: file}.find(klavi.Sandbox)
		got := "none"
		switch {
		case errors.Is(err, errBadKeys):
			got = "damaged"
		case err != nil:
			got = "too large"
		case k == keyPair{"a", "b"}:
			got = "keys"
		}
		if got != want {
			t.Errorf("%.40q: %s, want %s (%v)", content, got, want, err)
		}
	}
	if maxKeys != 64<<10 {
		t.Errorf("a file of %d bytes may be read", maxKeys)
	}
}

func TestAProgramsTokenIsOneWordOfASCII(t *testing.T) {
	for printed, good := range map[string]bool{
		"token": true, " token\r\n": true, "~!": true, "": false, " \n": false, "two words": false, "a\tb": false,
		"a\x7fb": false, "tóken": false, "a\x1b[31m": false,
	} {
		source := tokenSource(func(context.Context, []string) ([]byte, error) { return []byte(printed), nil }, nil)
		got, err := source(t.Context())
		if good && (err != nil || got.Reveal() != strings.TrimSpace(printed)) || !good && !errors.Is(err, errNoToken) {
			t.Errorf("%q: %v", printed, err)
		}
		if err != nil && printed != "" && strings.Contains(err.Error(), printed) {
			t.Errorf("%q is quoted: %v", printed, err)
		}
	}
	secret := errors.New("secret")
	failing := tokenSource(func(context.Context, []string) ([]byte, error) { return []byte("x"), secret }, nil)
	if _, err := failing(t.Context()); !errors.Is(err, errTokenCommand) || errors.Is(err, secret) {
		t.Errorf("%v", err)
	}
}

func TestAProgramHasTenSecondsToPrintAToken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, err := tokenSource(func(ctx context.Context, argv []string) ([]byte, error) {
			if len(argv) != 2 {
				t.Errorf("%q is run", argv)
			}
			<-ctx.Done()
			return []byte("token"), nil
		}, []string{"program", "argument"})(t.Context())
		if got := time.Since(start); !errors.Is(err, context.DeadlineExceeded) || got != 10*time.Second {
			t.Errorf("%v after %s", err, got)
		}
	})
}

func TestAKeyringHasThreeSecondsToAnswer(t *testing.T) {
	bus := systemKeyring{getenv("DBUS_SESSION_BUS_ADDRESS", "x")}
	for wait, want := range map[time.Duration]error{
		3*time.Second - 1: nil, 3*time.Second + 1: errSlow, time.Hour: errSlow,
	} {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			got, err := askKeyring(bus, func() (string, error) {
				<-time.After(wait)
				return "x", nil
			})
			if !errors.Is(err, want) || (got == "x") != (want == nil) || time.Since(start) > 3*time.Second {
				t.Errorf("%s: %q %v after %s", wait, got, err, time.Since(start))
			}
			<-time.After(wait)
		})
	}
}

func TestABrowserHasFiveSecondsToFail(t *testing.T) {
	for wait, want := range map[time.Duration]error{
		0: errNoBrowser, 5*time.Second - 1: errNoBrowser, 5*time.Second + 1: nil, time.Hour: nil,
	} {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			err := withOpenerTimeout(func() error {
				<-time.After(wait)
				return errors.New("secret")
			})
			if !errors.Is(err, want) || err != nil && strings.Contains(err.Error(), "secret") {
				t.Errorf("%s: %v", wait, err)
			}
			if got := time.Since(start); got > 5*time.Second {
				t.Errorf("%s: waited %s", wait, got)
			}
			<-time.After(wait)
		})
	}
	if err := withOpenerTimeout(func() error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestTheReminderIsOfKeysInAFileOnly(t *testing.T) {
	c := credentials{vault: vault{file: "/f"}, t: &text.For("pt").CLI}
	for from := fromNowhere; from <= fromFile; from++ {
		if got := c.reminder(from); (got != "") != (from == fromFile) || from == fromFile && !strings.Contains(got, "/f") {
			t.Errorf("%s: %q", from, got)
		}
	}
}

func TestNoProgramIsRunWhereNoneMayBe(t *testing.T) {
	c := credentials{getenv: getenv("KLAVI_ACCESS_KEY", " a ", "KLAVI_SECRET_KEY", "b\n"), t: &text.For("pt").CLI}
	cfg, from, err := c.find(config.Profile{TokenCommand: []string{"x"}})
	if from != fromKeys || err != nil || cfg.AccessKey != "a" || cfg.SecretKey != "b" {
		t.Errorf("%s %v", from, err)
	}
}
