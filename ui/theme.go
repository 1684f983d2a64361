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
	huh         *huh.Styles
	huhSpacious *huh.Styles
	help        help.Styles

	title, text, dim, strong  lipgloss.Style
	good, warn, bad           lipgloss.Style
	demo, sandbox, production lipgloss.Style
	barFull, barSoon, barEnd  color.Color
}

// Theme implements huh.Theme. It ignores huh's guess at the background, which is
// wrong for every form but the first.
func (t *theme) Theme(bool) *huh.Styles { return t.huh }

// spacious is a theme with a blank line between fields.
type spacious struct{ *theme }

// Theme implements huh.Theme.
func (s spacious) Theme(bool) *huh.Styles { return s.huhSpacious }

// newTheme makes the styles. A terminal of sixteen colours gets its own choice of
// them: the nearest to a fine shade is often a glaring one.
func newTheme(dark, basic bool) *theme {
	pick := func(light, night string, ansi, ansiNight color.Color) color.Color {
		switch {
		case basic && dark:
			return ansiNight
		case basic:
			return ansi
		case dark:
			return lipgloss.Color(night)
		default:
			return lipgloss.Color(light)
		}
	}
	var (
		accent = pick("#0B5CAD", "#7CC4FF", lipgloss.Blue, lipgloss.BrightCyan)
		text   = pick("#1F1F1F", "#E6E6E6", lipgloss.NoColor{}, lipgloss.NoColor{})
		dim    = pick("#5F5F5F", "#9A9A9A", lipgloss.BrightBlack, lipgloss.White)
		green  = pick("#0A6B33", "#5FD68B", lipgloss.Green, lipgloss.BrightGreen)
		amber  = pick("#8A4B00", "#FFB454", lipgloss.Magenta, lipgloss.BrightYellow)
		red    = pick("#B00020", "#FF7A85", lipgloss.Red, lipgloss.BrightRed)
		yellow = pick("#FFD75F", "#FFD75F", lipgloss.BrightYellow, lipgloss.BrightYellow)
		sky    = pick("#87D7FF", "#87D7FF", lipgloss.BrightCyan, lipgloss.BrightCyan)
		alarm  = pick("#B00020", "#B00020", lipgloss.Red, lipgloss.Red)
		black  = pick("#000000", "#000000", lipgloss.Black, lipgloss.Black)
		white  = pick("#FFFFFF", "#FFFFFF", lipgloss.BrightWhite, lipgloss.BrightWhite)
	)
	style := func(c color.Color) lipgloss.Style { return lipgloss.NewStyle().Foreground(c) }
	badge := func(fg, bg color.Color) lipgloss.Style {
		// Bold black is grey where bold means bright, as it does with sixteen colours.
		return lipgloss.NewStyle().Foreground(fg).Background(bg).Bold(!basic).Padding(0, 1)
	}
	t := &theme{
		title: style(accent).Bold(true), text: style(text), dim: style(dim), strong: style(text).Bold(true),
		good: style(green), warn: style(amber).Bold(true), bad: style(red).Bold(true),
		demo: badge(black, yellow), sandbox: badge(black, sky), production: badge(white, alarm),
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
	wide := *s
	wide.FieldSeparator = lipgloss.NewStyle().SetString("\n\n")
	t.huhSpacious = &wide
	return t
}
