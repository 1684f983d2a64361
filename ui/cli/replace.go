package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// replaceFile writes a file that only the user can read (0600), and makes its folder.
// It renames a finished file into place, so that no program reads half of it, and the
// old file stays if writing fails.
func replaceFile(name string, content []byte) error {
	finished, err := besides(name, content)
	if err != nil {
		return err
	}
	if err := os.Rename(finished, name); err != nil {
		_ = os.Remove(finished)
		return fmt.Errorf("write the file: %w", err)
	}
	return nil
}

// placeNew writes a file as [replaceFile] does, but replaces nothing: if there is something,
// the error is an [fs.ErrExist]. The finished file gets its name by link, which is [os.Link].
// Where no file has two names, placeNew writes the file in its place, and removes it if that
// fails.
func placeNew(name string, content []byte, link func(finished, name string) error) error {
	finished, err := besides(name, content)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(finished) }()
	err = link(finished, name)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = writeNew(name, content)
	}
	if err != nil {
		return fmt.Errorf("write the file: %w", err)
	}
	return nil
}

// besides writes a finished file in the folder of another one, and returns its name.
func besides(name string, content []byte) (finished string, err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return "", fmt.Errorf("make the folder: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-") // with mode 0600
	if err != nil {
		return "", fmt.Errorf("make the file: %w", err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(f.Name())
		return "", fmt.Errorf("write the file: %w", err)
	}
	return f.Name(), nil
}
