package screen

import (
	"image/color"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/progress"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// Theme is every style, made once for a dark or a light terminal. Nothing is told
// by colour alone: each has a word or a sign beside it.
type Theme struct {
	Huh  *huh.Styles
	Help help.Styles

	Title, Text, Dim, Strong  lipgloss.Style
	Good, Warn, Bad           lipgloss.Style
	Demo, Sandbox, Production lipgloss.Style // the badge of a place
	Done                      lipgloss.Style // the banner of an authorisation

	bar                      progress.Model
	barFull, barSoon, barEnd color.Color
}

// Theme implements huh.Theme. It ignores what huh thinks of the background, which
// is wrong for every form but the first.
func (t *Theme) Theme(bool) *huh.Styles { return t.Huh }

// NewTheme makes the styles for a dark or a light background.
func NewTheme(dark bool) *Theme {
	pick := func(light, night string) color.Color {
		if dark {
			return lipgloss.Color(night)
		}
		return lipgloss.Color(light)
	}
	var (
		accent = pick("#0B5CAD", "#7CC4FF")
		text   = pick("#1F1F1F", "#E6E6E6")
		dim    = pick("#5F5F5F", "#9A9A9A")
		green  = pick("#0A6B33", "#5FD68B")
		amber  = pick("#8A4B00", "#FFB454")
		red    = pick("#B00020", "#FF7A85")
		black  = lipgloss.Color("#000000")
		white  = lipgloss.Color("#FFFFFF")
	)
	style := func(c color.Color) lipgloss.Style { return lipgloss.NewStyle().Foreground(c) }
	badge := func(fg, bg color.Color) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(fg).Background(bg).Bold(true).Padding(0, 1)
	}
	t := &Theme{
		Title: style(accent).Bold(true), Text: style(text), Dim: style(dim), Strong: style(text).Bold(true),
		Good: style(green), Warn: style(amber).Bold(true), Bad: style(red).Bold(true),
		Demo:       badge(black, lipgloss.Color("#FFD75F")),
		Sandbox:    badge(black, lipgloss.Color("#87D7FF")),
		Production: badge(white, lipgloss.Color("#B00020")),
		Done:       badge(white, lipgloss.Color("#0A6B33")),
		barFull:    green, barSoon: amber, barEnd: red,
		Help: help.Styles{ShortKey: style(text), ShortDesc: style(dim), ShortSeparator: style(dim), Ellipsis: style(dim)},
	}
	s := huh.ThemeBase(dark)
	s.FieldSeparator = lipgloss.NewStyle().SetString("\n")
	s.Focused.Base = s.Focused.Base.BorderForeground(accent)
	s.Focused.Title = style(accent).Bold(true)
	s.Focused.Description = style(dim)
	s.Focused.ErrorMessage = style(red)
	s.Focused.SelectSelector = style(accent).SetString("❯ ")
	s.Focused.SelectedOption = style(text).Bold(true)
	s.Focused.Option = style(text)
	s.Focused.TextInput.Text = style(text)
	s.Focused.TextInput.Placeholder = style(dim)
	s.Focused.TextInput.Prompt = style(accent)
	s.Blurred = s.Focused
	s.Blurred.Base = s.Focused.Base.BorderStyle(lipgloss.HiddenBorder())
	s.Blurred.Title = style(text)
	t.Huh = s
	t.bar = progress.New(progress.WithoutPercentage(), progress.WithFillCharacters('━', '─'))
	t.bar.EmptyColor = lipgloss.NoColor{} // A tick stays a few bytes long.
	return t
}
