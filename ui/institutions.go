package ui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi/directory"
)

// refreshed is Klavi's own list of institutions.
type refreshed struct{ list []directory.Institution }

// refreshing is the time to ask for it.
type refreshing struct{ link *liveLink }

// refreshPause leaves the code the network to itself.
const refreshPause = 2 * time.Second

// refresh asks for the list that only a link's token reads, once a run: it knows
// more institutions than the built-in one, and which are in trouble.
func (m *Model) refresh(l *liveLink) tea.Cmd {
	if m.refreshed {
		return nil
	}
	m.refreshed = true
	return m.cfg.Clock.After(refreshPause, refreshing{l})
}

func (m *Model) fetchInstitutions(l *liveLink) tea.Cmd {
	ctx, client, token, remember := m.ctx, m.cfg.Client, l.Token, m.cfg.Remember
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, lookTime)
		defer cancel()
		live, err := client.Institutions(ctx, token)
		list := directory.Merge(live)
		if err != nil || len(list) == 0 {
			return nil // the built-in list goes on
		}
		if remember != nil {
			_ = remember(list) // the next run asks again
		}
		return refreshed{list}
	}
}

// relist takes the list for the next time that the picker is opened: rows must not
// move under the agent's fingers.
func (m *Model) relist(msg refreshed) { m.institutions = msg.list }

// institution finds one by its code.
func (m *Model) institution(code string) (directory.Institution, bool) {
	i := slices.IndexFunc(m.institutions, func(i directory.Institution) bool { return i.Code == code })
	if i < 0 {
		return directory.Institution{}, false
	}
	return m.institutions[i], true
}
