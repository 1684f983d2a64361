package screen_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

func TestTheAgentSaysWhatFitsTheCustomer(t *testing.T) {
	const patience = 3 * time.Minute
	ended := func(s *fake.Session, _ *desk.Link) { s.Clock.Advance(fake.Lifetime) }
	seen := func(status klavi.ConsentStatus) func(*fake.Session, *desk.Link) {
		return func(s *fake.Session, l *desk.Link) { s.Saw(l, fake.Bank, status) }
	}
	later := func(d time.Duration) func(*fake.Session, *desk.Link) {
		return func(s *fake.Session, _ *desk.Link) { s.Clock.Advance(d) }
	}
	sent := func(_ *fake.Session, l *desk.Link) { l.Send() }
	type steps []func(*fake.Session, *desk.Link)
	for name, tt := range map[string]struct {
		steps steps
		want  func(*text.Say) string
	}{
		"made":                       {nil, func(s *text.Say) string { return s.Created }},
		"sent":                       {steps{sent}, func(s *text.Say) string { return s.Unopened }},
		"almost too long":            {steps{later(patience - 1)}, func(s *text.Say) string { return s.Created }},
		"not opened":                 {steps{later(patience)}, func(s *text.Say) string { return s.Unopened }},
		"opened":                     {steps{seen(klavi.Started)}, func(s *text.Say) string { return s.Opened }},
		"opened late":                {steps{later(patience), seen(klavi.Started)}, func(s *text.Say) string { return s.Opened }},
		"opened, then nothing":       {steps{seen(klavi.Started), later(patience)}, func(s *text.Say) string { return s.StandsStill }},
		"at the bank, then nothing":  {steps{seen(klavi.AwaitingBank), later(patience)}, func(s *text.Say) string { return s.StandsStill }},
		"authorised long ago":        {steps{seen(klavi.Authorised), later(patience)}, func(s *text.Say) string { return s.Authorised }},
		"authorised, then the end":   {steps{seen(klavi.Authorised), ended}, func(s *text.Say) string { return s.Authorised }},
		"refused, then the end":      {steps{seen(klavi.Rejected), ended}, func(s *text.Say) string { return s.Refused }},
		"an error":                   {steps{seen(klavi.Failed), later(patience)}, func(s *text.Say) string { return s.Failed }},
		"an error, then the end":     {steps{seen(klavi.Failed), ended}, func(s *text.Say) string { return s.LinkExpired }},
		"too slow, then the end":     {steps{seen(klavi.Expired), ended}, func(s *text.Say) string { return s.LinkExpired }},
		"withdrawn, then the end":    {steps{seen(klavi.Revoked), ended}, func(s *text.Say) string { return s.Revoked }},
		"never opened, then the end": {steps{ended}, func(s *text.Say) string { return s.LinkExpired }},
		"at the bank, then the end":  {steps{seen(klavi.AwaitingBank), ended}, func(s *text.Say) string { return s.LinkExpired }},
	} {
		s := fake.New()
		l := s.Made()
		for _, step := range tt.steps {
			step(s, l)
		}
		want := fmt.Sprintf(s.Text.Journey.SayF, tt.want(&s.Text.Say))
		if got := s.Facts(l, l.Left()).Say(); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestOfAMessageThatWentOutTheAgentSaysHowToKnowIt(t *testing.T) {
	s := fake.New(func(c *screen.Config) { c.Company = "Loja\x1b[2J" })
	l := s.Made()
	l.Send()
	want := "Diga: “A mensagem vem em nome da Loja\ufffd[2J. Confira antes de abrir.”"
	if got := s.Facts(l, l.Left()).Say(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOfACompanyThatWaitsAtTheBankSeveralMayHaveToSign(t *testing.T) {
	s := fake.New(fake.Typed(klavi.LinkRequest{BusinessTaxID: fake.CNPJ}))
	l := s.Made()
	s.Saw(l, fake.Bank, klavi.AwaitingBank)
	s.Clock.Advance(3 * time.Minute)
	want := fmt.Sprintf(s.Text.Journey.SayF, s.Text.Say.Signatories)
	if got := s.Facts(l, l.Left()).Say(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWithoutWhatsAppTheAgentPromisesNoMessageByIt(t *testing.T) {
	s := fake.New(func(c *screen.Config) { c.NoWhatsApp = true })
	l := s.Made()
	if got := s.Facts(l, l.Left()).Say(); strings.Contains(got, "WhatsApp") || strings.Contains(s.Text.Field.Phone, "WhatsApp") {
		t.Errorf("says %q and asks for %q", got, s.Text.Field.Phone)
	}
}
