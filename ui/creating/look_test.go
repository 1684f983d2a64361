package creating_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/klavi"
	"klavilink/ui/creating"
	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// spun returns the first line of the screen, which begins with the spinner.
func spun(c *creating.Screen) string { return c.View(screen.Area{Cols: 80, Rows: 24}).Body }

func TestTheSpinnerHasTheAccentOfTheThemeThatIsOn(t *testing.T) {
	s := fake.New()
	c := creating.New(s.Session)
	looks := map[bool]string{}
	for _, dark := range []bool{true, false} {
		s.Theme = screen.NewTheme(dark)
		c.Update(screen.Refitted{})
		looks[dark] = spun(c)
		glyph := []rune(strings.TrimSpace(ansi.Strip(looks[dark])))[0]
		if want := s.Theme.Title.Render(string(glyph)); !strings.Contains(looks[dark], want+" ") {
			t.Errorf("dark %t: %q, want %q", dark, looks[dark], want)
		}
	}
	s.Theme = screen.NewTheme(true)
	if first := spun(creating.New(s.Session)); first != looks[true] {
		t.Errorf("at first %q, want %q", first, looks[true])
	}
	s.Theme = screen.NewTheme(false)
	if first := spun(creating.New(s.Session)); first != looks[false] {
		t.Errorf("at first on light %q, want %q", first, looks[false])
	}
}

func TestAnErrorThatIsNotOfTheAPISaysWhatWasBeingDone(t *testing.T) {
	s := fake.New()
	c := creating.New(s.Session)
	answer := asked(t, c)
	answer.Err = errors.New("unexpected end")
	out, _ := c.Update(answer)
	if out.Event != flow.Broke || out.Err == nil || out.Err.Kind != klavi.KindProtocol {
		t.Fatalf("got %+v", out)
	}
	want := &klavi.Error{Op: "create link", Kind: klavi.KindProtocol, Err: answer.Err}
	if out.Err.Error() != want.Error() {
		t.Errorf("%q, want %q", out.Err, want)
	}
}
