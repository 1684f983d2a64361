package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// made adds a link of a customer to a wizard's desk, as the API would give it. It returns
// the customer as the screens show them.
func made(m *ui.Model, r klavi.LinkRequest) (customer string) {
	*m.Desk.Draft() = draft.From(r)
	l := klavi.Link{
		ID: fake.LinkID, URL: fake.URL, Token: "token", ExpireIn: fake.Lifetime,
		ExpiresAt: m.Clock.Now().Add(fake.Lifetime),
	}
	return m.Desk.Add(l, m.Clock.Steady(), m.Bank(m.Desk.Draft())).Customer
}

func TestTheSummaryHasTheLastLinkWithLabelsAndALineForEachBefore(t *testing.T) {
	for _, isDemo := range []bool{true, false} {
		cfg := demo("")
		clock := newClock()
		cfg.Clock, cfg.Place.Demo, cfg.Institutions = clock, isDemo, directory.Institutions()
		m := ui.New(t.Context(), cfg)
		first := made(m, klavi.LinkRequest{PersonalTaxID: fake.CPF, InstitutionCode: fake.Bank})
		link, status := &m.Text.Link, &m.Text.Status
		at := func(d time.Duration) string { return clock.Now().In(m.Zone).Add(d).Format(time.TimeOnly) }
		row := func(label, value string) string { return fmt.Sprintf("%-8s  %s\n", label, value) }
		after := ""
		if isDemo {
			after = link.SummaryDemo + "\n"
		}
		want := row(link.Customer, first) + row(link.Institution, "Nubank (260)") +
			row(link.SummaryExpiry, fmt.Sprintf(link.SummaryExpiresF, at(fake.Lifetime), "30:00")) +
			row(link.SummaryStatus, status.Waiting) + after
		if got := m.Summary(); got != want || !m.MadeLink() {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		clock.advance(fake.Lifetime)
		over := at(0)
		second := made(m, klavi.LinkRequest{BusinessTaxID: fake.CNPJ})
		clock.advance(fake.Lifetime)
		want = first + "  Nubank (260)  " + status.NobodyCame + "\n\n" +
			row(link.Customer, second) + row(link.Institution, m.Text.Field.CustomerChooses) +
			row(link.SummaryExpiry, fmt.Sprintf(link.SummaryExpiredF, at(0))) +
			row(link.SummaryStatus, status.NobodyCame) + after
		if got := m.Summary(); got != want || over == at(0) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestTheFirstViewIsCompleteBeforeAnyMessage(t *testing.T) {
	cfg := demo("")
	cfg.Reminder = "the reminder"
	m := ui.New(t.Context(), cfg)
	v := m.View()
	lines := strings.Split(ansi.Strip(v.Content), "\n")
	if len(lines) != 24 || !v.AltScreen || v.WindowTitle != "klavilink" || v.Cursor == nil {
		t.Errorf("%d lines, %+v", len(lines), v)
	}
	if !strings.HasPrefix(lines[0], " klavilink ") || strings.TrimSpace(lines[22]) != "! the reminder" {
		t.Errorf("first line %q, line above the keys %q", lines[0], lines[22])
	}
	m.Update(tea.KeyPressMsg{Code: '5', Text: "5"})
	last := strings.Split(ansi.Strip(m.View().Content), "\n")[23]
	if want := "enter " + m.Text.Keys.Next; !strings.Contains(last, want) || !strings.Contains(lines[23], want) {
		t.Errorf("no %q in %q or in %q", want, last, lines[23])
	}
	if strings.Contains(ansi.Strip(m.View().Content), "the reminder") {
		t.Error("the reminder stays after a key")
	}
	cfg.Reminder = ""
	if first := ansi.Strip(ui.New(t.Context(), cfg).View().Content); !strings.HasSuffix(first, last) {
		t.Errorf("the first view ends with %q, want %q", first[strings.LastIndex(first, "\n")+1:], last)
	}
}

func TestAKeyIsNotPressedWhereNothingCanBeSeen(t *testing.T) {
	m := ui.New(t.Context(), demo(""))
	m.Update(tea.WindowSizeMsg{Width: 20, Height: 5})
	m.Update(tea.KeyPressMsg{Code: '5', Text: "5"})
	m.Update(tea.PasteMsg{Content: "29"})
	if got := m.Document(); got != "" {
		t.Errorf("%q was typed", got)
	}
	lines := strings.Split(ansi.Strip(m.View().Content), "\n")
	for _, line := range lines {
		if ansi.StringWidth(line) > 20 {
			t.Errorf("%q is too wide", line)
		}
	}
	if len(lines) > 5 || m.View().Cursor != nil {
		t.Errorf("%d lines, cursor %v", len(lines), m.View().Cursor)
	}
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	m.Update(tea.PasteMsg{Content: "529"})
	if got := m.Document(); got != "529" {
		t.Errorf("%q was typed", got)
	}
}

func TestTheHeaderNamesTheServerAndTheAddressOfADemo(t *testing.T) {
	for _, tt := range []struct {
		place screen.Place
		want  string
	}{
		{screen.Place{Demo: true, Open: "10.0.0.5:8080"}, "10.0.0.5:8080"},
		{screen.Place{Env: klavi.Sandbox, Server: "x.example"}, "x.example"},
		{screen.Place{Env: klavi.Production, Server: "x.example"}, "x.example"},
	} {
		cfg := demo("")
		cfg.Place = tt.place
		m := ui.New(t.Context(), cfg)
		first, _, _ := strings.Cut(ansi.Strip(m.View().Content), "\n")
		name := tt.place.Name(m.Text)
		if tt.place.Open != "" {
			name = fmt.Sprintf(m.Text.Frame.DemoOpenF, tt.place.Open)
		}
		if !strings.Contains(first, name) || !strings.Contains(first, tt.want) {
			t.Errorf("%q, want %q and %q", first, name, tt.want)
		}
		if width := ansi.StringWidth(first); width > 80 {
			t.Errorf("%d columns: %q", width, first)
		}
	}
}
