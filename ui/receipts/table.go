package receipts

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"klavilink/ui/received"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// The widths of the columns. The event and the link share what is left.
const (
	mark        = 2
	timeWidth   = 8
	verdict     = 16
	forward     = 14
	least       = 8
	linkAtMost  = 36
	eventAtMost = 32
	gap         = 2
)

// row returns one line of the table. In a narrow window the link goes first, and then the
// outcome of handing on.
func (m *Model) row(sign, at, event, link, signature, handedOn string) string {
	left := m.width - mark - timeWidth - gap - verdict - gap // for the event and what may go
	forwards := m.cfg.Forward != "" && left >= least+gap+forward
	if forwards {
		left -= gap + forward
	}
	events, links := max(min(eventAtMost, left), 1), 0
	if left >= least+gap+least {
		events = min(eventAtMost, left-gap-least)
		links = min(linkAtMost, left-events-gap)
	}
	cell := func(s string, width int) string { return screen.Pad(screen.Cut(s, width), width+gap) }
	line := screen.Pad(sign, mark) + cell(at, timeWidth) + cell(event, events)
	if links > 0 {
		line += cell(link, links)
	}
	line += cell(signature, verdict)
	if forwards {
		line += screen.Cut(handedOn, forward)
	}
	return screen.Cut(strings.TrimRight(line, " "), m.width)
}

// table returns the lines of the table.
func (m *Model) table() []string {
	t := &m.cfg.Text.Events
	lines := m.head()
	if len(m.list) == 0 {
		return append(lines, m.theme.Text.Render(screen.Cut(t.Nothing, m.width)))
	}
	lines = append(lines, m.theme.Dim.Render(m.row("", t.ColTime, t.ColEvent, t.ColLink, t.ColVerdict, t.ColForward)))
	room := max(m.height-1-len(lines), 1)
	first := max(m.at-room+1, 0)
	for i, r := range m.list[first:min(first+room, len(m.list))] {
		sign := ""
		if first+i == m.at {
			sign = "❯"
		}
		row := m.row(sign, m.time(r), r.Name, r.LinkID, m.verdict(r.Verdict), m.handedOn(r))
		lines = append(lines, m.style(r.Verdict).Render(row))
	}
	return lines
}

func (m *Model) time(r received.Receipt) string { return r.At.In(m.cfg.Zone).Format(time.TimeOnly) }

// style returns the colour of a verdict, which its words say too.
func (m *Model) style(v received.Verdict) lipgloss.Style {
	switch v {
	case received.Good:
		return m.theme.Text
	case received.NotChecked, received.Repeat, received.Test:
		return m.theme.Dim
	default:
		return m.theme.Bad
	}
}

// verdict returns the words for a verdict.
func (m *Model) verdict(v received.Verdict) string {
	t := &m.cfg.Text.Events
	return [...]string{
		t.Good, t.NotChecked, t.Repeat, t.Test, t.Forged, t.Unsigned, t.Malformed, t.TooLarge, t.Cut, t.NotJSON,
	}[v]
}

// handedOn returns the words for the outcome of handing on.
func (m *Model) handedOn(r received.Receipt) string {
	t := &m.cfg.Text.Events
	switch f := r.Forward; {
	case r.Pending:
		return "…"
	case f == nil:
		return ""
	case f.Err != nil:
		return t.NotForwarded
	default:
		return fmt.Sprintf(t.ForwardedF, f.Status, f.Took.Milliseconds())
	}
}

// detail returns the lines about the chosen receipt.
func (m *Model) detail() []string {
	t := &m.cfg.Text.Events
	r := m.list[m.at]
	lines := []string{m.theme.Title.Render(screen.Cut(strings.Join([]string{m.time(r), r.Name, r.Key}, "  "), m.width))}
	add := func(s string) { lines = append(lines, strings.Split(screen.Wrap(s, m.width), "\n")...) }
	add(m.verdict(r.Verdict) + "  " + r.LinkID)
	if r.Forward != nil {
		add(m.handedOn(r))
		if r.Forward.Tries > 1 {
			add(fmt.Sprintf(t.CostF, r.Forward.Tries, r.Forward.Waited))
		}
	}
	lines = append(lines, "", m.theme.Strong.Render(t.Headers))
	for _, key := range slices.Sorted(maps.Keys(r.Header)) {
		for _, value := range r.Header[key] {
			add(key + ": " + value)
		}
	}
	lines = append(lines, "", m.theme.Strong.Render(t.Body))
	if !m.cfg.Bodies {
		add(t.NoBody)
		return lines
	}
	const most = 64 << 10
	for line := range strings.Lines(string(r.Body[:min(len(r.Body), most)])) {
		add(validate.Harmless(line, most))
	}
	return lines
}
