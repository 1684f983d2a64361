package cli

import (
	"cmp"
	"runtime"
	"runtime/debug"
)

// Build describes the binary: its version and the commit it was built from.
type Build struct {
	Version string // empty if the binary is not a release
	Commit  string // the full or abbreviated hash
	Date    string // the date of the commit, in RFC 3339
}

// versionObject is the JSON form of a [Build]. Scripts rely on its names.
type versionObject struct {
	Version string `json:"version"` // "dev" if the binary is not a release
	Commit  string `json:"commit"`  // empty if it is not known, as is Date
	Date    string `json:"date"`
	Go      string `json:"go"`
	OS      string `json:"os"`
	Arch    string `json:"arch"`
}

// object returns all that is known of the binary. It takes a missing commit or date from
// the binary's build information.
func (b Build) object() versionObject {
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
	return versionObject{
		cmp.Or(b.Version, "dev"), b.Commit, b.Date,
		runtime.Version(), runtime.GOOS, runtime.GOARCH,
	}
}

// String returns the text of --version: version, commit, date, Go version and platform.
func (b Build) String() string {
	v := b.object()
	return join(v.Version, v.Commit[:min(len(v.Commit), 12)], v.Date, v.Go, v.OS+"/"+v.Arch)
}

// userAgent returns the User-Agent header for the API.
func (b Build) userAgent() string { return "klavilink/" + cmp.Or(b.Version, "dev") }
