// Command links runs the wizard with many live links at a server, without a terminal.
// It says "ready" once the last link is on the screen, and goes on until it is killed.
//
//	links URL NUMBER
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/klavi/sandbox"
	"klavilink/ui"
	"klavilink/ui/clock"
	"klavilink/ui/text"
)

func main() {
	if err := run(context.Background(), os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "links:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, server, number string) error {
	n, err := strconv.Atoi(number)
	if err != nil {
		return err
	}
	client, err := klavi.New(klavi.Config{
		BaseURL: server, AccessKey: sandbox.DemoAccessKey, SecretKey: sandbox.DemoSecretKey,
	})
	if err != nil {
		return err
	}
	w := &wizard{Model: ui.New(ctx, ui.Config{
		Client: client, Clock: clock.System{}, Text: text.For(text.Portuguese), Institutions: directory.Institutions(),
	})}
	for range n {
		link, err := client.CreateLink(ctx, klavi.LinkRequest{PersonalTaxID: "52998224725"})
		if err != nil {
			return err
		}
		w.links = append(w.links, link)
	}
	_, err = tea.NewProgram(w, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithWindowSize(120, 40)).Run()
	return err
}

// wizard is the wizard with links that were made before it began.
type wizard struct {
	*ui.Model
	links []klavi.Link
}

// begin asks for the links to be followed.
type begin struct{}

// Init implements tea.Model.
func (w *wizard) Init() tea.Cmd {
	return tea.Batch(w.Model.Init(), func() tea.Msg { return begin{} })
}

// Update implements tea.Model. The list of links leads to the last one.
func (w *wizard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmds []tea.Cmd
	update := func(msg tea.Msg) {
		_, cmd := w.Model.Update(msg)
		cmds = append(cmds, cmd)
	}
	if _, ok := msg.(begin); !ok {
		update(msg)
		return w, tea.Batch(cmds...)
	}
	for _, l := range w.links {
		cmds = append(cmds, w.Follow.Start(w.Desk.Add(l, w.Clock.Steady(), "Nubank")))
	}
	update(tea.KeyPressMsg{Code: 'l', Mod: tea.ModCtrl})
	update(tea.KeyPressMsg{Code: tea.KeyEnter})
	fmt.Println("ready")
	return w, tea.Batch(cmds...)
}
