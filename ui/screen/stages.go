package screen

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Stages is a way in its order: the steps of the form, or the journey of a customer.
type Stages []Stage

// Stage is a part of a way.
type Stage struct {
	State StageState
	Name  string // one or two words
	Words string // for a line of its own; empty stands for the name
	Brief string // for a line that has no room for the words
	At    string // the time of day at which it was reached, empty if that is unknown
}

// StageState says where a stage is on the way.
type StageState uint8

// The states of a stage.
const (
	Ahead  StageState = iota // not reached yet
	Passed                   // done, or skipped between two looks
	Going                    // going on now
	Pulse                    // going on now, in the other half of its breath
	Broken                   // the way ended here
)

// mark is the sign of a state. Each state has its own, so that none is told by
// colour alone.
func (s StageState) mark() string {
	return [...]string{Ahead: "○", Passed: "✓", Going: "●", Pulse: "◉", Broken: "✗"}[s]
}

// Going marks the stage that goes on with the terminal's own colour. It breathes
// with each tick of the countdown, and a colour would be sent again every time.
func (t *Theme) stage(s StageState) lipgloss.Style {
	return [...]lipgloss.Style{Ahead: t.Dim, Passed: t.Good, Broken: t.Bad, Going: {}, Pulse: {}}[s]
}

// name is the style of the words of a stage.
func (s StageState) name(t *Theme) lipgloss.Style {
	return [...]lipgloss.Style{Ahead: t.Dim, Passed: t.Text, Broken: t.Bad, Going: t.Strong, Pulse: t.Strong}[s]
}

// The lengths of the lines between the stages of a row.
const (
	shortestLine = 1
	longestLine  = 12
)

// Row draws the way on one line. If the names of all stages have no room, only the
// stage that goes on has one.
func (s Stages) Row(t *Theme, width int) string {
	if len(s) == 0 {
		return ""
	}
	named, space := func(Stage) bool { return true }, " "
	rest := width
	for _, stage := range s {
		rest -= ansi.StringWidth(stage.Name) + 2
	}
	gaps := len(s) - 1
	line := longestLine
	if gaps > 0 {
		line = min(rest/gaps-2, longestLine)
	}
	if rest < gaps*(shortestLine+2) {
		named, line, space = s.current, shortestLine, ""
	}
	var b strings.Builder
	for i, stage := range s {
		if i > 0 {
			if named(s[i-1]) {
				b.WriteByte(' ')
			}
			b.WriteString(s.line(t, i, line) + space)
		}
		b.WriteString(t.stage(stage.State).Render(stage.State.mark()))
		if named(stage) {
			b.WriteString(" " + stage.State.name(t).Render(stage.Name))
		}
	}
	return Cut(b.String(), width)
}

// current reports whether a stage is the one that goes on, or at which the way ended,
// or the last of a way that is done.
func (s Stages) current(stage Stage) bool {
	at := slices.IndexFunc(s, func(s Stage) bool { return s.State != Passed })
	if at < 0 {
		at = len(s) - 1
	}
	return s[at] == stage
}

// line draws the line before the i-th stage: heavy as far as the way is gone.
func (s Stages) line(t *Theme, i, length int) string {
	if s[i].State == Ahead {
		return t.Dim.Render(strings.Repeat("─", length))
	}
	return t.Good.Render(strings.Repeat("━", length))
}

// Column draws each stage on a line of its own. If there are more than most, what lies
// ahead makes room first, and then what is longest ago.
func (s Stages) Column(t *Theme, width, most int) []string {
	shown := s
	for len(shown) > max(most, 1) && shown[len(shown)-1].State == Ahead {
		shown = shown[:len(shown)-1]
	}
	shown = shown[max(len(shown)-max(most, 1), 0):]
	times := 0 // the columns for the time of each stage, if any has one
	if slices.ContainsFunc(s, func(stage Stage) bool { return stage.At != "" }) {
		times = 7
	}
	lines := make([]string, len(shown))
	for i, stage := range shown {
		words := stage.Words
		for _, shorter := range []string{stage.Brief, stage.Name} {
			if shorter != "" && (words == "" || ansi.StringWidth(words) > width-times-2) {
				words = shorter
			}
		}
		line := t.stage(stage.State).Render(stage.State.mark()) + " " + t.Dim.Render(Pad(stage.At, times))
		lines[i] = Cut(line+stage.State.name(t).Render(words), width)
	}
	return lines
}

// Names returns the way with nothing but the names of its stages.
func (s Stages) Names() Stages {
	named := make(Stages, len(s))
	for i, stage := range s {
		named[i] = Stage{State: stage.State, Name: stage.Name}
	}
	return named
}

// Still returns the way without its breath, for a screen that does not tick.
func (s Stages) Still() Stages {
	still := slices.Clone(s)
	for i := range still {
		if still[i].State == Pulse {
			still[i].State = Going
		}
	}
	return still
}
