package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"klavilink/validate"
)

// edit opens the file in the user's editor and checks it afterwards.
func (c *configurer) edit(ctx context.Context) error {
	t := &c.t.CLI.Config
	if _, err := os.Stat(c.env.ConfigFile); err != nil {
		return usage(fmt.Sprintf(t.MissingFileF, c.name()))
	}
	if err := c.open(ctx); err != nil {
		return err
	}
	cfg, wrong := readConfig(c.env.ConfigFile, &c.t.CLI)
	switch {
	case wrong != nil:
		return wrong
	case !cfg.Read():
		return usage(fmt.Sprintf(t.MissingFileF, c.name()))
	}
	c.print.tell(t.Right)
	return nil
}

// open runs the editor that VISUAL or EDITOR names until the user leaves it. On a terminal it
// falls back on one that the system has.
func (c *configurer) open(ctx context.Context) error {
	t := &c.t.CLI.Config
	named := cmp.Or(strings.TrimSpace(c.env.Getenv("VISUAL")), strings.TrimSpace(c.env.Getenv("EDITOR")))
	if c.env.Edit == nil || named == "" && (!c.env.InTerminal || !c.env.OutTerminal) {
		return usage(t.NoEditor)
	}
	if named == "" {
		for _, editor := range editors() {
			err := c.env.Edit(ctx, []string{editor, c.env.ConfigFile})
			if !errors.Is(err, exec.ErrNotFound) {
				return c.left(ctx, editor, err)
			}
		}
		return usage(t.NoEditor)
	}
	words, ok := commandWords(named)
	if !ok {
		return usage(t.BadEditor)
	}
	return c.left(ctx, words[0], c.env.Edit(ctx, append(words, c.env.ConfigFile)))
}

// left returns the error of an editor that did not end well, or nil.
func (c *configurer) left(ctx context.Context, editor string, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return abandoned(c.t)
	}
	name := validate.Harmless(filepath.Base(editor), 60)
	return &exit{status: ExitFailed, kind: "editor", message: fmt.Sprintf(c.t.CLI.Config.EditorFailedF, name)}
}

// commandWords splits a command line at its blanks, except within quotation marks. It
// reports false if there is no word or if a quotation mark has no partner.
func commandWords(line string) (words []string, ok bool) {
	var word strings.Builder
	quote, within := rune(0), false
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, within = r, true
		case quote == 0 && (r == ' ' || r == '\t'):
			if within {
				words = append(words, word.String())
			}
			word.Reset()
			within = false
		default:
			word.WriteRune(r)
			within = true
		}
	}
	if within {
		words = append(words, word.String())
	}
	return words, quote == 0 && len(words) > 0 && words[0] != ""
}
