package ui

import (
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/watch"
	"klavilink/validate"
)

// due is the time for the next look at a link, looked what it showed. The number
// tells the last look from those before it.
type due struct {
	link   *liveLink
	number int
	from   watch.Source
}

type looked struct {
	due
	sights []watch.Step
	err    error
}

// lookTime bounds a look: one that hangs is given up before an agent would.
const lookTime = 15 * time.Second

// lookAgain waits for the time of the next look at a link, if there is more to
// be seen. Looks are independent of what is on the screen: those at earlier
// customers' links go on.
func (m *Model) lookAgain(l *liveLink) tea.Cmd {
	chance := 0.5
	if m.cfg.Chance != nil {
		chance = m.cfg.Chance()
	}
	from, wait := l.watch.Next(l.now(m.cfg.Clock), chance)
	if from == watch.Nowhere {
		return nil
	}
	l.look++
	return m.cfg.Clock.After(wait, due{l, l.look, from})
}

// look asks the API.
func (m *Model) look(msg due) tea.Cmd {
	if msg.number != msg.link.look {
		return nil
	}
	ctx, client, l := m.ctx, m.cfg.Client, msg.link
	token, id, person, company := l.Token, l.ID, l.request.PersonalTaxID, l.request.BusinessTaxID
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, lookTime)
		defer cancel()
		if msg.from == watch.FromLink {
			list, err := client.InstitutionStatuses(ctx, token)
			sights := make([]watch.Step, len(list))
			for i, s := range list {
				sights[i] = watch.Step{Code: s.Code, Name: s.Name, Status: s.Status}
			}
			return looked{msg, sights, err}
		}
		if company != "" {
			person = ""
		}
		list, err := client.Consents(ctx, person, company)
		var sights []watch.Step
		for _, c := range list {
			if c.LinkID == id {
				sights = append(sights, watch.Step{Code: c.InstitutionCode, Status: c.Status, At: c.UpdatedAt.Time})
			}
		}
		return looked{msg, sights, err}
	}
}

// looked takes what a look showed.
func (m *Model) looked(msg looked) tea.Cmd {
	l := msg.link
	if msg.number != l.look {
		return nil
	}
	if msg.err != nil {
		l.watch.Failed(msg.from, msg.err)
		m.note("look failed", "error", validate.Harmless(msg.err.Error(), maxDetail))
		return m.lookAgain(l)
	}
	again := m.lookAgain // after what was seen, which decides when
	fresh := l.watch.Saw(l.now(m.cfg.Clock), msg.sights)
	if len(fresh) == 0 {
		return again(l)
	}
	for _, s := range fresh {
		m.note("status", "link", l.id(), "institution", s.Code, "status", string(s.Status))
	}
	if l == m.link {
		m.redraw()
	}
	i := slices.IndexFunc(fresh, func(s watch.Step) bool { return s.Status == klavi.Authorised })
	if i < 0 {
		return again(l)
	}
	return tea.Batch(again(l), m.authorised(l, fresh[i]))
}

// authorised makes it unmistakable: the code goes, the bell rings, the terminal
// is told. Where the agent is with another customer, a line says so.
func (m *Model) authorised(l *liveLink, s watch.Step) tea.Cmd {
	cmds := []tea.Cmd{m.ring()}
	if l == m.link && (m.state == StateLink || m.state == StateExpired) {
		cmds = append(cmds, m.follow(Authorise))
	} else {
		m.news = fmt.Sprintf(m.t.Status.NewsF, l.customer, m.institutionName(s))
	}
	return tea.Batch(cmds...)
}

// ring rings the bell and asks the terminal for a notification (OSC 9), with
// words that name nobody: notifications end up on locked and shared screens.
func (m *Model) ring() tea.Cmd {
	const bell = "\a"
	if m.terminal.plain {
		return tea.Raw(bell)
	}
	return tea.Raw(bell + "\x1b]9;klavilink: " + m.t.Status.Notification + "\x1b\\")
}

// institutionName names the institution of a step: as the API calls it, else as
// the directory does.
func (m *Model) institutionName(s watch.Step) string {
	if s.Name != "" {
		return s.Name
	}
	if i, ok := m.institution(s.Code); ok {
		return i.Name
	}
	return validate.Harmless(s.Code, 40)
}

// standing puts into words how far a link is.
func (m *Model) standing(l *liveLink) string {
	if standing := l.watch.Standing(); standing != "" {
		return m.t.Standing(standing)
	}
	switch from, _ := l.watch.Next(l.now(m.cfg.Clock), 0.5); {
	case l.left == 0:
		return m.t.Status.NobodyCame
	case from == watch.Nowhere:
		return m.t.Status.Blind
	default:
		return m.t.Status.Waiting
	}
}

// advice is what to tell a customer for whom it did not work, while the code is
// good for another try.
func (m *Model) advice() string {
	switch m.link.watch.Standing() {
	case klavi.Rejected, klavi.Failed, klavi.Expired:
		return m.t.Status.TryAgain
	default:
		return ""
	}
}

// timeline lists what has happened, a line each with its time, the last so many.
func (m *Model) timeline(l *liveLink, width, most int) []string {
	lines := []string{m.timeLine(l.made, m.t.Status.Created, width)}
	for _, s := range l.watch.Steps() {
		lines = append(lines, m.timeLine(s.At, m.institutionName(s)+": "+m.t.Standing(s.Status), width))
	}
	if l.watch.Standing() == "" {
		lines = append(lines, m.theme.strong.Render(cut("…      "+m.standing(l), width)))
	}
	return lines[max(len(lines)-most, 0):]
}

func (m *Model) timeLine(at time.Time, words string, width int) string {
	return m.theme.dim.Render(at.Local().Format("15:04")) + "  " + m.theme.text.Render(cut(words, width-7))
}
