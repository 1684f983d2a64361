package link

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/screen"
)

// panel is what stands beside a code.
type panel struct {
	*subject
	ways func() []screen.Binding // the keys that stand in the place of the URL
}

// brevity says what the panel leaves out, so that it has room beside a code. Each level
// leaves out what the one before it does, and more.
type brevity uint8

const (
	boxed brevity = iota // everything, in boxes
	whole
	withoutURL // The keys that send the link stand in the place of its URL.
	withoutLabels
	withoutBlanks
	withoutNumber // No number of the link, no sentence on how to scan.
	shortest      // No note about the demo.
)

// width is the number of columns that the panel takes beside a code of so many.
func (p *panel) width(beside int) int { return min(p.Terminal.Cols-beside-3, 60) }

// fitting returns the least brevity with which the panel fits into so many rows, or the
// greatest.
func (p *panel) fitting(beside, rows int) brevity {
	width := p.width(beside)
	if p.Terminal.Cols >= boxedWindow && width >= boxedCols && height(p.boxes(width)) <= rows {
		return boxed
	}
	b := whole
	for b < shortest && height(p.view(b, beside, 0)) > rows {
		b++
	}
	return b
}

// view is the panel beside a code of so many columns, in so many rows. The timeline
// takes what the rest leaves, one line at least.
func (p *panel) view(b brevity, beside, rows int) string {
	t, th, f, width := &p.Text.Link, p.Theme, p.facts(), p.width(beside)
	if b == boxed {
		return p.boxes(width)
	}
	var lines []string
	upTo := func(last brevity, more ...string) {
		if b <= last {
			lines = append(lines, more...)
		}
	}
	upTo(withoutLabels, "")
	upTo(shortest, th.Good.Bold(true).Render("✓ "+t.Title))
	if p.link.Foreign != "" {
		lines = append(lines, p.warning(b, width))
	}
	upTo(withoutBlanks, th.Text.Render(screen.Fold(t.Scan, width)))
	upTo(withoutLabels, "")
	upTo(shortest, f.Countdown(), f.Progress(width), th.Dim.Render(fmt.Sprintf(t.ExpiresAtF, f.Expiry())), f.Hurry())
	top := strings.Join(lines, "\n")

	lines = nil
	if advice := f.Advice(); p.link.Trouble() {
		upTo(shortest, th.Warn.Render(screen.Fold(p.Text.Status.Trouble, width)))
	} else if advice != "" {
		upTo(shortest, th.Warn.Render(screen.Fold(advice, width)))
	}
	if at := p.Place; at.Demo && (at.Open == "" || at.HereOnly) && p.link.Standing() == "" {
		upTo(withoutLabels, "")
		upTo(withoutNumber, th.Dim.Render(screen.Fold(t.DemoLocal, width)))
	}
	upTo(withoutLabels, "")
	upTo(withoutURL, th.Dim.Render(t.Customer))
	upTo(shortest, p.customer(width))
	upTo(withoutURL, th.Dim.Render(t.Institution))
	upTo(shortest, th.Text.Render(screen.Cut(p.link.Bank, width)))
	upTo(withoutURL, th.Dim.Render(t.ID))
	upTo(withoutBlanks, th.Text.Render(screen.Cut(p.link.ShownID(), width)))
	upTo(withoutLabels, "")
	if b == whole {
		lines = append(lines, f.URL(width, 0))
	} else {
		lines = append(lines, p.sending(width))
	}
	bottom := strings.Join(lines, "\n")
	most := max(rows-height(top)-height(bottom), 1)
	return top + "\n" + strings.Join(f.Journey(false).Column(th, width, most), "\n") + "\n" + bottom
}

// customer is whom the link is for, with the number of the case if it fits beside.
func (p *panel) customer(width int) string {
	customer := p.Theme.Text.Render(p.link.Customer)
	ticket := p.facts().Ticket()
	if ticket == "" || ansi.StringWidth(p.link.Customer+" · "+ticket) > width {
		return customer
	}
	return customer + p.Theme.Dim.Render(" · ") + p.Theme.Text.Render(ticket)
}

// warning says that the link opens at a host that is not known.
func (p *panel) warning(b brevity, width int) string {
	if b == shortest {
		return p.Theme.Warn.Render(screen.Fold("! "+p.Text.ForeignShort(p.link.Foreign), width))
	}
	return p.facts().Foreign(width)
}

// sending lists the keys that send the link. It breaks no key from its words.
func (p *panel) sending(width int) string {
	var b strings.Builder
	left := 0
	for _, way := range p.ways() {
		h := way.Help()
		cols := ansi.StringWidth(h.Key + " " + h.Desc)
		switch {
		case b.Len() == 0:
			left = width
		case left < cols+2:
			b.WriteByte('\n')
			left = width
		default:
			b.WriteString("  ")
			left -= 2
		}
		b.WriteString(p.Theme.Text.Render(h.Key) + " " + p.Theme.Dim.Render(h.Desc))
		left -= cols
	}
	return b.String()
}

func height(s string) int { return strings.Count(s, "\n") + 1 }
