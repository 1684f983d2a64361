// Command record films the demo: it runs klavilink on a pseudo-terminal, types as
// an agent does, and writes what the terminal shows as docs/demo.gif.
//
//	go -C ui/internal/docs run ./record
//	go -C ui/internal/docs run ./record -screens
//
// The second form writes a picture of every screen instead, at 80x24 and at 120x40, dark
// and light, and docs/screens.md, which shows them.
//
// The film takes half a minute, and the pictures take four. The film shows the program that is
// built from this tree, with the sample CPF of the documentation.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"
)

func main() {
	out := flag.String("out", "../../../docs/demo.gif", "file to write")
	screens := flag.Bool("screens", false, "write a picture of every screen, instead of the film")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	do := func() error { return run(ctx, *out) }
	if *screens {
		do = func() error { return shootAll(ctx, filepath.Dir(*out)) }
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
}

// The window is just large enough for the code and the panel beside it.
const cols, rows = 110, 36

// act is something that the agent does once a text is on the screen.
type act struct {
	await string
	after time.Duration // gives the viewer time to read the text
	keys  string
}

const ctrlS = "\x13"

// script is a minute of an agent: a digit is misheard and corrected, two letters
// find the institution, the link is created, and the customer authorises.
func script() []act {
	return []act{
		{"CPF ou CNPJ", 1200 * time.Millisecond, "52998224724"},
		{"não conferem", 2500 * time.Millisecond, "\x7f5"},
		{"529.982.247-25", time.Second, "\r"},
		{"Em qual banco", 1200 * time.Millisecond, "nu"},
		{"Nubank", 1500 * time.Millisecond, "\r"},
		{"● Retorno", time.Second, ctrlS},
		{"enter criar", 2500 * time.Millisecond, "\r"},
		{"29:56", 0, "d"},
		{"AUTORIZADO", time.Second, ""},
	}
}

func run(ctx context.Context, out string) error {
	program, remove, err := build(ctx)
	if err != nil {
		return err
	}
	defer remove()
	w := dark(cols, rows)
	painter, err := newPainter(w)
	if err != nil {
		return err
	}
	stage, err := open(ctx, w, program, nil, "--demo", "--lang", "pt")
	if err != nil {
		return err
	}
	defer stage.close()
	frames, err := stage.play(ctx, script(), painter)
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := write(f, frames); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// build builds klavilink from this tree. The caller removes it.
func build(ctx context.Context) (program string, remove func(), err error) {
	folder, err := os.MkdirTemp("", "record-")
	if err != nil {
		return "", nil, err
	}
	remove = func() { _ = os.RemoveAll(folder) }
	program = filepath.Join(folder, "klavilink")
	goBuild := exec.CommandContext(ctx, "go", "build", "-C", "../../..", "-o", program, ".")
	if said, err := goBuild.CombinedOutput(); err != nil {
		remove()
		return "", nil, fmt.Errorf("build: %w\n%s", err, said)
	}
	return program, remove, nil
}
