//go:build !unix

package ownfile

import "io/fs"

// nonBlocking has no meaning where files are never named pipes.
const nonBlocking = 0

// writable returns no trouble. The folders of a Windows user are closed to others by
// their access lists, which the mode of a file does not show.
func writable(string, fs.FileInfo) *Untrusted { return nil }

// closed returns no trouble, for the same reason.
func closed(string, fs.FileInfo) *Untrusted { return nil }
