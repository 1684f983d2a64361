package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/cli/browser"

	"klavilink/ui/webpage"
)

// pages shows pages in the browser: a folder of its own for each, which only the
// user can read, gone when the page is withdrawn. What is on a page opens a
// customer's session.
type pages struct {
	open func(path string) error

	mu     sync.Mutex
	folder string // of the page that is shown, or empty
}

// errNoBrowser is what Show answers where nothing opens a page; the path that it
// gives with it can be opened by hand.
var errNoBrowser = errors.New("no browser could be opened")

// openInBrowser opens a file with the system's opener, whose own output must not
// reach the screen.
func openInBrowser(path string) error {
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	return browser.OpenFile(path)
}

// patience is how long an opener may take to say that it failed. Some stay until
// the browser ends, which is no failure.
const patience = 5 * time.Second

// Show implements ui.Pages. A page shown before is withdrawn.
func (p *pages) Show(html []byte) (path string, err error) {
	p.Withdraw()
	if path, err = p.write(html); err != nil {
		return "", err
	}
	opened := make(chan error, 1)
	go func() { opened <- p.open(path) }()
	select {
	case err = <-opened:
		if err != nil {
			return path, errNoBrowser
		}
	case <-time.After(patience):
	}
	return path, nil
}

func (p *pages) write(html []byte) (path string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folder, err = os.MkdirTemp("", "klavilink-"); err != nil { // 0700
		return "", err
	}
	path = filepath.Join(p.folder, "qr.html")
	for name, content := range map[string][]byte{path: html, filepath.Join(p.folder, webpage.Watch): []byte(webpage.WatchContent)} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			return "", err
		}
	}
	return path, nil
}

// Withdraw implements ui.Pages.
func (p *pages) Withdraw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folder != "" {
		_ = os.RemoveAll(p.folder)
		p.folder = ""
	}
}
