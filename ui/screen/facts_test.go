package screen_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestADurationIsRoundedUpSoThatALinkIsOverAtZero(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0:00", 1: "0:01", time.Second: "0:01", time.Second + 1: "0:02",
		59*time.Second + 1: "1:00", 5 * time.Minute: "5:00", 30 * time.Minute: "30:00", 100 * time.Minute: "100:00",
	} {
		if got := screen.ClockText(d); got != want {
			t.Errorf("%v is %s, want %s", d, got, want)
		}
	}
}

func TestTheCountdownIsUrgentFromFiveMinutesAndFromOne(t *testing.T) {
	s := fake.New()
	l := s.Made()
	words := &s.Text.Link
	for _, tt := range []struct {
		left             time.Duration
		countdown, hurry string
	}{
		{30 * time.Minute, "30:00", ""},
		{5*time.Minute + 1, "5:01", ""},
		{5 * time.Minute, "! 5:00", words.UnderFive},
		{time.Minute + 1, "! 1:01", words.UnderFive},
		{time.Minute, "!! 1:00", words.UnderOne},
		{0, "!! 0:00", words.UnderOne},
	} {
		f := s.Facts(l, tt.left)
		mark, left, marked := strings.Cut(tt.countdown, " ")
		if !marked {
			mark, left = "", tt.countdown
		}
		want := strings.TrimSpace(mark + " " + fmt.Sprintf(words.LeftF, left))
		if got := ansi.Strip(f.Countdown()); got != want {
			t.Errorf("%v: countdown %q, want %q", tt.left, got, want)
		}
		if got := ansi.Strip(f.Hurry()); got != tt.hurry {
			t.Errorf("%v: hurry %q, want %q", tt.left, got, tt.hurry)
		}
		if got := f.TimeLeft(); got != left {
			t.Errorf("%v: time left %q, want %q", tt.left, got, left)
		}
	}
}

func TestTheBarShrinksWithTheTimeAndHasTheColourOfTheHurry(t *testing.T) {
	s := fake.New()
	l := s.Made()
	full := func(left time.Duration) int {
		return strings.Count(s.Facts(l, left).Progress(10), "━")
	}
	for left, want := range map[time.Duration]int{30 * time.Minute: 10, 15 * time.Minute: 5, 0: 0} {
		if got := full(left); got != want {
			t.Errorf("%v fills %d cells, want %d", left, got, want)
		}
	}
	if got := ansi.StringWidth(s.Facts(l, time.Minute).Progress(-3)); got != 1 {
		t.Errorf("a bar without room has %d cells", got)
	}
	colour := func(left time.Duration) string {
		before, _, _ := strings.Cut(s.Facts(l, left).Progress(60), "━")
		return before
	}
	calm, soon, last := colour(6*time.Minute), colour(4*time.Minute), colour(time.Minute)
	if calm == soon || soon == last || calm == last {
		t.Errorf("colours %q, %q, %q", calm, soon, last)
	}
	short := s.Sample()
	short.ExpireIn = 0
	if got := ansi.StringWidth(s.Facts(s.Add(short), 0).Progress(10)); got != 10 {
		t.Errorf("the bar of a link that never lived has %d cells", got)
	}
}

func TestTheStandingHasItsWordsItsColourAndItsAdvice(t *testing.T) {
	words := fake.New().Text
	theme := screen.NewTheme(true)
	for _, tt := range []struct {
		status klavi.ConsentStatus
		words  string
		style  lipgloss.Style
		advice string
	}{
		{"", words.Status.Waiting, theme.Text, ""},
		{klavi.Started, words.Status.Started, theme.Text, ""},
		{klavi.AwaitingBank, words.Status.AwaitingBank, theme.Text, ""},
		{"NEW", fmt.Sprintf(words.Status.OtherF, "NEW"), theme.Text, ""},
		{klavi.Authorised, words.Status.Authorised, theme.Good, ""},
		{klavi.Rejected, words.Status.Rejected, theme.Bad, words.Status.AskRefused},
		{klavi.Failed, words.Status.Failed, theme.Bad, words.Status.TryAgain},
		{klavi.Expired, words.Status.Expired, theme.Bad, words.Status.TryAgain},
		{klavi.Revoked, words.Status.Revoked, theme.Bad, ""},
		{klavi.DeletedByCustomer, words.Status.Deleted, theme.Bad, ""},
	} {
		s := fake.New()
		l := s.Made()
		if tt.status != "" {
			s.Saw(l, fake.Bank, tt.status)
		}
		f := s.Facts(l, l.Left())
		if got := f.Standing(); got != tt.words {
			t.Errorf("%s: %q, want %q", tt.status, got, tt.words)
		}
		if got, want := f.StandingStyle().Render("x"), tt.style.Render("x"); got != want {
			t.Errorf("%s: drawn as %q, want %q", tt.status, got, want)
		}
		if got := f.Advice(); got != tt.advice {
			t.Errorf("%s: advice %q, want %q", tt.status, got, tt.advice)
		}
	}
}

func TestALinkOfWhichNothingIsSeenSaysWhy(t *testing.T) {
	// Without a document there are no consents to look at, so the link is blind once
	// it refuses to tell.
	s := fake.New(fake.Typed(klavi.LinkRequest{}))
	l := s.Made()
	if got := s.Facts(l, l.Left()).Standing(); got != s.Text.Status.Waiting {
		t.Errorf("at first: %q", got)
	}
	blind := s.Desk.LookNow(l)
	s.Desk.Record(sightOf(blind, &klavi.Error{Kind: klavi.KindAuth, Status: 403}))
	if got := s.Facts(l, l.Left()).Standing(); got != s.Text.Status.Blind {
		t.Errorf("blind: %q", got)
	}
	if got := s.Facts(l, l.Left()).Advice(); got != s.Text.Status.BlindNote {
		t.Errorf("the advice is %q", got)
	}
	if got := s.Facts(l, 0).Standing(); got != s.Text.Status.NobodyCame {
		t.Errorf("over: %q", got)
	}
	if got := s.Facts(l, 0).Advice(); got != "" {
		t.Errorf("the advice of a link that is over is %q", got)
	}
}

func TestTheFactsNameTheCustomerRedactedAndTheBank(t *testing.T) {
	s := fake.New()
	l := s.Made()
	f := s.Facts(l, l.Left())
	if got, want := ansi.Strip(f.Who()), "•••.982.247-•• · Nubank (260)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := f.Expiry(); got != "14:30" {
		t.Errorf("it ends at %s", got)
	}
	url := strings.Split(ansi.Strip(f.URL(30, 1)), "\n")
	equal(t, url, " "+fake.URL[:30], " "+screen.Pad(fake.URL[30:], 30))
}
