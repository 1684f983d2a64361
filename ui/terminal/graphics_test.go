package terminal_test

import (
	"image"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

// run runs a command and gives its messages, those of a batch too.
func run(cmd tea.Cmd) (msgs []tea.Msg) {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			msgs = append(msgs, run(c)...)
		}
	default:
		msgs = append(msgs, msg)
	}
	return msgs
}

// raw returns what a command writes to the terminal.
func raw(t *testing.T, cmd tea.Cmd) (written string) {
	t.Helper()
	for _, msg := range run(cmd) {
		if msg, ok := msg.(tea.RawMsg); ok {
			s, ok := msg.Msg.(string)
			if !ok {
				t.Fatalf("%#v", msg.Msg)
			}
			written += s
		}
	}
	return written
}

// tell gives the terminal messages and reports whether the last one changed it.
func tell(term *terminal.Terminal, msgs ...tea.Msg) (changed bool) {
	for _, msg := range msgs {
		changed, _ = term.Update(msg)
	}
	return changed
}

// kittyOK is the answer of a terminal that knows the kitty protocol.
func kittyOK() uv.KittyGraphicsEvent {
	return uv.KittyGraphicsEvent{Options: kitty.Options{ID: qr.ProbeID}, Payload: []byte("OK")}
}

var sixelOK = uv.PrimaryDeviceAttributesEvent{62, 4, 22}

func TestTheTerminalIsAskedOnce(t *testing.T) {
	term := terminal.New(80, 24, nil)
	if got := raw(t, term.Probe()); got != qr.Probe {
		t.Errorf("%q", got)
	}
	if term.Probe() != nil {
		t.Error("asked again")
	}
}

func TestATerminalThatCannotShowImagesIsNotAsked(t *testing.T) {
	for _, env := range []tea.EnvMsg{
		{"TERM=tmux-256color"},
		{"TERM=screen"},
		{"TERM=xterm-kitty", "TMUX=/tmp/tmux-0/default,1,0"},
		{"TERM=xterm", "STY=1.pts-0"},
		{"TERM=linux"},
		{"TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal"},
	} {
		term := terminal.New(80, 24, func() (int, int) { return 640, 480 })
		tell(term, env)
		if term.Probe() != nil {
			t.Errorf("%v: asked", env)
		}
		if _, cmd := term.Update(tea.WindowSizeMsg{Width: 90, Height: 30}); cmd != nil {
			t.Errorf("%v: measured", env)
		}
	}
	for _, env := range []tea.EnvMsg{
		{}, {"TERM=xterm-256color"}, {"TERM=xterm-kitty", "TMUX="}, {"TERM_PROGRAM=iTerm.app"},
	} {
		term := terminal.New(80, 24, nil)
		tell(term, env)
		if term.Probe() == nil {
			t.Errorf("%v: not asked", env)
		}
	}
}

func TestAnswersSayHowImagesAreShown(t *testing.T) {
	kittyNo, kittyOther := kittyOK(), kittyOK()
	kittyNo.Payload, kittyOther.Options.ID = []byte("ENOENT:no"), qr.ProbeID-1
	for name, c := range map[string]struct {
		answers []tea.Msg
		want    qr.Protocol
		changed bool
	}{
		"kitty":                              {[]tea.Msg{kittyOK()}, qr.Kitty, true},
		"sixel":                              {[]tea.Msg{sixelOK}, qr.Sixel, true},
		"kitty goes before sixel":            {[]tea.Msg{kittyOK(), sixelOK}, qr.Kitty, false},
		"kitty goes before sixel when late":  {[]tea.Msg{sixelOK, kittyOK()}, qr.Kitty, true},
		"sixel twice":                        {[]tea.Msg{sixelOK, sixelOK}, qr.Sixel, false},
		"kitty with an error":                {[]tea.Msg{kittyNo}, qr.NoGraphics, false},
		"kitty about another image":          {[]tea.Msg{kittyOther}, qr.NoGraphics, false},
		"the first attribute is no ability":  {[]tea.Msg{uv.PrimaryDeviceAttributesEvent{4, 1}}, qr.NoGraphics, false},
		"no attributes":                      {[]tea.Msg{uv.PrimaryDeviceAttributesEvent{}}, qr.NoGraphics, false},
		"other attributes":                   {[]tea.Msg{uv.PrimaryDeviceAttributesEvent{62, 14, 24}}, qr.NoGraphics, false},
		"a size of cells says no protocol":   {[]tea.Msg{uv.CellSizeEvent{Width: 8, Height: 17}}, qr.NoGraphics, true},
		"an error does not take kitty away":  {[]tea.Msg{kittyOK(), kittyNo}, qr.Kitty, false},
		"attributes do not take sixel away":  {[]tea.Msg{sixelOK, uv.PrimaryDeviceAttributesEvent{62, 22}}, qr.Sixel, false},
		"an answer without a question holds": {[]tea.Msg{sixelOK}, qr.Sixel, true},
	} {
		t.Run(name, func(t *testing.T) {
			term := terminal.New(80, 24, nil)
			if changed := tell(term, c.answers...); changed != c.changed || term.Protocol != c.want {
				t.Errorf("changed %t, protocol %d", changed, term.Protocol)
			}
		})
	}
}

func TestTheSystemMeasuresACellUntilTheTerminalSaysIt(t *testing.T) {
	term := terminal.New(80, 24, func() (int, int) { return 80*8 + 4, 24*17 + 4 })
	measured := run(term.Probe())
	if changed := tell(term, measured...); !changed || term.Cell != image.Pt(8, 17) {
		t.Errorf("changed %t, cell %v", changed, term.Cell)
	}
	if changed := tell(term, uv.CellSizeEvent{Width: 9, Height: 19}); !changed || term.Cell != image.Pt(9, 19) {
		t.Errorf("changed %t, cell %v", changed, term.Cell)
	}
	// A measurement that comes late knows less.
	if changed := tell(term, measured...); changed || term.Cell != image.Pt(9, 19) {
		t.Errorf("changed %t, cell %v", changed, term.Cell)
	}
}

func TestACellIsMeasuredAnewWithEveryWindowSize(t *testing.T) {
	pixels := image.Pt(800, 480)
	term := terminal.New(80, 24, func() (int, int) { return pixels.X, pixels.Y })
	size := tea.WindowSizeMsg{Width: 100, Height: 20}
	if _, cmd := term.Update(size); cmd != nil {
		t.Error("measured before anybody asked")
	}
	term.Probe()
	_, cmd := term.Update(size)
	pixels = image.Pt(1000, 600) // the command reads the size when it runs
	if msgs := run(cmd); !tell(term, msgs...) || term.Cell != image.Pt(10, 30) {
		t.Errorf("cell %v", term.Cell)
	}
	tell(term, uv.CellSizeEvent{Width: 9, Height: 19})
	_, cmd = term.Update(size)
	if got := raw(t, cmd); got != qr.ProbeCell {
		t.Errorf("%q", got)
	}
}

func TestAWindowOfOneCellIsMeasured(t *testing.T) {
	term := terminal.New(1, 1, func() (int, int) { return 8, 17 })
	if tell(term, run(term.Probe())...); term.Cell != image.Pt(8, 17) {
		t.Errorf("%v", term.Cell)
	}
}

func TestNothingIsMeasuredWithoutTheSystemsHelp(t *testing.T) {
	for name, term := range map[string]*terminal.Terminal{
		"no function": terminal.New(80, 24, nil),
		"no window":   terminal.New(0, 0, func() (int, int) { return 640, 480 }),
		"no rows":     terminal.New(80, 0, func() (int, int) { return 640, 480 }),
		"no columns":  terminal.New(0, 24, func() (int, int) { return 640, 480 }),
	} {
		notRaw := func(msg tea.Msg) bool { _, ok := msg.(tea.RawMsg); return !ok }
		if msgs := run(term.Probe()); len(msgs) != 1 || slices.ContainsFunc(msgs, notRaw) {
			t.Errorf("%s: %v", name, msgs)
		}
	}
}
