//go:build unix

package cli_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"klavilink/ui/cli"
)

// traps are paths behind which no file of the user's is.
func traps(t *testing.T) map[string]string {
	t.Helper()
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	if err := syscall.Mkfifo(in("fifo"), 0o600); err != nil {
		t.Skip(err)
	}
	for name, to := range map[string]string{"endless": "/dev/zero", "tofifo": in("fifo")} {
		if err := os.Symlink(to, in(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(in("large"), make([]byte, 8<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"a FIFO": in("fifo"), "a link to a FIFO": in("tofifo"), "a link to a device that never ends": in("endless"),
		"a folder": folder, "a large file": in("large"),
	}
}

func TestWhateverTheConfigurationIsNothingWaitsForIt(t *testing.T) {
	for name, path := range traps(t) {
		for _, args := range [][]string{{"--version"}, {"--help"}, {"help", "create"}, {"validate", "cpf", "52998224725"}} {
			if r := (&run{configFile: path}).do(args...); r.status != cli.ExitOK || r.err != "" {
				t.Errorf("%s, %q: %d %q", name, args, r.status, r.err)
			}
		}
		for _, args := range [][]string{{"create", "--demo"}, {"doctor"}, {"logout"}, {"login"}, {"--plain", "--demo"}} {
			r := (&run{configFile: path, in: "{}\n"}).do(args...)
			named := strings.Contains(r.err+r.out, "config.toml") || strings.Contains(r.err, filepath.Base(path))
			if r.status != cli.ExitUsage || !named {
				t.Errorf("%s, %q: %d %q %q", name, args, r.status, r.out, r.err)
			}
		}
	}
}

// The last profile of a file that is too large would vanish if the file were cut.
func TestAConfigurationThatIsTooLargeIsAnErrorAndNotCut(t *testing.T) {
	profile := "[profiles.last]\nenvironment = \"production\"\n"
	for size, want := range map[int]string{1 << 20: "", 1<<20 + 1: "grande demais"} {
		content := profile + strings.Repeat("#", size-len(profile))
		config := written(t, "config.toml", content)
		r := (&run{configFile: config, env: map[string]string{"KLAVI_ACCESS_TOKEN": "t"}}).do("doctor")
		if want == "" && !strings.Contains(r.out, "last") || want != "" && !strings.Contains(r.out, want) {
			t.Errorf("%d bytes: %d %q", size, r.status, r.out)
		}
	}
}

// Whoever may write a file that names a program may have the user run anything.
func TestAFileThatNamesAProgramIsRefusedIfOthersMayWriteIt(t *testing.T) {
	const command, harmless = "[profiles.a]\ntoken_command = [\"give\"]\n", "[profiles.a]\ncompany = \"Loja\"\n"
	ran := 0
	give := func(context.Context, []string) ([]byte, error) { ran++; return nil, errors.New("no") }
	for _, tt := range []struct {
		content    string
		mode, open os.FileMode // of the file, and of its folder
		refused    bool
	}{
		{command, 0o600, 0o700, false},
		{command, 0o644, 0o755, false},
		{command, 0o646, 0o755, true},
		{command, 0o602, 0o700, true},
		{command, 0o600, 0o777, true},
		{command, 0o600, 0o777 | os.ModeSticky, false},
		{harmless, 0o666, 0o777, false},
	} {
		file := written(t, "config.toml", tt.content)
		if err := errors.Join(os.Chmod(file, tt.mode), os.Chmod(filepath.Dir(file), tt.open)); err != nil {
			t.Fatal(err)
		}
		ran = 0
		r := (&run{configFile: file, program: give, in: `{"personalTaxId":"52998224725"}`}).do("create")
		mends := strings.Contains(r.err, "chmod go-w")
		if refused := mends && r.status == cli.ExitUsage && ran == 0; refused != tt.refused {
			t.Errorf("%o in %o: status %d, ran %d times, %q", tt.mode, tt.open, r.status, ran, r.err)
		}
	}
}

func TestAFileOfKeysIsRefusedIfOthersMayWriteIt(t *testing.T) {
	const keys = `{"sandbox":{"accessKey":"a","secretKey":"s"}}`
	for mode, want := range map[os.FileMode]bool{0o600: false, 0o602: true, 0o666: true} {
		file := written(t, "credentials.json", keys)
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		config := filepath.Join(filepath.Dir(file), "config.toml")
		nobody := to("http://127.0.0.1:1")
		c := (&run{configFile: config, in: `{"personalTaxId":"52998224725"}`, transport: nobody}).do("create")
		refused := c.status == cli.ExitCredentials && strings.Contains(c.err, "chmod go-w")
		if refused != want {
			t.Errorf("%o: %d %q", mode, c.status, c.err)
		}
		r := (&run{configFile: config}).do("logout")
		if failed := r.status == cli.ExitFailed && strings.Contains(r.err, "chmod go-w"); failed != want {
			t.Errorf("%o, logout: %d %q", mode, r.status, r.err)
		}
	}
}

func TestLogoutSaysThatTheFileOfKeysIsDamaged(t *testing.T) {
	for name, path := range traps(t) {
		folder := t.TempDir()
		if err := os.Symlink(path, filepath.Join(folder, "credentials.json")); err != nil {
			t.Fatal(err)
		}
		r := (&run{configFile: filepath.Join(folder, "config.toml")}).do("logout")
		if r.status != cli.ExitFailed || !strings.Contains(r.err, "credentials.json") {
			t.Errorf("%s: %d %q %q", name, r.status, r.out, r.err)
		}
	}
	file := written(t, "credentials.json", "{")
	r := (&run{configFile: filepath.Join(filepath.Dir(file), "config.toml")}).do("logout")
	if r.status != cli.ExitFailed || !strings.Contains(r.err, "credentials.json") {
		t.Errorf("%d %q", r.status, r.err)
	}
	broken := written(t, "config.toml", "nonsense = 1")
	if r := (&run{configFile: broken}).do("logout"); r.status != cli.ExitUsage || !strings.Contains(r.err, "config.toml") {
		t.Errorf("a broken configuration: %d %q", r.status, r.err)
	}
}

func TestTheLogIsANewFileThatOnlyTheUserCanRead(t *testing.T) {
	folder := t.TempDir()
	log := filepath.Join(folder, "log")
	old := syscall.Umask(0)
	r := (&run{in: ""}).do("--plain", "--demo", "--debug", log)
	syscall.Umask(old)
	info, err := os.Stat(log)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v %v: %q", info, err, r.err)
	}
	// Whatever is there already is left alone.
	for name, path := range traps(t) {
		r := (&run{}).do("--plain", "--demo", "--debug", path)
		said := strings.Contains(r.err, "já existe") || strings.Contains(r.err, "exists")
		if r.status != cli.ExitUsage || !said {
			t.Errorf("%s: %d %q", name, r.status, r.err)
		}
	}
	target := filepath.Join(folder, "target")
	link := filepath.Join(folder, "link")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	if r := (&run{}).do("--plain", "--demo", "--debug", link); r.status != cli.ExitUsage {
		t.Errorf("a link: %d %q", r.status, r.err)
	}
	if _, err := os.Lstat(target); err == nil {
		t.Error("a link was followed")
	}
}

// printed runs a script as token_command does.
func printed(t *testing.T, limit time.Duration, script string) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	b, err := cli.RunProgram(ctx, []string{"/bin/sh", "-c", script})
	return string(b), err
}

// alive reports whether a process whose number stands in a file is there.
func alive(t *testing.T, file string) bool {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var pid int
	if _, err := fmt.Sscan(string(b), &pid); err != nil {
		t.Fatal(err)
	}
	// A process that was killed is a zombie until its parent, init, has taken note.
	for began := time.Now(); time.Since(began) < 20*time.Second; runtime.Gosched() {
		if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
			return false
		}
		state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err == nil && strings.Contains(string(state), ") Z ") {
			return false
		}
	}
	return true
}

func TestATokenCommandEndsWithAllThatItStarted(t *testing.T) {
	const long = time.Minute
	for name, tt := range map[string]struct {
		script string
		limit  time.Duration
		want   string
		fails  bool
	}{
		"a child that keeps the output open": {`sleep 600 & echo $! >"$F"; echo token`, long, "token\n", false},
		"a child that hangs":                 {`sleep 600 & echo $! >"$F"; wait`, 3 * time.Second, "", true},
		"it fails and leaves a child":        {`sleep 600 & echo $! >"$F"; exit 3`, long, "", true},
	} {
		file := filepath.Join(t.TempDir(), "pid")
		got, err := printed(t, tt.limit, "F="+file+"; "+tt.script)
		if got != tt.want || (err != nil) != tt.fails {
			t.Errorf("%s: %q %v", name, got, err)
		}
		if alive(t, file) {
			t.Errorf("%s: the child lives on", name)
		}
	}
}

func TestATokenCommandMayPrint64KiB(t *testing.T) {
	for script, fails := range map[string]bool{
		"head -c 65536 /dev/zero | tr '\\0' x": false,
		"head -c 65537 /dev/zero | tr '\\0' x": true,
		"yes":                                  true,
	} {
		got, err := printed(t, time.Minute, script)
		if (err != nil) != fails || !fails && len(got) != 64<<10 || fails && got != "" {
			t.Errorf("%s: %d bytes, %v", script, len(got), err)
		}
	}
}
