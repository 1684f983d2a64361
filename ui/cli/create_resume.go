package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"klavilink/ui/cli/batch"
	"klavilink/ui/cli/ownfile"
	"klavilink/validate"
)

// remember gets the key of the results, and reads the earlier results if there are any.
// Without a configuration folder the results have no hashes, and cannot be resumed.
func (r *creating) remember(ctx context.Context) error {
	if r.print.json || r.resume != "" {
		r.key = resultKey(r.env)
	}
	if r.resume == "" {
		return nil
	}
	if r.key == nil {
		return usage(r.t.CLI.Batch.NoKey)
	}
	name := validate.Harmless(r.resume, 200)
	f, err := within(ctx, func() (*os.File, error) { return os.Open(r.resume) })
	if ctx.Err() != nil {
		return abandoned(r.t)
	}
	if err != nil {
		return usage(fmt.Sprintf(r.t.CLI.ReadFileF, name))
	}
	defer f.Close()
	r.past, err = batch.ReadResults(interruptible{ctx, f}, r.environment, r.env.now())
	var bad *batch.BadResult
	switch {
	case ctx.Err() != nil:
		return abandoned(r.t)
	case errors.As(err, &bad):
		return usage(fmt.Sprintf(r.t.CLI.Batch.BadResultF, name, bad.Line))
	case err != nil:
		return usage(fmt.Sprintf(r.t.CLI.ReadFileF, name))
	}
	return nil
}

// resultKey returns the key of the hashes in results. It lies beside the configuration,
// in a file that only the user can read. The first run makes it. It is nil if there is
// no such file, or if others could have written it.
func resultKey(env Env) batch.Key {
	if env.ConfigFile == "" {
		return nil
	}
	name := filepath.Join(filepath.Dir(env.ConfigFile), "results.key")
	if key, err := readKey(name); !errors.Is(err, fs.ErrNotExist) {
		return key
	}
	if err := makeKey(name, env.Random); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil
	}
	key, _ := readKey(name) // that of another run, if it was first
	return key
}

// readKey reads the key. A file of another size is no key.
func readKey(name string) (batch.Key, error) {
	content, err := ownfile.Read(name, batch.KeySize)
	if err != nil {
		return nil, fmt.Errorf("read the key of the results: %w", err)
	}
	if content.Trouble != nil || len(content.Bytes) != batch.KeySize {
		return nil, nil
	}
	return content.Bytes, nil
}

// makeKey writes a new key. Of several runs that make one at the same time, one has its
// key in the file, and the others get an [fs.ErrExist].
func makeKey(name string, random io.Reader) error {
	if random == nil {
		random = rand.Reader
	}
	key := make([]byte, batch.KeySize)
	if _, err := io.ReadFull(random, key); err != nil {
		return fmt.Errorf("make the key of the results: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("make the folder of the key: %w", err)
	}
	return writeWhole(name, key)
}

// writeWhole writes a new file that only the user can read. Another program that finds
// the file finds all of it: the content gets its name when it is complete. Where the file
// system gives a file no second name, it is written in place.
func writeWhole(name string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-") // with mode 0600
	if err != nil {
		return fmt.Errorf("make a file: %w", err)
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("write a file: %w", err)
	}
	if err = os.Link(f.Name(), name); err == nil {
		return nil
	}
	if _, there := os.Lstat(name); there == nil {
		return fmt.Errorf("name a file: %w", fs.ErrExist)
	}
	return writeNew(name, content)
}

// writeNew writes a new file that only the user can read. It leaves no half-written file.
func writeNew(name string, content []byte) error {
	f, err := ownfile.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(name)
		return fmt.Errorf("write a file: %w", err)
	}
	return nil
}
