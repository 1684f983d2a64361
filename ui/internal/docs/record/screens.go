package main

import (
	"context"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// scene is a way from one screen to the next: the keys, and a text of the new screen.
type scene struct{ name, keys, await string }

// presenter is the scene that needs room for the code in half blocks.
const presenter = "presenter"

// leastRows are the rows of a window in which the code of the demo fits.
const leastRows = 34

// scenes lead through the screens of a demo, in their order.
func scenes() []scene {
	return []scene{
		{"form-empty", "", "CPF ou CNPJ"},
		{"form", "52998224725", "CPF válido"},
		{"bank", "\r", "● Banco"},
		{"return", "\r", "● Retorno"},
		{"more", "\r", "● Mais"},
		{"review", ctrlS, "Confira o que"},
		{"review-detail", "d", "personalTaxId"},
		{"link", "\r", "restantes"},
		{"keys", "?", "Teclas que funcionam"},
		{"message", "xt", "Mensagem para o cliente"},
		{"links", "\x1bl", "Links desde"},
		{presenter, "\x1bp", "Aponte a câmera do"},
		{"authorised", "pd", "AUTORIZADO"},
		{"next", "\r", "● Cliente"},
	}
}

// shootAll writes a picture of every screen in every window into a folder.
func shootAll(ctx context.Context, folder string) error {
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	program, remove, err := build(ctx)
	if err != nil {
		return err
	}
	defer remove()
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		for name, w := range map[string]window{"dark": dark(size[0], size[1]), "light": light(size[0], size[1])} {
			suffix := fmt.Sprintf("-%dx%d-%s.png", size[0], size[1], name)
			name := func(scene string) string { return filepath.Join(folder, scene+suffix) }
			if err := shoot(ctx, w, program, name); err != nil {
				return fmt.Errorf("%s: %w", suffix, err)
			}
		}
	}
	return nil
}

// shoot runs the program in a window and writes a picture of each scene.
func shoot(ctx context.Context, w window, program string, file func(scene string) string) error {
	p, err := newPainter(w)
	if err != nil {
		return err
	}
	s, err := open(ctx, w, program, "--demo", "--lang", "pt")
	if err != nil {
		return err
	}
	defer s.close()
	for _, scene := range scenes() {
		fits := scene.name != presenter || w.rows >= leastRows
		for _, key := range scene.keys {
			if _, err := s.tty.WriteString(string(key)); err != nil {
				return err
			}
			if err := pause(ctx, 130*time.Millisecond); err != nil {
				return err
			}
		}
		if !fits {
			continue
		}
		if err := s.await(ctx, scene.await); err != nil {
			return err
		}
		if err := save(file(scene.name), s.picture(p)); err != nil {
			return err
		}
	}
	return nil
}

// await waits until a text is on the screen and the update that brought it is whole.
func (s *stage) await(ctx context.Context, text string) error {
	for range 300 {
		if strings.Contains(s.text(), text) {
			return pause(ctx, 300*time.Millisecond)
		}
		if err := pause(ctx, 100*time.Millisecond); err != nil {
			return err
		}
	}
	return fmt.Errorf("%q never appeared:\n%s", text, s.text())
}

// pause waits, or returns the error of a context that ends before.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// save writes a picture with a palette, which makes the file small.
func save(file string, picture *image.RGBA) error {
	small := image.NewPaletted(picture.Rect, palette([]frame{{picture: picture}}))
	draw.Draw(small, small.Rect, picture, image.Point{}, draw.Src)
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, small); err != nil {
		_ = f.Close()
		return fmt.Errorf("write %s: %w", file, err)
	}
	return f.Close()
}
