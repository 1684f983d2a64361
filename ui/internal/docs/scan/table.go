package main

import (
	"fmt"
	"strings"
)

// goal is how many decoders should read every picture of a code.
const goal = 6

// table writes the page.
func table(results []result) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# Does it scan?

How many of %d decoders (zbar, ZXing-C++ with and without inversion, a port of
Android's ZXing, jsQR, WeChat's, quirc) read a screenshot of the window: as it is
/ halved and JPEG 40, as a video call sends it / through a synthetic phone camera.
14 pixel DejaVu Sans Mono. This page is written by

`+"```sh\ngo -C ui/internal/docs run ./scan -instruments FOLDER\n```"+`

where FOLDER holds the scan instruments. It takes a quarter of an hour. A window
whose every picture was read by none is looked at a second time.

`, decoders)
	summary(&b, results)
	b.WriteString("\n## Every cell\n\n`base16light` is a palette that puts the light background in colour 0 and dark text\nin 7 and 15, as the base16 themes do. lxterminal is the VTE terminal.\n\n")
	tools := append([]string{ours}, peers...)
	b.WriteString("| terminal | theme | bytes | " + strings.Join(tools, " | ") + " |\n|" + strings.Repeat(" --- |", len(tools)+3) + "\n")
	for _, r := range results {
		if r.tool != ours || r.window == small {
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %d |", r.terminal, r.theme, r.bytes)
		for _, tool := range tools {
			score := "–"
			for _, other := range results {
				if other.tool == tool && other.terminal == r.terminal && other.theme == r.theme && other.bytes == r.bytes && other.window != small {
					score = other.score()
				}
			}
			b.WriteString(" " + score + " |")
		}
		b.WriteString("\n")
	}
	b.WriteString("\n## 80x24\n\nNo link of these sizes fits 80x24 in half blocks. Where the terminal shows images\nthe code is one; elsewhere it is a key away, in the browser.\n\n| terminal | theme | bytes | " + ours + " |\n| --- | --- | --- | --- |\n")
	for _, r := range results {
		if r.window == small {
			fmt.Fprintf(&b, "| %s | %s | %d | %s |\n", r.terminal, r.theme, r.bytes, r.score())
		}
	}
	return b.String()
}

const small = "80x24"

// summary counts for each tool the pictures that enough decoders read.
func summary(b *strings.Builder, results []result) {
	b.WriteString("| | pictures | read by at least " + fmt.Sprint(goal) + " | read by none | mean |\n| --- | --- | --- | --- | --- |\n")
	line := func(name string, of func(result) bool) {
		var total, good, none, sum int
		for _, r := range results {
			if !of(r) {
				continue
			}
			for _, n := range r.read {
				total++
				sum += n
				if n >= goal {
					good++
				}
				if n == 0 {
					none++
				}
			}
		}
		if total > 0 {
			fmt.Fprintf(b, "| %s | %d | %d | %d | %.1f |\n", name, total, good, none, float64(sum)/float64(total))
		}
	}
	for _, tool := range append([]string{ours}, peers...) {
		line(tool, func(r result) bool { return r.tool == tool && r.window != small })
	}
	line(ours+", image at "+small, func(r result) bool { return r.tool == ours && r.window == small })
}
