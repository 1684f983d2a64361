package screen_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

var errRefused = errors.New("refused")

// board is a system's clipboard.
type board struct {
	held     string
	refusing bool // it takes nothing
	hidden   bool // it does not let anybody read
}

func (b *board) write(s string) error {
	if b.refusing {
		return errRefused
	}
	b.held = s
	return nil
}

func (b *board) read() (string, error) {
	if b.hidden {
		return "", errRefused
	}
	return b.held, nil
}

func (b *board) both(c *screen.Config) { c.Clipboard, c.ReadClipboard = b.write, b.read }

func TestACopyGoesToTheTerminalAndToTheSystem(t *testing.T) {
	b := &board{}
	s := fake.New(b.both)
	got := fake.Messages(s.Copier.Copy("a text"))
	want := []tea.Msg{tea.SetClipboard("a text")(), screen.CopyDone{Text: "a text"}}
	if !slices.Equal(got, want) || b.held != "a text" {
		t.Errorf("%q is in the clipboard, messages %v", b.held, got)
	}
	if !s.Copier.Sure(screen.CopyDone{Text: "a text"}) {
		t.Error("it is not sure")
	}
}

func TestACopyIsSureOnlyWhereTheSystemTookIt(t *testing.T) {
	refusing := &board{refusing: true}
	for name, change := range map[string]func(*screen.Config){
		"no clipboard":         func(*screen.Config) {},
		"a clipboard refusing": refusing.both,
	} {
		t.Run(name, func(t *testing.T) {
			s := fake.New(change)
			messages := fake.Messages(s.Copier.Copy("a text"))
			done, ok := messages[len(messages)-1].(screen.CopyDone)
			if !ok || done.Text != "a text" || s.Copier.Sure(done) {
				t.Errorf("%+v is sure", done)
			}
			if !slices.Contains(messages, tea.SetClipboard("a text")()) {
				t.Error("the terminal is not told")
			}
		})
	}
}

func TestACopyIsClearedAfterAMinuteIfItIsStillThere(t *testing.T) {
	for _, tt := range []struct {
		name, meanwhile, want string
		hidden                bool
	}{
		{name: "unchanged", meanwhile: "a text", want: ""},
		{name: "another text", meanwhile: "another", want: "another"},
		{name: "unreadable", meanwhile: "a text", want: "a text", hidden: true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := &board{hidden: tt.hidden}
			s := fake.New(b.both)
			s.Run(nobody{}, s.Copier.Copy("a text"))
			s.Wait(nobody{}, time.Minute-1)
			if b.held != "a text" {
				t.Fatalf("%q is left before a minute is over", b.held)
			}
			b.held = tt.meanwhile
			s.Wait(nobody{}, 1)
			if b.held != tt.want {
				t.Errorf("%q is left, want %q", b.held, tt.want)
			}
		})
	}
}

func TestATextThatIsCopiedAgainHasAMinuteFromTheLastCopy(t *testing.T) {
	b := &board{}
	s := fake.New(b.both)
	s.Run(nobody{}, s.Copier.Copy("a text"))
	s.Wait(nobody{}, 40*time.Second)
	s.Run(nobody{}, s.Copier.Copy("a text"))
	s.Wait(nobody{}, time.Minute-1)
	if b.held != "a text" {
		t.Error("the time of the first copy ended the second one")
	}
	s.Wait(nobody{}, 1)
	if b.held != "" {
		t.Error("it is never cleared")
	}
}

func TestWithoutAReaderNothingIsCleared(t *testing.T) {
	b := &board{}
	s := fake.New(func(c *screen.Config) { c.Clipboard = b.write })
	s.Run(nobody{}, s.Copier.Copy("a text"))
	s.Wait(nobody{}, time.Hour)
	if b.held != "a text" {
		t.Error("it is cleared, whatever it holds")
	}
}

func TestWithoutAWriterNothingIsRead(t *testing.T) {
	s := fake.New(func(c *screen.Config) {
		c.ReadClipboard = func() (string, error) {
			t.Error("it is read")
			return "a text", nil
		}
	})
	s.Run(nobody{}, s.Copier.Copy("a text"))
	s.Wait(nobody{}, time.Hour)
}
