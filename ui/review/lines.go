package review

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/draft"
	"klavilink/ui/screen"
	"klavilink/validate"
)

const labelWidth = 23

// maxValue limits a value, in characters.
const maxValue = 600

// lines lays the rows out, with a heading for each step. What is empty is named in
// one sentence at the end, unless the agent wants the technical view.
func (s *Screen) lines() []string {
	d := s.Desk.Draft()
	var lines, empty []string
	heading := draft.Step(-1)
	for _, r := range draft.Review(s.Text, d, s.Bank(d), s.Veil.Hides(d)) {
		if r.Value == "" && !s.detailed {
			empty = append(empty, r.Label)
			continue
		}
		if r.Step != heading {
			name, _ := draft.StepWords(s.Text, r.Step)
			lines = append(lines, s.Theme.Title.Render(strconv.Itoa(int(r.Step)+1)+" "+name))
			heading = r.Step
		}
		lines = append(lines, s.row(r)...)
	}
	if len(empty) > 0 {
		words := fmt.Sprintf(s.Text.Journey.LeftOutF, strings.Join(empty, ", "))
		folded := strings.Split(screen.Fold(words, s.cols()-screen.BoxCols), "\n")
		lines = append(lines, "")
		for _, line := range folded {
			lines = append(lines, s.Theme.Dim.Render(line))
		}
	}
	return lines
}

// row lays a label and its value out over as many lines as they need. In the technical
// view the API's name stands at the right of the first line, if there is room.
func (s *Screen) row(r draft.Row) []string {
	room := s.cols() - screen.BoxCols - labelWidth - 3
	paint := s.Theme.Text
	if r.Value == "" {
		r.Value, paint = s.Text.Review.Nothing, s.Theme.Dim
	}
	value := ansi.Hardwrap(ansi.Wordwrap(validate.Harmless(r.Value, maxValue), room, " "), room, true)
	values, labels := strings.Split(value, "\n"), strings.Split(screen.Fold(r.Label, labelWidth), "\n")
	lines := make([]string, max(len(values), len(labels)))
	for i := range lines {
		label, part := "", ""
		if i < len(labels) {
			label = labels[i]
		}
		if i < len(values) {
			part = values[i]
		}
		lines[i] = "  " + s.Theme.Dim.Render(screen.Pad(label, labelWidth)) + " " + paint.Render(part)
		if gap := room - ansi.StringWidth(part) - len(r.Name); i == 0 && s.detailed && gap >= 2 {
			lines[i] += strings.Repeat(" ", gap) + s.Theme.Dim.Render(r.Name)
		}
	}
	return lines
}
