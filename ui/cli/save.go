package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"klavilink/ui/screen"
)

// saveIn returns a function that saves a file in the folder Downloads of the user's
// home, where people look for files. Without such a folder it saves in the home, and
// without a home in the working folder. It never saves into a working tree of git, from
// which a code could be published. Only the user can read the file. It never replaces
// another file: it adds a number to a name that is taken.
func saveIn(home string) func(name string, content []byte) (path string, err error) {
	return func(name string, content []byte) (string, error) {
		folder, err := saveFolder(home)
		if err != nil {
			return "", err
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
		return path, nil
	}
}

// saveFolder returns the first folder in which a file can be saved, as an absolute path.
func saveFolder(home string) (string, error) {
	candidates := []string{filepath.Join(home, "Downloads"), home}
	if home == "" {
		candidates = []string{"."}
	}
	for _, folder := range candidates {
		folder, err := filepath.Abs(folder)
		if err != nil {
			continue
		}
		if is, err := os.Stat(folder); err == nil && is.IsDir() && !inWorkingTree(folder) {
			return folder, nil
		}
	}
	return "", fmt.Errorf("save: %w", screen.ErrNoFolder)
}

// inWorkingTree reports whether a folder or one above it has a .git, which is a file in
// some working trees. A folder that cannot be followed counts as one.
func inWorkingTree(folder string) bool {
	folder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return true
	}
	for {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil {
			return true
		}
		above := filepath.Dir(folder)
		if above == folder {
			return false
		}
		folder = above
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
