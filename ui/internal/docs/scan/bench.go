package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// bench takes shots.
type bench struct {
	script string
	newer  string // the folder of the terminals of Debian 13
	tools  tools
	links  *links
}

// decoders is the number of decoders.
const decoders = 7

// result says how many decoders read each picture of a shot.
type result struct {
	shot
	read []int
}

// score is a figure for each picture.
func (r result) score() string {
	if len(r.read) != len(pictures) {
		return "–"
	}
	parts := make([]string, len(r.read))
	for i, n := range r.read {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, "/")
}

func (b *bench) check() error {
	_, err := os.Stat(b.script)
	return err
}

// take runs a tool in a terminal and has the decoders read the screenshot.
func (b *bench) take(ctx context.Context, s shot, display string) (result, error) {
	url := linkURL(s.bytes)
	terminal, _, _ := strings.Cut(s.terminal, " ")
	args := []string{
		"-g", s.window, "-t", terminal, "-T", s.theme, "-P", strings.Join(pictures, ","), "-m", "0", "-e", url,
	}
	args = append(args, s.terminalArgs...)
	if s.tool == ours {
		for name, value := range b.links.environ(s.bytes) {
			args = append(args, "-E", name+"="+value)
		}
		args = append(args, "-w", "2", "-k", "ctrl+s", "-k", "Return")
		args = append(args, "--")
		if s.tmux {
			args = append(args, "tmux", "-L", fmt.Sprint(os.Getpid(), s.bytes, s.theme, s.terminal), "new-session")
		}
		args = append(args, b.tools.klavilink, "--input", b.tools.request)
	} else {
		args = append(args, "--")
		switch tool := strings.Fields(s.tool); tool[0] {
		case "qrterminal":
			args = append(args, b.tools.qrterminal, url)
		case "qrcode-terminal":
			args = append(args, b.tools.qrcodeTerminal, url)
		default:
			args = append(append(args, tool...), url)
		}
	}
	cmd := exec.CommandContext(ctx, b.script, args...)
	cmd.Env = append(os.Environ(), "QR_DISPLAY="+display)
	if s.newer {
		cmd.Env = append(cmd.Env, "PATH="+b.newer+string(os.PathListSeparator)+os.Getenv("PATH"))
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	r := result{shot: s, read: scores(out.String())}
	if len(r.read) != len(pictures) {
		return r, fmt.Errorf("%s: %w: %s", s, err, out.String())
	}
	return r, nil
}

var scoreLine = regexp.MustCompile(`(?m)^\s+\S+\s+(\d)/` + strconv.Itoa(decoders) + `\s`)

// scores reads the output of the instruments, a line for each picture.
func scores(out string) (read []int) {
	for _, line := range scoreLine.FindAllStringSubmatch(out, -1) {
		n, _ := strconv.Atoi(line[1])
		read = append(read, n)
	}
	return read
}
