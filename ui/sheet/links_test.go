package sheet_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// opened presses the key that opens the list, and runs what it wants.
func opened(t *testing.T, s *fake.Session) screen.Sheet {
	t.Helper()
	b := sheet.LinksBinding(s.Session, "l", "ctrl+l")
	if got := b.Help().Key; got != "l" {
		t.Errorf("the key is called %q", got)
	}
	out, cmd := b.Do(fake.Key("l"))
	if out.Open == nil {
		t.Fatal("no sheet opens")
	}
	s.Run(out.Open, cmd)
	return out.Open
}

// three are links of three customers, made a second and a half from each other.
func three(s *fake.Session) []*desk.Link {
	var links []*desk.Link
	for i, request := range []klavi.LinkRequest{
		{PersonalTaxID: fake.CPF, InstitutionCode: "260"},
		{BusinessTaxID: fake.CNPJ, InstitutionCode: "341"},
		{PersonalTaxID: fake.CPF},
	} {
		if i > 0 {
			s.Desk.NextCustomer()
			s.Clock.Advance(1500 * time.Millisecond)
		}
		*s.Desk.Draft() = draft.From(request)
		l := s.Sample()
		l.ID, l.URL = fmt.Sprintf("link-%d", i+1), l.URL+klavi.Secret(rune('1'+i))
		links = append(links, s.Add(l))
	}
	return links
}

// rows are the lines of the list without its title.
func rows(sh screen.Sheet, a screen.Area) []string {
	return strings.Split(strings.TrimRight(fake.Shown(sh.View(a)), "\n"), "\n")[2:]
}

// entries are the rows of the list, with what stands on a second line appended.
func entries(sh screen.Sheet, a screen.Area) []string {
	var all []string
	for _, line := range rows(sh, a) {
		switch {
		case len(all) > 0 && strings.TrimSpace(line) == "":
			return all
		case strings.Contains(line, "❯ "), len(line) > 6 && line[6] == ':':
			all = append(all, line)
		default:
			all[len(all)-1] += "\n" + line
		}
	}
	return all
}

func TestTheListHasTheLastLinkFirstWithWhatIsKnownOfEach(t *testing.T) {
	s := fake.New()
	links := three(s)
	links[1].Ticket = "2026-001"
	links[2].Rename("padaria")
	s.Saw(links[0], "104", klavi.AwaitingBank)
	sh := opened(t, s)
	words := &s.Text.Status
	for _, cols := range []int{80, 120} {
		got := entries(sh, screen.Area{Cols: cols, Rows: 21})
		for i, want := range [][]string{
			{"❯ 14:00", "•••.982.247-••", "padaria", "O cliente escolhe na hora", "30:00", words.Waiting},
			{"  14:00", links[1].Customer, "2026-001", "Itaú (341)", "29:59", words.Waiting},
			{"  14:00", "•••.982.247-••", "Caixa", "29:57", words.AwaitingBank},
		} {
			for _, part := range want {
				if !strings.Contains(got[i], part) {
					t.Errorf("%d columns: no %q in row %d: %q", cols, part, i, got[i])
				}
			}
		}
	}
}

func TestALinkThatIsOverSaysAtWhichStage(t *testing.T) {
	s := fake.New()
	links := three(s)
	s.Saw(links[0], "104", klavi.AwaitingBank)
	s.Saw(links[1], "104", klavi.Authorised)
	sh := opened(t, s)
	s.Clock.Advance(fake.Lifetime - 2*time.Second)
	got := entries(sh, usual)
	if strings.Contains(got[0], "venceu") || !strings.Contains(got[2], "venceu: "+s.Text.Status.AwaitingBank) {
		t.Errorf("not the first link alone is over: %q", got)
	}
	s.Clock.Advance(time.Minute)
	got = entries(sh, usual)
	if strings.Contains(got[1], "venceu") || !strings.Contains(got[0], "venceu: "+s.Text.Status.NobodyCame) {
		t.Errorf("%q", got)
	}
}

// The bank of a row is the one of its stage.
func TestTheListNamesTheBankWhereTheCustomerIsFarthest(t *testing.T) {
	s := fake.New()
	l := s.Made()
	s.Saw(l, "104", klavi.Authorised)
	s.Saw(l, "341", klavi.Started)
	if got := entries(opened(t, s), usual)[0]; !strings.Contains(got, "Caixa") || strings.Contains(got, "Itaú") {
		t.Errorf("%q", got)
	}
}

func TestAStageThatIsOlderThanAMinuteSaysHowOldItIs(t *testing.T) {
	s := fake.New()
	l := s.Made()
	sh := opened(t, s)
	age := func() string {
		_, age, _ := strings.Cut(entries(sh, usual)[0], "visto ")
		return strings.TrimSpace(age)
	}
	for _, tt := range []struct {
		after time.Duration
		want  string
	}{{time.Minute, ""}, {time.Second, "há 1 min"}, {118 * time.Second, "há 2 min"}, {time.Second, "há 3 min"}} {
		s.Clock.Advance(tt.after)
		if got := age(); got != tt.want {
			t.Errorf("%v after the link was made: %q, want %q", s.Clock.Steady(), got, tt.want)
		}
	}
	s.Saw(l, fake.Bank, klavi.Started)
	if got := age(); got != "" {
		t.Errorf("just seen: %q", got)
	}
	s.Saw(l, fake.Bank, klavi.Authorised)
	s.Clock.Advance(10 * time.Minute)
	if got := age(); got != "" {
		t.Errorf("a state that is final: %q", got)
	}
}

func TestRowsThatLookAlikeShowTheIDsOfTheirLinks(t *testing.T) {
	s := fake.New()
	for _, id := range []string{"first", "second", "third"} {
		l := s.Sample()
		l.ID = id
		s.Add(l)
	}
	s.Desk.Links()[0].Rename("padaria")
	got := entries(opened(t, s), usual)
	if !strings.Contains(got[0], "third") || !strings.Contains(got[1], "second") || strings.Contains(got[2], "first") {
		t.Errorf("%q", got)
	}
}

func TestTheTotalsCountTheLinksOfTheSession(t *testing.T) {
	s := fake.New()
	links := three(s)
	s.Saw(links[0], "104", klavi.Authorised)
	sh := opened(t, s)
	s.Clock.Advance(fake.Lifetime - 1500*time.Millisecond)
	fake.Press(sh, "/")
	fake.Type(sh, "nobody")
	shown := fake.Shown(sh.View(usual))
	if want := "Links: 3 · autorizados: 1 · em aberto: 1 · vencidos: 1"; !strings.Contains(shown, want) {
		t.Errorf("no %q in\n%s", want, shown)
	}
}

func TestChoosingStopsAtBothEnds(t *testing.T) {
	s := fake.New()
	three(s)
	sh := opened(t, s)
	chosen := func() int {
		for i, row := range entries(sh, usual) {
			if strings.Contains(row, "❯") {
				return i
			}
		}
		return -1
	}
	for _, step := range []struct {
		key  string
		want int
	}{{"up", 0}, {"down", 1}, {"down", 2}, {"down", 2}, {"up", 1}} {
		fake.Press(sh, step.key)
		if got := chosen(); got != step.want {
			t.Errorf("%s leads to row %d, want %d", step.key, got, step.want)
		}
	}
}

func TestTheChosenLinkIsInSightWhereTheListIsLongerThanTheRoom(t *testing.T) {
	s := fake.New()
	three(s)
	sh := opened(t, s)
	for _, a := range []screen.Area{{Cols: 80, Rows: 4}, {Cols: 80, Rows: 3}, {Cols: 80, Rows: 0}} {
		for range 3 {
			shown := rows(sh, a)
			if len(shown) > max(a.Rows-2, 4) || !strings.Contains(strings.Join(shown, ""), "❯") {
				t.Errorf("%d rows: %q", a.Rows, shown)
			}
			fake.Press(sh, "down")
		}
		fake.Press(sh, "up")
		fake.Press(sh, "up")
	}
}

func TestReopeningGivesTheLinkAndMakesItsDataTheDraft(t *testing.T) {
	s := fake.New()
	links := three(s)
	s.Desk.NextCustomer()
	*s.Desk.Draft() = draft.From(klavi.LinkRequest{Email: fake.Email})
	sh := opened(t, s)
	fake.Press(sh, "down")
	out, cmd := fake.Press(sh, "enter")
	want := screen.Outcome{Event: flow.Reopen, Handover: screen.Handover{Link: links[1]}}
	if out != want || cmd != nil {
		t.Errorf("got %+v, want %+v", out, want)
	}
	if got := s.Desk.Draft(); !got.Company() || *got.Text(draft.Institution) != "341" {
		t.Error("the data of the link is not the draft")
	}
	s.Desk.NextCustomer()
	if got := *s.Desk.Draft().Text(draft.Email); got != fake.Email {
		t.Error("what was being typed is lost")
	}
}

func TestEscLeavesTheListAndOtherKeysDoNothing(t *testing.T) {
	s := fake.New()
	three(s)
	sh := opened(t, s)
	if out, cmd := fake.Press(sh, "x"); !fake.Nothing(out) || cmd != nil {
		t.Errorf("x gives %+v", out)
	}
	if out, _ := fake.Press(sh, "esc"); out != (screen.Outcome{Close: true}) {
		t.Errorf("esc gives %+v", out)
	}
}

func TestTheListTicksWithTheFirstCountdownThatChanges(t *testing.T) {
	s := fake.New()
	three(s) // with 29:57.0, 29:58.5 and 30:00.0 left
	sh := opened(t, s)
	const half = 500 * time.Millisecond
	for i := range 3 {
		if in, ok := s.Clock.Next(); !ok || in != half {
			t.Errorf("tick %d comes in %v, want %v", i, in, half)
		}
		s.Wait(sh, half)
	}
	s.Wait(sh, fake.Lifetime)
	if in, ok := s.Clock.Next(); ok {
		t.Errorf("all is over, and a tick comes in %v", in)
	}
}

func TestTheListTicksOnAfterASuspension(t *testing.T) {
	s := fake.New()
	three(s)
	sh := opened(t, s)
	s.Clock.Advance(time.Minute)
	s.Clock.Due() // The tick is lost while the program is suspended.
	if _, ok := s.Clock.Next(); ok {
		t.Fatal("something is waited for")
	}
	s.Deliver(sh, screen.Resumed{})
	if _, ok := s.Clock.Next(); !ok {
		t.Error("the countdowns stand still")
	}
}

func TestTheListMarksTheNewsAsRead(t *testing.T) {
	s := fake.New()
	s.Saw(s.Made(), fake.Bank, klavi.Authorised)
	if _, ok := s.Desk.Unread(); !ok {
		t.Fatal("there is no news")
	}
	opened(t, s)
	if _, ok := s.Desk.Unread(); ok {
		t.Error("the news is still unread")
	}
}
