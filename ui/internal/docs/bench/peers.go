package main

import (
	"context"
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// program is a program that runs on a terminal.
type program struct {
	name    string
	path    string
	args    []string
	version string

	// first is a text of its first whole frame.
	first string

	// resting is the way to a form at rest, and counting the way to a screen with a
	// countdown. A way is nil if the program has no such screen.
	resting, counting way
}

// way is what is typed to reach a screen. Each part is typed once the text that it
// waits for is on the screen.
type way []step

type step struct{ await, keys string }

// atOnce is the way to the first screen.
var atOnce = way{}

// peer is a program and its source: a folder of this repository, or a module.
type peer struct {
	program
	folder, source string
	module         string
}

// sample is the sample CPF of the documentation.
const sample = "52998224725"

const ctrlS = "\x13"

func peers() []peer {
	return []peer{
		{
			program: program{
				name: "klavilink", args: []string{"--demo", "--lang", "en"}, first: "ctrl+c quit", resting: atOnce,
				counting: way{{"ctrl+c quit", sample + ctrlS}, {"create the link", "\r"}, {" left", ""}},
			},
			folder: "../../..", source: ".",
		},
		{
			program: program{name: "bare Bubble Tea program", first: " left", counting: atOnce},
			folder:  ".", source: "./bench/bare",
		},
		{program: program{name: "huh form", first: "enter", resting: atOnce}, folder: ".", source: "./bench/form"},
		{
			program: program{
				name: "gum input", args: []string{"input", "--header", "CPF or CNPJ"},
				first: "submit", resting: atOnce,
			},
			module: "github.com/charmbracelet/gum@v0.17.0",
		},
		{
			program: program{
				name: "gum spin", args: []string{"spin", "--title", "Waiting...", "--", "sleep", "900"},
				first: "Waiting...", counting: atOnce,
			},
			module: "github.com/charmbracelet/gum@v0.17.0",
		},
		{program: program{name: "pop", first: "Subject", resting: atOnce}, module: "github.com/charmbracelet/pop@latest"},
	}
}

// build builds klavilink and its peers with the flags of a release. It returns the
// names of the modules that cannot be had.
func build(ctx context.Context, folder string) (programs []program, missing []string, err error) {
	for i, p := range peers() {
		bin := filepath.Join(folder, fmt.Sprint(i))
		if err := os.Mkdir(bin, 0o700); err != nil {
			return nil, nil, err
		}
		args := []string{"install", "-trimpath", "-ldflags=-s -w", p.module}
		if p.module == "" {
			file := filepath.Join(bin, "program")
			args = []string{"build", "-C", p.folder, "-trimpath", "-ldflags=-s -w", "-o", file, p.source}
		}
		cmd := exec.CommandContext(ctx, "go", args...)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOBIN="+bin)
		if said, err := cmd.CombinedOutput(); err != nil {
			if p.module == "" {
				return nil, nil, fmt.Errorf("%s: %w\n%s", p.name, err, said)
			}
			missing = append(missing, p.name)
			continue
		}
		made, err := filepath.Glob(filepath.Join(bin, "*"))
		if err != nil || len(made) != 1 {
			return nil, nil, fmt.Errorf("%s: go made %v, %w", p.name, made, err)
		}
		p.path = made[0]
		if p.module != "" {
			info, err := buildinfo.ReadFile(p.path)
			if err != nil {
				return nil, nil, err
			}
			p.version = info.Main.Version
		}
		programs = append(programs, p.program)
	}
	return programs, missing, nil
}
