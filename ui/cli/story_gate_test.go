package cli

import (
	"context"
	"errors"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
	"klavilink/ui/clock"
	"klavilink/ui/text"
)

// The gate of create keeps all links waiting, and a story waits for minutes.
func TestAStoryDoesNotWaitAtTheGateOfTheLinks(t *testing.T) {
	env := Env{Clock: clock.System{}, Getenv: getenv()}
	errGate := errors.New("at the gate")
	api := &connector{gateway: newGateway(env, text.For(text.English))}
	paused := api.pausing(func(context.Context, time.Duration) error { return errGate })
	var cfg sandbox.Config
	(&demoPlay{story: "authorised", events: "http://127.0.0.1:4242"}).configure(&cfg, paused.gateway)
	for _, sleep := range []func(context.Context, time.Duration) error{cfg.Sleep, cfg.Callbacks.Sender.Sleep} {
		if err := sleep(t.Context(), 0); err != nil {
			t.Error(err)
		}
	}
}

// The time of a faster clock is waited for by that clock.
func TestAWaitOfAFasterClockIsShort(t *testing.T) {
	env := Env{Clock: clock.Faster(clock.System{}, 3600)}
	begin := env.steady()
	<-env.after(time.Minute)
	if took := env.steady() - begin; took < time.Minute {
		t.Errorf("it waited for %v", took)
	}
}
