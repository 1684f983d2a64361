package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/zalando/go-keyring"
)

// Keyring stores one secret for each account. The accounts are the environments of the
// API.
type Keyring interface {
	// Get returns the secret of an account, or [ErrNotStored] if there is none.
	Get(account string) (string, error)

	// Set stores or replaces the secret of an account.
	Set(account, secret string) error

	// Delete removes the secret of an account.
	Delete(account string) error
}

// ErrNotStored means that a [Keyring] has no secret for an account.
var ErrNotStored = errors.New("nothing is stored")

var (
	errSlow  = errors.New("the keyring did not answer")
	errNoBus = errors.New("there is no session bus")
)

// systemKeyring is the keyring of the operating system: Keychain on macOS, Credential
// Manager on Windows, Secret Service elsewhere.
type systemKeyring struct {
	getenv func(string) string
}

const (
	service = "klavilink"

	// keyringTime limits each operation. A locked keyring may ask the user for a
	// password in a window that the user does not see, and would wait for ever.
	keyringTime = 3 * time.Second
)

// Get implements [Keyring].
func (k systemKeyring) Get(account string) (string, error) {
	s, err := askKeyring(k, func() (string, error) { return keyring.Get(service, account) })
	if errors.Is(err, keyring.ErrNotFound) {
		return "", ErrNotStored
	}
	return s, err
}

// Set implements [Keyring].
func (k systemKeyring) Set(account, secret string) error {
	_, err := askKeyring(k, func() (struct{}, error) { return struct{}{}, keyring.Set(service, account, secret) })
	return err
}

// Delete implements [Keyring].
func (k systemKeyring) Delete(account string) error {
	_, err := askKeyring(k, func() (struct{}, error) { return struct{}{}, keyring.Delete(service, account) })
	return err
}

// hasSessionBus reports whether the keyring can be called. On systems other than macOS
// and Windows the keyring is a service on the session bus of D-Bus. If there is no bus
// we do not call the library, because it would start one and so delay the first screen.
func hasSessionBus(system string, getenv func(string) string) bool {
	if system == "darwin" || system == "windows" || getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	folder := getenv("XDG_RUNTIME_DIR")
	_, err := os.Stat(filepath.Join(folder, "bus"))
	return folder != "" && err == nil
}

// askKeyring runs a keyring operation and returns after at most keyringTime. The
// operation cannot be cancelled, so a slow one goes on in the background. If there is no
// session bus, askKeyring returns an error at once.
func askKeyring[T any](k systemKeyring, f func() (T, error)) (T, error) {
	var none T
	if !hasSessionBus(runtime.GOOS, k.getenv) {
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
	case <-time.After(keyringTime):
		return none, errSlow
	}
}
