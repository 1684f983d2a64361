package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/screen"
)

// fixedClock is a clock that always returns the same time.
type fixedClock time.Time

func (s fixedClock) Now() time.Time                       { return time.Time(s) }
func (s fixedClock) Steady() time.Duration                { return 0 }
func (s fixedClock) After(time.Duration, tea.Msg) tea.Cmd { return nil }

func TestACachedListIsTrustedForALimitedTime(t *testing.T) {
	saved := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	folder := t.TempDir()
	place := screen.Place{Env: klavi.Sandbox}
	keep := cacheOf(Env{Clock: fixedClock(saved), CacheDir: folder}, place)
	list := []directory.Institution{{Code: "900", Name: "Novo", Outage: true}}
	if err := keep.remember()(list); err != nil {
		t.Fatal(err)
	}
	for age, want := range map[time.Duration]struct {
		n      int
		outage bool
	}{time.Minute: {1, true}, 2 * time.Hour: {1, false}, 31 * 24 * time.Hour: {46, false}, -time.Hour: {46, false}} {
		got := cacheOf(Env{Clock: fixedClock(saved.Add(age)), CacheDir: folder}, place).institutions()
		if len(got) != want.n || got[0].Outage != want.outage {
			t.Errorf("after %v: %d, outage %t", age, len(got), got[0].Outage)
		}
	}
}

func TestADamagedOrHostileCacheDoesNoHarm(t *testing.T) {
	folder, now := t.TempDir(), time.Now()
	kept := cacheOf(Env{Clock: fixedClock(now), CacheDir: folder}, screen.Place{Env: klavi.Sandbox})
	name := filepath.Join(folder, "institutions-sandbox.json")
	hostile, _ := json.Marshal(cached{now, []directory.Institution{
		{Code: "1\x1b[2J", Name: "x"},
		{Code: "2", Name: "\x1b]0;x\a"},
	}})
	for content, want := range map[string]int{"": 46, "{": 46, `{"saved":"2026"}`: 46, "[]": 46, string(hostile): 1} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		got := kept.institutions()
		if len(got) != want || want == 1 && got[0].Name != "\ufffd]0;x\ufffd" {
			t.Errorf("%q: %d %+v", content, len(got), got[0])
		}
	}
}

func TestTheCacheKeepsNothingOfADemoOrAnotherServer(t *testing.T) {
	env := Env{Clock: fixedClock(time.Now()), CacheDir: t.TempDir()}
	for _, place := range []screen.Place{{Demo: true}, {Env: klavi.Sandbox, Server: "127.0.0.1:9"}} {
		if cacheOf(env, place).remember() != nil {
			t.Errorf("%+v", place)
		}
	}
}
