package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// replaceFile writes a file that only the user can read (0600), and makes its folder.
// It renames a finished file into place, so that no program reads half of it, and the
// old file stays if writing fails.
func replaceFile(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-") // with mode 0600
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
