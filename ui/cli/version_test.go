package cli

import (
	"encoding/json"
	"runtime"
	"testing"
)

func TestVersionPrintsWhatTheFlagPrints(t *testing.T) {
	env := Env{Build: Build{Version: "1.2.3", Commit: "0123456789abcdef", Date: "2026-11-01T10:00:00Z"}}
	flag := commanded(t.Context(), env, "", "--version")
	command := commanded(t.Context(), env, "", "version")
	want := "klavilink 1.2.3 0123456789ab 2026-11-01T10:00:00Z " + runtime.Version() + " " +
		runtime.GOOS + "/" + runtime.GOARCH + "\n"
	if flag.out != want || command != flag || command.status != ExitOK {
		t.Errorf("%+v and %+v", flag, command)
	}
}

func TestVersionAsJSONHasTheWholeCommit(t *testing.T) {
	for _, b := range []Build{{Version: "1.2.3", Commit: "0123456789abcdef", Date: "2026-11-01T10:00:00Z"}, {}} {
		r := commanded(t.Context(), Env{Build: b}, "", "version", "--json")
		var got map[string]string
		if err := json.Unmarshal([]byte(r.out), &got); err != nil || r.status != ExitOK || len(got) != 6 {
			t.Fatalf("%v: %s", err, r.out)
		}
		version := b.Version
		if version == "" {
			version = "dev"
		}
		if got["version"] != version || got["go"] != runtime.Version() || got["os"] != runtime.GOOS ||
			got["arch"] != runtime.GOARCH || b.Commit != "" && (got["commit"] != b.Commit || got["date"] != b.Date) {
			t.Errorf("%v", got)
		}
	}
}

func TestVersionTakesNoArguments(t *testing.T) {
	r := commanded(t.Context(), Env{}, "", "version", "x", "--json")
	var got struct{ Error errorBody }
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || r.status != ExitUsage || got.Error.Kind != "input" {
		t.Errorf("%d %s", r.status, r.out)
	}
}
