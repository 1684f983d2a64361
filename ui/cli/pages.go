package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"klavilink/ui/cli/ownfile"
	"klavilink/ui/clock"
)

// pageLife is the age at which a page of an earlier run is removed. Its link ended long
// before, and a browser that still shows the page shows no code.
const pageLife = 2 * time.Hour

// pages shows one page at a time in the browser. A page gives access to a customer's
// session, and the browser reads it again and again. So it lies in a folder of the
// user's own, in which nobody else can put something in its place, and the folder stays.
type pages struct {
	open    func(path string) error
	folders []string // where pages may be, the best first
	clock   clock.Clock

	mu   sync.Mutex
	path string // the page that is shown, or empty
	over []byte // what takes its place
}

// Show withdraws the previous page, writes a page and opens it. It returns the path
// even if the page cannot be opened, so that the user can open it by hand.
func (p *pages) Show(page, over []byte) (path string, err error) {
	p.Withdraw()
	if path, err = p.put(page, over); err != nil {
		return "", err
	}
	return path, p.open(path)
}

// put writes a page to a new file and returns its path.
func (p *pages) put(page, over []byte) (path string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	folder, err := p.folder()
	if err != nil {
		return "", err
	}
	p.sweep(folder)
	if path, err = write(folder, page); err != nil {
		return "", err
	}
	p.path, p.over = path, over
	return path, nil
}

// folder returns the first folder that is the user's own.
func (p *pages) folder() (string, error) {
	trouble := errors.New("find a folder for pages: there is none")
	for _, folder := range p.folders {
		err := ownfile.Folder(folder)
		if err == nil {
			return folder, nil
		}
		trouble = err
	}
	return "", trouble
}

// sweep removes what earlier runs left behind.
func (p *pages) sweep(folder string) {
	old, err := filepath.Glob(filepath.Join(folder, "qr-*.html"))
	if err != nil {
		return
	}
	for _, path := range old {
		info, err := os.Lstat(path)
		if err == nil && p.clock.Now().Sub(info.ModTime()) > pageLife {
			_ = os.Remove(path)
		}
	}
}

// write writes a new file that only the user can read (0600), and returns its path.
func write(folder string, content []byte) (path string, err error) {
	f, err := os.CreateTemp(folder, "qr-*.html")
	if err != nil {
		return "", fmt.Errorf("write a page: %w", err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(f.Name())
		return "", fmt.Errorf("write a page: %w", err)
	}
	return f.Name(), nil
}

// Withdraw puts the other page in the place of the page that is shown, at once, so that
// the browser finds one of them and never a part. If that fails, it removes the page. It
// does nothing if there is none.
func (p *pages) Withdraw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.path == "" {
		return
	}
	over, err := write(filepath.Dir(p.path), p.over)
	if err == nil {
		err = os.Rename(over, p.path)
	}
	if err != nil {
		_ = os.Remove(over)
		_ = os.Remove(p.path)
	}
	p.path = ""
}
