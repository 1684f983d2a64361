package cli

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
	"klavilink/ui/text"
)

// answering is a transport whose host answers everything with a status and a date.
func answering(status int, date string) *recorder {
	return &recorder{answer: func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: status, Header: http.Header{"Date": {date}}, Body: http.NoBody}, nil
	}}
}

// report returns the lines of doctor.
func report(t *testing.T, env Env) (lines []string, status int) {
	t.Helper()
	env.Build = Build{Version: "1.2.3", Commit: "0123456789abcdef", Date: "2026-11-01"}
	r := commanded(t.Context(), env, "", "doctor")
	return strings.Split(strings.TrimSuffix(r.out, "\n"), "\n"), r.status
}

func TestDoctorReportsEverythingInThisOrder(t *testing.T) {
	words := &text.For("pt").CLI
	lines, status := report(t, Env{
		Transport: answering(404, noon.Format(http.TimeFormat)),
		Environ:   []string{"TERM=xterm-256color", "COLORTERM=truecolor", "TTY_FORCE=1"}, InTerminal: true,
		Getenv: getenv("KLAVI_ACCESS_TOKEN", "secret-token", "TERM", "xterm-256color", "COLORTERM", "truecolor",
			"TERM_PROGRAM", "ghostty", "NO_COLOR", "", "TMUX", "/tmp/x,1", "STY", "s", "SSH_CONNECTION", "10.0.0.5 1 2"),
	})
	platform := runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH
	row := func(sign, name, value string) string { return fmt.Sprintf("%s %-12s %s", sign, name, value) }
	want := []string{
		row("·", "klavilink", "1.2.3 0123456789ab 2026-11-01 "+platform),
		row("·", "config.toml", words.DocNone),
		row("·", "API", "sandbox · "+strings.TrimSuffix(klavi.Sandbox.BaseURL(), "/")),
		row("✓", words.DocCredentials, fmt.Sprintf(words.DocFromF, "KLAVI_ACCESS_TOKEN")),
		row("·", "keyring", words.DocNone),
		row("✓", words.DocReach, words.DocYes),
		row("✓", words.DocClock, words.DocYes),
		row("·", words.DocLogin, words.DocUnproved),
	}
	if !slices.Equal(lines[:len(lines)-1], want) || status != ExitOK {
		t.Errorf("status %d\ngot  %q\nwant %q", status, lines, want)
	}
	last := lines[len(lines)-1]
	terminal := row("·", "terminal", "a saída não é um terminal, 16 milhões de cores, dentro do tmux, por SSH "+
		"(TERM=xterm-256color COLORTERM=truecolor TERM_PROGRAM=ghostty)")
	if last != terminal {
		t.Errorf("%q, want %q", last, terminal)
	}
}

func TestDoctorSaysWhenTheClocksDifferByMoreThanAMinute(t *testing.T) {
	words := &text.For("pt").CLI
	for skew, good := range map[time.Duration]bool{
		0: true, time.Minute: true, -time.Minute: true, 61 * time.Second: false, -61 * time.Second: false,
	} {
		lines, status := report(t, Env{
			Transport: answering(404, noon.Add(-skew).Format(http.TimeFormat)), Getenv: getenv("KLAVI_ACCESS_TOKEN", "x"),
		})
		want := "✓ " + words.DocClock
		if !good {
			want = fmt.Sprintf("✗ %-12s %s", words.DocClock, fmt.Sprintf(words.DocSkewF, skew))
		}
		found := slices.ContainsFunc(lines, func(s string) bool { return strings.HasPrefix(s, want) })
		if !found || status != ExitOK {
			t.Errorf("%v: status %d, no %q in %q", skew, status, want, lines)
		}
	}
	lines, _ := report(t, Env{Transport: answering(404, ""), Getenv: getenv("KLAVI_ACCESS_TOKEN", "x")})
	if !slices.Contains(lines, fmt.Sprintf("✓ %-12s %s", words.DocClock, words.DocYes)) {
		t.Errorf("a host without a date: %q", lines)
	}
}

func TestDoctorsStatusIsTheGravestOne(t *testing.T) {
	token := getenv("KLAVI_ACCESS_TOKEN", "x")
	unreachable := &recorder{answer: func(*http.Request) (*http.Response, error) { return nil, errors.New("refused") }}
	keys := getenv("KLAVI_ACCESS_KEY", "a", "KLAVI_SECRET_KEY", "b")
	reached := answering(404, "")
	broken := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(broken, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	elsewhere := getenv("KLAVI_ENV", "x")
	for name, tt := range map[string]struct {
		env    Env
		status int
		last   string // of the lines that are wrong
	}{
		"all is well":                     {Env{Transport: reached, Getenv: token}, ExitOK, ""},
		"not reached":                     {Env{Transport: unreachable, Getenv: token}, ExitFailed, "conexão"},
		"no credentials":                  {Env{Transport: reached}, ExitCredentials, "credenciais"},
		"no credentials, and not reached": {Env{Transport: unreachable}, ExitCredentials, "conexão"},
		"refused keys":                    {Env{Transport: answering(401, ""), Getenv: keys}, ExitCredentials, "chaves"},
		"a file that is no TOML":          {Env{Getenv: token, ConfigFile: broken}, ExitUsage, "config.toml"},
		"an unknown environment":          {Env{Getenv: elsewhere}, ExitUsage, "config.toml"},
	} {
		lines, status := report(t, tt.env)
		last := ""
		for _, line := range lines {
			if wrong, ok := strings.CutPrefix(line, "✗ "); ok {
				last = strings.Fields(wrong)[0]
			}
		}
		if status != tt.status || last != tt.last {
			t.Errorf("%s: status %d, last %q, want %d and %q: %q", name, status, last, tt.status, tt.last, lines)
		}
	}
}

func TestDoctorTellsAKeyringFromAFileAndAFileFromNoFile(t *testing.T) {
	words := &text.For("pt").CLI
	folder, err := os.MkdirTemp("", "d") // a longer path would be cut
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	config := filepath.Join(folder, "config.toml")
	file := keyFileBeside(config)
	if err := file.write(map[klavi.Environment]keyPair{"sandbox": {"a", "b"}}); err != nil {
		t.Fatal(err)
	}
	for _, home := range []string{"", folder} {
		lines, _ := report(t, Env{Transport: answering(401, ""), ConfigFile: config, Home: home})
		shown := string(file)
		if home != "" {
			shown = "~" + strings.TrimPrefix(shown, folder)
		}
		for _, want := range []string{
			fmt.Sprintf("✓ %-12s %s", words.DocCredentials, fmt.Sprintf(words.DocFromF, "credentials.json")),
			fmt.Sprintf("✗ %-12s %s", words.DocCredentials, fmt.Sprintf(words.InsecureF, shown)),
			fmt.Sprintf("· %-12s %s", "config.toml", words.DocNone),
		} {
			if !slices.Contains(lines, want) {
				t.Errorf("home %q: no %q in %q", home, want, lines)
			}
		}
	}
	if err := os.WriteFile(config, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	lines, _ := report(t, Env{Transport: answering(401, ""), ConfigFile: config})
	if want := fmt.Sprintf("✓ %-12s %s", "config.toml", config); !slices.Contains(lines, want) {
		t.Errorf("no %q in %q", want, lines)
	}
}

// answeringRing is a keyring whose Get answers with an error.
type answeringRing struct{ err error }

// Get implements Keyring.
func (r answeringRing) Get(string) (string, error) { return "", r.err }

// Set implements Keyring.
func (r answeringRing) Set(string, string) error { return r.err }

// Delete implements Keyring.
func (r answeringRing) Delete(string) error { return r.err }

func TestDoctorTellsAnEmptyKeyringFromOneThatDoesNotWork(t *testing.T) {
	words := &text.For("pt").CLI
	for want, err := range map[string]error{
		fmt.Sprintf("✓ %-12s %s", "keyring", words.DocYes):       ErrNotStored,
		fmt.Sprintf("· %-12s %s", "keyring", words.DocNoKeyring): errors.New("locked"),
	} {
		lines, _ := report(t, Env{Transport: answering(401, ""), Keyring: answeringRing{err}})
		if !slices.Contains(lines, want) {
			t.Errorf("no %q in %q", want, lines)
		}
	}
}

func TestDoctorWaitsFifteenSecondsForTheNetwork(t *testing.T) {
	hanging := &recorder{answer: func(q *http.Request) (*http.Response, error) {
		<-q.Context().Done()
		return nil, q.Context().Err()
	}}
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		if _, status := report(t, Env{Transport: hanging}); status != ExitCredentials || time.Since(start) != 15*time.Second {
			t.Errorf("status %d after %s", status, time.Since(start))
		}
	})
}
