package sandbox

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheCustomerOfAStoryTakesItsTime(t *testing.T) {
	const begin = "8s STARTED, 8s AWAITING_AUTHORISATION, "
	for story, want := range map[Story]string{
		StoryAuthorised:       begin + "15s AWAITING_LGPD_AUTHORISATION, 8s AUTHORISED",
		StoryFlakyNetwork:     begin + "15s AWAITING_LGPD_AUTHORISATION, 8s AUTHORISED",
		StoryRefused:          begin + "15s REJECTED",
		StoryExpires:          begin + "20m0s EXPIRED",
		StorySlowBank:         begin + "5m0s AWAITING_LGPD_AUTHORISATION, 8s AUTHORISED",
		StorySeveralApprovers: begin + "15m0s AWAITING_LGPD_AUTHORISATION, 8s AUTHORISED",
		StoryBankDown:         begin + "30s ERROR",
		StoryMaintenance:      "",
		"":                    "",
	} {
		var steps []string
		for _, s := range story.steps() {
			steps = append(steps, fmt.Sprint(s.after, " ", s.status))
		}
		if got := strings.Join(steps, ", "); got != want {
			t.Errorf("%s: %s, want %s", story, got, want)
		}
	}
}
