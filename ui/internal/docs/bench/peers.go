package main

import (
	"context"
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// program is what is started on a terminal.
type program struct {
	name    string
	path    string
	args    []string
	version string

	// first stands in its first whole frame.
	first string

	// resting is the way to a form at rest, counting to a screen that counts; nil
	// where it has none.
	resting, counting way
}

// way is what is typed to reach a screen, each once what it awaits stands there.
type way []step

type step struct{ await, keys string }

// atOnce is the way where the first screen is the one.
var atOnce = way{}

// peer is a program and where it comes from: a folder of this repository, or a
// module.
type peer struct {
	program
	folder, source string
	module         string
}

// sample is the usual sample CPF.
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
		{program: program{name: "bare Bubble Tea program", first: " left", counting: atOnce}, folder: ".", source: "./bench/bare"},
		{program: program{name: "huh form", first: "enter", resting: atOnce}, folder: ".", source: "./bench/form"},
		{
			program: program{name: "gum input", args: []string{"input", "--header", "CPF or CNPJ"}, first: "submit", resting: atOnce},
			module:  "github.com/charmbracelet/gum@v0.17.0",
		},
		{
			program: program{name: "gum spin", args: []string{"spin", "--title", "Waiting...", "--", "sleep", "900"}, first: "Waiting...", counting: atOnce},
			module:  "github.com/charmbracelet/gum@v0.17.0",
		},
		{program: program{name: "pop", first: "Subject", resting: atOnce}, module: "github.com/charmbracelet/pop@latest"},
	}
}

// build makes klavilink and its peers with the flags of a release. The names of
// modules that cannot be had are given back.
func build(ctx context.Context, folder string) (programs []program, missing []string, err error) {
	for i, p := range peers() {
		bin := filepath.Join(folder, fmt.Sprint(i))
		if err := os.Mkdir(bin, 0o700); err != nil {
			return nil, nil, err
		}
		args := []string{"install", "-trimpath", "-ldflags=-s -w", p.module}
		if p.module == "" {
			args = []string{"build", "-C", p.folder, "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(bin, "program"), p.source}
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
