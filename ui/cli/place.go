package cli

import (
	"klavilink/ui/screen"
)

// demoEnvironment is the environment of the demo in the JSON output.
const demoEnvironment = "demo"

// environment returns the value of "environment" in the JSON output.
func environment(p screen.Place) string {
	if p.Demo {
		return demoEnvironment
	}
	return string(p.Env)
}
