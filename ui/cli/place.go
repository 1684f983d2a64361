package cli

import (
	"klavilink/ui/screen"
)

// environment names where a link is made, as the JSON output calls it.
func environment(p screen.Place) string {
	if p.Demo {
		return "demo"
	}
	return string(p.Env)
}
