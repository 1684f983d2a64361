package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// saveIn returns a function that saves a file in the folder Downloads of the user's
// home, where people look for files. Without such a folder it saves in the working
// folder. Only the user can read the file. It never replaces another file: it adds a
// number to a name that is taken.
func saveIn(home string) func(name string, content []byte) (path string, err error) {
	return func(name string, content []byte) (string, error) {
		folder := filepath.Join(home, "Downloads")
		if is, err := os.Stat(folder); home == "" || err != nil || !is.IsDir() {
			folder = "."
		}
		extension := filepath.Ext(name)
		path := filepath.Join(folder, name)
		for n := 2; ; n++ {
			err := create(path, content)
			if err == nil {
				break
			}
			if !errors.Is(err, fs.ErrExist) || n > 99 {
				return "", err
			}
			path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, extension), n, extension))
		}
		if path, err := filepath.Abs(path); err == nil {
			return path, nil
		}
		return path, nil
	}
}

// create writes a new file. It fails if the file exists, and leaves no half-written
// file behind.
func create(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(path)
		return fmt.Errorf("save: %w", err)
	}
	return nil
}
