package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// step is a line of a workflow that uses an action.
var (
	step   = regexp.MustCompile(`^\s*- uses: (\S+)(.*)$`)
	byHash = regexp.MustCompile(`^[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}$`)
	named  = regexp.MustCompile(`^ # v\d+\.\d+\.\d+$`)
	job    = regexp.MustCompile(`(?m)^  (\w+):$`)
)

// workflows returns the texts of the workflows by the names of their files.
func workflows(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../.github/workflows/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no workflows: %v", err)
	}
	all := map[string]string{}
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(f)] = string(content)
	}
	return all
}

// jobs returns the texts of the jobs of a workflow by their names.
func jobs(workflow string) map[string]string {
	_, body, _ := strings.Cut(workflow, "\njobs:\n")
	all := map[string]string{}
	at := job.FindAllStringSubmatchIndex(body, -1)
	for i, m := range at {
		end := len(body)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		all[body[m[2]:m[3]]] = body[m[0]:end]
	}
	return all
}

func TestWorkflowsNameActionsByCommitWithTheVersionBeside(t *testing.T) {
	for file, content := range workflows(t) {
		found := 0
		for line := range strings.Lines(content) {
			m := step.FindStringSubmatch(strings.TrimRight(line, "\n"))
			if m == nil {
				continue
			}
			found++
			if !byHash.MatchString(m[1]) || !named.MatchString(m[2]) {
				t.Errorf("%s: %s", file, line)
			}
		}
		if found == 0 {
			t.Errorf("%s uses no action", file)
		}
	}
}

func TestNoCheckoutKeepsCredentials(t *testing.T) {
	for file, content := range workflows(t) {
		checkouts := strings.Count(content, "uses: actions/checkout@")
		if n := strings.Count(content, "persist-credentials: false"); checkouts == 0 || n != checkouts {
			t.Errorf("%s: %d of %d", file, n, checkouts)
		}
	}
}

// Only the job that publishes has rights, and it starts after the tests have passed in a
// job without any.
func TestOnlyTheJobThatPublishesHasRights(t *testing.T) {
	for file, content := range workflows(t) {
		if !strings.Contains(content, "\npermissions: {}\n") {
			t.Errorf("%s: a job that says nothing has rights", file)
		}
		all := jobs(content)
		if len(all) == 0 {
			t.Errorf("%s has no jobs", file)
		}
		for name, text := range all {
			publishes := strings.Contains(text, "args: release --clean\n")
			if none := strings.Contains(text, "\n    permissions: {}\n"); none == publishes {
				t.Errorf("%s: job %s", file, name)
			}
			if secrets := strings.Contains(text, "secrets."); secrets && !publishes {
				t.Errorf("%s: job %s knows a secret", file, name)
			}
			if tests := strings.Contains(text, ".ci/run") || strings.Contains(text, "go test"); tests && publishes {
				t.Errorf("%s: job %s runs tests", file, name)
			}
			if publishes && !strings.Contains(text, "needs: test\n") {
				t.Errorf("%s: job %s does not wait for the tests", file, name)
			}
		}
	}
}

func TestARelease(t *testing.T) {
	text := jobs(workflows(t)["release.yml"])["release"]
	for rule, want := range map[string]string{
		"is attested":               "uses: actions/attest-build-provenance@",
		"attests what it publishes": "subject-checksums: dist/checksums.txt\n",
		"pins the builder":          "version: v2.",
		"pins the SBOM's tool":      "syft-version: v1.",
		"uses no cache of others":   "cache: false\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("a release %s: no %q", rule, want)
		}
	}
	rights := regexp.MustCompile(`(?m)^      ([\w-]+): write`).FindAllStringSubmatch(text, -1)
	if len(rights) != 3 {
		t.Errorf("rights: %q", rights)
	}
}
