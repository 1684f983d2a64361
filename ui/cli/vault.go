package cli

import (
	"errors"
	"fmt"

	"klavilink/klavi"
)

// vault stores the keys of each environment in the system's keyring, or in a file if
// login is called with --insecure-storage.
type vault struct {
	keyring Keyring // nil if there is none
	file    keyFile
}

var errNoKeyring = errors.New("there is no keyring")

// find returns the keys of an environment and their origin. It treats a keyring that is
// locked, missing or slow as an empty one. The command doctor tells them apart. A file of
// keys that cannot be used is an error.
func (v vault) find(env klavi.Environment) (keyPair, origin, error) {
	if v.keyring != nil {
		if s, err := v.keyring.Get(string(env)); err == nil {
			if k, ok := decodeKeys(s); ok {
				return k, fromKeyring, nil
			}
		}
	}
	all, err := v.file.read()
	if k, ok := all[env]; ok {
		return k, fromFile, nil
	}
	return keyPair{}, fromNowhere, err
}

// store stores the keys of an environment in the keyring.
func (v vault) store(env klavi.Environment, keys keyPair) error {
	if v.keyring == nil {
		return errNoKeyring
	}
	if err := v.keyring.Set(string(env), keys.encode()); err != nil {
		return fmt.Errorf("store the keys: %w", err)
	}
	return nil
}

// storeInFile stores the keys of an environment in the file.
func (v vault) storeInFile(env klavi.Environment, keys keyPair) error {
	all, err := v.file.read()
	if err != nil {
		return err
	}
	if all == nil {
		all = map[klavi.Environment]keyPair{}
	}
	all[env] = keys
	return v.file.write(all)
}

// remove removes the keys of an environment from the keyring and the file. It reports
// whether there were any.
func (v vault) remove(env klavi.Environment) (removed bool, err error) {
	if v.keyring != nil {
		if _, err := v.keyring.Get(string(env)); err == nil {
			if err := v.keyring.Delete(string(env)); err != nil {
				return false, fmt.Errorf("remove the keys: %w", err)
			}
			removed = true
		}
	}
	all, err := v.file.read()
	if _, there := all[env]; !there || err != nil {
		return removed, err
	}
	delete(all, env)
	return true, v.file.write(all)
}
