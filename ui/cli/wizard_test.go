package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"klavilink/ui/cli"
	"klavilink/ui/clock"
)

// The test runs klavilink without arguments and without environment variables.
func TestTheWizardWithoutCredentialsRunsTheDemoAndPrintsASummary(t *testing.T) {
	c := sit(t, cli.Env{})
	s := c.screen
	c.sees("DEMONSTRAÇÃO · nenhum banco envolvido")
	s.Type("52998224725" + strings.Repeat("\r", 4))
	c.sees("Confira o que será enviado")
	s.Type("\r")
	c.sees("restam")
	url, err := s.Code()
	if err != nil || !strings.HasPrefix(url, "http://127.0.0.1:") {
		t.Errorf("%q %v", url, err)
	}
	s.Type("\x03")
	c.sees("Para sair, ctrl+c de novo")
	s.Type("\x03")
	if got := c.ends(); got != cli.ExitOK {
		t.Errorf("exit status %d", got)
	}
	after := s.Raw()[strings.LastIndex(s.Raw(), "\x1b[?1049l"):]
	for _, want := range []string{"•••.982.247-••", "esperando o cliente", "Era uma demonstração"} {
		if !strings.Contains(after, want) {
			t.Errorf("no %q on the normal screen", want)
		}
	}
	for _, secret := range []string{"529.", "52998224725", url} {
		if strings.Contains(after, secret) {
			t.Errorf("%q is still there", secret)
		}
	}
	if c.errors.String() != "" {
		t.Errorf("%q", c.errors.String())
	}
}

func TestTheURLStaysOnTheTerminalOnlyIfItIsAskedForAndTheLinkIsGood(t *testing.T) {
	for name, tt := range map[string]struct {
		args  []string
		later time.Duration
		stays bool
	}{
		"not asked for": {[]string{"--demo"}, 0, false},
		"asked for":     {[]string{"--demo", "--print-link"}, 0, true},
		"it is over":    {[]string{"--demo", "--print-link"}, time.Hour, false},
	} {
		t.Run(name, func(t *testing.T) {
			now := &laterClock{}
			c := sitAt(t, now, cli.Env{}, tt.args...)
			c.sees("CPF ou CNPJ")
			c.screen.Type("52998224725\x13")
			c.sees("Confira o que será enviado")
			c.screen.Type("\r")
			c.sees("restam")
			url, err := c.screen.Code()
			if err != nil {
				t.Fatal(err)
			}
			now.by.Store(int64(tt.later))
			c.screen.Type("\x03")
			if tt.later == 0 {
				c.sees("ctrl+c de novo")
				c.screen.Type("\x03")
			}
			c.ends()
			raw := c.screen.Raw()
			after := raw[strings.LastIndex(raw, "\x1b[?1049l"):]
			if got := strings.Contains(after, "\n"+url+"\n"); got != tt.stays || strings.Contains(after, url) != got {
				t.Errorf("the URL stays: %t, want %t, in %q", got, tt.stays, after)
			}
		})
	}
}

// laterClock is the system's clock, later by what a test says.
type laterClock struct {
	clock.System
	by atomic.Int64
}

// Now implements clock.Clock.
func (c *laterClock) Now() time.Time { return c.System.Now().Add(time.Duration(c.by.Load())) }

// Steady implements clock.Clock.
func (c *laterClock) Steady() time.Duration { return c.System.Steady() + time.Duration(c.by.Load()) }

func TestAbandoningTheFormExitsWith130(t *testing.T) {
	c := sit(t, cli.Env{}, "--demo")
	c.sees("CPF ou CNPJ")
	c.screen.Type("\x03")
	if got := c.ends(); got != cli.ExitAbandoned {
		t.Errorf("exit status %d", got)
	}
}

func TestATerminationSignalExitsWith130(t *testing.T) {
	c := sit(t, cli.Env{})
	c.sees("CPF ou CNPJ")
	c.end()
	if got := c.ends(); got != cli.ExitAbandoned {
		t.Errorf("exit status %d", got)
	}
}

func TestTheWizardWithoutATerminalNamesTheCommandToUse(t *testing.T) {
	r := (&run{}).do()
	if r.status != cli.ExitUsage || !strings.Contains(r.err, "klavilink create") || r.out != "" {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}

func TestPlainQuestionsLeadToAURL(t *testing.T) {
	for name, tt := range map[string]struct {
		args []string
		env  map[string]string
	}{
		"asked for":     {[]string{"--plain"}, nil},
		"dumb terminal": {nil, map[string]string{"TERM": "dumb"}},
		"accessible":    {nil, map[string]string{"ACCESSIBLE": "1"}},
	} {
		r := (&run{env: tt.env, in: "529.982.247-24\n529.982.247-25\n\n11 8765-4321\n\n\ns\n"}).do(tt.args...)
		if r.status != cli.ExitOK || !strings.HasPrefix(r.out, "http://127.0.0.1:") || strings.Count(r.out, "\n") != 1 {
			t.Errorf("%s: %d %q %q", name, r.status, r.out, r.err)
		}
		for _, want := range []string{
			"nenhum banco envolvido", "o final, depois do traço", "falta um 9 depois do DDD", "Criar o link para •••.982.247-••",
		} {
			if !strings.Contains(r.err, want) {
				t.Errorf("%s: no %q in %q", name, want, r.err)
			}
		}
		if strings.Contains(r.err+r.out, "\x1b") {
			t.Errorf("%s: escape sequences for a terminal that has none", name)
		}
	}
}

func TestPlainQuestionsSayWhereTheLinkIsMade(t *testing.T) {
	for flag, want := range map[string]string{"production": "PRODUÇÃO", "sandbox": "AMBIENTE DE TESTES"} {
		r := (&run{env: map[string]string{"KLAVI_ACCESS_TOKEN": "t"}}).do("--plain", "--env", flag)
		if !strings.Contains(r.err, want) {
			t.Errorf("%s: no %q in %q", flag, want, r.err)
		}
	}
}

func TestPlainQuestionsAreAbandonedAtTheEndOfTheInputOrAtNo(t *testing.T) {
	for in, want := range map[string]int{
		"":                       cli.ExitAbandoned,
		"529":                    cli.ExitAbandoned,
		"52998224725\n\n\n\nn\n": cli.ExitAbandoned,
		"52998224725\n\n\n\n\n":  cli.ExitOK,
	} {
		if r := (&run{in: in}).do("--plain"); r.status != want || want != 0 && r.out != "" {
			t.Errorf("%q: %d %q %q", in, r.status, r.out, r.err)
		}
	}
}

func TestPlainQuestionsKeepAndHideValuesFromTheInputFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "in.json")
	if err := os.WriteFile(file, []byte(`{"personalTaxId":"76109277673","institutionCode":"341"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	r := (&run{in: "\n\n\n\n\n"}).do("--plain", "--input", file, "--lang", "en")
	asked := strings.Contains(r.err, "•••.092.776-••, Itaú?")
	if r.status != cli.ExitOK || !asked || strings.Contains(r.err, "76109277673") {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
}
