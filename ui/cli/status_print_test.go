package cli

import (
	"path/filepath"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/text"
)

func TestAnInstitutionHasTheNameOfTheAPIOrOfTheListOrItsCode(t *testing.T) {
	for name, list := range map[string]string{
		"Banco X": `[{"institutionCode":"341","name":"Banco X","status":"STARTED"}]`,
		"Itaú":    `[{"institutionCode":"341","name":"","status":"STARTED"}]`,
		"x-99":    `[{"institutionCode":"x-99","name":"","status":"STARTED"}]`,
	} {
		s := &seer{byToken: map[string]string{"t-1": list}}
		r := commanded(t.Context(), s.env(), result("id-1", "t-1"), "status", "--lang", "en")
		if want := "id-1\t" + name + ": customer has begun (12:00:00)\n"; r.out != want {
			t.Errorf("%q, want %q", r.out, want)
		}
	}
}

func TestALinkThatCannotBeLookedAtIsNamedToPeopleWithTheReason(t *testing.T) {
	words := text.For("en")
	s := &seer{byQuery: map[string]string{"personalTaxId=52998224725": "401"}}
	r := commanded(t.Context(), s.env(), "52998224725", "status", "id-1", "--lang", "en")
	if want := "id-1: " + words.API.Keys; r.out != "" || r.status != ExitCredentials || !strings.HasPrefix(r.err, want) {
		t.Errorf("%d %q %q, want %q", r.status, r.out, r.err, want)
	}
}

func TestWhyNothingIsKnownIsSaidToPeople(t *testing.T) {
	words := &text.For("en").CLI.Tools
	over := strings.Replace(result("id-1", "t-1"), "T12:30", "T11:30", 1)
	for in, want := range map[string]string{over: words.TokenOver, "id-1 52998224725": words.NothingSeen} {
		r := commanded(t.Context(), (&seer{}).env(), in, "status", "--lang", "en")
		if r.err != want+"\n" {
			t.Errorf("%q, want %q", r.err, want)
		}
		if r = commanded(t.Context(), (&seer{}).env(), in, "status", "--json"); r.err != "" {
			t.Errorf("a script reads %q", r.err)
		}
	}
}

func TestStatusRemindsOfKeysInAFile(t *testing.T) {
	config := filepath.Join(t.TempDir(), "config.toml")
	if err := keyFileBeside(config).write(map[klavi.Environment]keyPair{"sandbox": {"a", "b"}}); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"status"}, {"status", "--json"}} {
		env := Env{Transport: &seer{byToken: map[string]string{"t-1": atItau("AUTHORISED")}}, ConfigFile: config}
		r := commanded(t.Context(), env, result("id-1", "t-1"), args...)
		if reminded := strings.Contains(r.err, "credentials.json"); r.status != ExitOK || reminded != (len(args) == 1) {
			t.Errorf("%v: %d %q", args, r.status, r.err)
		}
	}
}
