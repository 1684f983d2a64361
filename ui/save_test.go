package ui_test

import (
	"bytes"
	"errors"
	"image/png"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

func TestASavedPictureHoldsTheCodeAndItsNameNothingPrivate(t *testing.T) {
	var name string
	var file []byte
	w, url := live(t, setup{cols: 80, rows: 24, save: func(n string, content []byte) (string, error) {
		name, file = n, content
		return "/home/agente/Downloads/" + n, nil
	}}, 400)
	w.press("s")
	w.sees("O código está em /home/agente/Downloads/qr-ate-14h30.png")
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

func TestWhatCannotBeSavedIsSaid(t *testing.T) {
	w, _ := live(t, setup{save: func(string, []byte) (string, error) { return "", errors.New("disk full") }}, 230)
	w.press("s")
	w.sees("Não consegui salvar a imagem do código.")
}

func TestNothingIsSavedInThePresenterViewOrWhereNothingCanBe(t *testing.T) {
	saved := false
	w, _ := live(t, setup{save: func(string, []byte) (string, error) { saved = true; return "", nil }}, 230)
	w.press("p")
	w.sees("p voltar")
	w.press("s", "p")
	w.sees("s salvar")
	if saved {
		t.Error("saved from the presenter view")
	}
	w, _ = live(t, setup{}, 230)
	if shown := w.sees("copiar link"); strings.Contains(shown, "salvar") {
		t.Error(shown)
	}
}
