package cli

import (
	"errors"
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

// within bounds an operation that cannot be cancelled.
func within[T any](d time.Duration, f func() (T, error)) (T, error) {
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
