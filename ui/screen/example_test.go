package screen_test

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// greeting is a small sheet: it says a word and closes at enter.
type greeting struct{ word string }

func (g greeting) Update(tea.Msg) (screen.Outcome, tea.Cmd) { return screen.Outcome{}, nil }

func (g greeting) Bindings() []screen.Binding {
	return []screen.Binding{{
		Binding: screen.Bind("enter", "close", "enter"),
		Do: func(tea.KeyPressMsg) (screen.Outcome, tea.Cmd) {
			return screen.Outcome{Close: true}, nil
		},
	}}
}

func (g greeting) View(a screen.Area) screen.Frame {
	return screen.Frame{Body: screen.Cut(g.word, a.Cols)}
}

func ExampleSheet() {
	var s screen.Sheet = greeting{"good morning"}
	for _, b := range s.Bindings() {
		out, _ := b.Do(tea.KeyPressMsg{Code: tea.KeyEnter})
		fmt.Println(b.Help().Key, b.Help().Desc, out.Close)
	}
	fmt.Println(s.View(screen.Area{Cols: 6, Rows: 1}).Body)
	// Output:
	// enter close true
	// good …
}

func ExampleNewSession() {
	s := screen.NewSession(fake.New().Ctx, fake.New().Config)
	fmt.Println(s.Time(time.Date(2026, time.November, 23, 14, 0, 0, 0, time.UTC)))
	fmt.Println(s.Bank(s.Desk.Draft()))
	fmt.Println(s.Veil.Hides(s.Desk.Draft()))
	// Output:
	// 14:00
	// Nubank (260)
	// true
}

func ExampleGo() {
	fmt.Println(screen.Go(flow.Submit).Event)
	// Output: submit
}

func ExampleClockText() {
	fmt.Println(screen.ClockText(30*time.Minute), screen.ClockText(time.Millisecond), screen.ClockText(0))
	// Output: 30:00 0:01 0:00
}

func ExampleWrapURL() {
	fmt.Println(screen.WrapURL("https://conecte-sandbox.klavi.ai/path?v=abc", 16))
	// Output:
	// https://conecte-
	// sandbox.klavi.ai
	// /path?v=abc
}
