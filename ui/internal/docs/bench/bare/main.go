// Command bare is the smallest countdown in Bubble Tea. It shows the cost of the
// library itself.
package main

import (
	"fmt"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
)

type countdown struct{ left time.Duration }

type tick struct{}

func next() tea.Msg {
	time.Sleep(time.Second)
	return tick{}
}

func (countdown) Init() tea.Cmd { return next }

func (c countdown) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tick:
		c.left -= time.Second
		return c, next
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+c" {
			return c, tea.Quit
		}
	}
	return c, nil
}

func (c countdown) View() tea.View {
	v := tea.NewView(fmt.Sprintf("%02d:%02d left", c.left/time.Minute, c.left%time.Minute/time.Second))
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(countdown{left: 30 * time.Minute}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
