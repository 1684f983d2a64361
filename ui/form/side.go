package form

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/draft"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// In a window of wideCols columns the side stands beside the fields: what will be sent,
// and the links of this session.
const (
	wideCols = 120
	sideCols = 44
)

// panelCols are the columns of the panel with the fields. Lines keep a length that is
// easy to read.
func panelCols(room screen.Area) int {
	cols := room.Cols - 2
	if room.Cols >= wideCols {
		cols -= sideCols + 1
	}
	return min(cols, 100+screen.BoxCols)
}

// side draws what stands beside the fields, in so many rows.
func (s *Screen) side(rows int) []string {
	const cols = sideCols - screen.BoxCols
	sent, room := s.sent(cols), max(rows-2-fewestRows, 1)
	if len(sent) > room {
		sent = append(sent[:room-1], s.Theme.Dim.Render("…"))
	}
	box := s.Theme.Box(s.Text.Journey.Link, sent, sideCols, 0)
	rest := rows - len(box)
	return append(box, s.Theme.Box(s.Text.Journey.Session, s.session(cols, rest-2), sideCols, rest)...)
}

// fewestRows are kept for the links of this session.
const fewestRows = 6

// mostShown limits a value, in characters.
const mostShown = 200

// sent lists what the request has so far. Others may see the screen, so what is
// personal is always hidden here.
func (s *Screen) sent(cols int) []string {
	var lines []string
	for _, r := range draft.Review(s.Text, s.draft, s.Bank(s.draft), true) {
		if r.Value == "" {
			continue
		}
		if r.Label != "" {
			lines = append(lines, s.Theme.Dim.Render(screen.Cut(r.Label, cols)))
		}
		value := ansi.Wrap(validate.Harmless(r.Value, mostShown), cols-2, "")
		for line := range strings.SplitSeq(value, "\n") {
			lines = append(lines, "  "+s.Theme.Text.Render(line))
		}
	}
	return lines
}

// session lists the links of this session, the last first: whom each is for, until
// when it is good, and how far the customer is. It needs no tick, because it says no
// time that runs.
func (s *Screen) session(cols, rows int) []string {
	list := s.Desk.Links()
	if len(list) == 0 {
		return []string{s.Theme.Dim.Render(s.Text.Journey.SessionEmpty)}
	}
	slices.Reverse(list)
	var lines []string
	for i, l := range list {
		if len(lines)+2 > rows || i < len(list)-1 && len(lines)+3 > rows {
			return append(lines, s.Theme.Dim.Render(fmt.Sprintf(s.Text.Journey.MoreF, len(list)-i)))
		}
		f := s.Facts(l, l.Left())
		until := fmt.Sprintf(s.Text.Link.ExpiresAtF, f.Expiry())
		if l.Left() == 0 {
			until = s.Text.Journey.Over
		}
		gap := max(cols-ansi.StringWidth(l.Customer)-ansi.StringWidth(until), 1)
		who := s.Theme.Text.Render(l.Customer) + strings.Repeat(" ", gap) + s.Theme.Dim.Render(until)
		lines = append(append(lines, who), f.Journey(false).Still().Column(s.Theme, cols, 1)...)
	}
	return lines
}
