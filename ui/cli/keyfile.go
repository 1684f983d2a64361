package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"klavilink/klavi"
	"klavilink/ui/cli/ownfile"
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

// maxKeys is the size of the largest file of keys that we read, in bytes.
const maxKeys = 64 << 10

var errBadKeys = errors.New("the file of keys is damaged")

// read returns the keys of each environment, or none if there is no file. A file that
// another user could have written is an error, because that user would get the links.
func (f keyFile) read() (map[klavi.Environment]keyPair, error) {
	if f == "" {
		return nil, nil
	}
	content, err := ownfile.Read(string(f), maxKeys)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read the keys: %w", err)
	case content.Trouble != nil:
		return nil, fmt.Errorf("read the keys: %w", content.Trouble)
	}
	var raw map[klavi.Environment]json.RawMessage
	if json.Unmarshal(content.Bytes, &raw) != nil {
		return nil, errBadKeys
	}
	keys := map[klavi.Environment]keyPair{}
	for env, r := range raw {
		if k, ok := decodeKeys(string(r)); ok {
			keys[env] = k
		}
	}
	return keys, nil
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
