package screen_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// nobody is a sheet without keys that takes no message.
type nobody struct{}

func (nobody) Update(tea.Msg) (screen.Outcome, tea.Cmd) { return screen.Outcome{}, nil }

func (nobody) Bindings() []screen.Binding { return nil }

func (nobody) View(screen.Area) screen.Frame { return screen.Frame{} }

func TestTheVeilIsLiftedForOneDraftOnly(t *testing.T) {
	s := fake.New()
	d, other := s.Desk.Draft(), &draft.Draft{}
	if !s.Veil.Hides(d) {
		t.Error("it does not hide at the start")
	}
	s.Veil.Toggle(d)
	if s.Veil.Hides(d) || !s.Veil.Hides(other) || !s.Veil.Hides(d.Clone()) {
		t.Error("it is not lifted for this draft alone")
	}
	s.Veil.Toggle(other)
	if !s.Veil.Hides(d) || s.Veil.Hides(other) {
		t.Error("it is not lifted for the other draft alone")
	}
	s.Veil.Toggle(other)
	if !s.Veil.Hides(d) || !s.Veil.Hides(other) {
		t.Error("a second toggle does not hide")
	}
}

func TestTheVeilFallsAfterTenSeconds(t *testing.T) {
	s := fake.New()
	d := s.Desk.Draft()
	s.Run(nobody{}, s.Veil.Toggle(d))
	s.Wait(nobody{}, 10*time.Second-1)
	if s.Veil.Hides(d) {
		t.Error("it falls too early")
	}
	s.Wait(nobody{}, 1)
	if !s.Veil.Hides(d) {
		t.Error("it stays lifted")
	}
}

func TestTheEndOfAnEarlierLiftingChangesNothing(t *testing.T) {
	for name, hide := range map[string]func(*fake.Session){
		"hidden by the key": func(s *fake.Session) { s.Veil.Toggle(s.Desk.Draft()) },
		"fallen":            func(s *fake.Session) { s.Veil.Fall() },
	} {
		t.Run(name, func(t *testing.T) {
			s := fake.New()
			d := s.Desk.Draft()
			s.Run(nobody{}, s.Veil.Toggle(d))
			s.Wait(nobody{}, 6*time.Second)
			hide(s)
			if !s.Veil.Hides(d) {
				t.Fatal("it does not hide")
			}
			s.Run(nobody{}, s.Veil.Toggle(d))
			s.Wait(nobody{}, 6*time.Second) // The first lifting ends meanwhile.
			if s.Veil.Hides(d) {
				t.Error("the end of the first lifting ends the second")
			}
			s.Wait(nobody{}, 4*time.Second)
			if !s.Veil.Hides(d) {
				t.Error("the second lifting does not end")
			}
		})
	}
}

func TestTheVeilHidesWhereThereIsNoDraft(t *testing.T) {
	s := fake.New()
	if !s.Veil.Hides(nil) {
		t.Error("it does not hide")
	}
	s.Veil.Toggle(nil)
	if !s.Veil.Hides(nil) || !s.Veil.Hides(s.Desk.Draft()) {
		t.Error("it is lifted for nobody")
	}
}
