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
	said := &text.For(text.Portuguese).Say
	for name, tt := range map[string]struct {
		steps steps
		want  string
	}{
		"made":                       {nil, said.Created},
		"sent":                       {steps{sent}, said.Unopened},
		"almost too long":            {steps{later(patience - 1)}, said.Created},
		"not opened":                 {steps{later(patience)}, said.Unopened},
		"opened":                     {steps{seen(klavi.Started)}, said.Opened},
		"opened late":                {steps{later(patience), seen(klavi.Started)}, said.Opened},
		"opened, then nothing":       {steps{seen(klavi.Started), later(patience)}, said.StandsStill},
		"at the bank, then nothing":  {steps{seen(klavi.AwaitingBank), later(patience)}, said.StandsStill},
		"authorised long ago":        {steps{seen(klavi.Authorised), later(patience)}, said.Authorised},
		"authorised, then the end":   {steps{seen(klavi.Authorised), ended}, said.Authorised},
		"refused, then the end":      {steps{seen(klavi.Rejected), ended}, said.Refused},
		"an error":                   {steps{seen(klavi.Failed), later(patience)}, said.Failed},
		"an error, then the end":     {steps{seen(klavi.Failed), ended}, said.LinkExpired},
		"too slow, then the end":     {steps{seen(klavi.Expired), ended}, said.LinkExpired},
		"withdrawn, then the end":    {steps{seen(klavi.Revoked), ended}, said.Revoked},
		"never opened, then the end": {steps{ended}, said.LinkExpired},
		"at the bank, then the end":  {steps{seen(klavi.AwaitingBank), ended}, said.LinkExpired},
	} {
		s := fake.New()
		l := s.Made()
		for _, step := range tt.steps {
			step(s, l)
		}
		want := fmt.Sprintf(s.Text.Journey.SayF, tt.want)
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
	got, label := s.Facts(l, l.Left()).Say(), s.Text.Field.Phone
	if strings.Contains(got+label, "WhatsApp") {
		t.Errorf("says %q and asks for %q", got, label)
	}
}
