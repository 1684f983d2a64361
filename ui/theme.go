package ui

import (
	"image/color"

	"charm.land/bubbles/v2/help"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// theme is every style, made once for a dark or a light terminal. Nothing is
// told by colour alone: each has a word or a sign beside it.
type theme struct {
	huh  *huh.Styles
	help help.Styles

	title, text, dim, strong  lipgloss.Style
	good, warn, bad           lipgloss.Style
	demo, sandbox, production lipgloss.Style
	done                      lipgloss.Style
	barFull, barSoon, barEnd  color.Color
}

// Theme implements huh.Theme. It ignores huh's guess at the background, which is
// wrong for every form but the first.
func (t *theme) Theme(bool) *huh.Styles { return t.huh }

func newTheme(dark bool) *theme {
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
	t := &theme{
		title: style(accent).Bold(true), text: style(text), dim: style(dim), strong: style(text).Bold(true),
		good: style(green), warn: style(amber).Bold(true), bad: style(red).Bold(true),
		demo: badge(black, lipgloss.Color("#FFD75F")), sandbox: badge(black, lipgloss.Color("#87D7FF")), production: badge(white, lipgloss.Color("#B00020")),
		done:    badge(white, lipgloss.Color("#0A6B33")),
		barFull: green, barSoon: amber, barEnd: red,
		help: help.Styles{ShortKey: style(text), ShortDesc: style(dim), ShortSeparator: style(dim), Ellipsis: style(dim)},
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
	t.huh = s
	return t
}
