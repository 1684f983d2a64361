package main

import (
	"fmt"
	"strings"
)

// goal is the number of decoders that should read every picture of a code.
const goal = 6

// small is the window that shows the code as an image only.
const small = "80x24"

// introduction stands above the tables. It takes the number of decoders.
const introduction = `# Does it scan?

This page is for people who doubt that the code scans. After reading it you know how many
decoders read it in each terminal and theme, beside four other tools.

The %d decoders are zbar, ZXing-C++ with and without inversion, a port of Android's ZXing,
jsQR, WeChat's and quirc. A result such as 6/5/7 says how many of them read three pictures
of the window:

1. the screenshot as it is,
2. the screenshot at half its size and as JPEG 40, as a video call sends it,
3. the screenshot through a synthetic phone camera.

The font is DejaVu Sans Mono at 14 pixels. This command writes the page in twenty minutes.
FOLDER holds the scan instruments. TREE is a tree of Debian 13 for its newer terminals, which
` + "`newer.sh`" + ` beside the program makes.

` + "```sh\ngo -C ui/internal/docs run ./scan -instruments FOLDER -newer TREE/terminals\n```" + `

If no decoder reads any picture of a window, the command takes its pictures once more.

`

// everyCell stands above the table of all results.
const everyCell = `
## Every cell

` + "`base16light`" + ` is a palette that has the light background as colour 0 and dark text as colours
7 and 15, as the base16 themes do. lxterminal draws with VTE.

`

// smallWindow stands above the table of the small window.
const smallWindow = `
## 80x24

In half blocks, no link of these sizes fits 80x24. The code is an image where the terminal
shows images. Elsewhere it is drawn in sextants (2×3 modules a cell) or octants (2×4), if the
terminal is known to draw these characters itself and not with a font:

| terminal | at 80x24 |
| --- | --- |
| VTE 0.78 and newer (GNOME Terminal, Console, Ptyxis, Tilix), foot 1.20, ghostty 1.2 | sextants or octants |
| kitty 0.40 and newer, foot and wezterm with sixel | an image; in tmux sextants or octants |
| older VTE, alacritty 0.13.2 and newer, konsole, wezterm | sextants; konsole and wezterm show an image too |
| tmux 3.5 and newer in one of these | as in the worst of its clients, without images |
| xterm, urxvt, st, mlterm, Terminal.app, iTerm2, VS Code, Windows Terminal | none, unless the terminal shows images |

Where there is none, the screen shows the URL and which window the code needs. ` + "`g`" + ` asks
xterm and konsole for that window, and ` + "`o`" + ` opens the code in the browser.

`

// table returns the page.
func table(results []result) string {
	var b strings.Builder
	fmt.Fprintf(&b, introduction, decoders)
	summary(&b, results)
	b.WriteString(everyCell)
	tools := append([]string{ours}, peers...)
	b.WriteString("| terminal | theme | bytes | " + strings.Join(tools, " | ") + " |\n")
	b.WriteString("|" + strings.Repeat(" --- |", len(tools)+3) + "\n")
	for _, r := range results {
		if r.tool != ours || r.window == small {
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %d |", r.terminal, r.theme, r.bytes)
		for _, tool := range tools {
			score := "–"
			for _, other := range results {
				if other.tool == tool && other.window != small && sameCell(other, r) {
					score = other.score()
				}
			}
			b.WriteString(" " + score + " |")
		}
		b.WriteString("\n")
	}
	b.WriteString(smallWindow)
	b.WriteString("| terminal | theme | bytes | " + ours + " |\n| --- | --- | --- | --- |\n")
	for _, r := range results {
		if r.window == small {
			fmt.Fprintf(&b, "| %s | %s | %d | %s |\n", r.name(), r.theme, r.bytes, r.score())
		}
	}
	return b.String()
}

// sameCell reports whether two results belong to the same row of the table.
func sameCell(a, b result) bool {
	return a.name() == b.name() && a.theme == b.theme && a.bytes == b.bytes
}

// summary counts the pictures that enough decoders read, for each tool.
func summary(b *strings.Builder, results []result) {
	fmt.Fprintf(b, "| | pictures | read by at least %d | read by none | mean |\n| --- | --- | --- | --- | --- |\n", goal)
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
			mean := float64(sum) / float64(total)
			fmt.Fprintf(b, "| %s | %d | %d | %d | %.1f |\n", name, total, good, none, mean)
		}
	}
	for _, tool := range append([]string{ours}, peers...) {
		line(tool, func(r result) bool { return r.tool == tool && r.window != small })
	}
	line(ours+", image at "+small, func(r result) bool { return r.tool == ours && r.window == small && !r.newer })
	line(ours+", newer terminals at "+small, func(r result) bool { return r.window == small && r.newer })
}
