package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// saveIn gives what writes a file where people look for files, in the folder
// Downloads of their home, or, without one, in the working folder. It is theirs
// alone to read, and never one that was there before: a second of the same name
// gets a number.
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

// create writes a new file, or none.
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
