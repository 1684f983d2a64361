package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// replaceFile writes a file of the user's alone (0600) and its folder. The file is
// replaced whole: nobody reads half of it, and where writing fails the old one
// stays.
func replaceFile(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-") // 0600
	if err != nil {
		return fmt.Errorf("make the file: %w", err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return fmt.Errorf("write the file: %w", err)
	}
	return nil
}
