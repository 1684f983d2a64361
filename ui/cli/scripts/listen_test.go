package scripts_test

import (
	"bytes"
	"io/fs"
	"net"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"
)

// addresses sets ON and TO to two addresses of this machine that nobody listens at.
func addresses(e *testscript.Env) error {
	for _, name := range []string{"ON", "TO"} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		defer func() { _ = l.Close() }() // after both, so that they differ
		e.Setenv(name, l.Addr().String())
	}
	return nil
}

// unwritten is the command "unwritten TEXT...". It fails if a file that a command wrote has
// one of the texts. The files of the script itself do not count: it keeps them in a folder
// named "given".
func unwritten(ts *testscript.TestScript, neg bool, texts []string) {
	if neg || len(texts) == 0 {
		ts.Fatalf("usage: unwritten TEXT...")
	}
	ts.Check(filepath.WalkDir(ts.MkAbs("."), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "given":
			return filepath.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		content, err := os.ReadFile(path)
		for _, text := range texts {
			if bytes.Contains(content, []byte(text)) {
				ts.Fatalf("%s has %q", path, text)
			}
		}
		return err
	}))
}
