package main

import (
	"context"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"net"
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

// walk is a run of the program that leads through scenes, in their order.
type walk struct {
	args    []string
	environ []string
	scenes  []scene
}

// walks lead to every screen and every sheet. The last one calls a server that never
// answers.
func walks(silent string) []walk {
	return []walk{
		{[]string{"--demo"}, nil, []scene{
			{"form-empty", "", "CPF ou CNPJ"},
			{"form", "52998224725", "dígitos conferem"},
			{"bank", "\r", "● Banco"},
			{"bank-search", "itau", "❯ Itaú"},
			{"return", "\r", "● Retorno"},
			{"more", "\r", "● Mais"},
			{"review", ctrlS, "Confira o que"},
			{"review-detail", "d", "personalTaxId"},
			{"link", "\r", "restam"},
			{"link-url", "u", "/path?v="},
			{"keys", "x?", "Mostrar o QR Code"},
			{"message", "xt", "Mensagem"},
			{"recipient", "\x1bw", "Celular"},
			{"other-bank", "\x1bb", "Novo link"},
			{"links", "\x1bl", "Links desta sessão"},
			{presenter, "\x1bp", "Aponte a câmera do"},
			{"authorised", "pd", "AUTORIZADO"},
			{"", "", "AUTORIZADO"}, // keys rest for a moment
			{"next", "\r", "● Cliente"},
		}},
		{[]string{"--demo", "--demo-story", "refused", "--demo-speed", "60"}, nil, []scene{
			{"", "52998224725", "dígitos conferem"},
			{"", ctrlS, "Confira o que"},
			{"refused", "\r", "recusado"},
			{"expired", "", "O link venceu"},
		}},
		{[]string{"--demo", "--demo-story", "maintenance"}, nil, []scene{
			{"", "52998224725", "dígitos conferem"},
			{"", ctrlS, "Confira o que"},
			{"failed", "\r", "O link não foi criado"},
		}},
		{nil, []string{"KLAVI_API_BASE=http://" + silent, "KLAVI_ACCESS_TOKEN=sample"}, []scene{
			{"", "52998224725", "dígitos conferem"},
			{"", ctrlS, "Confira o que"},
			{"creating", "\r", "Criando"},
		}},
	}
}

// fits reports whether a window with so many rows has room for the scene.
func (s scene) fits(rows int) bool { return s.name != presenter || rows >= leastRows }

// sizes are those of the windows in the pictures.
func sizes() [][2]int { return [][2]int{{80, 24}, {120, 40}} }

// folder is where the pictures of the screens are, beside the page.
const folder = "screens"

// shootAll writes a picture of every screen in every window, and the page that shows them,
// into the folder of the documentation.
func shootAll(ctx context.Context, docs string) error {
	if err := os.MkdirAll(filepath.Join(docs, folder), 0o755); err != nil { //nolint:gosec // the pictures are public
		return err
	}
	program, remove, err := build(ctx)
	if err != nil {
		return err
	}
	defer remove()
	silent, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	defer silent.Close()
	for _, size := range sizes() {
		for colours, w := range map[string]window{"dark": dark(size[0], size[1]), "light": light(size[0], size[1])} {
			for _, walk := range walks(silent.Addr().String()) {
				file := func(scene string) string { return filepath.Join(docs, folder, picture(scene, size, colours)) }
				if err := shoot(ctx, w, program, walk, file); err != nil {
					return fmt.Errorf("%v, %s: %w", size, colours, err)
				}
			}
		}
	}
	return writePage(filepath.Join(docs, "screens.md"))
}

// shoot runs the program in a window and writes a picture of each scene.
func shoot(ctx context.Context, w window, program string, walk walk, file func(scene string) string) error {
	p, err := newPainter(w)
	if err != nil {
		return err
	}
	s, err := open(ctx, w, program, walk.environ, append(walk.args, "--lang", "pt")...)
	if err != nil {
		return err
	}
	defer s.close()
	for _, scene := range walk.scenes {
		fits := scene.fits(w.rows)
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
		if scene.name == "" {
			continue
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
