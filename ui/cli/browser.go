package cli

import (
	"errors"
	"fmt"
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

// errNoBrowser is what is answered where nothing opens a page or an address; it
// can still be opened by hand.
var errNoBrowser = errors.New("no browser could be opened")

// opener makes one of the system's openers quiet, for its own output must not
// reach the screen, and tells where it would find no desktop: there it might
// start a browser for terminals, on this very terminal.
func opener(open func(string) error, system string, getenv func(string) string) func(string) error {
	return func(what string) error {
		if system != "windows" && system != "darwin" && getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" && getenv("WSL_DISTRO_NAME") == "" {
			return errNoBrowser
		}
		browser.Stdout, browser.Stderr = io.Discard, io.Discard
		return patiently(func() error { return open(what) })
	}
}

// patiently waits for an opener only as long as it may take to say that it
// failed. Some stay until the browser ends, which is no failure.
func patiently(open func() error) error {
	opened := make(chan error, 1)
	go func() { opened <- open() }()
	select {
	case err := <-opened:
		if err != nil {
			return errNoBrowser
		}
	case <-time.After(patience):
	}
	return nil
}

// patience is how long an opener may take to say that it failed.
const patience = 5 * time.Second

// Show implements ui.Pages. A page shown before is withdrawn.
func (p *pages) Show(html []byte) (path string, err error) {
	p.Withdraw()
	if path, err = p.write(html); err != nil {
		return "", err
	}
	return path, p.open(path)
}

func (p *pages) write(html []byte) (path string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folder, err = os.MkdirTemp("", "klavilink-"); err != nil { // 0700
		return "", fmt.Errorf("write the page: %w", err)
	}
	path = filepath.Join(p.folder, "qr.html")
	for name, content := range map[string][]byte{path: html, filepath.Join(p.folder, webpage.Watch): []byte(webpage.WatchContent)} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			return "", fmt.Errorf("write the page: %w", err)
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
