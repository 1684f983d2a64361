// Package ownfile opens the files that belong to the user: the configuration, the keys,
// the log, the cache, and the folder of the pages.
//
// Such a file may be a trap: a link to a device that never ends, a named pipe that nobody
// writes to, or a file that another user of the machine has written. Every read here has
// a limit and waits for nothing, and what has to be trusted is looked at first.
package ownfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// The errors of this package. They are wrapped with the path.
var (
	// ErrNotRegular means that the path is a folder, a pipe, a device or the like.
	ErrNotRegular = errors.New("not a regular file")
	// ErrTooLarge means that the file is longer than the limit.
	ErrTooLarge = errors.New("the file is too large")
	// ErrNotFolder means that a folder is a link or not a folder at all.
	ErrNotFolder = errors.New("not a folder")
)

// Untrusted is the error of a file or a folder that another user could have written.
type Untrusted struct {
	Path string // the file, or the folder above it, that others may write to
	Fix  string // the command that mends it, or empty if only its owner can
}

// Error implements error.
func (e *Untrusted) Error() string { return "others may write to " + e.Path }

// Content is what a file holds, and whether others could have written it.
type Content struct {
	Bytes   []byte
	Trouble *Untrusted // nil if only the user and the system could have written the file
}

// Read returns the content of a regular file that has at most limit bytes. It follows
// links, because people keep their configuration behind one, and judges the file that
// they lead to. It opens the file without waiting, so that a pipe or a device holds
// nothing up. A file that does not exist is an [fs.ErrNotExist].
func Read(path string, limit int64) (Content, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return Content{}, fmt.Errorf("open a file: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	if err != nil {
		return Content{}, fmt.Errorf("read %s: %w", path, err)
	}
	b, err := io.ReadAll(io.LimitReader(f, limit+1)) // whatever its size is said to be
	switch {
	case err != nil:
		return Content{}, fmt.Errorf("read a file: %w", err)
	case int64(len(b)) > limit:
		return Content{}, fmt.Errorf("read %s: %w", path, ErrTooLarge)
	}
	return Content{b, judge(path, info)}, nil
}

// judge returns who else could have written a file: through the file itself, or through
// a folder above the place where it really is.
func judge(path string, info fs.FileInfo) *Untrusted {
	if trouble := writable(path, info); trouble != nil {
		return trouble
	}
	actual, err := filepath.EvalSymlinks(path)
	if err == nil {
		actual, err = filepath.Abs(actual)
	}
	if err != nil {
		return &Untrusted{Path: path}
	}
	return judgeFolders(filepath.Dir(actual))
}

// judgeFolders returns the first folder, from this one upwards, in which others could
// exchange what is below it.
func judgeFolders(folder string) *Untrusted {
	for {
		info, err := os.Lstat(folder)
		if err != nil {
			return &Untrusted{Path: folder}
		}
		if trouble := writable(folder, info); trouble != nil && info.Mode()&fs.ModeSticky == 0 {
			return trouble
		}
		above := filepath.Dir(folder)
		if above == folder {
			return nil
		}
		folder = above
	}
}

// Create makes a new file that only the user can read (0600), and opens it for writing.
// It follows no link and replaces nothing: if there is something, the error is an
// [fs.ErrExist].
func Create(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, fmt.Errorf("make a file: %w", err)
	}
	return f, nil
}

// Folder makes a folder that only the user can enter (0700), with the folders above it.
// If the folder is there already, it has to be such a folder: a folder and no link, the
// user's own, closed to others, and in no place where others could exchange it.
func Folder(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return fmt.Errorf("look at a folder: %w", err)
	case !info.IsDir():
		return fmt.Errorf("use %s: %w", path, ErrNotFolder)
	}
	if trouble := closed(path, info); trouble != nil {
		return trouble
	}
	actual, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("look at a folder: %w", err)
	}
	if trouble := judgeFolders(actual); trouble != nil {
		return trouble
	}
	return nil
}
