package fit_test

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"klavilink/ui/clock"
	"klavilink/ui/fit"
	"klavilink/ui/qr"
	"klavilink/ui/terminal"
)

func ExampleFit() {
	code, err := qr.Encode("https://conecte-sandbox.klavi.ai/path?v=eyJhbGciOiJFUzI1NiJ9")
	if err != nil {
		fmt.Println(err)
		return
	}
	request := fit.Request{
		Panel: func(int) int { return 20 }, // as high as what stands beside the code
		Below: 7,
	}
	d, _ := fit.Fit(code, terminal.New(100, 30, nil), request)
	fmt.Println(d.Layout == fit.Beside, d.Size)
	d, _ = fit.Fit(code, terminal.New(30, 10, nil), request)
	fmt.Println(d.Layout == fit.None, d.Need)
	// Output:
	// true {41 20}
	// true {37 19}
}

// instant is a clock that waits for nothing.
type instant struct{ clock.System }

func (instant) After(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

func ExampleLayer() {
	code, err := qr.Encode("https://conecte-sandbox.klavi.ai/path?v=eyJhbGciOiJFUzI1NiJ9")
	if err != nil {
		fmt.Println(err)
		return
	}
	t := terminal.New(80, 24, nil)
	layer := fit.NewLayer(instant{})
	want := fit.Picture{Code: &code, Scale: qr.Scale{Quiet: 4, Pixels: 6}}

	// The command waits until the cells are blank. The layer then sends the image.
	wait := layer.Settle(want, t, false, nil)
	fmt.Println(layer.Update(wait(), t) != nil)

	// Nothing has changed, so nothing is to be done.
	fmt.Println(layer.Settle(want, t, false, nil) == nil)
	// Output:
	// true
	// true
}
