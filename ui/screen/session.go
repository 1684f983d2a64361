package screen

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/clock"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/follow"
	"klavilink/ui/terminal"
	"klavilink/ui/text"
	"klavilink/validate"
)

// Client is what the wizard needs of the API; [klavi.Client] implements it.
type Client interface {
	desk.Client

	// Warm gets the token and opens the connection before they are needed.
	Warm(ctx context.Context) error

	// CreateLink asks for a link.
	CreateLink(ctx context.Context, r klavi.LinkRequest) (klavi.Link, error)
}

// Place says which API makes the links. It stands on every screen.
type Place struct {
	Demo     bool
	Open     string // the address at which the pages of a demo are open, or empty
	HereOnly bool   // nobody but this machine reaches that address
	Env      klavi.Environment
	Server   string // a host other than the environment's own, or empty
}

// Name names the place.
func (p Place) Name(t *text.Catalogue) string {
	switch {
	case p.Demo:
		return t.Frame.Demo
	case p.Env == klavi.Production:
		return t.Frame.Production
	default:
		return t.Frame.Sandbox
	}
}

// Config is what a wizard is made of. A nil function or interface means that the
// wizard cannot do such a thing; it then offers no key for it.
type Config struct {
	Client       Client
	Clock        clock.Clock
	Zone         *time.Location // of the times that are shown; nil is UTC
	Text         *text.Catalogue
	Place        Place
	Institutions []directory.Institution // to suggest

	// Remember keeps Klavi's own list of institutions for the next session.
	Remember func([]directory.Institution) error

	Data     draft.Draft // what is filled in for the first customer
	Defaults draft.Draft // what is filled in for every later customer

	// Company is the name that customers read in messages. Contact is where they can ask
	// whether a message is genuine. Message is the template of what they are sent, empty
	// for the language's own.
	Company, Contact, Message string

	// Reminder is said at the start.
	Reminder string

	// NoWhatsApp and NoEmail switch a channel off.
	NoWhatsApp, NoEmail bool

	// ReducedMotion keeps everything still but the time.
	ReducedMotion bool

	// Log is told which way the wizard goes, and nothing that is typed.
	Log *slog.Logger

	// Clipboard writes to the system's clipboard. Nil leaves that to the terminal.
	Clipboard func(string) error

	// ReadClipboard reads the system's clipboard, so that a link is taken out of it
	// only while it is still there. Nil takes nothing out.
	ReadClipboard func() (string, error)

	// OpenURL opens an address with the system's own program for it.
	OpenURL func(string) error

	// Play moves the customer of a demo's link to a state, as the customer would on
	// the link's page.
	Play func(linkID, institutionCode string, s klavi.ConsentStatus) error

	// Chance draws from [0, 1) to spread looks at the API. Nil always draws the
	// middle.
	Chance func() float64

	// Pages shows the code in a browser.
	Pages Pages

	// Save writes a picture of the code to a new file of the name given, or one
	// like it, and returns its path. The error is [ErrNoFolder] if no folder is fit for it.
	Save func(name string, png []byte) (path string, err error)

	// Cols and Rows are the size of the window, as far as it is known before the terminal
	// says it. Zero stands for 80x24.
	Cols, Rows int

	// Pixels returns the size of the window in pixels, zero where unknown. Nil leaves
	// that to the terminal.
	Pixels func() (width, height int)

	// Charset says which characters the terminal shows.
	Charset terminal.Charset

	// TmuxClients lists the terminals to which tmux shows this one, as
	// [terminal.ClientFormat] has them. Nil means that tmux cannot be asked.
	TmuxClients func(ctx context.Context) (string, error)
}

// ErrNoFolder says that there is no folder in which a picture may be saved.
var ErrNoFolder = errors.New("no folder to save in")

// Pages shows a page in the browser, one at a time.
type Pages interface {
	// Show writes a page where only the user can read it, and opens it. If nothing
	// opens it, the path comes back with the error.
	Show(page, over []byte) (path string, err error)

	// Withdraw puts the page that says that it is over in the place of the other.
	Withdraw()
}

// Session is what all screens of one wizard share.
type Session struct {
	// Ctx ends with the program. Requests are made from it.
	Ctx context.Context //nolint:containedctx // commands run without a caller that could pass one

	Config
	Desk       *desk.Desk
	Follow     *follow.Follower
	Terminal   *terminal.Terminal
	QuitKey    key.Binding // quits on every screen and sheet
	Theme      *Theme
	Veil       Veil
	Connection Connection
	Copier     Copier
	Log        Log
}

// NewSession makes what the screens of a wizard share.
func NewSession(ctx context.Context, cfg Config) *Session {
	if cfg.Zone == nil {
		cfg.Zone = time.UTC
	}
	if cfg.NoWhatsApp {
		cfg.Text = cfg.Text.WithoutWhatsApp()
	}
	s := &Session{
		Ctx: ctx, Config: cfg, Theme: NewTheme(true),
		Terminal: terminal.New(cmp.Or(cfg.Cols, 80), cmp.Or(cfg.Rows, 24), cfg.Pixels),
		QuitKey:  Bind("ctrl+c", cfg.Text.Keys.Quit, "ctrl+c"),
		Veil:     Veil{clock: cfg.Clock}, Log: Log{to: cfg.Log},
		Copier:     Copier{clock: cfg.Clock, write: cfg.Clipboard, read: cfg.ReadClipboard},
		Connection: Connection{ctx: ctx, client: cfg.Client, text: cfg.Text},
	}
	s.Terminal.Charset = cfg.Charset
	if list := cfg.TmuxClients; list != nil {
		s.Terminal.Clients = func() (string, error) { return list(ctx) }
	}
	s.Desk = desk.New(desk.Config{
		Client: cfg.Client, Clock: cfg.Clock, Chance: cfg.Chance, Draft: cfg.Data, Defaults: cfg.Defaults,
		Known: cfg.Institutions, Remember: cfg.Remember,
	})
	s.Follow = follow.New(follow.Config{Context: ctx, Desk: s.Desk, Clock: cfg.Clock, Play: cfg.Play, Note: s.Log.Note})
	return s
}

// Update takes the messages of what is shared. It reports whether the terminal or
// the styles have changed.
func (s *Session) Update(msg tea.Msg) (refitted bool, cmd tea.Cmd) {
	dark := s.Terminal.Dark
	refitted, cmd = s.Terminal.Update(msg)
	if s.Terminal.Dark != dark {
		s.Theme = NewTheme(s.Terminal.Dark)
	}
	s.Veil.update(msg)
	s.Connection.update(msg)
	return refitted, tea.Batch(cmd, s.Follow.Update(msg), s.Copier.update(msg))
}

// Time writes a time of day in the session's zone.
func (s *Session) Time(t time.Time) string { return t.In(s.Zone).Format("15:04") }

// Still reports whether nothing but the time may move: because the user asks for it, or
// because the terminal shows no colours, as with NO_COLOR.
func (s *Session) Still() bool { return s.ReducedMotion || s.Terminal.Profile <= colorprofile.ASCII }

// Bank names the institution that a draft chooses. A code may come from a file of
// somebody else's.
func (s *Session) Bank(d *draft.Draft) string {
	code := *d.Text(draft.Institution)
	if code == "" {
		return s.Text.Field.CustomerChooses
	}
	if in, ok := s.Desk.Institutions.Find(code); ok {
		return in.Name + " (" + code + ")"
	}
	return validate.Harmless(code, 80)
}
