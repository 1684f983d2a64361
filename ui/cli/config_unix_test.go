//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"

	"klavilink/ui/cli"
)

// The tests in this file send Unix signals and look at the modes of files. Windows has
// neither.

// atHome starts the program on a pseudo-terminal with a home of the test.
func atHome(t *testing.T, home string, args ...string) *session {
	t.Helper()
	variables := []string{"HOME=" + home, "XDG_CONFIG_HOME=" + filepath.Join(home, "config"), "KLAVILINK_LANG=pt"}
	return startWith(t, pty.Winsize{Rows: 24, Cols: 120}, append(variables, "PATH="+os.Getenv("PATH")), args...)
}

// left waits until the program ends and returns its exit status.
func (s *session) left() int {
	_ = s.cmd.Wait()
	<-s.done
	return s.cmd.ProcessState.ExitCode()
}

func TestInitWritesNothingBeforeTheLastAnswer(t *testing.T) {
	for name, signal := range map[string]os.Signal{
		"ctrl+c": nil, "INT": syscall.SIGINT, "TERM": syscall.SIGTERM, "HUP": syscall.SIGHUP,
	} {
		home := t.TempDir()
		s := atHome(t, home, "config", "init")
		s.sees("Nome do perfil")
		s.types("loja\nproduction\nLoja\n\n")
		s.sees("Chave do protocolo")
		if signal == nil {
			s.types("proto\x03")
		} else {
			_ = s.cmd.Process.Signal(signal)
		}
		if status := s.left(); status != cli.ExitAbandoned || !strings.Contains(s.written(), "Cancelado. Nada foi escrito.") {
			t.Errorf("%s: exit status %d, %q", name, status, s.written())
		}
		if list, err := os.ReadDir(filepath.Join(home, "config", "klavilink")); err == nil {
			t.Errorf("%s: %v", name, list)
		}
	}
}

func TestTheFileOfInitAndItsFolderAreTheUsersOnly(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "klavilink")
	file := filepath.Join(folder, "config.toml")
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	if r := (&run{configFile: file, in: "\n\n\n\n\n"}).do("config", "init"); r.status != cli.ExitOK {
		t.Fatalf("%d %q", r.status, r.err)
	}
	for path, want := range map[string]os.FileMode{file: 0o600, folder: 0o700, filepath.Dir(folder): 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v, want %o", path, info, err, want)
		}
	}
	// A link is something that is there, whether it leads anywhere or not.
	target := filepath.Join(t.TempDir(), "target")
	link := filepath.Join(t.TempDir(), "config.toml")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	r := (&run{configFile: link, in: "\n\n\n\n\n"}).do("config", "init")
	if _, err := os.Lstat(target); r.status != cli.ExitUsage || err == nil {
		t.Errorf("a link was followed: %d %q", r.status, r.err)
	}
}

// edits starts config edit. The editor is a script of the name that the program looks for.
func edits(t *testing.T, script string) *session {
	t.Helper()
	bin, home := t.TempDir(), t.TempDir()
	folder := filepath.Join(home, "config", "klavilink")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for path, content := range map[string]string{
		filepath.Join(folder, "config.toml"): "[profiles.loja]\n",
		filepath.Join(bin, "nano"):           "#!/bin/sh\n" + script + "\n",
	} {
		if err := os.WriteFile(path, []byte(content), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := build(); err != nil { // before the path changes
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	return atHome(t, home, "config", "edit")
}

func TestTheTerminalBelongsToTheEditorWhileItIsOpen(t *testing.T) {
	s := edits(t, `trap 'echo caught' INT; echo ready; read a || read a || read a; echo "got $a"`)
	s.sees("ready")
	s.types("\x03")
	s.types("\x03")
	s.types("word\n") // a shell that is about to read runs its trap after it has read
	s.sees("got word")
	status, out := s.left(), s.written()
	if status != cli.ExitOK || !strings.Contains(out, "caught") || !strings.Contains(out, "O arquivo está certo.") {
		t.Errorf("exit status %d, %q", status, out)
	}
}

func TestASignalIsHandedOnToTheEditorAndEndsBoth(t *testing.T) {
	for name, signal := range map[string]syscall.Signal{"TERM": syscall.SIGTERM, "HUP": syscall.SIGHUP} {
		s := edits(t, `trap 'kill $!; echo ended; exit 0' `+name+`; echo ready; sleep 600 & wait`)
		s.sees("ready")
		_ = s.cmd.Process.Signal(signal)
		if status := s.left(); status != cli.ExitAbandoned || !strings.Contains(s.written(), "ended") ||
			!strings.Contains(s.written(), "Interrompido.") {
			t.Errorf("%s: exit status %d, %q", name, status, s.written())
		}
	}
}

func TestAnEditorThatFailsIsNamed(t *testing.T) {
	s := edits(t, "exit 3")
	if status := s.left(); status != cli.ExitFailed || !strings.Contains(s.written(), "O editor nano não terminou bem.") {
		t.Errorf("exit status %d, %q", status, s.written())
	}
}
