package main

import (
	"fmt"
	"os"
	"strings"
)

// introduction stands above the pictures of the page.
const introduction = `# Every screen

This page is for people who want to see klavilink without starting it, and for developers who
change how it looks. After reading it you know each screen and each sheet, in a small window and
in a large one, dark and light.

The command ` + "`go -C ui/internal/docs run ./record -screens`" + ` makes the pictures and this page. It
runs the demo on an emulated terminal that shows no images and draws no sextants, so the code
has no room in the small window. [Does it scan?](scanning.md) shows what other terminals do there.
`

// writePage writes the page that shows the pictures of all scenes.
func writePage(file string) error {
	var b strings.Builder
	b.WriteString(introduction)
	for _, walk := range walks("") {
		for _, scene := range walk.scenes {
			if scene.name == "" {
				continue
			}
			title := strings.ReplaceAll(scene.name, "-", " ")
			title = strings.ToUpper(title[:1]) + title[1:]
			fmt.Fprintf(&b, "\n## %s\n\n| dark | light |\n| --- | --- |\n", title)
			for _, size := range sizes() {
				if !scene.fits(size[1]) {
					continue
				}
				for _, colours := range []string{"dark", "light"} {
					fmt.Fprintf(&b, "| ![%s at %dx%d, %s](%s) ", title, size[0], size[1], colours,
						folder+"/"+picture(scene.name, size, colours))
				}
				b.WriteString("|\n")
			}
		}
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return nil
}

// picture returns the name of the picture of a scene in a window.
func picture(scene string, size [2]int, colours string) string {
	return fmt.Sprintf("%s-%dx%d-%s.png", scene, size[0], size[1], colours)
}
