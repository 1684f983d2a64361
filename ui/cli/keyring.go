package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/zalando/go-keyring"
)

// Keyring keeps a secret for each account.
type Keyring interface {
	Get(account string) (string, error) // ErrNotStored where there is none
	Set(account, secret string) error
	Delete(account string) error
}

// Errors of a [Keyring].
var (
	ErrNotStored = errors.New("nothing is stored")
	errSlow      = errors.New("the keyring did not answer")
	errNoBus     = errors.New("there is no session bus")
)

// systemKeyring is that of the system: Keychain, Credential Manager, Secret
// Service.
type systemKeyring struct{}

const (
	service = "klavilink"

	// keyringTime bounds what a keyring may take. One that asks the user to unlock
	// it does so behind the program's screen.
	keyringTime = 3 * time.Second
)

// bus tells whether there may be a keyring. Elsewhere than on macOS and Windows it
// is a service on the session bus; where there is none, the library would start a
// bus, and take longer over it than the program over its first frame.
func bus(system string, getenv func(string) string) bool {
	if system == "darwin" || system == "windows" || getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	folder := getenv("XDG_RUNTIME_DIR")
	_, err := os.Stat(filepath.Join(folder, "bus"))
	return folder != "" && err == nil
}

// within bounds an operation that cannot be cancelled.
func within[T any](d time.Duration, f func() (T, error)) (T, error) {
	if !bus(runtime.GOOS, os.Getenv) {
		var none T
		return none, errNoBus
	}
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		v, err := f()
		done <- result{v, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-time.After(d):
		var none T
		return none, errSlow
	}
}

// Get implements [Keyring].
func (systemKeyring) Get(account string) (string, error) {
	s, err := within(keyringTime, func() (string, error) { return keyring.Get(service, account) })
	if errors.Is(err, keyring.ErrNotFound) {
		return "", ErrNotStored
	}
	return s, err
}

// Set implements [Keyring].
func (systemKeyring) Set(account, secret string) error {
	_, err := within(keyringTime, func() (struct{}, error) { return struct{}{}, keyring.Set(service, account, secret) })
	return err
}

// Delete implements [Keyring].
func (systemKeyring) Delete(account string) error {
	_, err := within(keyringTime, func() (struct{}, error) { return struct{}{}, keyring.Delete(service, account) })
	return err
}
