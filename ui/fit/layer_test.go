package fit_test

import (
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/fit"
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// pictured is a program in a window of 80x24 that has sent an image.
func pictured(t *testing.T, protocol qr.Protocol) (*program, fit.Picture) {
	t.Helper()
	code := encoded(t, 400)
	term := window(80, 24, protocol, cell)
	d, _ := fit.Fit(code, term, asked(term, 400))
	want := d.Picture(&code)
	p := newProgram(term)
	if done := p.settle(want); done != "100ms" {
		t.Fatalf("settled with %s", done)
	}
	if done := p.wait(); !slices.Equal(done, []string{"image 1"}) {
		t.Fatalf("then %q", done)
	}
	return p, want
}

// removals are how an image goes, by protocol. Sixel leaves pixels, which go with
// the screen.
var removals = map[qr.Protocol]string{qr.Kitty: "remove", qr.Sixel: "clear"}

func TestAnImageGoesOutWhenTheCellsUnderItAreBlank(t *testing.T) {
	for protocol := range removals {
		p, want := pictured(t, protocol)
		sent, ok := p.sent[0].(tea.RawMsg).Msg.(fit.ImageSent)
		sequence, err := want.Code.Place(protocol, want.Row, want.Col, want.Scale)
		if err != nil {
			t.Fatal(err)
		}
		if !ok || sent != (fit.ImageSent{Number: 1, Protocol: protocol, Sequence: sequence}) {
			t.Errorf("protocol %d: sent %+v", protocol, sent)
		}
		if fmt.Sprint(sent) != sequence {
			t.Error("something else is written")
		}
	}
}

func TestAnImageThatIsThereIsNotSentAgain(t *testing.T) {
	p, want := pictured(t, qr.Kitty)
	if done := p.settle(want); done != "" {
		t.Errorf("%s", done)
	}
	if done := p.run(p.layer.Settle(want, p.terminal, false, other)); done != "other" {
		t.Errorf("%s", done)
	}
}

func TestWithoutAnImageTheCommandIsTheOnlyOne(t *testing.T) {
	p := newProgram(window(80, 24, qr.Kitty, cell))
	for _, leaving := range []bool{false, true} {
		if done := p.run(p.layer.Settle(fit.Picture{}, p.terminal, leaving, other)); done != "other" {
			t.Errorf("leaving %t: %s", leaving, done)
		}
	}
	if p.layer.Settle(fit.Picture{}, p.terminal, false, nil) != nil {
		t.Error("a command came from nothing")
	}
}

func TestAnImageComesBesideWhateverElseHappens(t *testing.T) {
	code := encoded(t, 400)
	p := newProgram(window(80, 24, qr.Kitty, cell))
	want := fit.Picture{Code: &code, Scale: qr.Scale{Quiet: 2, Pixels: 5}}
	if done := p.run(p.layer.Settle(want, p.terminal, false, other)); done != "other + 100ms" {
		t.Errorf("%s", done)
	}
}

func TestTheOldImageGoesBeforeAnythingElseHappens(t *testing.T) {
	for protocol, removed := range removals {
		p, _ := pictured(t, protocol)
		if done := p.run(p.layer.Settle(fit.Picture{}, p.terminal, false, other)); done != removed+" -> other" {
			t.Errorf("protocol %d, no image: %s", protocol, done)
		}
		p, want := pictured(t, protocol)
		want.Row++
		if done := p.run(p.layer.Settle(want, p.terminal, false, other)); done != removed+" -> (other + 100ms)" {
			t.Errorf("protocol %d, another image: %s", protocol, done)
		}
		if done := p.wait(); !slices.Equal(done, []string{"image 2"}) {
			t.Errorf("protocol %d: then %q", protocol, done)
		}
	}
}

// A program that quits or is suspended writes nothing more.
func TestLeavingWaitsUntilTheImageIsGone(t *testing.T) {
	for protocol, removed := range removals {
		p, want := pictured(t, protocol)
		if done := p.run(p.layer.Settle(want, p.terminal, true, other)); done != removed+" -> 100ms -> other" {
			t.Errorf("protocol %d: %s", protocol, done)
		}
		if done := p.wait(); done != nil {
			t.Errorf("protocol %d: then %q", protocol, done)
		}
	}
}

func TestAnImageThatDiffersInAnythingIsAnother(t *testing.T) {
	twin := encoded(t, 400)
	for name, change := range map[string]func(*fit.Picture, *terminal.Terminal){
		"code":         func(p *fit.Picture, _ *terminal.Terminal) { p.Code = &twin },
		"row":          func(p *fit.Picture, _ *terminal.Terminal) { p.Row++ },
		"column":       func(p *fit.Picture, _ *terminal.Terminal) { p.Col++ },
		"size":         func(p *fit.Picture, _ *terminal.Terminal) { p.Scale.Pixels-- },
		"quiet zone":   func(p *fit.Picture, _ *terminal.Terminal) { p.Scale.Quiet += 2 },
		"protocol":     func(_ *fit.Picture, t *terminal.Terminal) { t.Protocol = qr.Kitty },
		"clear":        func(_ *fit.Picture, t *terminal.Terminal) { t.Cleared() },
		"resumption":   func(_ *fit.Picture, t *terminal.Terminal) { t.Update(tea.ResumeMsg{}) },
		"window moved": func(_ *fit.Picture, t *terminal.Terminal) { t.Update(tea.WindowSizeMsg{Width: 80, Height: 24}) },
	} {
		t.Run(name, func(t *testing.T) {
			p, want := pictured(t, qr.Sixel)
			change(&want, p.terminal)
			// The old image goes as it came.
			if done := p.settle(want); done != "clear -> 100ms" {
				t.Errorf("%s", done)
			}
			if done := p.wait(); !slices.Equal(done, []string{"image 2"}) {
				t.Errorf("then %q", done)
			}
		})
	}
}

func TestNoImageIsShownInAWindowThatIsTooSmall(t *testing.T) {
	p, want := pictured(t, qr.Kitty)
	p.terminal.Update(tea.WindowSizeMsg{Width: terminal.MinCols, Height: terminal.MinRows - 1})
	if done := p.settle(want); done != "remove" {
		t.Errorf("%s", done)
	}
	p.terminal.Update(tea.WindowSizeMsg{Width: terminal.MinCols, Height: terminal.MinRows})
	if done := p.settle(want); done != "100ms" {
		t.Errorf("%s", done)
	}
}

// A window that is dragged says sizes faster than the cells become blank.
func TestOfManyImagesOnlyTheLastGoesOut(t *testing.T) {
	p, want := pictured(t, qr.Kitty)
	for range 3 {
		want.Col++
		p.settle(want)
	}
	if done := p.wait(); !slices.Equal(done, []string{"", "", "image 4"}) {
		t.Errorf("%q", done)
	}
}

func TestAnImageThatIsNoLongerWantedDoesNotGoOut(t *testing.T) {
	code := encoded(t, 400)
	p := newProgram(window(80, 24, qr.Kitty, cell))
	p.settle(fit.Picture{Code: &code, Scale: qr.Scale{Quiet: 2, Pixels: 5}})
	if done := p.settle(fit.Picture{}); done != "remove" {
		t.Errorf("%s", done)
	}
	if done := p.wait(); !slices.Equal(done, []string{""}) {
		t.Errorf("%q", done)
	}
}

func TestAnImageThatWasOvertakenIsTakenAwayWithTheOneInItsPlace(t *testing.T) {
	for protocol, removed := range removals {
		p, want := pictured(t, protocol)
		if cmd := p.layer.Update(p.sent[0], p.terminal); cmd != nil {
			t.Errorf("protocol %d: the last image is taken away", protocol)
		}
		want.Row++
		p.settle(want)
		p.wait()
		clears := p.terminal.Clears
		if done := p.run(p.layer.Update(p.sent[0], p.terminal)); done != removed || p.terminal.Clears != clears+1 {
			t.Errorf("protocol %d: %q, %d clears", protocol, done, p.terminal.Clears-clears)
		}
		if done := p.settle(want); done != removed+" -> 100ms" {
			t.Errorf("protocol %d: then %s", protocol, done)
		}
		if done := p.wait(); !slices.Equal(done, []string{"image 3"}) {
			t.Errorf("protocol %d: then %q", protocol, done)
		}
	}
}

// The number tells it apart, so a message can be made for any change.
func TestAnImageBeforeTheLastIsTakenAwayWhateverMadeIt(t *testing.T) {
	p := newProgram(window(80, 24, qr.Sixel, cell))
	late := func(before int) tea.Msg {
		return tea.RawMsg{Msg: fit.ImageSent{Number: p.layer.Number() - before, Protocol: qr.Sixel}}
	}
	if done := p.run(p.layer.Update(late(1), p.terminal)); done != "clear" {
		t.Errorf("%s", done)
	}
	if p.layer.Update(late(0), p.terminal) != nil {
		t.Error("the last one is taken away")
	}
}

func TestTheLayerIgnoresMessagesOfOthers(t *testing.T) {
	p, want := pictured(t, qr.Kitty)
	clears := p.terminal.Clears
	for _, msg := range []tea.Msg{
		nil, "another", tea.RawMsg{Msg: "another"}, tea.RawMsg{}, tea.WindowSizeMsg{Width: 9, Height: 9},
	} {
		if p.layer.Update(msg, p.terminal) != nil || p.terminal.Clears != clears {
			t.Errorf("%#v was taken", msg)
		}
	}
	if done := p.settle(want); done != "" {
		t.Errorf("%s", done)
	}
}

func TestOnlyAnImageThatIsDrawnIsAPicture(t *testing.T) {
	code := encoded(t, 400)
	term := window(80, 24, qr.Kitty, cell)
	d, _ := fit.Fit(code, term, fit.Request{Alone: true})
	want := fit.Picture{Code: &code, Row: d.Row, Col: d.Col, Scale: d.Scale}
	if got := d.Picture(&code); got != want || d.Row+d.Col == 0 || d.Scale.Pixels == 0 {
		t.Errorf("%+v instead of %+v", got, want)
	}
	term = window(120, 60, qr.Kitty, cell)
	if d, _ := fit.Fit(code, term, fit.Request{}); d.Picture(&code) != (fit.Picture{}) {
		t.Error("a code in cells is a picture")
	}
	if (fit.Drawing{Rendering: fit.Image}).Picture(&code) != (fit.Picture{}) {
		t.Error("a drawing without a code is a picture")
	}
}
