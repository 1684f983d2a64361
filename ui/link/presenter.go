package link

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/screen"
)

// presenterFace is a live link on a screen that is shared: the code, the time
// left, and nothing that tells whom the link is for.
type presenterFace struct {
	*subject
	drawing            *drawing
	leave, play, other screen.Binding
}

func newPresenter(f *liveFace) *presenterFace {
	p := &presenterFace{subject: f.subject, drawing: f.drawing, play: f.keys.play, other: f.keys.redraw}
	p.leave = bind(screen.Bind("p", f.Text.Keys.LeavePresenter, "p"), p.unshare)
	return p
}

// bindings are the way out and the keys that help a phone. A stray key shows
// nothing private.
func (f *presenterFace) bindings() []screen.Binding {
	list := []screen.Binding{f.leave}
	if f.Follow.Playable(f.link) {
		list = append(list, f.play)
	}
	if len(f.drawing.fitting) > 1 {
		list = append(list, f.other)
	}
	return list
}

func (f *presenterFace) unshare(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
	f.presenting = false
	f.drawing.refit()
	return screen.Outcome{}, nil
}

func (f *presenterFace) view(a screen.Area) screen.Frame {
	facts := f.facts()
	if f.drawing.Code == "" {
		why := f.drawing.whyNot(a.Cols-2, false)
		return screen.Frame{Body: " " + strings.ReplaceAll(why, "\n", "\n ") + "\n\n " + facts.Countdown()}
	}
	words := f.Text.Link.PresenterScan
	if f.link.Standing() != "" {
		words = facts.Standing()
	}
	return f.drawing.over(facts.Countdown() + "  " + f.Theme.Text.Render(words))
}
