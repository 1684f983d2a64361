package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// BoxCols are the columns that the border of a box takes.
const BoxCols = 4

// Box draws a border with a title around lines that are at most width-[BoxCols] wide.
// It is as high as its lines, or rows high if that is more.
func (t *Theme) Box(title string, lines []string, width, rows int) []string {
	inner := max(width-BoxCols, 1)
	title = Cut(title, inner-2)
	rule := strings.Repeat("─", max(inner-ansi.StringWidth(title)-2, 0))
	box := []string{t.Dim.Render("╭─ ") + t.Title.Render(title) + t.Dim.Render(" "+rule+"─╮")}
	side := t.Dim.Render("│")
	for _, line := range lines {
		box = append(box, side+" "+Pad(Cut(line, inner), inner)+" "+side)
	}
	for len(box) < rows-1 {
		box = append(box, side+strings.Repeat(" ", inner+2)+side)
	}
	return append(box, t.Dim.Render("╰"+strings.Repeat("─", inner+2)+"╯"))
}
