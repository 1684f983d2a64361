package cli

import (
	"cmp"
	"runtime"
	"runtime/debug"
	"strings"
)

// Build describes the binary: its version and the commit it was built from.
type Build struct {
	Version string // empty if the binary is not a release
	Commit  string // the full or abbreviated hash
	Date    string // the date of the commit, in RFC 3339
}

// String returns the text of --version: version, commit, date, Go version and
// platform. It takes a missing commit or date from the binary's build information.
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

// userAgent returns the User-Agent header for the API.
func (b Build) userAgent() string { return "klavilink/" + cmp.Or(b.Version, "dev") }
