// Package scripts_test runs the commands as a shell does. Each file in testdata is the script
// of one command or one of its subjects.
package scripts_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"klavilink": func() {
		ctx, status := cli.Signals(context.Background())
		env := cli.System(cli.Build{Version: "test"})
		env.Keyring = nil // a script must not touch the keys of whoever runs it
		os.Exit(status(cli.Run(ctx, env, os.Args[1:])))
	}, "rewrite": rewrite})
}

// rewrite is the program "rewrite OLD NEW FILE", an editor that replaces each OLD by NEW.
func rewrite() {
	if len(os.Args) != 4 {
		os.Exit(2)
	}
	b, err := os.ReadFile(os.Args[3])
	if err == nil {
		err = os.WriteFile(os.Args[3], []byte(strings.ReplaceAll(string(b), os.Args[1], os.Args[2])), 0o600)
	}
	if err != nil {
		os.Exit(1)
	}
}

// The scripts run the program as a shell does: with files, pipes and exit statuses.
func TestScripts(t *testing.T) {
	box, err := sandbox.New(sandbox.Config{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(box)
	t.Cleanup(s.Close) // the scripts run in parallel, after this function
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			for name, value := range map[string]string{
				"HOME": home, "XDG_CONFIG_HOME": home, "AppData": home, "KLAVILINK_LANG": "en",
				"KLAVI_API_BASE":   s.URL,
				"KLAVI_ACCESS_KEY": sandbox.DemoAccessKey.Reveal(), "KLAVI_SECRET_KEY": sandbox.DemoSecretKey.Reveal(),
			} {
				e.Setenv(name, value)
			}
			return addresses(e)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "unwritten": unwritten, "customer": customer(box),
		},
	})
}

// exits is the command "exits STATUS PROGRAM ARGUMENT...". It fails if the program exits
// with another status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM ARGUMENT...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var e *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &e) {
		got = e.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("the exit status is %d, not %d", got, want)
	}
}

// customer returns the command "customer FILE STATE". The customer of the link in a file of
// results gets to a state at Itaú.
func customer(box *sandbox.Server) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 2 {
			ts.Fatalf("usage: customer FILE STATE")
		}
		var link struct{ LinkID string }
		ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &link))
		ts.Check(box.SetStatus(link.LinkID, "341", klavi.ConsentStatus(args[1])))
	}
}
