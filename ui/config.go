package ui

import (
	"context"
	"log/slog"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/text"
)

// Client is what the wizard needs of the API; [klavi.Client] is one.
type Client interface {
	Warm(context.Context) error
	CreateLink(context.Context, klavi.LinkRequest) (klavi.Link, error)
	InstitutionStatuses(ctx context.Context, linkToken klavi.Secret) ([]klavi.InstitutionStatus, error)
	Consents(ctx context.Context, personalTaxID, businessTaxID string) ([]klavi.Consent, error)
	Institutions(ctx context.Context, linkToken klavi.Secret) ([]klavi.Institution, error)
}

// Place says which API the link is made at; it stands on every screen.
type Place struct {
	Demo   bool
	Open   string // address at which a demo's pages are open to the network, or empty
	Env    klavi.Environment
	Server string // a host other than the environment's own, or empty
}

// Config is what a wizard is made of.
type Config struct {
	Client       Client
	Clock        Clock
	Text         *text.Catalogue
	Place        Place
	Institutions []directory.Institution

	// Remember keeps Klavi's own list of institutions for the next run; nil keeps
	// none.
	Remember func([]directory.Institution) error

	Data     Data // what is filled in already
	Defaults Data // what is filled in for every next customer

	// Company is who the customer is told the link is from; Message is the template
	// of what they are sent, empty for the language's own.
	Company, Message string

	// Reminder is said at the start.
	Reminder string

	// NoWhatsApp and NoEmail switch a channel off.
	NoWhatsApp, NoEmail bool

	// Log is told which way the wizard goes, and nothing that is typed; nil is told
	// nothing.
	Log *slog.Logger

	// Clipboard writes to the system's clipboard; nil leaves it to the terminal.
	Clipboard func(string) error

	// OpenURL opens an address with the system's own program for it; nil where
	// there is none.
	OpenURL func(string) error

	// Play moves the customer of a demo's link to a state, as the customer would on
	// the link's page; nil where there is no demo.
	Play func(linkID, institutionCode string, s klavi.ConsentStatus) error

	// Chance draws from [0, 1), to spread looks at the API; nil is always the
	// middle.
	Chance func() float64

	// ReadClipboard reads the system's clipboard, so that a link is taken out of it
	// only while it is still there; nil takes nothing out.
	ReadClipboard func() (string, error)

	// Pages shows the code in a browser; nil where there is none.
	Pages Pages

	// Save writes a picture of the code to a new file, of the name given or one
	// like it, and gives its path; nil where nothing can be saved.
	Save func(name string, png []byte) (path string, err error)

	// Pixels gives the size of the window in pixels, zero where unknown; nil where
	// only the terminal could tell.
	Pixels func() (width, height int)
}

// Pages shows a page in the browser, one at a time.
type Pages interface {
	// Show writes a page where only the user can read it and opens it. Where
	// nothing opens it, the path comes back with the error.
	Show(html []byte) (path string, err error)

	// Withdraw takes the page away.
	Withdraw()
}
