package screen

import (
	"fmt"
	"image/color"
	"time"

	"charm.land/lipgloss/v2"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/validate"
)

// Facts puts into words and colours what is known of a link. Every screen and
// sheet that shows a link draws with it.
type Facts struct {
	*Session
	Link *desk.Link
	Left time.Duration // the time that the link has left
}

// Facts returns the facts of a link with so much time left.
func (s *Session) Facts(l *desk.Link, left time.Duration) Facts { return Facts{s, l, left} }

// ClockText writes a duration as minutes and seconds. It rounds up: a link is over
// at 0:00 and not before.
func ClockText(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// TimeLeft is the time left in minutes and seconds.
func (f Facts) TimeLeft() string { return ClockText(f.Left) }

// urgency is how near the end of a link is.
type urgency uint8

const (
	calm urgency = iota
	soon         // under five minutes
	last         // under one minute
)

func (f Facts) urgency() urgency {
	switch {
	case f.Left <= time.Minute:
		return last
	case f.Left <= 5*time.Minute:
		return soon
	default:
		return calm
	}
}

// Countdown is the time left. Its digits have the terminal's own colour, because a
// colour would be sent again every second.
func (f Facts) Countdown() string {
	s := fmt.Sprintf(f.Text.Link.LeftF, ClockText(f.Left))
	switch f.urgency() {
	case last:
		return f.Theme.Bad.Render("!!") + " " + s
	case soon:
		return f.Theme.Warn.Render("!") + " " + s
	default:
		return s
	}
}

// Urgent gives a large countdown the colour of its hurry. While there is none it has
// the terminal's own, because a colour would be sent again every second.
func (f Facts) Urgent(digits string) string {
	switch f.urgency() {
	case last:
		return f.Theme.Bad.Render(digits)
	case soon:
		return f.Theme.Warn.Render(digits)
	default:
		return digits
	}
}

// Hurry says that the end is near, empty while it is not.
func (f Facts) Hurry() string {
	switch f.urgency() {
	case last:
		return f.Theme.Bad.Render(f.Text.Link.UnderOne)
	case soon:
		return f.Theme.Warn.Render(f.Text.Link.UnderFive)
	default:
		return ""
	}
}

// Progress is a bar of the time left.
func (f Facts) Progress(width int) string {
	bar := f.Theme.bar
	bar.SetWidth(max(width, 1))
	bar.FullColor = [...]color.Color{calm: f.Theme.barFull, soon: f.Theme.barSoon, last: f.Theme.barEnd}[f.urgency()]
	return bar.ViewAs(f.Left.Seconds() / f.Link.Lifetime.Seconds())
}

// Expiry is the time of day at which the link ends.
func (f Facts) Expiry() string { return f.Time(f.Link.ExpiresAt()) }

// Who names the customer, redacted, and the institution.
func (f Facts) Who() string {
	return f.Theme.Text.Render(f.Link.Customer) + f.Theme.Dim.Render(" · ") + f.Theme.Text.Render(f.Link.Bank)
}

// Ticket names the partner's own number of the case. It is empty if there is none.
func (f Facts) Ticket() string {
	if f.Link.Ticket == "" {
		return ""
	}
	return validate.Harmless(f.Link.TicketName+" "+f.Link.Ticket, 80)
}

// URL is the link's URL, broken over lines with nothing around it, so that it can
// be marked and copied.
func (f Facts) URL(width, margin int) string {
	url := f.Theme.Text.Render(WrapURL(f.Link.URL.Reveal(), width))
	return lipgloss.NewStyle().MarginLeft(margin).Render(url)
}

// Foreign warns of a link that opens at a host that is not known. It is empty for a
// link of a known host.
func (f Facts) Foreign(width int) string {
	if f.Link.Foreign == "" {
		return ""
	}
	return f.Theme.Warn.Render(Fold("! "+f.Text.Foreign(f.Link.Foreign), width))
}

// ForeignShort warns as [Facts.Foreign] does, in a few words.
func (f Facts) ForeignShort() string {
	if f.Link.Foreign == "" {
		return ""
	}
	return f.Theme.Warn.Render("! " + f.Text.ForeignShort(f.Link.Foreign))
}

// Standing says how far the link is. Of a link that was replaced only an authorisation
// matters.
func (f Facts) Standing() string {
	standing := f.Link.Standing()
	switch {
	case f.Link.Replaced() && standing.Outcome() != klavi.Granted:
		return f.Text.Status.Replaced
	case standing != "":
		return f.Text.Standing(standing)
	case f.Left == 0:
		return f.Text.Status.NobodyCame
	case f.Link.Blind():
		return f.Text.Status.Blind
	default:
		return f.Text.Status.Waiting
	}
}

// StandingStyle colours how far the link is. The words say it too.
func (f Facts) StandingStyle() lipgloss.Style {
	switch f.Link.Standing().Outcome() {
	case klavi.Granted:
		return f.Theme.Good
	case klavi.Refused, klavi.Withdrawn:
		return f.Theme.Bad
	default:
		return f.Theme.Text
	}
}

// Advice says what to do for a customer for whom it did not work, while the link is good
// for another try. A refusal is the customer's to make: the agent asks once whether it was
// meant. For a link that shows no progress the agent asks too. It is empty otherwise.
func (f Facts) Advice() string {
	standing := f.Link.Standing()
	switch {
	case standing == klavi.Rejected:
		return f.Text.Status.AskRefused
	case standing.Outcome() == klavi.Refused:
		return f.Text.Status.TryAgain
	case standing == "" && f.Left > 0 && f.Link.Blind():
		return f.Text.Status.BlindNote
	default:
		return ""
	}
}
