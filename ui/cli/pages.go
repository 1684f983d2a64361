package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"klavilink/ui/webpage"
)

// pages shows pages in the browser. Each page has a folder of its own, which only
// the user can read and which goes when the page is withdrawn. A page can open a
// customer's session.
type pages struct {
	open func(path string) error

	mu     sync.Mutex
	folder string // of the page that is shown, or empty
}

// Show writes a page and opens it. It withdraws the page before.
func (p *pages) Show(html []byte) (path string, err error) {
	p.Withdraw()
	if path, err = p.write(html); err != nil {
		return "", err
	}
	return path, p.open(path)
}

// write makes the folder of a page and gives the page's path.
func (p *pages) write(html []byte) (path string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folder, err = os.MkdirTemp("", "klavilink-"); err != nil { // 0700
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

// Withdraw removes the page that is shown.
func (p *pages) Withdraw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folder != "" {
		_ = os.RemoveAll(p.folder)
		p.folder = ""
	}
}
