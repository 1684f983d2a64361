package ui_test

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"klavilink/ui"
	"klavilink/ui/screen"
	"klavilink/ui/text"
)

func TestASavedPictureHoldsTheCodeAndItsNameTellsNothingPrivate(t *testing.T) {
	var name string
	var file []byte
	w, url := live(t, setup{cols: 80, rows: 24, save: func(n string, content []byte) (string, error) {
		name, file = n, content
		return "/home/agente/Downloads/" + n, nil
	}}, 400)
	w.press("s")
	w.sees("QR Code salvo em /home/agente/Downloads/qr-ate-14h30.png")
	if name != "qr-ate-14h30.png" {
		t.Errorf("%q", name)
	}
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := qrcode.NewQRCodeReader().Decode(bitmap, nil); err != nil || got.GetText() != url {
		t.Errorf("%v %v", got, err)
	}
}

func TestTheScreenSaysThatAPictureCannotBeSaved(t *testing.T) {
	w, _ := live(t, setup{save: func(string, []byte) (string, error) { return "", errors.New("disk full") }}, 230)
	w.press("s")
	w.sees("Não deu para salvar. Confira a pasta de downloads.")
}

func TestTheScreenSaysWhatToDoIfThereIsNoFolderForAPicture(t *testing.T) {
	w, _ := live(t, setup{save: func(string, []byte) (string, error) {
		return "", fmt.Errorf("save: %w", screen.ErrNoFolder)
	}}, 230)
	w.press("s")
	w.sees("A imagem não foi salva", "Crie a pasta Downloads")
}

func TestTheKeyForSavingIsMissingInThePresenterViewAndWithoutASaver(t *testing.T) {
	for name, tt := range map[string]struct {
		save  func(string, []byte) (string, error)
		keys  []string // on the way to where nothing is saved
		saves bool
	}{
		"link":      {func(string, []byte) (string, error) { return "", nil }, nil, true},
		"presenter": {func(string, []byte) (string, error) { return "", nil }, []string{"p"}, false},
		"nowhere":   {nil, nil, false},
	} {
		s := newStage(t, text.Portuguese, [2]int{120, 40}, scene{change: func(cfg *ui.Config) { cfg.Save = tt.save }})
		s.link(230)
		s.press(tt.keys...)
		if shown := s.text(); strings.Contains(shown, "salvar") != tt.saves {
			t.Errorf("%s:\n%s", name, shown)
		}
		s.press("s")
		if saves := s.last != nil; saves != tt.saves {
			t.Errorf("%s: saves is %t", name, saves)
		}
	}
}
