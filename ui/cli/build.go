package cli

import (
	"cmp"
	"runtime"
	"runtime/debug"
	"strings"
)

// Build says what was built, and from what.
type Build struct {
	Version string // empty for one that is no release
	Commit  string
	Date    string // of the commit, RFC 3339
}

// String is what --version says: version, commit, date, and the Go version. It
// reads from the build itself what a release was not told.
func (b Build) String() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Commit = cmp.Or(b.Commit, s.Value)
			case "vcs.time":
				b.Date = cmp.Or(b.Date, s.Value)
			}
		}
	}
	parts := []string{cmp.Or(b.Version, "dev")}
	if b.Commit != "" {
		parts = append(parts, b.Commit[:min(len(b.Commit), 12)])
	}
	if b.Date != "" {
		parts = append(parts, b.Date)
	}
	return strings.Join(append(parts, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH), " ")
}

// userAgent is what the API is told of the program.
func (b Build) userAgent() string { return "klavilink/" + cmp.Or(b.Version, "dev") }
