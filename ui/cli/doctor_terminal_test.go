package cli

import (
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/ui/clock"
	"klavilink/ui/internal/emulator"
)

// terminalLine returns the line of doctor about the terminal, without its label.
func terminalLine(t *testing.T, out string) string {
	t.Helper()
	for line := range strings.Lines(out) {
		if _, words, ok := strings.Cut(line, "· terminal     "); ok {
			return strings.TrimSuffix(words, "\n")
		}
	}
	t.Fatalf("no line about the terminal in %q", out)
	return ""
}

func TestDoctorDescribesTheTerminalInWords(t *testing.T) {
	forced := func(variables ...string) []string { return append(variables, "TTY_FORCE=1") }
	for want, env := range map[string]Env{
		"no terminal, no colours": {},
		"no terminal, no colours (TERM=xterm)": {
			Getenv: getenv("TERM", "xterm"), Environ: []string{"TERM=xterm"},
		},
		"the output is no terminal, 256 colours (TERM=xterm-256color)": {
			InTerminal: true, Getenv: getenv("TERM", "xterm-256color"), Environ: forced("TERM=xterm-256color"),
		},
		"the input is no terminal, 16 colours, over SSH (TERM=xterm)": {
			OutTerminal: true, Getenv: getenv("TERM", "xterm", "SSH_CONNECTION", "10.0.0.5"), Environ: forced("TERM=xterm"),
		},
		"no terminal, 16 million colours, light background, within screen": {
			Getenv: getenv("STY", "1", "COLORFGBG", "0;15"), Environ: forced("TERM=xterm", "COLORTERM=truecolor"),
		},
		"no terminal, no colours, dark background, within tmux (NO_COLOR=1)": {
			Getenv: getenv("TMUX", "1", "NO_COLOR", "1", "COLORFGBG", "15;default;0"),
		},
	} {
		env.Transport = answering(404, "")
		r := commanded(t.Context(), env, "", "doctor", "--lang", "en")
		if got := terminalLine(t, r.out); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestTheVariableForTheBackgroundIsBelievedIfItMakesSense(t *testing.T) {
	for value, want := range map[string]string{
		"": "", "0": "", "x": "", "0;x": "", "0;16": "", "0;-1": "", "15;": "", "0;15": light, "0;7": light, "0;9": light,
		"15;0": dark, "7;8": dark, "15;default;6": dark, "0;default;15": light,
	} {
		d := doctor{env: Env{Getenv: getenv("COLORFGBG", value)}, print: &printer{}}
		if got := d.background(t.Context()); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

func TestDoctorAsksTheTerminalForItsBackground(t *testing.T) {
	for want, isLight := range map[string]bool{"dark background": false, "light background": true} {
		s := emulator.New(120, 40, isLight)
		env := Env{
			In: s, Out: s, Err: io.Discard, InTerminal: true, OutTerminal: true, Clock: clock.System{},
			Getenv: getenv("TERM", "xterm-256color"), Environ: []string{"TERM=xterm-256color"}, Transport: answering(404, ""),
		}
		status := Run(t.Context(), env, []string{"doctor", "--lang", "en"})
		if text := s.Text(); status != ExitCredentials || !strings.Contains(text, want) {
			t.Errorf("%d, no %q on\n%s", status, want, text)
		}
		s.Close()
	}
}

// silent is a terminal that answers nothing, until the program that reads it ends.
type silent struct {
	io.Writer

	ctx context.Context //nolint:containedctx // of the test
}

// Read implements io.Reader.
func (s silent) Read([]byte) (int, error) {
	<-s.ctx.Done()
	return 0, io.EOF
}

func TestDoctorWaitsASecondForATerminalThatDoesNotAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, end := context.WithCancel(t.Context())
		defer end()
		var out strings.Builder
		terminal := silent{&out, ctx}
		start := time.Now()
		if got := askBackground(ctx, Env{In: terminal, Out: terminal, Clock: bubble{start}}); got != "" {
			t.Errorf("%q", got)
		}
		if took := time.Since(start); took != backgroundTime {
			t.Errorf("after %v", took)
		}
		if !strings.Contains(out.String(), "\x1b]11;?") {
			t.Errorf("%q was written", out.String())
		}
	})
}

// What a script reads, and what a simple terminal shows, must hold no question.
func TestDoctorAsksNoTerminalThatAScriptReads(t *testing.T) {
	for name, tt := range map[string]struct {
		env  Env
		args []string
	}{
		"JSON":              {Env{InTerminal: true, OutTerminal: true}, []string{"--json"}},
		"a simple terminal": {Env{InTerminal: true, OutTerminal: true, Getenv: getenv("TERM", "dumb")}, nil},
		"a pipe":            {Env{InTerminal: true}, nil},
		"no input":          {Env{OutTerminal: true}, nil},
	} {
		tt.env.Transport = answering(404, "")
		r := commanded(t.Context(), tt.env, "", append([]string{"doctor"}, tt.args...)...)
		if strings.Contains(r.out, "\x1b") || r.status != ExitCredentials {
			t.Errorf("%s: %d %q", name, r.status, r.out)
		}
	}
}

func TestTheTerminalIsInTheJSONOfDoctor(t *testing.T) {
	env := Env{
		InTerminal: true, Transport: answering(404, ""), Environ: []string{"TERM=xterm", "TTY_FORCE=1"},
		Getenv: getenv("TERM", "xterm", "TERM_PROGRAM", "ghostty", "STY", "x", "SSH_CONNECTION", "y", "COLORFGBG", "0;15"),
	}
	var got struct{ Terminal terminalObject }
	r := commanded(t.Context(), env, "", "doctor", "--json")
	want := terminalObject{true, false, 16, light, "xterm", "ghostty", "screen", true}
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || got.Terminal != want {
		t.Errorf("%+v, want %+v, %v", got.Terminal, want, err)
	}
}
