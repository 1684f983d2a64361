package screen_test

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

// contrast returns the contrast of two colours as WCAG 2 defines it, from 1 to 21.
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		linear := func(v uint32) float64 {
			s := float64(v) / 0xffff
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		r, g, b, _ := c.RGBA()
		return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// WCAG 2 asks for a contrast of 4.5 for text. Terminals called dark or light are rarely
// darker than this grey, or less light than this one.
func TestEveryTextHasAColourThatIsReadableOnItsBackground(t *testing.T) {
	for dark, background := range map[bool]string{true: "#1E1E1E", false: "#F8F8F8"} {
		theme := screen.NewTheme(dark)
		focused, blurred := theme.Huh.Focused, theme.Huh.Blurred
		for name, style := range map[string]lipgloss.Style{
			"Title": theme.Title, "Text": theme.Text, "Dim": theme.Dim, "Strong": theme.Strong,
			"Good": theme.Good, "Warn": theme.Warn, "Bad": theme.Bad,
			"help key": theme.Help.ShortKey, "help": theme.Help.ShortDesc,
			"help separator": theme.Help.ShortSeparator, "help ellipsis": theme.Help.Ellipsis,
			"title of a field": focused.Title, "title of another field": blurred.Title,
			"note": focused.Description, "note of another field": blurred.Description,
			"problem": focused.ErrorMessage, "problem of another field": blurred.ErrorMessage,
			"selector": focused.SelectSelector, "selected": focused.SelectedOption, "option": focused.Option,
			"typed": focused.TextInput.Text, "placeholder": focused.TextInput.Placeholder,
			"prompt": focused.TextInput.Prompt,
		} {
			_, none := style.GetForeground().(lipgloss.NoColor)
			if got := contrast(style.GetForeground(), lipgloss.Color(background)); none || got < 4.5 {
				t.Errorf("%s (dark %t): %v has a contrast of %.1f", name, dark, style.GetForeground(), got)
			}
		}
		edge := focused.Base.GetBorderLeftForeground()
		if _, none := edge.(lipgloss.NoColor); none || contrast(edge, lipgloss.Color(background)) < 3 {
			t.Errorf("the edge of a field (dark %t) is %v", dark, edge)
		}
	}
}

func TestABadgeIsReadableOnItsOwnBackgroundWithABlankOnEachSide(t *testing.T) {
	theme := screen.NewTheme(true)
	for name, style := range map[string]lipgloss.Style{
		"Demo": theme.Demo, "Sandbox": theme.Sandbox, "Production": theme.Production, "Done": theme.Done,
	} {
		if got := contrast(style.GetForeground(), style.GetBackground()); got < 4.5 || !style.GetBold() {
			t.Errorf("%s: a contrast of %.1f, bold %t", name, got, style.GetBold())
		}
		if got := ansi.Strip(style.Render("x")); got != " x " {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// Colour alone does not reach everyone.
func TestWhatMattersIsBold(t *testing.T) {
	theme := screen.NewTheme(false)
	for name, style := range map[string]lipgloss.Style{
		"Title": theme.Title, "Strong": theme.Strong, "Warn": theme.Warn, "Bad": theme.Bad,
		"title of the field": theme.Huh.Focused.Title, "selected": theme.Huh.Focused.SelectedOption,
	} {
		if !style.GetBold() {
			t.Errorf("%s is not bold", name)
		}
	}
	for name, style := range map[string]lipgloss.Style{
		"Text": theme.Text, "Dim": theme.Dim, "title of another field": theme.Huh.Blurred.Title,
	} {
		if style.GetBold() {
			t.Errorf("%s is bold", name)
		}
	}
}

func TestAFormShowsItsFocusByAnEdgeAndASelector(t *testing.T) {
	theme := screen.NewTheme(true)
	for _, tt := range []struct{ got, want string }{
		{theme.Huh.Focused.Base.Render("x"), "┃ x"},
		{theme.Huh.Blurred.Base.Render("x"), "  x"},
		{theme.Huh.Focused.SelectSelector.String(), "❯ "},
		{theme.Huh.FieldSeparator.String(), "\n"}, // the fields stand close together
		{theme.Huh.Focused.ErrorMessage.Render("x"), "x"},
	} {
		if got := ansi.Strip(tt.got); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	if theme.Theme(false) != theme.Huh {
		t.Error("huh picks its own styles")
	}
}

// A tick rewrites the bar. Colours in its empty part would be sent each time.
func TestTheEmptyPartOfTheBarHasTheTerminalsOwnColour(t *testing.T) {
	s := fake.New()
	l := s.Made()
	bar := s.Facts(l, l.Lifetime/4).Progress(20)
	if got, want := ansi.Strip(bar), strings.Repeat("━", 5)+strings.Repeat("─", 15); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	_, empty, _ := strings.Cut(bar, "\x1b[m")
	if empty != strings.Repeat("─", 15) {
		t.Errorf("%q is not plain: %q", empty, bar)
	}
}

func TestTheFullPartOfTheBarHasTheColourOfItsUrgency(t *testing.T) {
	s := fake.New()
	l := s.Made()
	for left, style := range map[time.Duration]lipgloss.Style{
		20 * time.Minute: s.Theme.Good, 4 * time.Minute: s.Theme.Warn, 59 * time.Second: s.Theme.Bad,
	} {
		want := lipgloss.NewStyle().Foreground(style.GetForeground()).Render("━")
		if bar := s.Facts(l, left).Progress(60); !strings.HasPrefix(bar, want[:strings.Index(want, "━")]+"━") {
			t.Errorf("%v: %q, want the colour of %q", left, bar, want)
		}
	}
}

func TestTheBarBesideTheCountdownTakesTheRoomThatIsLeft(t *testing.T) {
	s := fake.New()
	f := s.Facts(s.Made(), time.Minute)
	for cols, want := range map[int]int{200: 40, 80: 40, 72: 40, 71: 39, 60: 28, 33: 1, 20: 1} {
		drawn := ansi.Strip(f.WithoutCode("why", screen.Area{Cols: cols, Rows: 40}))
		if got := strings.Count(drawn, "━") + strings.Count(drawn, "─"); got != want {
			t.Errorf("a bar of %d in %d columns, want %d", got, cols, want)
		}
	}
}

func TestALineWithoutACodeStaysBesideTheLeftEdge(t *testing.T) {
	s := fake.New()
	f := s.Facts(s.Made(), time.Minute)
	for _, rows := range []int{40, 9, 3, 1} {
		drawn := ansi.Strip(f.WithoutCode("why", screen.Area{Cols: 40, Rows: rows}))
		for _, line := range strings.Split(drawn, "\n") {
			text := strings.TrimSpace(line)
			if width := ansi.StringWidth(text); text != "" && (!strings.HasPrefix(line, " "+text) || width > 38) {
				t.Errorf("%d rows: %q has a width of %d", rows, line, width)
			}
		}
		if want := fmt.Sprintf(s.Text.Link.LeftF, "1:00"); !strings.Contains(drawn, want) {
			t.Errorf("%d rows: no %q", rows, want)
		}
	}
}
