package main

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// scene is a picture of a real screen for the documentation: the demo after some
// keys, in a window of a size.
type scene struct {
	name, window, theme string
	keys                []string
}

// scenes returns the minute of an agent, in common windows and themes. The CPF is
// the sample of the documentation.
func scenes() []scene {
	customer := []string{"type:52998224725"}
	link := slices.Concat(customer, []string{"ctrl+s", "Return"})
	then := func(keys ...string) []string { return slices.Concat(link, keys) }
	story := slices.Repeat([]string{"Shift_L"}, 11) // a second each, in which the customer is played
	return []scene{
		{"customer", "80x24", "light", customer},
		{"institution", "80x24", "dark", slices.Concat(customer, []string{"Return", "type:ban"})},
		{"review", "80x24", "light", slices.Concat(customer, []string{"ctrl+s"})},
		{"link", "120x40", "dark", link},
		{"link-light", "120x40", "light", link},
		{"link-small", "80x24", "dark", link},
		{"message", "80x24", "light", then("t")},
		{"under-way", "120x40", "light", then("d")},
		{"authorised", "120x40", "dark", slices.Concat(then("d"), story)},
		{"links", "80x24", "dark", then("l")},
		{"presenter", "120x40", "dark", then("p")},
	}
}

// photograph takes the pictures of the scenes in a real terminal.
func (b *bench) photograph(ctx context.Context, folder string) error {
	for _, s := range scenes() {
		out := filepath.Join(folder, s.name+".png")
		args := []string{"-g", s.window, "-t", "kitty", "-T", s.theme, "-P", "raw", "-m", "0", "-q", "-w", "4", "-o", out}
		for _, key := range s.keys {
			args = append(args, "-k", key)
		}
		args = append(args, "--", b.tools.klavilink, "--demo", "--lang", "pt")
		if said, err := exec.CommandContext(ctx, b.script, args...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", s.name, err, said)
		}
		if err := squeeze(out); err != nil {
			return err
		}
		fmt.Fprintln(os.Stderr, out)
	}
	return nil
}

// squeeze writes a PNG file again with the best compression.
func squeeze(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	img, err := png.Decode(f)
	_ = f.Close()
	if err != nil {
		return err
	}
	if f, err = os.Create(name); err != nil {
		return err
	}
	defer f.Close()
	return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, img)
}
