package fake

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/screen"
	"klavilink/ui/text"
	"klavilink/ui/watch"
)

// The sample customer, and what the API gives for them.
const (
	CPF   = "529.982.247-25"
	CNPJ  = "12.ABC.345/01DE-35"
	Phone = "(11) 98765-4321"
	Email = "ana@exemplo.com"
	Bank  = "260" // Nubank

	LinkID = "link-1"
	URL    = "https://conecte-sandbox.klavi.ai/path?v=eyJhbGci"
)

// Lifetime is how long a sample link lives.
const Lifetime = 30 * time.Minute

// Session is a session of a wizard with what surrounds it.
type Session struct {
	*screen.Session
	Clock *Clock
	API   *API
}

// New returns a session in Portuguese. The draft holds the sample customer. Each
// change is made to the configuration before the session starts.
func New(changes ...func(*screen.Config)) *Session {
	s := &Session{Clock: NewClock(), API: &API{}}
	cfg := screen.Config{
		Client: s.API, Clock: s.Clock, Text: text.For(text.Portuguese), Institutions: directory.Institutions(),
		Data: draft.From(klavi.LinkRequest{PersonalTaxID: CPF, InstitutionCode: Bank}),
	}
	for _, change := range changes {
		change(&cfg)
	}
	s.Session = screen.NewSession(context.Background(), cfg)
	return s
}

// Typed returns a change that fills in the values of a request.
func Typed(r klavi.LinkRequest) func(*screen.Config) {
	return func(c *screen.Config) { c.Data = draft.From(r) }
}

// Sample returns a link as the API gives it.
func (s *Session) Sample() klavi.Link {
	return klavi.Link{ID: LinkID, URL: URL, Token: "token", ExpireIn: Lifetime, ExpiresAt: s.Clock.Now().Add(Lifetime)}
}

// Made returns a link that was just made from the draft.
func (s *Session) Made() *desk.Link { return s.Add(s.Sample()) }

// Add returns a link that the API gave just now.
func (s *Session) Add(l klavi.Link) *desk.Link {
	return s.Desk.Add(l, s.Clock.Steady(), s.Bank(s.Desk.Draft()))
}

// Saw records where the customer of a link stands at an institution, and returns
// the news of it.
func (s *Session) Saw(l *desk.Link, code string, status klavi.ConsentStatus) desk.Change {
	var news desk.Change
	cancel := s.Desk.Subscribe(func(c desk.Change) { news = c })
	defer cancel()
	s.Desk.Record(desk.Sight{Look: s.Desk.LookNow(l), Steps: []watch.Step{{Code: code, Status: status}}})
	return news
}

// Resize gives the window a size and the sheet the room of a window without
// warnings.
func (s *Session) Resize(sheet screen.Sheet, cols, rows int) screen.Area {
	s.Update(tea.WindowSizeMsg{Width: cols, Height: rows})
	area := screen.Area{Cols: cols, Rows: rows - 3}
	sheet.Update(screen.Refitted{})
	sheet.Update(screen.Resized{Area: area})
	return area
}

// Run runs a command and all that follows from it. The session and the sheet take
// every message. It returns what the sheet said.
func (s *Session) Run(sheet screen.Sheet, cmd tea.Cmd) []screen.Outcome {
	var said []screen.Outcome
	for _, msg := range Messages(cmd) {
		said = append(said, s.Deliver(sheet, msg)...)
	}
	return said
}

// Deliver gives a message to the session and to the sheet, and runs what they want.
// It returns what the sheet said, but not that nothing happened.
func (s *Session) Deliver(sheet screen.Sheet, msg tea.Msg) []screen.Outcome {
	_, cmd := s.Update(msg)
	said := s.Run(sheet, cmd)
	out, cmd := sheet.Update(msg)
	if !Nothing(out) {
		said = append(said, out)
	}
	return append(said, s.Run(sheet, cmd)...)
}

// Wait lets the time pass, and delivers every message that is due meanwhile.
func (s *Session) Wait(sheet screen.Sheet, d time.Duration) []screen.Outcome {
	var said []screen.Outcome
	for {
		in, ok := s.Clock.Next()
		if !ok || in > d {
			s.Clock.Advance(d)
			return said
		}
		s.Clock.Advance(in)
		d -= in
		for _, msg := range s.Clock.Due() {
			said = append(said, s.Deliver(sheet, msg)...)
		}
	}
}

// Nothing reports whether an outcome says that nothing happened.
func Nothing(o screen.Outcome) bool {
	return o.Event == flow.Stay && o.Handover == (screen.Handover{}) && o.Open == nil && !o.Close && o.Notice == ""
}
