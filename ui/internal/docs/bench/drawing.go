package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mdp/qrterminal/v3"

	"klavilink/ui/qr"
)

// drawingText stands above the table.
const drawingText = "The time to draw a link of 400 bytes with error correction L, and the bytes that the drawing\n" +
	"takes. The first column runs a process that draws and ends. For klavilink that is a program\n" +
	"of a few lines around its package. The last column draws within a running process, as\n" +
	"klavilink does. klavilink's bytes state both colours in 24 bits, so that no theme inverts or\n" +
	"tints the code. qrencode uses colours that themes change."

// drawing measures how long a URL of 400 bytes takes to become a code: within a
// process, and as a process that draws and ends.
func drawing(ctx context.Context, p plan, programs []program) (section, error) {
	text := "https://example.com/" + strings.Repeat("a1B2", 95)
	s := section{
		text: drawingText,
		measures: []measure{
			{name: "a process", unit: "ms", digits: 2},
			{name: "bytes written", digits: 0},
			{name: "within a process", unit: "µs", digits: 0},
		},
	}
	draw := filepath.Join(filepath.Dir(programs[0].path), "draw")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", draw, "./bench/draw")
	if said, err := build.CombinedOutput(); err != nil {
		return s, fmt.Errorf("draw: %w\n%s", err, said)
	}
	commands := [][]string{{draw, text}}
	if qrencode, err := exec.LookPath("qrencode"); err == nil {
		commands = append(commands,
			[]string{qrencode, "-l", "L", "-t", "ANSIUTF8", text},
			[]string{qrencode, "-l", "L", "-t", "UTF8", text})
	}
	times := make([][]float64, len(commands))
	written := make([]float64, len(commands))
	for range p.starts {
		for i, c := range commands {
			var out bytes.Buffer
			cmd := exec.CommandContext(ctx, c[0], c[1:]...)
			cmd.Stdout = &out
			began := time.Now()
			if err := cmd.Run(); err != nil {
				return s, fmt.Errorf("%s: %w", c[0], err)
			}
			times[i] = append(times[i], time.Since(began).Seconds()*1000)
			written[i] = float64(out.Len())
		}
	}
	var within []float64
	for _, r := range timed(p.rounds, []job{{"", ours(text)}, {"", theirs(text)}}) {
		within = append(within, r.ns/1000)
	}
	s.rows = []row{{"klavilink/ui/qr", []float64{median(times[0]), written[0], within[0]}}}
	for i, name := range []string{"qrencode -t ANSIUTF8", "qrencode -t UTF8"} {
		if i+1 < len(commands) {
			s.rows = append(s.rows, row{name, []float64{median(times[i+1]), written[i+1], none}})
		}
	}
	s.rows = append(s.rows, row{"qrterminal v3.2.1, half blocks", []float64{none, none, within[1]}})
	return s, nil
}

func ours(text string) func(*testing.B) {
	return func(b *testing.B) {
		for range b.N {
			code, err := qr.Encode(text)
			if err != nil {
				b.Fatal(err)
			}
			_ = code.Cells(qr.HalfBlocks, 4, qr.TrueColor)
		}
	}
}

func theirs(text string) func(*testing.B) {
	return func(b *testing.B) {
		for range b.N {
			qrterminal.GenerateHalfBlock(text, qrterminal.L, io.Discard)
		}
	}
}
