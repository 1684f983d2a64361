package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"klavilink/ui/webpage"
)

// pages shows one page at a time in the browser. A page gives access to a customer's
// session, so each page has its own folder, which only the user can read and which
// Withdraw removes.
type pages struct {
	open func(path string) error

	mu     sync.Mutex
	folder string // the folder of the page that is shown, or empty
}

// Show withdraws the previous page, writes a page and opens it. It returns the path
// even if the page cannot be opened, so that the user can open it by hand.
func (p *pages) Show(html []byte) (path string, err error) {
	p.Withdraw()
	if path, err = p.write(html); err != nil {
		return "", err
	}
	return path, p.open(path)
}

// write makes the folder of a page, writes the page, and returns its path.
func (p *pages) write(html []byte) (path string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folder, err = os.MkdirTemp("", "klavilink-"); err != nil { // with mode 0700
		return "", fmt.Errorf("write the page: %w", err)
	}
	path = filepath.Join(p.folder, "qr.html")
	watch := filepath.Join(p.folder, webpage.Watch)
	for name, content := range map[string][]byte{path: html, watch: []byte(webpage.WatchContent)} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			return "", fmt.Errorf("write the page: %w", err)
		}
	}
	return path, nil
}

// Withdraw removes the page that is shown. It does nothing if there is none.
func (p *pages) Withdraw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folder != "" {
		_ = os.RemoveAll(p.folder)
		p.folder = ""
	}
}
