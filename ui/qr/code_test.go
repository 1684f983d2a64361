package qr_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/internal/emulator"
	"klavilink/ui/qr"
)

// url returns a URL of n bytes. Its bytes vary as those of a token do.
func url(n int) string {
	const token = "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJpZCI6IjAtMSJ9_x-"
	s := "https://conecte-sandbox.klavi.ai/path?v="
	for i := 0; len(s) < n; i++ {
		s += string(token[(i*i+7*i)%len(token)])
	}
	return s[:n]
}

// readBack draws on an emulated terminal and returns what a scanner reads there.
func readBack(size qr.Size, light bool, drawing string) (string, error) {
	s := emulator.New(size.Cols, size.Rows, light)
	defer s.Close()
	if _, err := s.Write([]byte(drawing)); err != nil {
		return "", err
	}
	return s.Code()
}

func TestCodesAreReadBackAtEverySizeThemeStyleAndQuietZone(t *testing.T) {
	for _, n := range []int{1, 30, 90, 230, 400, 700, 1000} {
		c, err := qr.Encode(url(n))
		if err != nil {
			t.Fatal(err)
		}
		for _, style := range []qr.Style{qr.HalfBlocks, qr.FullCells, qr.Sextants, qr.Octants} {
			for _, quiet := range []int{4, 2} {
				for _, light := range []bool{false, true} {
					for name, drawing := range map[string]string{
						"true colour": c.Cells(style, quiet, qr.TrueColor),
						"indexed":     c.Cells(style, quiet, qr.Indexed),
						"glyphs":      c.Glyphs(style, quiet, !light),
					} {
						// The cells around the code keep the terminal's own background.
						size := c.Size(style, quiet)
						window := qr.Size{Cols: size.Cols + 6, Rows: size.Rows + 2}
						if got, err := readBack(window, light, drawing); got != url(n) {
							t.Errorf("%d bytes, style %d, quiet zone %d, light %t, %s: %q %v",
								n, style, quiet, light, name, got, err)
						}
					}
				}
			}
		}
	}
}

func TestSizeIsTheSizeOfTheDrawing(t *testing.T) {
	c, _ := qr.Encode(url(230))
	for _, style := range []qr.Style{qr.HalfBlocks, qr.FullCells, qr.Sextants, qr.Octants} {
		for _, quiet := range []int{4, 2} {
			lines := strings.Split(c.Glyphs(style, quiet, true), "\n")
			got := qr.Size{Cols: len([]rune(lines[0])), Rows: len(lines)}
			if want := c.Size(style, quiet); got != want {
				t.Errorf("drawn %v, said %v", got, want)
			}
		}
	}
	// A URL of 230 bytes needs version 9, which has 53 modules on a side.
	if c.Modules() != 53 || c.Size(qr.HalfBlocks, 4) != (qr.Size{Cols: 61, Rows: 30}) ||
		c.Smallest(qr.HalfBlocks) != (qr.Size{Cols: 57, Rows: 28}) ||
		c.Size(qr.FullCells, 2) != (qr.Size{Cols: 114, Rows: 57}) ||
		c.Smallest(qr.Sextants) != (qr.Size{Cols: 29, Rows: 19}) ||
		c.Smallest(qr.Octants) != (qr.Size{Cols: 29, Rows: 14}) {
		t.Errorf("%d modules, %v, %v, %v, %v, %v",
			c.Modules(), c.Size(qr.HalfBlocks, 4), c.Smallest(qr.HalfBlocks), c.Size(qr.FullCells, 2),
			c.Smallest(qr.Sextants), c.Smallest(qr.Octants))
	}
}

// Background colours work even if the font lacks the half block or the terminal
// puts space between its lines.
func TestFullCellsAreDrawnWithoutGlyphs(t *testing.T) {
	c, _ := qr.Encode(url(90))
	if cells := ansi.Strip(c.Cells(qr.FullCells, 4, qr.TrueColor)); strings.Trim(cells, " \n") != "" {
		t.Errorf("%q", cells)
	}
}

func TestFitReturnsTheWidestQuietZoneThatFits(t *testing.T) {
	c, _ := qr.Encode(url(230))
	for space, want := range map[qr.Size]string{
		{Cols: 80, Rows: 40}: "4 true",
		{Cols: 61, Rows: 30}: "4 true",
		{Cols: 60, Rows: 30}: "2 true",
		{Cols: 61, Rows: 29}: "2 true",
		{Cols: 57, Rows: 28}: "2 true",
		{Cols: 56, Rows: 28}: "0 false",
		{Cols: 57, Rows: 27}: "0 false",
		{}:                   "0 false",
		{Cols: -1, Rows: -1}: "0 false",
	} {
		quiet, ok := c.Fit(qr.HalfBlocks, space)
		if got := fmt.Sprint(quiet, " ", ok); got != want {
			t.Errorf("%v: %s, want %s", space, got, want)
		}
	}
}

func TestEmptyAndTooLongTextsAreErrors(t *testing.T) {
	if _, err := qr.Encode(""); !errors.Is(err, qr.ErrEmpty) {
		t.Errorf("%v", err)
	}
	if _, err := qr.Encode(url(qr.Capacity)); err != nil {
		t.Errorf("the largest symbol: %v", err)
	}
	if _, err := qr.Encode(url(qr.Capacity + 1)); !errors.Is(err, qr.ErrTooLong) {
		t.Errorf("%v", err)
	}
}

func TestEveryLineSetsItsColoursAndResetsThem(t *testing.T) {
	c, _ := qr.Encode(url(90))
	themed := regexp.MustCompile(`\x1b\[(?:[34][0-7]|[34]8;5;(?:[0-9]|1[0-9]|2[01]))(?:;|m)`)
	for ink, prefix := range map[qr.Ink]string{qr.TrueColor: "\x1b[38;2;", qr.Indexed: "\x1b[38;5;"} {
		for i, line := range strings.Split(c.Cells(qr.HalfBlocks, 4, ink), "\n") {
			if !strings.HasPrefix(line, prefix) || !strings.HasSuffix(line, "\x1b[m") || themed.MatchString(line) {
				t.Errorf("line %d: %q", i, line)
			}
		}
	}
	if strings.Contains(c.Glyphs(qr.HalfBlocks, 4, true), "\x1b") {
		t.Error("an escape sequence where there are no colours")
	}
}

// Over a slow connection the code takes as long as its bytes.
func TestACodeTakesFewBytes(t *testing.T) {
	c, err := qr.Encode(url(400))
	if err != nil {
		t.Fatal(err)
	}
	for _, ink := range []qr.Ink{qr.TrueColor, qr.Indexed} {
		if n := len(c.Cells(qr.HalfBlocks, 4, ink)); n > 14_000 {
			t.Errorf("ink %d: %d bytes", ink, n)
		}
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("https://x/?v=1")
	f.Add("0123456789")
	f.Add("ABC $%*+-./:")
	f.Add("\x00\xff")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := qr.Encode(s)
		if err == nil && (c.Modules() < 21 || c.Modules() > 177 || c.Modules()%4 != 1) {
			t.Errorf("%q: %d modules", s, c.Modules())
		}
	})
}

// Encoding and drawing together should take a millisecond at most.
func BenchmarkEncodeAndDraw400Bytes(b *testing.B) {
	text := url(400)
	b.ReportAllocs()
	for b.Loop() {
		c, err := qr.Encode(text)
		if err != nil {
			b.Fatal(err)
		}
		_ = c.Cells(qr.HalfBlocks, 4, qr.TrueColor)
	}
}

func Example() {
	c, err := qr.Encode("https://klavi.ai")
	if err != nil {
		panic(err)
	}
	fmt.Println(c.Modules(), c.Size(qr.HalfBlocks, 4), c.Smallest(qr.HalfBlocks))
	quiet, ok := c.Fit(qr.HalfBlocks, qr.Size{Cols: 80, Rows: 16})
	fmt.Println(quiet, ok)
	// Output:
	// 21 {29 14} {25 12}
	// 4 true
}
