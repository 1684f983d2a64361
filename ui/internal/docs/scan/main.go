// Command scan measures whether the codes scan: it runs klavilink and its peers
// in real terminals, and writes docs/scanning.md from how many decoders read the
// screenshots.
//
//	go -C ui/internal/docs run ./scan -instruments FOLDER -newer TERMINALS
//	go -C ui/internal/docs run ./scan -instruments FOLDER -pictures ../../../docs
//
// The second command takes the pictures of the documentation. TERMINALS holds the
// terminals of Debian 13, which newer.sh puts there. Without them their rows are missing. FOLDER holds
// scan_matrix.sh. That script starts a terminal on a virtual display, takes a
// screenshot, changes it as a video call or a camera would, and gives it to seven
// decoders. The command also needs qrencode, node with npm, and the terminals.
//
// The links come from a server in this program that answers as the API does. Its
// URLs have exactly the lengths that the table names.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

func main() {
	instruments := flag.String("instruments", "", "folder of scan_matrix.sh")
	newer := flag.String("newer", "", "folder of the terminals of Debian 13, which newer.sh makes")
	out := flag.String("out", "../../../docs/scanning.md", "file to write")
	only := flag.String("only", "", "measure only what contains this, and write to standard output")
	pictures := flag.String("pictures", "", "folder to write pictures of the screens to, instead")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, folders{*instruments, *newer, *pictures}, *out, *only); err != nil {
		fmt.Fprintln(os.Stderr, "scan:", err)
		os.Exit(1)
	}
}

// folders are where the instruments and the newer terminals are, and where the pictures
// go. Each but the first may be empty.
type folders struct{ instruments, newer, pictures string }

func run(ctx context.Context, at folders, out, only string) error {
	folder, err := os.MkdirTemp("", "scan-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	tools, err := build(ctx, folder)
	if err != nil {
		return err
	}
	links, err := serve()
	if err != nil {
		return err
	}
	defer links.close()

	bench := &bench{script: filepath.Join(at.instruments, "scan_matrix.sh"), newer: at.newer, tools: tools, links: links}
	if err := bench.check(); err != nil {
		return err
	}
	if at.pictures != "" {
		return bench.photograph(ctx, at.pictures)
	}
	var wanted []shot
	for _, s := range shots() {
		if strings.Contains(s.String(), only) && (at.newer != "" || !s.newer) {
			wanted = append(wanted, s)
		}
	}
	results, err := bench.all(ctx, wanted)
	if err != nil {
		return err
	}
	page := table(results)
	if only != "" {
		_, err = os.Stdout.WriteString(page)
		return err
	}
	return os.WriteFile(out, []byte(page), 0o644)
}

// shot is one screenshot: a tool that shows a URL of so many bytes, in a terminal
// with a theme and a window of a size.
type shot struct {
	terminal, theme, tool string
	bytes                 int
	window                string
	terminalArgs          []string
	newer                 bool // the terminal is the one of Debian 13
	tmux                  bool // klavilink runs in tmux
}

func (s shot) String() string {
	return fmt.Sprintf("%s %s %s %d bytes %s", s.tool, s.name(), s.theme, s.bytes, s.window)
}

// name names the terminal of a shot, as the page does.
func (s shot) name() string {
	name := s.terminal
	if s.newer {
		name = map[string]string{
			"lxterminal": "lxterminal, VTE 0.80", "kitty": "kitty 0.41",
			"konsole": "konsole 25.04", "alacritty": "alacritty 0.15",
		}[s.terminal]
	}
	if s.tmux {
		name = "tmux 3.5a in " + name
	}
	return name
}

// The terminals, themes and lengths that are measured.
var (
	terminals = []string{"xterm", "kitty", "urxvt", "konsole", "lxterminal"}
	themes    = []string{"dark", "light", "base16light"}
	lengths   = []int{230, 400, 700}
	// smallLengths are measured where the window is small and the terminal new.
	smallLengths = []int{230, 367, 540, 640}
	peers        = []string{"qrencode -t ANSIUTF8", "qrencode -t UTF8", "qrterminal", "qrcode-terminal"}
	pictures     = []string{"raw", "half+jpeg40", "cam"}
)

const (
	ours  = "klavilink"
	vt340 = "xterm -ti vt340"
)

// shots lists every screenshot that is measured.
func shots() (all []shot) {
	windows := map[int]string{230: "120x40", 400: "120x40", 700: "160x50"}
	// qrterminal and qrcode-terminal draw a module two columns wide.
	wide := map[int]string{230: "130x66", 400: "164x82", 700: "204x102"}
	for _, terminal := range terminals {
		for _, theme := range themes {
			for _, bytes := range lengths {
				all = append(all, shot{terminal: terminal, theme: theme, tool: ours, bytes: bytes, window: windows[bytes]})
				for i, peer := range peers {
					window := windows[bytes]
					if i > 1 {
						window = wide[bytes]
					}
					all = append(all, shot{terminal: terminal, theme: theme, tool: peer, bytes: bytes, window: window})
				}
			}
		}
	}
	for _, terminal := range []string{"kitty", "konsole", vt340} {
		for _, theme := range []string{"dark", "light"} {
			for _, bytes := range lengths {
				s := shot{terminal: terminal, theme: theme, tool: ours, bytes: bytes, window: "80x24"}
				if terminal == vt340 {
					s.terminalArgs = []string{"-x=-ti", "-x=vt340"}
				}
				all = append(all, s)
			}
		}
	}
	// What 80x24 shows, by terminals that draw sextants or octants themselves.
	for _, s := range []shot{
		{terminal: "lxterminal"},
		{terminal: "kitty"},
		{terminal: "konsole"},
		{terminal: "alacritty"},
		{terminal: "lxterminal", tmux: true},
		{terminal: "kitty", tmux: true},
	} {
		for _, theme := range []string{"dark", "light"} {
			for _, bytes := range smallLengths {
				s.theme, s.bytes, s.newer, s.tool, s.window = theme, bytes, true, ours, small
				all = append(all, s)
			}
		}
	}
	return all
}

// tools are the programs that are run.
type tools struct{ klavilink, qrterminal, qrcodeTerminal, request string }

// build builds klavilink and fetches the peers.
func build(ctx context.Context, folder string) (t tools, err error) {
	t = tools{
		klavilink: filepath.Join(folder, "klavilink"), qrterminal: filepath.Join(folder, "qrterminal"),
		qrcodeTerminal: filepath.Join(folder, "node_modules", ".bin", "qrcode-terminal"),
		request:        filepath.Join(folder, "request.json"),
	}
	if err := os.WriteFile(t.request, []byte(`{"personalTaxId":"52998224725"}`), 0o600); err != nil {
		return t, err
	}
	for _, command := range [][]string{
		{"go", "build", "-C", "../../..", "-o", t.klavilink, "."},
		{"go", "install", "github.com/mdp/qrterminal/v3/cmd/qrterminal@v3.2.1"},
		{"npm", "install", "--silent", "--prefix", folder, "qrcode-terminal@0.12.0"},
		{"qrencode", "--version"},
	} {
		cmd := exec.CommandContext(ctx, command[0], command[1:]...)
		cmd.Env = append(os.Environ(), "GOBIN="+folder)
		if said, err := cmd.CombinedOutput(); err != nil {
			return t, fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, said)
		}
	}
	return t, nil
}

// all takes the shots, two terminals at a time, each on its own display.
func (b *bench) all(ctx context.Context, shots []shot) ([]result, error) {
	byTerminal := map[string][]shot{}
	var order []string
	for _, s := range shots {
		if byTerminal[s.terminal] == nil {
			order = append(order, s.terminal)
		}
		byTerminal[s.terminal] = append(byTerminal[s.terminal], s)
	}
	work := make(chan []shot)
	var mu sync.Mutex
	var results []result
	var failed error
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			for group := range work {
				for _, s := range group {
					r, err := b.take(ctx, s, fmt.Sprintf(":%d", 90+i))
					if err == nil && slices.Max(r.read) == 0 { // a machine under load may have missed the moment
						r, err = b.take(ctx, s, fmt.Sprintf(":%d", 90+i))
					}
					mu.Lock()
					results = append(results, r)
					failed = errors.Join(failed, err)
					fmt.Fprintf(os.Stderr, "%3d/%d %s: %s\n", len(results), len(shots), s, r.score())
					mu.Unlock()
				}
			}
		})
	}
	for _, terminal := range order {
		work <- byTerminal[terminal]
	}
	close(work)
	wg.Wait()
	place := map[string]int{}
	for i, s := range shots {
		place[s.String()] = i
	}
	slices.SortFunc(results, func(a, b result) int { return place[a.String()] - place[b.String()] })
	return results, failed
}
