package terminal_test

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

func ExampleTerminal() {
	t := terminal.New(80, 24, nil)
	changed, _ := t.Update(tea.WindowSizeMsg{Width: 50, Height: 20})
	fmt.Println(changed, t.Cols, t.Rows, t.Roomy())

	// The program asks once. The answers are messages like any others.
	t.Probe()
	t.Update(uv.CellSizeEvent{Width: 8, Height: 17})
	t.Update(uv.PrimaryDeviceAttributesEvent{62, 4})
	fmt.Println(t.Cell, t.Protocol == qr.Sixel)
	// Output:
	// true 50 20 false
	// (8,17) true
}
