package cli

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

func TestTheLanguageIsTheFirstThatIsKnown(t *testing.T) {
	profiles := config.Config{Default: "a", Profiles: map[string]config.Profile{
		"a": {Name: "a", Environment: klavi.Sandbox, Language: "en"},
		"b": {Name: "b", Environment: klavi.Production, Language: "pt"},
	}}
	pt, en := text.For("pt"), text.For("en")
	for _, tt := range []struct {
		choice   language
		profiles config.Config
		detected *text.Catalogue
		want     *text.Catalogue
	}{
		{language{}, config.Config{}, pt, pt},
		{language{}, config.Config{}, en, en},
		{language{flag: "en"}, config.Config{}, pt, en},
		{language{flag: "fr"}, config.Config{}, pt, pt},
		{language{flag: "pt", variable: "en"}, profiles, en, pt},
		{language{variable: "pt"}, profiles, pt, pt},
		{language{variable: "fr"}, profiles, pt, en},
		{language{}, profiles, pt, en},
		{language{environment: "production"}, profiles, en, pt},
		{language{environment: "sandbox"}, profiles, pt, en},
	} {
		if got := tt.choice.of(tt.profiles, tt.detected); got.CLI.Valid != tt.want.CLI.Valid {
			t.Errorf("%+v: %q, want %q", tt.choice, got.CLI.Valid, tt.want.CLI.Valid)
		}
	}
}

func TestAnUnknownEnvironmentOrLanguageIsAUsageError(t *testing.T) {
	for flag, want := range map[string]string{"": "sandbox", "production": "production", "x": ""} {
		for _, variable := range []string{"", "sandbox", "y"} {
			s := &settings{environment: flag, variable: variable, t: &text.For("pt").CLI}
			p, err := s.profile()
			expected := want
			if flag == "" && variable == "y" {
				expected = ""
			}
			if (err != nil) != (expected == "") || string(p.Environment) != expected {
				t.Errorf("flag %q, variable %q: %q %v", flag, variable, p.Environment, err)
			}
		}
	}
	for lang, good := range map[string]bool{"": true, "pt": true, "en": true, "fr": false} {
		if err := (&settings{language: lang, t: &text.For("pt").CLI}).checkLanguage(); (err == nil) != good {
			t.Errorf("%q: %v", lang, err)
		}
	}
}

// A function of the outside world that is not passed on is a key that is missing on the
// screen.
func TestTheWizardGetsEverythingThatTheEnvironmentCanDo(t *testing.T) {
	asked := &settings{config: config.Config{ReducedMotion: true}}
	w := &wizard{t: text.For("pt"), settings: asked, env: Env{
		Clock: fixedClock(noon), Zone: time.UTC, CacheDir: t.TempDir(), Chance: func() float64 { return 0 },
		Clipboard: func(string) error { return nil }, ReadClipboard: func() (string, error) { return "", nil },
		Save:   func(string, []byte) (string, error) { return "", nil },
		Pixels: func() (int, int) { return 0, 0 }, OpenURL: func(string) error { return nil },
		Run:    func(context.Context, []string) ([]byte, error) { return nil, nil },
		Getenv: getenv(), CodePage: 850,
	}}
	s := &session{
		client: &klavi.Client{}, place: screen.Place{Env: klavi.Sandbox}, reminder: "reminder",
		play: func(string, string, klavi.ConsentStatus) error { return nil },
	}
	p := config.Profile{
		Company: "Loja", Contact: "4000", Message: "{link}",
		Channels: []string{}, RedirectURL: "https://x.example", KeepClipboard: false,
	}
	cfg := w.config(s, p, klavi.LinkRequest{PersonalTaxID: "52998224725"})
	value := reflect.ValueOf(cfg)
	for i := range value.NumField() {
		name := value.Type().Field(i).Name
		if slices.Contains([]string{"Log", "Pages", "Cols", "Rows"}, name) { // the caller adds these
			continue
		}
		if value.Field(i).IsZero() {
			t.Errorf("%s is missing", name)
		}
	}
	data, defaults := cfg.Data.Request(), cfg.Defaults.Request()
	if data.PersonalTaxID != "52998224725" || data.RedirectURL != p.RedirectURL ||
		defaults.PersonalTaxID != "" || defaults.RedirectURL != p.RedirectURL {
		t.Errorf("data %v, defaults %v", data, defaults)
	}
	p.TicketKey = "protocolo"
	cfg = w.config(s, p, klavi.LinkRequest{})
	if first, later := cfg.Data.TicketName(), cfg.Defaults.TicketName(); first != "Protocolo" || later != "Protocolo" {
		t.Errorf("the first customer is asked for %q, the next one for %q", first, later)
	}
	p.KeepClipboard, p.Channels = true, []string{config.WhatsApp}
	if cfg := w.config(s, p, klavi.LinkRequest{}); cfg.ReadClipboard != nil || cfg.NoWhatsApp || !cfg.NoEmail {
		t.Errorf("reads the clipboard %t, no chat %t, no mail %t", cfg.ReadClipboard != nil, cfg.NoWhatsApp, cfg.NoEmail)
	}
	p.Channels = []string{config.Email}
	if cfg := w.config(s, p, klavi.LinkRequest{}); !cfg.NoWhatsApp || cfg.NoEmail {
		t.Errorf("no chat %t, no mail %t", cfg.NoWhatsApp, cfg.NoEmail)
	}
}

func TestTheProfileFillsInWhatARequestLacks(t *testing.T) {
	defaults := klavi.LinkRequest{
		RedirectURL: "r", AppLink: "a", AppRedirectURLKey: "k", ProductsCallbackURL: map[string]string{"all": "c"},
	}
	own := klavi.LinkRequest{RedirectURL: "R", AppLink: "A", ProductsCallbackURL: map[string]string{"other": "C"}}
	for _, tt := range []struct{ given, want klavi.LinkRequest }{
		{klavi.LinkRequest{}, defaults},
		{own, own}, // the key belongs to the link of the app
		{klavi.LinkRequest{Email: "e", ProductsCallbackURL: map[string]string{}}, klavi.LinkRequest{
			Email: "e", RedirectURL: "r", AppLink: "a", AppRedirectURLKey: "k",
			ProductsCallbackURL: defaults.ProductsCallbackURL,
		}},
	} {
		if got := filled(tt.given, defaults); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%v became %v", tt.given.Fields(), got.Fields())
		}
	}
}

func TestAWaitEndsWithItsContextAndAnEndedOneStartsNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	if got, err := within(ctx, func() (int, error) { return 7, nil }); got != 7 || err != nil {
		t.Errorf("%d %v", got, err)
	}
	block := make(chan struct{})
	defer close(block)
	if _, err := within(ctx, func() (int, error) { cancel(); <-block; return 7, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	starts := func() (int, error) { t.Error("started"); return 7, nil }
	if _, err := within(ctx, starts); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestAnInterruptibleReadKeepsItsBufferToItself(t *testing.T) {
	r := interruptible{t.Context(), strings.NewReader(strings.Repeat("x", 100<<10))}
	for size, want := range map[int]int{10: 10, 64 << 10: 64 << 10} {
		if n, err := r.Read(make([]byte, size)); n != want || err != nil {
			t.Errorf("%d bytes of %d, %v", n, size, err)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	r = interruptible{ended, strings.NewReader("x")}
	if n, err := r.Read(make([]byte, 1)); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d %v", n, err)
	}
}
