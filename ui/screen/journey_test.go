package screen_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// plain draws a journey as a column without its styles.
func plain(s *fake.Session, way screen.Stages) []string {
	lines := way.Column(s.Theme, 60, 9)
	for i, line := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(line), " ")
	}
	return lines
}

func TestAJourneyShowsWhatIsOverWhatGoesOnAndWhatLiesAhead(t *testing.T) {
	words := fake.New().Text
	created, began := "✓ 14:00  "+words.Status.Created, "✓        "+words.Journey.Began
	began1 := "✓ 14:01  Nubank: " + words.Status.Started
	bank, terms := "○        "+words.Journey.Bank, "○        "+words.Journey.Terms
	authorised := "○        " + words.Journey.Authorised
	for _, tt := range []struct {
		name     string
		statuses []klavi.ConsentStatus // one a minute
		want     []string
	}{
		{"nothing seen", nil, []string{created, "● 14:00  " + words.Status.Waiting, bank, terms, authorised}},
		{
			"begun",
			[]klavi.ConsentStatus{klavi.Started},
			[]string{created, "● 14:01  Nubank: " + words.Status.Started, bank, terms, authorised},
		},
		{
			"a stage passed between two looks",
			[]klavi.ConsentStatus{klavi.AwaitingLGPD},
			[]string{
				created, began, "✓        " + words.Journey.Bank, "● 14:01  Nubank: " + words.Status.AwaitingLGPD, authorised,
			},
		},
		{
			"authorised",
			[]klavi.ConsentStatus{klavi.Started, klavi.AwaitingBank, klavi.Authorised},
			[]string{
				created, began1, "✓ 14:02  Nubank: " + words.Status.AwaitingBank, "✓        " + words.Journey.Terms,
				"✓ 14:03  Nubank: " + words.Status.Authorised,
			},
		},
		{
			"refused",
			[]klavi.ConsentStatus{klavi.Started, klavi.Rejected},
			[]string{created, began1, "✗ 14:02  Nubank: " + words.Status.Rejected},
		},
		{
			"out of time, and nothing else seen",
			[]klavi.ConsentStatus{klavi.Expired},
			[]string{created, began, "✗ 14:01  Nubank: " + words.Status.Expired},
		},
		{
			"a new try after a refusal",
			[]klavi.ConsentStatus{klavi.AwaitingLGPD, klavi.Rejected, klavi.Started},
			[]string{created, "● 14:03  Nubank: " + words.Status.Started, bank, terms, authorised},
		},
		{
			"revoked",
			[]klavi.ConsentStatus{klavi.Authorised, klavi.Revoked},
			[]string{
				created, began, "✓        " + words.Journey.Bank, "✓        " + words.Journey.Terms,
				"✓ 14:01  Nubank: " + words.Status.Authorised, "✗ 14:02  Nubank: " + words.Status.Revoked,
			},
		},
		{
			"a state that is new",
			[]klavi.ConsentStatus{"NEW"},
			[]string{created, "● 14:01  Nubank: situação “NEW”", bank, terms, authorised},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := fake.New()
			l := s.Made()
			for _, status := range tt.statuses {
				s.Clock.Advance(time.Minute)
				s.Saw(l, fake.Bank, status)
			}
			want := append([]string(nil), tt.want...)
			for i, line := range want {
				want[i] = strings.Replace(line, "14:00  "+words.Status.Waiting, "       "+words.Status.Waiting, 1)
			}
			equal(t, plain(s, s.Facts(l, l.Left()).Journey(false)), want...)
		})
	}
}

func TestTheJourneyOfALinkThatNobodyUsedEndsWithTheLink(t *testing.T) {
	s := fake.New()
	l := s.Made()
	equal(t, plain(s, s.Facts(l, 0).Journey(false)),
		"✓ 14:00  "+s.Text.Status.Created, "✗        "+s.Text.Status.NobodyCame)
}

func TestAJourneyHasALineForEachOtherInstitutionAndNoneOnASharedScreen(t *testing.T) {
	s := fake.New()
	l := s.Made()
	s.Saw(l, "341", klavi.Rejected)
	s.Saw(l, fake.Bank, klavi.AwaitingLGPD)
	words := &s.Text.Status
	lines := strings.Join(plain(s, s.Facts(l, l.Left()).Journey(false)), "\n")
	for _, want := range []string{"✗ 14:00  Itaú: " + words.Rejected, "● 14:00  Nubank: " + words.AwaitingLGPD} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %q in\n%s", want, lines)
		}
	}
	lines = strings.Join(plain(s, s.Facts(l, l.Left()).Journey(true)), "\n")
	for _, bank := range []string{"Itaú", "Nubank", words.Rejected} {
		if strings.Contains(lines, bank) {
			t.Errorf("%q is on a shared screen:\n%s", bank, lines)
		}
	}
}

func TestAStageThatWasJustSeenBreathesWithTheSecondsUnlessNothingMayMove(t *testing.T) {
	breathes := func(status klavi.ConsentStatus, after time.Duration, changes ...func(*screen.Config)) bool {
		s := fake.New(changes...)
		l := s.Made()
		if status != "" {
			s.Saw(l, fake.Bank, status)
		}
		s.Clock.Advance(after)
		draw := func(left time.Duration) string {
			return strings.Join(plain(s, s.Facts(l, left).Journey(false)), "\n")
		}
		return draw(58*time.Second) != draw(57*time.Second)
	}
	still := func(c *screen.Config) { c.ReducedMotion = true }
	for name, tt := range map[string]struct{ got, want bool }{
		"just seen":      {breathes(klavi.AwaitingBank, 0), true},
		"at the end":     {breathes(klavi.AwaitingBank, 10*time.Second-1), true},
		"seen before":    {breathes(klavi.AwaitingBank, 10*time.Second), false},
		"nothing seen":   {breathes("", 0), false},
		"reduced motion": {breathes(klavi.AwaitingBank, 0, still), false},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: breathes is %t", name, tt.got)
		}
	}
}
