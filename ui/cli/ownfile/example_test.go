package ownfile_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"klavilink/ui/cli/ownfile"
)

func ExampleRead() {
	folder, err := os.MkdirTemp("", "example-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "config.toml")
	if err := os.WriteFile(path, []byte("# nothing yet"), 0o600); err != nil {
		panic(err)
	}
	content, err := ownfile.Read(path, 1<<20)
	fmt.Printf("%s %v\n", content.Bytes, err)
	_, err = ownfile.Read(path, 4)
	fmt.Println(errors.Is(err, ownfile.ErrTooLarge))
	_, err = ownfile.Read(folder, 1<<20)
	fmt.Println(errors.Is(err, ownfile.ErrNotRegular))
	// Output:
	// # nothing yet <nil>
	// true
	// true
}
