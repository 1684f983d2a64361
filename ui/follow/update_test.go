package follow_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/follow"
)

// lazy is a clock that waits only when its command is run, as a program's does.
type lazy struct{ clock }

func (*lazy) After(d time.Duration, msg tea.Msg) tea.Cmd {
	return func() tea.Msg { return wait{d, msg} }
}

func TestAllThatIsWaitedForIsInTheCommand(t *testing.T) {
	c := &lazy{}
	d := desk.New(desk.Config{Client: &api{}, Clock: c})
	f := follow.New(follow.Config{
		Context: context.Background(), Desk: d, Clock: c, Note: func(string, ...any) {},
		Play: func(string, string, klavi.ConsentStatus) error { return nil },
	})
	l := d.Add(klavi.Link{ID: "id-1", ExpireIn: time.Hour}, 0, "")
	waits := func(cmd tea.Cmd) []time.Duration {
		var all []time.Duration
		msg := cmd()
		batch, ok := msg.(tea.BatchMsg)
		if !ok {
			batch = tea.BatchMsg{func() tea.Msg { return msg }}
		}
		for _, one := range batch {
			if w, ok := one().(wait); ok {
				all = append(all, w.d)
			}
		}
		return all
	}
	for name, tt := range map[string]struct {
		cmd  tea.Cmd
		want []time.Duration
	}{
		"the first link":  {f.Start(l), []time.Duration{3 * time.Second, 2 * time.Second}},
		"the second link": {f.Start(l), []time.Duration{3 * time.Second}},
		"an answer": {
			f.Update(follow.StatusReceived{Sight: desk.Sight{Look: d.LookNow(l)}}), []time.Duration{3 * time.Second},
		},
		"a step": {f.Play(l), []time.Duration{4 * time.Second}},
	} {
		if got := waits(tt.cmd); !slices.Equal(got, tt.want) {
			t.Errorf("after %s: %v, want %v", name, got, tt.want)
		}
	}
}

func TestMessagesOfOthersAreIgnored(t *testing.T) {
	b := newFollower(true)
	b.made()
	for _, msg := range []tea.Msg{
		nil, "text", tea.KeyPressMsg{Code: tea.KeyEnter}, tea.WindowSizeMsg{Width: 80, Height: 24},
	} {
		if cmd := b.Update(msg); cmd != nil {
			t.Errorf("%T leads to a command", msg)
		}
	}
	if len(b.clock.waits) > 0 {
		t.Errorf("%v", b.clock.waits)
	}
}

func TestALookIsAskedInTheCommandAndNotInUpdate(t *testing.T) {
	b := newFollower(false)
	l := b.made()
	b.api.statuses = []klavi.InstitutionStatus{{Code: "260", Status: klavi.Authorised}}
	cmd := b.Update(follow.PollDue{Look: b.desk.LookNow(l)})
	if l.Authorised() {
		t.Fatal("update asked the API")
	}
	got, ok := cmd().(follow.StatusReceived)
	if !ok || len(got.Sight.Steps) != 1 || l.Authorised() {
		t.Fatalf("%+v, authorised: %t", got.Sight.Steps, l.Authorised())
	}
	b.run(b.Update(got))
	if !l.Authorised() {
		t.Error("the answer is not kept")
	}
}

func TestNothingIsWaitedForOnceNothingMoreWillBeSeen(t *testing.T) {
	b := newFollower(false)
	b.desk.Institutions.Claim()
	l := b.made()
	b.api.statuses = []klavi.InstitutionStatus{{Code: "260", Status: klavi.Authorised}}
	b.run(b.Update(follow.PollDue{Look: b.desk.LookNow(l)}))
	if !l.Authorised() || len(b.clock.waits) != 0 {
		t.Errorf("authorised: %t, waits for %v", l.Authorised(), b.clock.waits)
	}
	if cmd := b.Start(l); cmd != nil {
		t.Error("a link of which nothing more will be seen is followed")
	}
}

func TestALookThatSucceedsIsNotNoted(t *testing.T) {
	b := newFollower(false)
	b.run(b.Update(follow.PollDue{Look: b.desk.LookNow(b.made())}))
	if len(b.notes) > 0 || len(b.clock.waits) != 1 {
		t.Errorf("%q, waits for %v", b.notes, b.clock.waits)
	}
}

func TestAnOldFailureIsNotNoted(t *testing.T) {
	b := newFollower(false)
	l := b.made()
	old := b.desk.LookNow(l)
	b.desk.LookNow(l)
	cmd := b.Update(follow.StatusReceived{Sight: desk.Sight{Look: old, Err: errors.New("no network")}})
	if cmd != nil || len(b.notes) > 0 {
		t.Errorf("%q", b.notes)
	}
}

// The words of an error come from a server. They may hold what a terminal obeys, and
// be long.
func TestTheNoteOfAFailureIsHarmlessAndShort(t *testing.T) {
	b := newFollower(false)
	var said string
	f := follow.New(follow.Config{
		Context: context.Background(), Desk: b.desk, Clock: b.clock,
		Note: func(what string, attrs ...any) {
			if what != "look failed" || len(attrs) != 2 || attrs[0] != "error" {
				t.Fatalf("%q %v", what, attrs)
			}
			said, _ = attrs[1].(string)
		},
	})
	err := errors.New("\x1b[2J" + strings.Repeat("x", 5000))
	f.Update(follow.StatusReceived{Sight: desk.Sight{Look: b.desk.LookNow(b.made()), Err: err}})
	if strings.Contains(said, "\x1b") || utf8.RuneCountInString(said) > 600 || utf8.RuneCountInString(said) < 500 {
		t.Errorf("%d characters: %.40q", utf8.RuneCountInString(said), said)
	}
}

func TestNothingIsLookedUpWhileTheDocumentIsNotValid(t *testing.T) {
	b := newFollower(false)
	*b.desk.Draft().Text(draft.Document) = "529.982.247-2"
	if cmd := b.LookUp(); cmd != nil || b.api.consents != 0 {
		t.Error("half a document is looked up")
	}
}

// ended keeps whether the context of each question had ended.
type ended struct{ asked []error }

func (e *ended) InstitutionStatuses(ctx context.Context, _ klavi.Secret) ([]klavi.InstitutionStatus, error) {
	e.asked = append(e.asked, ctx.Err())
	return nil, ctx.Err()
}

func (e *ended) Consents(ctx context.Context, _, _ string) ([]klavi.Consent, error) {
	e.asked = append(e.asked, ctx.Err())
	return nil, ctx.Err()
}

func (e *ended) Institutions(ctx context.Context, _ klavi.Secret) ([]klavi.Institution, error) {
	e.asked = append(e.asked, ctx.Err())
	return nil, ctx.Err()
}

func TestAllQuestionsEndWithTheProgram(t *testing.T) {
	ctx, end := context.WithCancel(context.Background())
	client, c := &ended{}, &clock{}
	d := desk.New(desk.Config{
		Client: client, Clock: c, Draft: draft.From(klavi.LinkRequest{PersonalTaxID: "52998224725"}),
	})
	f := follow.New(follow.Config{Context: ctx, Desk: d, Clock: c, Note: func(string, ...any) {}})
	l := d.Add(klavi.Link{ID: "id-1", ExpireIn: time.Hour}, 0, "")
	f.Start(l)
	questions := []tea.Cmd{f.LookUp()}
	for _, w := range c.waits {
		questions = append(questions, f.Update(w.msg))
	}
	end()
	for _, q := range questions {
		q()
	}
	if len(client.asked) != 3 {
		t.Fatalf("%d questions", len(client.asked))
	}
	for i, err := range client.asked {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("question %d goes on: %v", i, err)
		}
	}
}

// Nobody waits for the list, so its end is no message.
func TestTheListAnswersNothing(t *testing.T) {
	b := newFollower(false)
	b.Start(b.made())
	for _, w := range b.clock.waits {
		if w.d == 2*time.Second {
			if msg := b.Update(w.msg)(); msg != nil || b.api.lists != 1 {
				t.Errorf("%v, %d lists", msg, b.api.lists)
			}
		}
	}
}

// The agent has turned to the next customer before the answer came.
func TestALateAnswerAboutACustomerIsDropped(t *testing.T) {
	b := newFollower(false)
	late := b.LookUp()()
	b.desk.NextCustomer()
	*b.desk.Draft().Text(draft.Document) = "111.444.777-35"
	b.LookUp()
	b.run(b.Update(late))
	if e := b.desk.Customer.Existing(b.desk.Draft()); len(e.Codes) > 0 {
		t.Errorf("%v", e.Codes)
	}
}
