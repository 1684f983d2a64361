package ui_test

import (
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/text"
)

// atAnotherBank makes a link and asks for one at Itaú instead.
func atAnotherBank(t *testing.T) *stage {
	t.Helper()
	s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{})
	s.link(230)
	s.press("b")
	if shown := s.text(); !strings.Contains(shown, "Novo link com os mesmos dados") ||
		!strings.Contains(shown, "vale até 14:30") {
		t.Fatalf("no list of banks:\n%s", shown)
	}
	s.write("ita")
	s.press("enter")
	return s
}

func TestAnotherBankMakesANewLinkWithTheSameData(t *testing.T) {
	s := atAnotherBank(t)
	got := s.model.Draft().Request()
	if got.InstitutionCode != "341" || got.PersonalTaxID != "52998224725" {
		t.Errorf("asked for %v", got.Fields())
	}
	s.model.Answer(second(linkOf(230)), nil)
	if shown := s.text(); !strings.Contains(shown, "Itaú (341)") || !strings.Contains(shown, "restam 30:00") {
		t.Errorf("no new link:\n%s", shown)
	}
	s.press("l")
	shown := s.text()
	if strings.Count(shown, "substituído") != 1 || strings.Count(shown, "esperando o cliente") != 1 {
		t.Errorf("the list:\n%s", shown)
	}
}

// The first link cannot be taken back, so its customer may still use it.
func TestOfALinkThatWasReplacedOnlyAnAuthorisationIsAnnounced(t *testing.T) {
	s := atAnotherBank(t)
	s.model.Answer(second(linkOf(230)), nil)
	before := s.text()
	for _, quiet := range []klavi.ConsentStatus{klavi.Started, klavi.AwaitingBank, klavi.Rejected} {
		s.model.LookAt(0, quiet, "Nubank")
		if got := s.text(); got != before {
			t.Errorf("%s is told:\n%s", quiet, got)
		}
	}
	s.model.LookAt(0, klavi.Authorised, "Nubank")
	if got := s.text(); !strings.Contains(got, "✓ •••.982.247-•• autorizou: Nubank") {
		t.Errorf("nothing is said:\n%s", got)
	}
	s.press("l")
	if got := s.text(); strings.Contains(got, "substituído") || !strings.Contains(got, "autorizado") {
		t.Errorf("the list:\n%s", got)
	}
}

func TestALinkIsReplacedOnlyOnceTheNewOneIsThere(t *testing.T) {
	s := atAnotherBank(t)
	s.model.Answer(klavi.Link{}, errTest)
	if s.model.Desk.Links()[0].Replaced() {
		t.Error("replaced by nothing")
	}
	if !strings.Contains(s.text(), "O link não foi criado") {
		t.Errorf("no failure:\n%s", s.text())
	}
	s.press("enter")
	s.model.Answer(second(linkOf(230)), nil)
	if !s.model.Desk.Links()[0].Replaced() {
		t.Error("not replaced by the second try")
	}
}

func TestEscAndTheSameBankKeepTheLink(t *testing.T) {
	for _, keys := range [][]string{{"b", "esc"}, {"b", "enter"}, {"b", "x", "esc", "esc"}} {
		s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{})
		s.link(230)
		before := s.text()
		s.press(keys...)
		if got := s.text(); got != before {
			t.Errorf("%v: got\n%s\nwant\n%s", keys, got, before)
		}
	}
}
