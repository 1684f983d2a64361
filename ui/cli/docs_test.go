package cli_test

import (
	"bytes"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
	"klavilink/ui/cli/config"
)

// notRun lists the commands in the pages that this test cannot run, with the reason.
// Each key is the exact text of a command, without its comment.
var notRun = map[string]string{
	"klavilink --demo-listen :8080": "it opens a port that another program may have",
	"go run . --demo-listen :8080":  "it opens a port that another program may have",

	"klavilink create --json --input customers.csv > links.jsonl":                       "it needs a file",
	"klavilink create --json --input clientes.csv > links.jsonl":                        "it needs a file",
	"klavilink create --json --input customers.csv --resume links.jsonl >> links.jsonl": "it needs a file",
	"klavilink create --json --input clientes.csv --resume links.jsonl >> links.jsonl":  "it needs a file",
	"klavilink create --json --input customer.json | klavilink open":                    "it opens a browser",
	"klavilink create --json --input cliente.json | klavilink open":                     "it opens a browser",
	"klavilink config init":   "it asks questions",
	"klavilink config edit":   "it needs an editor",
	"klavilink listen --demo": "it receives until a signal ends it",

	"klavilink listen --demo --forward http://127.0.0.1:3000/klavi": "it receives until a signal ends it",

	"klavilink trigger consent_authorised": "it needs a receiver",

	"klavilink trigger pf_checking_account --to http://127.0.0.1:3000/klavi --tampered": "it needs a receiver",

	"goreleaser check": "it needs GoReleaser",
	"goreleaser release --snapshot --clean --skip=sign,sbom,publish": "it needs GoReleaser",

	"sha256sum --check --ignore-missing checksums.txt": "it needs a release",
	verifyBlob: "it needs cosign and a release",
	"gh attestation verify klavilink_1.0.0_linux_amd64.tar.gz --repo OWNER/klavilink": "it needs gh and a release",
}

// verifyBlob is the command that checks the signature of a release.
const verifyBlob = "cosign verify-blob --bundle checksums.txt.sigstore.json checksums.txt " +
	"--certificate-oidc-issuer https://token.actions.githubusercontent.com " +
	"--certificate-identity-regexp '^https://github.com/OWNER/klavilink/'"

func TestEveryExampleInThePagesWorks(t *testing.T) {
	kinds := map[string]func(*testing.T, example){
		"sh": runsAsShown, "json": isAcceptedByCreate, "toml": isAValidConfig, "text": isChecked, "mermaid": isDrawn,
		"go": isInTheExample,
	}
	for _, p := range pages(t) {
		for _, e := range p.examples(t) {
			t.Run(e.name(), func(t *testing.T) {
				check := kinds[e.language]
				if check == nil {
					t.Fatalf("no check for a block of %q", e.language)
				}
				check(t, e)
			})
		}
	}
}

func TestTheListOfCommandsThatAreNotRunHasOnlyCommandsOfThePages(t *testing.T) {
	left := maps.Clone(notRun)
	for _, p := range pages(t) {
		for _, e := range p.examples(t) {
			for _, command := range e.commands() {
				delete(left, command)
			}
		}
	}
	for command := range left {
		t.Errorf("no page has %q", command)
	}
}

// runsAsShown runs the commands of a block and compares the output with the block of
// text that follows, if there is one.
func runsAsShown(t *testing.T, e example) {
	s := newShell(t)
	s.fails = strings.Contains(e.output, `"error":{`) || strings.Contains(e.output, `"status":"unknown"`)
	for _, command := range e.commands() {
		name, _, _ := strings.Cut(command, " ")
		switch _, listed := notRun[command]; {
		case listed:
		case name == "export":
			s.exports(command)
		case name == "bash":
			exists(t, filepath.Join(root, strings.Fields(command)[1]))
		case command == "go run .", strings.HasPrefix(command, "go run . "):
			s.klavilink("klavilink" + strings.TrimPrefix(command, "go run ."))
		case name == "go":
			namesWhatExists(t, words(t, command))
		default:
			s.klavilink(command)
		}
	}
	if e.output != "" && !shown(e.output).MatchString(s.out.String()) {
		t.Errorf("the page shows\n%s\nthe command prints\n%s", e.output, s.out.String())
	}
}

// shown returns what matches an output of which the page leaves parts out with an
// ellipsis.
func shown(output string) *regexp.Regexp {
	return regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(output), "…", ".+") + "$")
}

func isAcceptedByCreate(t *testing.T, e example) {
	s := newShell(t)
	s.in = e.text
	s.run("create", "--json")
}

func isAValidConfig(t *testing.T, e example) {
	if _, err := config.Parse([]byte(e.text)); err != nil {
		t.Error(err)
	}
}

// isChecked checks the blocks of text that are no output: they are subjects of
// commits.
func isChecked(t *testing.T, e example) {
	subject := regexp.MustCompile(`^([a-z/]+): [a-z].*[^.]$`)
	for line := range strings.Lines(e.text) {
		parts := subject.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if parts == nil {
			t.Errorf("%q is no subject of a commit", line)
			continue
		}
		exists(t, filepath.Join(root, filepath.FromSlash(parts[1])))
	}
}

// isInTheExample compares code with the example that the tests run.
func isInTheExample(t *testing.T, e example) {
	b, err := os.ReadFile(filepath.Join(root, "klavi", "callback", "example_test.go"))
	if err != nil || !strings.Contains(strings.ReplaceAll(string(b), "\r\n", "\n"), e.text) {
		t.Errorf("klavi/callback has no such example, %v", err)
	}
}

// isDrawn accepts a diagram. The tests of ui and ui/flow compare the diagrams with
// the code.
func isDrawn(*testing.T, example) {}

// shell runs klavilink against a sandbox, with an empty home and a keyring in memory.
type shell struct {
	t    *testing.T
	box  *sandbox.Server
	env  map[string]string
	base string
	home string
	ring *ring
	in   string // standard input of the next command
	out  bytes.Buffer

	fails bool // the page shows an error
}

func newShell(t *testing.T) *shell {
	t.Helper()
	box, err := sandbox.New(sandbox.Config{Now: time.Now, PageBase: "https://conecte-sandbox.klavi.ai"})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(box)
	t.Cleanup(s.Close)
	return &shell{t: t, box: box, base: s.URL, home: t.TempDir(), ring: &ring{}, env: map[string]string{
		"KLAVI_ACCESS_KEY": sandbox.DemoAccessKey.Reveal(),
		"KLAVI_SECRET_KEY": sandbox.DemoSecretKey.Reveal(),
	}}
}

// exports checks that a command sets variables that the program knows. The keys are
// those of the sandbox, because the pages show none.
func (s *shell) exports(command string) {
	for _, pair := range strings.Fields(command)[1:] {
		name, _, _ := strings.Cut(pair, "=")
		if s.env[name] == "" {
			s.t.Errorf("%s is no variable of this test", name)
		}
	}
}

// klavilink runs a command line, with what echo writes as its standard input if the
// line begins with echo.
func (s *shell) klavilink(line string) {
	s.t.Helper()
	if before, after, piped := strings.Cut(line, " | "); piped {
		echo := words(s.t, before)
		if len(echo) != 2 || echo[0] != "echo" {
			s.t.Fatalf("this test does not know %q", before)
		}
		s.in, line = echo[1]+"\n", after
	}
	command := words(s.t, line)
	if command[0] != "klavilink" {
		s.t.Fatalf("this test can neither run %q nor finds it in notRun", line)
	}
	args := command[1:]
	if len(args) == 0 || strings.HasPrefix(args[0], "--") {
		s.wizard(args)
		return
	}
	switch args[0] {
	case "login":
		s.in = s.env["KLAVI_ACCESS_KEY"] + "\n" + s.env["KLAVI_SECRET_KEY"] + "\n"
	case "status", "open":
		args = s.withLink(args)
	}
	s.run(args...)
}

// run runs a command that needs no screen.
func (s *shell) run(args ...string) {
	s.t.Helper()
	r := &run{
		env: s.env, in: s.in, home: s.home, configFile: filepath.Join(s.home, "config.toml"),
		keyring: s.ring, transport: to(s.base), open: func(string) error { return nil },
	}
	if slices.Contains(args, "--demo") {
		r.transport = nil // the demo has a sandbox of its own
	}
	r.do(args...)
	s.in = ""
	s.out.WriteString(r.out)
	if failed := r.status != cli.ExitOK; failed != s.fails {
		s.t.Errorf("%q exits with %d: %s%s", args, r.status, r.out, r.err)
	}
}

// wizard opens the form on an emulated terminal.
func (s *shell) wizard(args []string) {
	s.t.Helper()
	c := sit(s.t, cli.Env{
		Getenv:     func(name string) string { return s.env[name] },
		ConfigFile: filepath.Join(s.home, "config.toml"), Home: s.home, Transport: to(s.base), Keyring: s.ring,
	}, args...)
	want := "AMBIENTE DE TESTES"
	switch {
	case slices.Contains(args, "--demo"):
		want = "DEMONSTRAÇÃO"
	case slices.Contains(args, "production"):
		want = "PRODUÇÃO"
	}
	c.sees("CPF ou CNPJ", want)
}

// namesWhatExists checks that the folders, packages, fuzz targets and flags of a go
// command exist.
func namesWhatExists(t *testing.T, command []string) {
	folder, args := root, command[1:]
	if args[0] == "-C" {
		folder, args = filepath.Join(root, args[1]), args[2:]
	}
	if !slices.Contains([]string{"run", "test", "vet", "install"}, args[0]) {
		t.Errorf("go %s is not a command that the pages need", args[0])
	}
	source := func(pattern string) (text string) {
		files, _ := filepath.Glob(filepath.Join(folder, pattern))
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text += string(b)
		}
		return text
	}
	where := "."
	for i, arg := range args[1:] {
		switch {
		case strings.HasPrefix(arg, "."):
			if where = strings.TrimSuffix(arg, "/..."); strings.HasPrefix(where, "../") {
				exists(t, filepath.Join(folder, where))
			} else if source(where+"/*.go") == "" {
				t.Errorf("%q: %s has no Go files", command, where)
			}
		case arg == "-fuzz":
			if !strings.Contains(source(where+"/*_test.go"), "func "+args[i+2]) {
				t.Errorf("%q: there is no such target", command)
			}
		case strings.HasPrefix(arg, "-") && args[0] == "run":
			if !strings.Contains(source(where+"/*.go"), `"`+arg[1:]+`"`) {
				t.Errorf("%q: the program has no flag %s", command, arg)
			}
		}
	}
}
