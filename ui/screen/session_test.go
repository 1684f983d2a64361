package screen_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/color"
	"log/slog"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestTheLogKeepsItsOrderAndWritesOnlyInACommand(t *testing.T) {
	var b bytes.Buffer
	plain := func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey || a.Key == slog.LevelKey {
			return slog.Attr{}
		}
		return a
	}
	logger := slog.New(slog.NewTextHandler(&b, &slog.HandlerOptions{ReplaceAttr: plain}))
	s := fake.New(func(c *screen.Config) { c.Log = logger })
	s.Log.Note("first", "n", 1)
	s.Log.Note("second")
	flush := s.Log.Flush()
	s.Log.Note("third")
	if b.Len() > 0 {
		t.Errorf("%q is written too early", &b)
	}
	fake.Messages(flush)
	if got, want := b.String(), "msg=first n=1\nmsg=second\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	fake.Messages(s.Log.Flush())
	if got, want := b.String(), "msg=first n=1\nmsg=second\nmsg=third\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if s.Log.Flush() != nil {
		t.Error("notes are kept after they are written")
	}
}

func TestWithoutALoggerNothingIsKept(t *testing.T) {
	s := fake.New()
	s.Log.Note("first")
	if s.Log.Flush() != nil {
		t.Error("there is something to write")
	}
}

func TestTheConnectionSaysWhatIsWrong(t *testing.T) {
	words := fake.New().Text
	for _, tt := range []struct {
		name string
		err  error
		want string
	}{
		{"nothing", nil, ""},
		{"the source of the token", &klavi.Error{Kind: klavi.KindAuth, Err: klavi.ErrTokenSource}, words.API.TokenSource},
		{"the keys", fmt.Errorf("warm: %w", &klavi.Error{Kind: klavi.KindAuth}), words.Frame.EarlyAuth},
		{"the network", &klavi.Error{Kind: klavi.KindNetwork}, words.Frame.EarlyNetwork},
		{"anything else", errors.New("odd"), words.Frame.EarlyNetwork},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := fake.New()
			s.API.Trouble = tt.err
			s.Run(nobody{}, s.Connection.Warm())
			if got := s.Connection.Trouble(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTheTroubleGoesWithASuccess(t *testing.T) {
	s := fake.New()
	s.API.Trouble = errors.New("odd")
	s.Run(nobody{}, s.Connection.Warm())
	s.API.Trouble = nil
	s.Run(nobody{}, s.Connection.Warm())
	if got := s.Connection.Trouble(); got != "" {
		t.Errorf("it still says %q", got)
	}
}

func TestTimesAreThoseOfTheSessionsZone(t *testing.T) {
	noon := time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		zone *time.Location
		want string
	}{
		{nil, "12:00"},
		{time.FixedZone("Manaus", -4*60*60), "08:00"},
		{time.FixedZone("Noronha", -2*60*60), "10:00"},
	} {
		s := fake.New(func(c *screen.Config) { c.Zone = tt.zone })
		if got := s.Time(noon); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.zone, got, tt.want)
		}
	}
}

func TestTheSessionSaysWhenTheScreenHasToBeDrawnAnew(t *testing.T) {
	s := fake.New()
	dark := s.Theme
	if refitted, _ := s.Update(tea.BackgroundColorMsg{Color: color.White}); !refitted || s.Theme == dark {
		t.Error("a light background changes no style")
	}
	light := s.Theme
	if refitted, _ := s.Update(tea.WindowSizeMsg{Width: 100, Height: 30}); !refitted || s.Theme != light {
		t.Error("a new size is not taken, or changes the styles")
	}
	if s.Terminal.Cols != 100 || s.Terminal.Rows != 30 {
		t.Errorf("the window has %d×%d", s.Terminal.Cols, s.Terminal.Rows)
	}
	if refitted, cmd := s.Update(screen.Woken{}); refitted || cmd != nil {
		t.Error("a message of others changes something")
	}
	if s.Theme.Theme(true) != s.Theme.Huh || s.Theme.Theme(false) != s.Theme.Huh {
		t.Error("the theme believes huh about the background")
	}
}

func TestSessionsShareNothing(t *testing.T) {
	one, other := fake.New(), fake.New()
	one.Made()
	one.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	one.Veil.Toggle(one.Desk.Draft())
	if other.Desk.HasLinks() || other.Terminal.Cols == 100 || !other.Veil.Hides(other.Desk.Draft()) {
		t.Error("one session changes another")
	}
}

func TestRequestsEndWithTheSession(t *testing.T) {
	api := &fake.API{}
	ctx, cancel := context.WithCancel(context.Background())
	cfg := fake.New().Config
	cfg.Client = api
	s := screen.NewSession(ctx, cfg)
	fake.Messages(s.Connection.Warm())
	if api.Asking.Err() != nil {
		t.Error("the request ends before the session")
	}
	cancel()
	if api.Asking.Err() == nil || s.Ctx.Err() == nil {
		t.Error("the request goes on after the session")
	}
}

func TestAnInstitutionIsNamedOrItsCodeIsShown(t *testing.T) {
	for code, want := range map[string]string{
		"": fake.New().Text.Field.CustomerChooses, "260": "Nubank (260)", "no such": "no such",
		"9\x1b[2J\u009b": "9\ufffd[2J\ufffd",
	} {
		s := fake.New(fake.Typed(klavi.LinkRequest{InstitutionCode: code}))
		if got := s.Bank(s.Desk.Draft()); got != want {
			t.Errorf("%q is %q, want %q", code, got, want)
		}
	}
}

func TestAPlaceHasAName(t *testing.T) {
	words := fake.New().Text
	for _, tt := range []struct {
		place screen.Place
		want  string
	}{
		{screen.Place{}, words.Frame.Sandbox},
		{screen.Place{Env: klavi.Sandbox}, words.Frame.Sandbox},
		{screen.Place{Env: klavi.Production}, words.Frame.Production},
		{screen.Place{Env: klavi.Production, Demo: true}, words.Frame.Demo},
	} {
		if got := tt.place.Name(words); got != tt.want {
			t.Errorf("%+v is %q", tt.place, got)
		}
	}
}

func TestTheHelpLineLeavesHiddenKeysOut(t *testing.T) {
	shown := screen.AppendShown(nil, []screen.Binding{
		{Binding: screen.Bind("a", "first", "a")},
		{Binding: screen.Bind("b", "hidden", "b"), Hidden: true},
		{Binding: screen.Bind("c", "last", "c", "C")},
	})
	var names []string
	for _, b := range shown {
		names = append(names, b.Help().Key+" "+b.Help().Desc+" "+strings.Join(b.Keys(), ","))
	}
	if got := strings.Join(names, "; "); got != "a first a; c last c,C" {
		t.Errorf("got %q", got)
	}
}
