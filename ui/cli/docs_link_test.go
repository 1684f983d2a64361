package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/cli"
)

// withLink makes a link, whose customer authorises, for commands that are about one. In the
// arguments it stands for LINKID, and its result for links.jsonl. The customer's number is
// on standard input, if there is nothing else.
func (s *shell) withLink(args []string) []string {
	s.t.Helper()
	const customer = "52998224725"
	r := &run{env: s.env, in: `{"personalTaxId":"` + customer + `"}`, transport: to(s.base)}
	r.do("create", "--json")
	var link struct{ LinkID string }
	if err := json.Unmarshal([]byte(r.out), &link); err != nil || r.status != cli.ExitOK {
		s.t.Fatalf("%v: %s%s", err, r.out, r.err)
	}
	if err := s.box.SetStatus(link.LinkID, "341", klavi.Authorised); err != nil {
		s.t.Fatal(err)
	}
	name := filepath.Join(s.home, "links.jsonl")
	if err := os.WriteFile(name, []byte(r.out), 0o600); err != nil {
		s.t.Fatal(err)
	}
	if s.in == "" {
		s.in = customer + "\n"
	}
	list := make([]string, len(args))
	for i, arg := range args {
		list[i] = strings.NewReplacer("LINKID", link.LinkID, "links.jsonl", name).Replace(arg)
	}
	return list
}

func TestTheLinkOfTheExamplesIsAuthorised(t *testing.T) {
	s := newShell(t)
	s.run(s.withLink([]string{"status", "LINKID"})...)
	s.run(s.withLink([]string{"status", "--input", "links.jsonl"})...)
	if n := strings.Count(s.out.String(), "Itaú: autorizado"); n != 2 {
		t.Errorf("%s", s.out.String())
	}
}
