package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestTimesAreInTheGivenZoneOrElseInUTC(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	for want, zone := range map[string]*time.Location{
		"11:30:00": time.FixedZone("BRT", -3*60*60),
		"14:30:00": nil,
	} {
		var out, errs bytes.Buffer
		status := Run(t.Context(), Env{
			In: strings.NewReader("{}"), Out: &out, Err: &errs,
			Getenv: func(string) string { return "" }, Clock: fixedClock(now), Zone: zone,
		}, []string{"create", "--demo", "--lang", "en", "--no-document"})
		if status != ExitOK || !strings.Contains(errs.String(), want) {
			t.Errorf("in %v: %d, no %s in %q", zone, status, want, errs.String())
		}
	}
}

func TestSystemUsesTheMachinesZone(t *testing.T) {
	if got := System(Build{}).Zone; got != time.Local {
		t.Errorf("%v", got)
	}
}
