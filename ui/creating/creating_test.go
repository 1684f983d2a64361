package creating_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/creating"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// asked enters the screen and returns the answer of the API, which was not
// delivered yet.
func asked(t *testing.T, c *creating.Screen) creating.LinkReceived {
	t.Helper()
	for _, msg := range fake.Messages(c.Enter(flow.Submit, screen.Handover{})) {
		if answer, ok := msg.(creating.LinkReceived); ok {
			return answer
		}
	}
	t.Fatal("nothing is asked")
	return creating.LinkReceived{}
}

func TestEnteringSendsTheRequestOfTheDraftWithEverythingHidden(t *testing.T) {
	s := fake.New()
	s.Veil.Toggle(s.Desk.Draft())
	answer := asked(t, creating.New(s.Session))
	if answer.Request != 1 || len(s.API.Requests) != 1 {
		t.Fatalf("request %d of %d", answer.Request, len(s.API.Requests))
	}
	if r := s.API.Requests[0]; r.PersonalTaxID != "52998224725" || r.InstitutionCode != fake.Bank {
		t.Errorf("asked for %v", r.Fields())
	}
	if !s.Veil.Hides(s.Desk.Draft()) {
		t.Error("the data is in the clear")
	}
}

func TestALinkIsKeptAndFollowedFromTheMomentBeforeTheRequest(t *testing.T) {
	s := fake.New()
	s.API.Link = s.Sample()
	c := creating.New(s.Session)
	answer := asked(t, c)
	s.Clock.Advance(2 * time.Second)
	out, cmd := c.Update(answer)
	if out.Event != flow.Created || out.Link == nil || len(s.Desk.Links()) != 1 || s.Desk.Links()[0] != out.Link {
		t.Fatalf("got %+v", out)
	}
	if left := out.Link.Left(); left != fake.Lifetime-2*time.Second {
		t.Errorf("%v are left", left)
	}
	if out.Link.Bank != "Nubank (260)" {
		t.Errorf("the bank is %q", out.Link.Bank)
	}
	s.Run(c, cmd)
	if _, ok := s.Clock.Next(); !ok {
		t.Error("nobody looks at the link")
	}
}

func TestALinkThatIsOverAlreadyIsNotFollowed(t *testing.T) {
	s := fake.New()
	s.API.Link = s.Sample()
	c := creating.New(s.Session)
	answer := asked(t, c)
	s.Clock.Advance(fake.Lifetime)
	out, cmd := c.Update(answer)
	if out.Event != flow.Created || out.Link == nil || cmd != nil {
		t.Errorf("got %+v, followed: %v", out, cmd != nil)
	}
}

func TestAnAnswerThatComesTooLateIsDropped(t *testing.T) {
	for name, meanwhile := range map[string]func(*creating.Screen){
		"after the screen was left": func(c *creating.Screen) { c.Leave() },
		"after the next request": func(c *creating.Screen) {
			c.Leave()
			c.Enter(flow.Submit, screen.Handover{})
		},
	} {
		for _, err := range []error{nil, errors.New("odd")} {
			s := fake.New()
			s.API.Link, s.API.Refusal = s.Sample(), err
			c := creating.New(s.Session)
			answer := asked(t, c)
			meanwhile(c)
			if out, cmd := c.Update(answer); !fake.Nothing(out) || cmd != nil || s.Desk.HasLinks() {
				t.Errorf("%s, %v: got %+v", name, err, out)
			}
		}
	}
}

func TestLeavingGivesTheRequestUp(t *testing.T) {
	s := fake.New()
	c := creating.New(s.Session)
	asked(t, c)
	if err := s.API.Asking.Err(); err != nil {
		t.Fatalf("the request ends by itself: %v", err)
	}
	if out, cmd := fake.Press(c, "esc"); out != screen.Go(flow.Back) || cmd != nil {
		t.Errorf("esc gives %+v", out)
	}
	c.Leave()
	if err := s.API.Asking.Err(); !errors.Is(err, context.Canceled) {
		t.Errorf("the request goes on: %v", err)
	}
	if cmd := c.Leave(); cmd != nil {
		t.Error("leaving again does something")
	}
}

func TestARefusedFieldLeadsBackToIt(t *testing.T) {
	const input, business = klavi.KindInput, klavi.KindBusiness
	person := klavi.LinkRequest{PersonalTaxID: fake.CPF}
	company := klavi.LinkRequest{BusinessTaxID: fake.CNPJ}
	for _, tt := range []struct {
		name    string
		draft   klavi.LinkRequest
		kind    klavi.Kind
		refused string // the API's field
		step    draft.Step
		field   string
	}{
		{"a person", person, input, "personalTaxId", draft.StepCustomer, "document"},
		{"a representative", company, input, "personalTaxId", draft.StepCustomer, "representative"},
		{"an institution", person, business, "institutionCode", draft.StepInstitution, "institutionCode"},
		{"an address", person, input, "redirectURL", draft.StepReturn, "redirectURL"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := fake.New(fake.Typed(tt.draft))
			refusal := &klavi.Error{Kind: tt.kind, Field: tt.refused}
			s.API.Refusal = fmt.Errorf("create: %w", refusal)
			c := creating.New(s.Session)
			out, cmd := c.Update(asked(t, c))
			to := screen.Handover{Err: refusal, Step: tt.step, Field: tt.field}
			want := screen.Outcome{Event: flow.Refused, Handover: to}
			if out != want || cmd != nil {
				t.Errorf("got  %+v\nwant %+v", out, want)
			}
		})
	}
}

func TestAnyOtherFailureIsExplained(t *testing.T) {
	odd := errors.New("odd")
	for _, tt := range []struct {
		name string
		err  error
		kind klavi.Kind
	}{
		{"no field", &klavi.Error{Kind: klavi.KindInput}, klavi.KindInput},
		{"a field that the form does not have", &klavi.Error{Kind: klavi.KindInput, Field: "nonsense"}, klavi.KindInput},
		{"a field that is not to blame", &klavi.Error{Kind: klavi.KindServer, Field: "email"}, klavi.KindServer},
		{"the network", &klavi.Error{Kind: klavi.KindNetwork, Unknown: true}, klavi.KindNetwork},
		{"an error that is not known", odd, klavi.KindProtocol},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := fake.New()
			s.API.Refusal = tt.err
			c := creating.New(s.Session)
			out, cmd := c.Update(asked(t, c))
			if out.Event != flow.Broke || cmd != nil {
				t.Errorf("got %+v", out)
			}
			if out.Err == nil || out.Err.Kind != tt.kind || !errors.Is(out.Err, tt.err) {
				t.Errorf("the error is %v", out.Err)
			}
			if s.Desk.HasLinks() {
				t.Error("a link is kept")
			}
		})
	}
}

func TestTheLogNamesTheLinkAndTheFailureAndNoData(t *testing.T) {
	var log bytes.Buffer
	s := fake.New(func(c *screen.Config) { c.Log = slog.New(slog.NewTextHandler(&log, nil)) })
	s.API.Link = s.Sample()
	c := creating.New(s.Session)
	c.Update(asked(t, c))
	s.API.Refusal = &klavi.Error{Op: "create link", Kind: klavi.KindServer, Status: 500}
	c.Update(asked(t, c))
	fake.Messages(s.Log.Flush())
	for _, want := range []string{fake.LinkID, "expireIn=1800", "msg=failed", "500"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("no %q in %s", want, &log)
		}
	}
	for _, part := range []string{"529", "982", "eyJhbGci", "token"} {
		if strings.Contains(log.String(), part) {
			t.Errorf("%q is in %s", part, &log)
		}
	}
}

func TestTheSpinnerTurnsOnlyWhileSomethingIsAsked(t *testing.T) {
	s := fake.New()
	c := creating.New(s.Session)
	var tick tea.Msg
	for _, msg := range fake.Messages(c.Enter(flow.Submit, screen.Handover{})) {
		if _, ok := msg.(spinner.TickMsg); ok {
			tick = msg
		}
	}
	before := shown(c)
	if !strings.Contains(before, s.Text.Link.Submitting) {
		t.Errorf("it shows %q", before)
	}
	if out, cmd := c.Update(tick); !fake.Nothing(out) || cmd == nil || shown(c) == before {
		t.Error("it does not turn on")
	}
	before = shown(c)
	c.Leave()
	if _, cmd := c.Update(tick); cmd != nil || shown(c) != before {
		t.Error("it turns on after the screen was left")
	}
}

func shown(c *creating.Screen) string { return fake.Shown(c.View(screen.Area{Cols: 80, Rows: 21})) }

func TestTheScreenWaitsWithoutWarningsAndFollowsTheStyles(t *testing.T) {
	s := fake.New()
	c := creating.New(s.Session)
	if a := c.Aspects(); a.ConfirmQuit != "" || a.Warnings != nil || a.Place != "" || a.Shared {
		t.Errorf("aspects %+v", a)
	}
	dark := c.View(screen.Area{}).Body
	s.Theme = screen.NewTheme(false)
	if out, cmd := c.Update(screen.Refitted{}); !fake.Nothing(out) || cmd != nil {
		t.Errorf("new styles give %+v", out)
	}
	spinning := func(body string) string { before, _, _ := strings.Cut(body, " "+s.Text.Link.Submitting); return before }
	if spinning(c.View(screen.Area{}).Body) == spinning(dark) {
		t.Error("the spinner keeps the old style")
	}
	if out, cmd := c.Update(fake.Key("x")); !fake.Nothing(out) || cmd != nil {
		t.Errorf("a stray key gives %+v", out)
	}
}
