package cli

import (
	"klavilink/ui/screen"
)

// environment returns the value of "environment" in the JSON output.
func environment(p screen.Place) string {
	if p.Demo {
		return "demo"
	}
	return string(p.Env)
}
