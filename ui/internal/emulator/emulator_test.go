package emulator_test

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"klavilink/ui/internal/emulator"
	"klavilink/ui/qr"
)

func TestOnlyAWholeCodeThatIsDarkOnLightIsRead(t *testing.T) {
	c, err := qr.Encode("https://exemplo.com")
	if err != nil {
		t.Fatal(err)
	}
	whole := c.Cells(qr.HalfBlocks, 4, qr.TrueColor)
	for name, tt := range map[string]struct {
		drawing string
		read    bool
	}{
		"whole":    {whole, true},
		"inverted": {c.Glyphs(qr.HalfBlocks, 4, false), false}, // drawn for a light background, shown on a dark one
		"cut":      {whole[:len(whole)*2/3], false},
		"nothing":  {"", false},
	} {
		s := emulator.New(60, 30, false)
		_, _ = s.Write([]byte(tt.drawing))
		if got, err := s.Code(); (err == nil) != tt.read {
			t.Errorf("%s: %q %v", name, got, err)
		}
		s.Close()
	}
}

func TestTheTerminalAnswersTheProgram(t *testing.T) {
	s := emulator.New(10, 5, true)
	defer s.Close()
	go func() { _, _ = s.Write([]byte("\x1b]11;?\x07")) }()
	var b [64]byte
	n, err := s.Read(b[:])
	if err != nil || !strings.Contains(string(b[:n]), "ffff") {
		t.Errorf("background %v: %q %v", color.White, b[:n], err)
	}
}

func Example() {
	s := emulator.New(20, 3, false)
	defer s.Close()
	_, _ = s.Write([]byte("one\ntw\x1b[31mo\x1b[m"))
	fmt.Println(s.Text())
	// Output:
	// one
	// two
}
