package cli

import (
	"context"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// terminalObject is what doctor says of the terminal in JSON.
type terminalObject struct {
	Input       bool   `json:"input"`  // standard input is a terminal
	Output      bool   `json:"output"` // standard output is a terminal
	Colours     int    `json:"colours"`
	Background  string `json:"background"` // "dark", "light", or empty if it is not known
	Term        string `json:"term"`
	Program     string `json:"program"`
	Multiplexer string `json:"multiplexer"` // "tmux", "screen" or empty
	SSH         bool   `json:"ssh"`
}

// describeTerminal says what is known of the terminal: in words for people, with the
// variables behind them. Of TMUX, STY and SSH_CONNECTION it looks only whether they are
// set, because their values hold paths and addresses.
func (d *doctor) describeTerminal(ctx context.Context) {
	getenv := d.env.Getenv
	o := terminalObject{
		Input: d.env.InTerminal, Output: d.env.OutTerminal,
		Colours:    coloursOf(colorprofile.Detect(d.env.Out, d.env.Environ)),
		Background: d.background(ctx),
		Term:       getenv("TERM"), Program: getenv("TERM_PROGRAM"),
		SSH: getenv("SSH_CONNECTION") != "",
	}
	switch {
	case getenv("TMUX") != "":
		o.Multiplexer = "tmux"
	case getenv("STY") != "":
		o.Multiplexer = "screen"
	}
	d.report.object.Terminal = o
	var variables []string
	for _, name := range []string{"TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR"} {
		if v := getenv(name); v != "" {
			variables = append(variables, name+"="+v)
		}
	}
	words := strings.Join(d.terminalWords(o), ", ")
	if len(variables) > 0 {
		words += " (" + strings.Join(variables, " ") + ")"
	}
	d.report.add(note, "terminal", "terminal", words)
}

// terminalWords describes a terminal.
func (d *doctor) terminalWords(o terminalObject) (words []string) {
	t := &d.t.CLI.Tools
	say := func(when bool, word string) {
		if when {
			words = append(words, word)
		}
	}
	say(!o.Input && !o.Output, t.NoTerminal)
	say(!o.Input && o.Output, t.NoInput)
	say(o.Input && !o.Output, t.NoOutput)
	say(o.Colours > 256, t.TrueColour)
	say(o.Colours == 256, t.Colours256)
	say(o.Colours == 16, t.Colours16)
	say(o.Colours == 0, t.NoColours)
	say(o.Background == dark, t.Dark)
	say(o.Background == light, t.Light)
	say(o.Multiplexer == "tmux", t.InTmux)
	say(o.Multiplexer == "screen", t.InScreen)
	say(o.SSH, t.OverSSH)
	return words
}

// coloursOf returns how many colours a terminal shows.
func coloursOf(p colorprofile.Profile) int {
	switch p { //nolint:exhaustive // the others show none
	case colorprofile.TrueColor:
		return 1 << 24
	case colorprofile.ANSI256:
		return 256
	case colorprofile.ANSI:
		return 16
	default:
		return 0
	}
}

// The backgrounds of a terminal.
const dark, light = "dark", "light"

// background returns whether the terminal is dark or light. It asks the terminal, unless
// a script reads the answer, and else believes the variable COLORFGBG. It returns "" if
// neither says it.
func (d *doctor) background(ctx context.Context) string {
	if d.env.InTerminal && d.env.OutTerminal && !d.print.json && d.env.Getenv("TERM") != "dumb" {
		if found := askBackground(ctx, d.env); found != "" {
			return found
		}
	}
	_, last, ok := strings.Cut(d.env.Getenv("COLORFGBG"), ";")
	last = last[strings.LastIndexByte(last, ';')+1:]
	n, err := strconv.Atoi(last)
	switch {
	case !ok || err != nil || n < 0 || n > 15:
		return ""
	case n == 7 || n > 8:
		return light
	default:
		return dark
	}
}

// backgroundTime is how long a terminal may take to say what its background is.
const backgroundTime = time.Second

// question is a program that asks the terminal for its background, and ends when the
// terminal has answered. It then asks what every terminal answers, so that it need not
// wait for one that does not know the first question, and no answer comes after its end.
type question struct {
	env   Env
	found string
}

// late is the message that the time is over.
type late struct{}

// Init implements [tea.Model].
func (q *question) Init() tea.Cmd {
	return tea.Batch(
		tea.Sequence(tea.RequestBackgroundColor, tea.Raw(ansi.RequestPrimaryDeviceAttributes)),
		q.env.Clock.After(backgroundTime, late{}),
	)
}

// Update implements [tea.Model].
func (q *question) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		q.found = light
		if msg.IsDark() {
			q.found = dark
		}
	case uv.PrimaryDeviceAttributesEvent, late:
		return q, tea.Quit
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+c" {
			return q, tea.Quit
		}
	}
	return q, nil
}

// View implements [tea.Model]. There is nothing to see.
func (q *question) View() tea.View { return tea.NewView("") }

// askBackground asks the terminal for its background. It returns "" if there is no answer.
func askBackground(ctx context.Context, env Env) string {
	q := &question{env: env}
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(env.In), tea.WithOutput(env.Out), tea.WithEnvironment(env.Environ),
		tea.WithoutSignalHandler(), tea.WithoutRenderer(),
	}
	if _, err := tea.NewProgram(q, append(options, env.Screen...)...).Run(); err != nil {
		return ""
	}
	return q.found
}
