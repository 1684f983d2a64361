package main

import (
	"compress/gzip"
	"context"
	"io"
	"os"
	"strings"
)

// binaryText stands above the table.
const binaryText = "The size of the program, built with the flags of a release and without symbols, as it is and\n" +
	"gzipped as in an archive."

// binaries measures how large a program is when it is downloaded and when it is
// installed.
func binaries(_ context.Context, _ plan, programs []program) (section, error) {
	s := section{
		text: binaryText,
		measures: []measure{
			{name: "binary", unit: "MiB", digits: 1}, {name: "gzipped", unit: "MiB", digits: 1},
		},
	}
	seen := map[string]bool{}
	for _, p := range programs {
		name := p.name
		if p.version != "" {
			name, _, _ = strings.Cut(p.name, " ") // its subcommands are one binary
		}
		if seen[name] {
			continue
		}
		seen[name] = true
		raw, small, err := sizes(p.path)
		if err != nil {
			return s, err
		}
		s.rows = append(s.rows, row{name, []float64{raw, small}})
	}
	return s, nil
}

// sizes returns the size of a file in MiB, as it is and gzipped.
func sizes(path string) (raw, small float64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	var n counter
	z, err := gzip.NewWriterLevel(&n, gzip.BestCompression)
	if err != nil {
		return 0, 0, err
	}
	size, err := io.Copy(z, f)
	if err != nil {
		return 0, 0, err
	}
	const mib = 1 << 20
	return float64(size) / mib, float64(n) / mib, z.Close()
}

// counter counts the bytes that are written to it.
type counter int

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}
