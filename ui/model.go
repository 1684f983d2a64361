package ui

import (
	"context"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/progress"
	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/text"
)

// Model is the wizard, a Bubble Tea model.
type Model struct {
	ctx   context.Context // ends with the program; requests are made from it
	cfg   Config
	t     *text.Catalogue
	keys  keymap
	theme *theme
	help  help.Model
	shown []key.Binding // the help line's keys

	width, height int
	warned        string // the footer's warning, which the page was fitted to
	dark          bool   // the terminal's background
	profile       colorprofile.Profile
	inverted      bool // the agent swapped the colours of a code without any

	state        State
	step         int
	steps        []step
	institutions []directory.Institution
	data         *Data // the fields write to it
	page         *page

	// laidOut tells that the last message went through the form, which then shows
	// the fields as they are.
	laidOut bool

	notice   string // said above the help line until the next key
	early    string // what is wrong with the API, found while typing
	scrolled int    // first line of the review
	failure  *klavi.Error
	detailed bool // and what it was for those who maintain things
	spinner  spinner.Model
	bar      progress.Model

	revealed   bool // what is the customer's own is shown for a while
	lastReveal int

	existing  existing // what the customer has authorised already
	refreshed bool     // Klavi's own list of institutions was asked for

	request int // number of the last request; answers to others are dropped
	cancel  context.CancelFunc

	links      []*liveLink // of this run, in the order in which they were made
	link       *liveLink   // the one that the screen is about, nil while there is none
	draft      *Data       // what was typed when an earlier link was opened again
	listed     int         // the line of the list of links, the last link first
	news       string      // what became of a link while the agent was elsewhere
	overlay    overlay
	sending    *sending
	said       string // by the overlay for words
	listedKeys []key.Binding
	paged      bool // it was shown in the browser
	presenter  bool // nothing but the code is shown
	lastTick   int  // number of the tick that counts
	drawing    drawing
	fitting    []rendering  // those that fit the window
	chosen     rendering    // by the agent, for a phone that does not catch another
	asked      confirmation // what the next key confirms
	blank      bool         // suspended or leaving: nothing may stay on the screen

	terminal    terminal
	notes       []func() // for the log
	picture     picture  // on the screen, or on its way there
	lastPicture int      // number of the picture that counts
	screens     int      // how often the screen was cleared under us
}

// New makes a wizard. The context bounds its requests.
func New(ctx context.Context, cfg Config) *Model {
	data := cfg.Data
	m := &Model{
		ctx: ctx, cfg: cfg, t: cfg.Text, keys: newKeymap(cfg.Text), theme: newTheme(true), help: help.New(), dark: true, profile: colorprofile.TrueColor,
		width: 80, height: 24, institutions: cfg.Institutions, data: &data,
		spinner: spinner.New(spinner.WithSpinner(spinner.MiniDot)),
	}
	m.steps = steps(cfg.Text, func() []directory.Institution { return m.institutions }, m.veiled)
	m.help.ShortSeparator = "  "
	m.restyle()
	m.open(stepCustomer, "")
	m.notice = cfg.Reminder
	m.settle()
	return m
}

// Init implements tea.Model.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.warm())
}

// Update implements tea.Model.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.handle(msg)
	m.settle()
	if m.state == StateForm {
		cmd = tea.Batch(cmd, m.lookUp())
	}
	cmd = tea.Batch(cmd, m.writeNotes())
	return m, m.settlePicture(cmd)
}

// settle brings what is derived up to date: the fields that the data asks for,
// the help line, the drawing.
func (m *Model) settle() {
	if w := m.warning(); w != m.warned {
		m.warned = w
		m.resizePage()
	}
	if m.state == StateForm {
		m.layOut(m.reshape())
	}
	m.shown = m.keys.enable(m)
}

// handle is Update: what concerns every state first, then the state's own.
func (m *Model) handle(msg tea.Msg) tea.Cmd {
	if m.state == StateLink && m.link.over(m.cfg.Clock) {
		return tea.Batch(m.expire(), m.dispatch(msg)) // whatever woke us, an expired code goes first
	}
	return m.dispatch(msg)
}

func (m *Model) dispatch(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.screens++
		m.resize()
		return m.measure()
	case tea.EnvMsg:
		m.terminal.mute, m.terminal.plain = imageless(msg.Getenv), msg.Getenv("TERM") == "linux"
		return nil
	case measured, uv.CellSizeEvent, uv.KittyGraphicsEvent, uv.PrimaryDeviceAttributesEvent:
		m.heard(msg)
		return nil
	case settled:
		return m.place(msg)
	case tea.RawMsg:
		return m.wentOut(msg)
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
		m.restyle()
		return nil
	case tea.ColorProfileMsg:
		m.profile = msg.Profile
		m.redraw()
		return nil
	case tea.ResumeMsg:
		m.blank = false
		m.screens++
		return m.tick()
	case warmed:
		m.early = msg.words
		return nil
	case answered:
		return m.answer(msg)
	case copied:
		m.copied(msg)
		return nil
	case paged:
		return m.pageShown(msg)
	case saved:
		m.codeSaved(msg)
		return nil
	case due:
		return m.look(msg)
	case looked:
		return m.looked(msg)
	case conceal:
		m.conceal(msg)
		return nil
	case existing:
		m.found(msg)
		return nil
	case refreshing:
		return m.fetchInstitutions(msg.link)
	case refreshed:
		m.relist(msg)
		return nil
	case played:
		return m.playNext(msg)
	case unwanted:
		return m.clearClipboard(msg)
	case opened:
		m.addressOpened(msg)
		return nil
	case ticked:
		return m.ticked(msg)
	case spinner.TickMsg:
		if m.state != StateSubmitting {
			return nil
		}
		var cmd tea.Cmd
		m.spinner, cmd = m.spinner.Update(msg)
		return cmd
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		if m.state == StateForm && m.overlay == overlayNone && m.roomy() {
			m.notice = ""
			m.page.form.Update(msg)
			m.laidOut = true
		}
	}
	return nil
}
