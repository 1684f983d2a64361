package main

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"klavilink/ui/qr"
)

// scan reads the code in a picture.
func scan(t *testing.T, picture image.Image) (string, error) {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		t.Fatal(err)
	}
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, hints)
	if err != nil {
		return "", err
	}
	return result.GetText(), nil
}

// developed returns the pictures of a film as a viewer shows them.
func developed(t *testing.T, film *gif.GIF) (pictures []*image.RGBA) {
	t.Helper()
	canvas := image.NewRGBA(image.Rect(0, 0, film.Config.Width, film.Config.Height))
	for _, part := range film.Image {
		draw.Draw(canvas, part.Rect, part, part.Rect.Min, draw.Over)
		picture := image.NewRGBA(canvas.Rect)
		copy(picture.Pix, canvas.Pix)
		pictures = append(pictures, picture)
	}
	return pictures
}

func TestTheFilmInTheDocumentationShowsACodeThatScans(t *testing.T) {
	f, err := os.Open("../../../../docs/demo.gif")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	film, err := gif.DecodeAll(f)
	if err != nil {
		t.Fatal(err)
	}
	var whole time.Duration
	for _, delay := range film.Delay {
		whole += time.Duration(delay) * 10 * time.Millisecond
	}
	if whole > 45*time.Second || film.LoopCount != 0 {
		t.Errorf("%v long, loops %d times", whole, film.LoopCount)
	}
	for _, picture := range developed(t, film) {
		if text, err := scan(t, picture); err == nil && strings.HasPrefix(text, "http://127.0.0.1:") {
			return
		}
	}
	t.Error("no picture with the demo's link")
}

func TestACodeOnTheTerminalIsACodeInThePicture(t *testing.T) {
	const want = "https://example.com/path?v=1"
	code, err := qr.Encode(want)
	if err != nil {
		t.Fatal(err)
	}
	em := vt.NewEmulator(cols, rows)
	_, _ = em.WriteString(strings.ReplaceAll(code.Cells(qr.HalfBlocks, 4, qr.TrueColor), "\n", "\r\n"))
	p, err := newPainter(dark(cols, rows))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := scan(t, p.paint(em, false)); err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
}

func TestTextIsPaintedInItsCellAndItsColour(t *testing.T) {
	em := vt.NewEmulator(4, 2)
	_, _ = em.WriteString("\x1b[2;3H\x1b[38;2;255;0;0mM")
	p, err := newPainter(dark(cols, rows))
	if err != nil {
		t.Fatal(err)
	}
	picture := p.paint(em, false)
	cell, inside, outside := place(2, 1), 0, 0
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			switch at := image.Pt(x, y); {
			case picture.RGBAAt(x, y) == p.background:
			case at.In(cell):
				inside++
			default:
				outside++
			}
		}
	}
	if inside < 20 || outside > 0 {
		t.Errorf("%d pixels in the cell, %d elsewhere", inside, outside)
	}
}

func TestAFilmShowsEachPictureForItsTime(t *testing.T) {
	picture := func(spots ...image.Point) *image.RGBA {
		p := image.NewRGBA(image.Rect(0, 0, 20, 10))
		fill(p, p.Rect, dark(cols, rows).background)
		for _, at := range spots {
			p.Set(at.X, at.Y, color.White)
		}
		return p
	}
	a, b := picture(), picture(image.Pt(3, 4), image.Pt(7, 5))
	var out bytes.Buffer
	err := write(&out, []frame{{a, time.Second}, {a, time.Second}, {b, 300 * time.Millisecond}, {a, 0}})
	if err != nil {
		t.Fatal(err)
	}
	film, err := gif.DecodeAll(&out)
	if err != nil {
		t.Fatal(err)
	}
	pictures := developed(t, film)
	want := []*image.RGBA{a, b, a}
	same := func(x, y *image.RGBA) bool { return bytes.Equal(x.Pix, y.Pix) }
	if !slices.EqualFunc(pictures, want, same) {
		t.Errorf("%d pictures", len(pictures))
	}
	if film.Delay[0] != 200 || film.Delay[1] != 30 || film.Image[1].Rect != image.Rect(3, 4, 8, 6) {
		t.Errorf("%v, %v", film.Delay, film.Image[1].Rect)
	}
}

func TestThePageOfTheScreensAndItsPicturesAreThere(t *testing.T) {
	const docs = "../../../../docs/"
	made := t.TempDir() + "/screens.md"
	if err := writePage(made); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(docs + "screens.md")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("the page is another one: %v", err)
	}
	for _, part := range strings.Split(string(want), "](")[1:] {
		name, _, _ := strings.Cut(part, ")")
		if _, err := os.Stat(docs + name); err != nil {
			t.Error(err)
		}
	}
}
