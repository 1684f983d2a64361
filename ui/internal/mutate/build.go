package main

import (
	"go/build"
)

// matches reports whether a build for goos takes a file of a folder, by its name and its
// build tags.
func matches(folder, name, goos string) bool {
	context := build.Default
	context.GOOS = goos
	ok, err := context.MatchFile(folder, name)
	return err == nil && ok
}
