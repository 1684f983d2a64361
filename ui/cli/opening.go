package cli

import (
	"fmt"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui"
)

// opening is a wizard that shows its first frame at once. Bubble Tea draws only at the
// ticks of its frame rate, and its first tick comes after a whole frame, for which the
// user would look at nothing.
type opening struct {
	*ui.Model

	out     io.Writer
	profile colorprofile.Profile
}

// Init implements [tea.Model]. Bubble Tea calls it once the terminal passes on every key,
// and before the first frame can be drawn. So no key is lost that answers what is shown,
// and no frame is overdrawn. Bubble Tea enters the alternate screen again, draws the same
// frame, and leaves that screen in the end.
func (o opening) Init() tea.Cmd {
	w := colorprofile.Writer{Forward: o.out, Profile: o.profile}
	_, _ = fmt.Fprint(&w, ansi.SetModeAltScreenSaveCursor+ansi.ResetModeTextCursorEnable+ansi.EraseEntireScreen+
		ansi.CursorHomePosition+strings.ReplaceAll(o.View().Content, "\n", "\r\n"))
	return o.Model.Init()
}

// leave takes the frame away, in case Bubble Tea has ended before it drew, and gives a
// window that has grown its old size back, in case a signal or a fault has ended the
// program. It does nothing on a screen that was left already.
func (o opening) leave() {
	_, _ = io.WriteString(o.out, o.Terminal.Owed()+ansi.ResetModeAltScreenSaveCursor+ansi.SetModeTextCursorEnable)
}
