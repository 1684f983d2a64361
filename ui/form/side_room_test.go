package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
)

// beside returns the lines in the two boxes beside the fields: what will be sent, and the
// links of the session.
func (g *stage) beside() (sent, session []string) {
	g.t.Helper()
	lines := strings.Split(g.shown(), "\n")
	begin := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, g.s.Text.Journey.Session+" ─") })
	end := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, " ╰─") })
	if begin < 0 || !strings.HasSuffix(lines[end], "╯ ╰"+strings.Repeat("─", 42)+"╯") {
		g.t.Fatalf("the side does not end where the fields do:\n%s", g.shown())
	}
	for i, line := range lines[:end] {
		_, line, _ = strings.Cut(line, "│ │ ")
		line = strings.TrimRight(strings.TrimSuffix(line, " │"), " ")
		switch {
		case i > begin:
			session = append(session, line)
		case i > 1 && i < begin-1:
			sent = append(sent, line)
		}
	}
	return sent, session
}

func TestTheSideCutsWhatIsSentSoThatTheSessionHasSixRows(t *testing.T) {
	r := klavi.LinkRequest{PersonalTaxID: fake.CPF, Email: fake.Email, InstitutionCode: "341"}
	all, _ := raise(t, r).spread(120, 40).beside()
	if len(all) != 8 || slices.Contains(all, "…") {
		t.Fatalf("%q", all)
	}
	want := map[int]int{8: 1, 9: 1, 10: 2, 11: 3, 13: 5, 15: 7, 16: 8, 17: 8, 24: 8} // by the rows beside the fields
	for rows := 7; rows <= 25; rows++ {
		g := raise(t, r).spread(120, 40)
		g.area.Rows = rows
		sent, session := g.beside()
		if number, ok := want[len(sent)+len(session)+4]; ok {
			delete(want, len(sent)+len(session)+4)
			wanted := all
			if number < len(all) {
				wanted = append(slices.Clone(all[:number-1]), "…")
			}
			if !slices.Equal(sent, wanted) {
				t.Errorf("%d lines for the session, sent %q, want %q", len(session), sent, wanted)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not shown: %v", want)
	}
}

func TestTheSessionShowsAsManyLinksAsHaveRoomAndCountsTheRest(t *testing.T) {
	const links = 5
	g := raise(t, klavi.LinkRequest{}).spread(120, 40)
	for range links {
		g.s.Made()
	}
	want := map[int]int{4: 1, 5: 2, 6: 2, 7: 3, 8: 3, 9: 4, 10: 5, 11: 5, 12: 5} // by the lines of the session
	for rows := 12; rows <= 25; rows++ {
		g.area.Rows = rows
		_, session := g.beside()
		shown := strings.Count(strings.Join(session, "\n"), "vence às 14:30")
		if number, ok := want[len(session)]; ok && shown != number {
			t.Errorf("%d links in %d rows, want %d", shown, len(session), number)
		}
		rest := slices.Contains(session, fmt.Sprintf(g.s.Text.Journey.MoreF, links-shown))
		if rest != (shown < links) {
			t.Errorf("%d of %d links, the rest is counted: %t", shown, links, rest)
		}
		delete(want, len(session))
	}
	if len(want) > 0 {
		t.Errorf("not shown: %v", want)
	}
}

func TestTheLinkThatWasMadeLastComesFirst(t *testing.T) {
	g := raise(t, person).spread(120, 40)
	g.s.Saw(g.s.Made(), fake.Bank, klavi.AwaitingBank)
	g.s.Made()
	_, session := g.beside()
	if len(session) < 4 || !strings.Contains(session[3], g.s.Text.Status.AwaitingBank) {
		t.Errorf("%q", session)
	}
}

func TestWhatIsSentIsWrappedAndCutAt200Characters(t *testing.T) {
	const address = "https://exemplo.com/"
	g := raise(t, klavi.LinkRequest{RedirectURL: address + strings.Repeat("a", 200-len(address))}).spread(120, 40)
	sent, _ := g.beside()
	at := slices.IndexFunc(sent, func(l string) bool { return strings.HasPrefix(l, "  "+address) })
	if at < 0 {
		t.Fatalf("%q", sent)
	}
	whole := sent[at : at+6]
	for i, line := range whole {
		if want := min(40, 2+200-i*38); len(line) != want || !strings.HasPrefix(line, "  ") {
			t.Errorf("%q has %d columns, want %d", line, len(line), want)
		}
	}
	g = raise(t, klavi.LinkRequest{RedirectURL: address + strings.Repeat("a", 201-len(address))}).spread(120, 40)
	sent, _ = g.beside()
	if got, want := sent[at+5], strings.TrimSuffix(whole[5], "a")+"…"; got != want {
		t.Errorf("a longer one ends in %q, want %q", got, want)
	}
}
