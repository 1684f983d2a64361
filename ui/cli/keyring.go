package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/zalando/go-keyring"
)

// Keyring keeps a secret for each account. Get gives [ErrNotStored] where there is
// none.
type Keyring interface {
	Get(account string) (string, error)
	Set(account, secret string) error
	Delete(account string) error
}

// ErrNotStored says that a [Keyring] has no secret for an account.
var ErrNotStored = errors.New("nothing is stored")

var (
	errSlow  = errors.New("the keyring did not answer")
	errNoBus = errors.New("there is no session bus")
)

// systemKeyring is the keyring of the system: Keychain, Credential Manager or
// Secret Service.
type systemKeyring struct {
	getenv func(string) string
}

const (
	service = "klavilink"

	// keyringTime bounds what a keyring may take. One that asks the user to unlock
	// it does so behind the program's screen.
	keyringTime = 3 * time.Second
)

// Get implements [Keyring].
func (k systemKeyring) Get(account string) (string, error) {
	s, err := within(k, func() (string, error) { return keyring.Get(service, account) })
	if errors.Is(err, keyring.ErrNotFound) {
		return "", ErrNotStored
	}
	return s, err
}

// Set implements [Keyring].
func (k systemKeyring) Set(account, secret string) error {
	_, err := within(k, func() (struct{}, error) { return struct{}{}, keyring.Set(service, account, secret) })
	return err
}

// Delete implements [Keyring].
func (k systemKeyring) Delete(account string) error {
	_, err := within(k, func() (struct{}, error) { return struct{}{}, keyring.Delete(service, account) })
	return err
}

// bus tells whether there may be a keyring. On systems other than macOS and Windows
// the keyring is a service on the session bus. Where there is no bus the library
// would start one, and take longer over it than the program over its first frame.
func bus(system string, getenv func(string) string) bool {
	if system == "darwin" || system == "windows" || getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	folder := getenv("XDG_RUNTIME_DIR")
	_, err := os.Stat(filepath.Join(folder, "bus"))
	return folder != "" && err == nil
}

// within asks a keyring something where there may be one, and bounds an operation
// that cannot be cancelled.
func within[T any](k systemKeyring, f func() (T, error)) (T, error) {
	var none T
	if !bus(runtime.GOOS, k.getenv) {
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
