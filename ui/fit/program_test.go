package fit_test

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/clock"
	"klavilink/ui/fit"
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

var _ clock.Clock = patient{}

// patient is a clock whose waits are over at once. They are told by their length.
type patient struct{}

func (patient) Now() time.Time        { return time.Time{} }
func (patient) Steady() time.Duration { return 0 }

func (patient) After(d time.Duration, msg tea.Msg) tea.Cmd {
	return func() tea.Msg { return waited{d, msg} }
}

// waited is what a wait ends with.
type waited struct {
	d   time.Duration
	msg tea.Msg
}

// program runs the commands of a layer and writes down what they do.
type program struct {
	layer    *fit.Layer
	terminal *terminal.Terminal
	waits    []tea.Msg // what the waits ended with
	sent     []tea.Msg // the images that went out
}

func newProgram(t *terminal.Terminal) *program {
	return &program{layer: fit.NewLayer(patient{}), terminal: t}
}

// settle asks for a picture and says what happens: steps that follow each other are
// joined by arrows, and steps at the same time by plus signs.
func (p *program) settle(want fit.Picture) string {
	return p.run(p.layer.Settle(want, p.terminal, false, nil))
}

// wait lets the cells become blank and says what happens to the image.
func (p *program) wait() (done []string) {
	waits := p.waits
	p.waits = nil
	for _, msg := range waits {
		done = append(done, p.run(p.layer.Update(msg, p.terminal)))
	}
	return done
}

func (p *program) run(cmd tea.Cmd) string {
	if cmd == nil {
		return ""
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		return p.join(msg, " + ")
	case tea.RawMsg:
		switch raw := msg.Msg.(type) {
		case fit.ImageSent:
			p.sent = append(p.sent, msg)
			return fmt.Sprint("image ", raw.Number)
		case string:
			if raw == qr.Kitty.Remove() {
				return "remove"
			}
		}
		return fmt.Sprintf("%#v", msg)
	case waited:
		if msg.msg != nil {
			p.waits = append(p.waits, msg.msg)
		}
		return msg.d.String()
	case string:
		return msg
	default:
		if reflect.TypeOf(msg) == reflect.TypeOf(tea.ClearScreen()) {
			return "clear"
		}
		if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			return p.join(v.Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd), " -> ")
		}
		return fmt.Sprintf("%#v", msg)
	}
}

func (p *program) join(cmds []tea.Cmd, sep string) string {
	var done []string
	for _, cmd := range cmds {
		s := p.run(cmd)
		if strings.Contains(s, " ") && !strings.HasPrefix(s, "image") {
			s = "(" + s + ")"
		}
		done = append(done, s)
	}
	return strings.Join(done, sep)
}

// other is a command of somebody else.
func other() tea.Msg { return "other" }
