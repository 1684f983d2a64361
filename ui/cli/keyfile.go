package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"klavilink/klavi"
)

// keyFile is the path of the file that login --insecure-storage writes. It is empty if
// there is no configuration folder.
type keyFile string

var errNoFolder = errors.New("there is no configuration folder")

// keyFileBeside returns the path in the folder of the configuration file.
func keyFileBeside(configFile string) keyFile {
	if configFile == "" {
		return ""
	}
	return keyFile(filepath.Join(filepath.Dir(configFile), "credentials.json"))
}

// read returns the keys of each environment, or none if it cannot read the file.
func (f keyFile) read() map[klavi.Environment]keyPair {
	b, err := os.ReadFile(string(f))
	var raw map[klavi.Environment]json.RawMessage
	if err != nil || json.Unmarshal(b, &raw) != nil {
		return nil
	}
	keys := map[klavi.Environment]keyPair{}
	for env, r := range raw {
		if k, ok := decodeKeys(string(r)); ok {
			keys[env] = k
		}
	}
	return keys
}

// write replaces the file with one that only the user can read. It removes the file if
// there are no keys.
func (f keyFile) write(keys map[klavi.Environment]keyPair) error {
	if f == "" {
		return errNoFolder
	}
	if len(keys) == 0 {
		if err := os.Remove(string(f)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("remove the keys: %w", err)
		}
		return nil
	}
	raw := map[klavi.Environment]json.RawMessage{}
	for env, k := range keys {
		raw[env] = json.RawMessage(k.encode())
	}
	b, err := json.Marshal(raw)
	if err != nil {
		return fmt.Errorf("write the keys: %w", err)
	}
	if err := replaceFile(string(f), b); err != nil {
		return fmt.Errorf("write the keys: %w", err)
	}
	return nil
}
