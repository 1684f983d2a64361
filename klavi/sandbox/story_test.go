package sandbox_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// states returns the states that the consent of a new link has within 25 minutes.
func states(t *testing.T, story sandbox.Story) string {
	t.Helper()
	var seen []string
	delivering(t, sandbox.Config{Story: story}, 200, func(t *testing.T, b *box) {
		l := b.link(t)
		for range 25 * 60 / 4 {
			time.Sleep(4 * time.Second)
			synctest.Wait()
			for _, c := range b.statuses(t, l["linkToken"].(string)) {
				if len(seen) == 0 || seen[len(seen)-1] != string(c) {
					seen = append(seen, string(c))
				}
			}
		}
	})
	return strings.Join(seen, " ")
}

// statuses returns the states of the consents of a link.
func (b *box) statuses(t *testing.T, token string) (list []klavi.ConsentStatus) {
	t.Helper()
	for range 2 { // the network of one story fails now and then
		if list, ok := b.tryStatuses(t, token); ok {
			return list
		}
	}
	return nil
}

func TestACustomerOfAStoryGoesItsWay(t *testing.T) {
	const begin, end = "STARTED AWAITING_AUTHORISATION ", "AWAITING_LGPD_AUTHORISATION AUTHORISED"
	for story, want := range map[sandbox.Story]string{
		"":                            "",
		sandbox.StoryAuthorised:       begin + end,
		sandbox.StoryRefused:          begin + "REJECTED",
		sandbox.StoryExpires:          begin + "EXPIRED",
		sandbox.StorySlowBank:         begin + end,
		sandbox.StorySeveralApprovers: begin + end,
		sandbox.StoryBankDown:         begin + "ERROR",
		sandbox.StoryFlakyNetwork:     begin + end,
	} {
		if got := states(t, story); got != want {
			t.Errorf("%s: %s, want %s", story, got, want)
		}
	}
}

func TestTheCustomerOfAStoryHasAuthorisedBefore(t *testing.T) {
	b := storied(t, sandbox.StoryAlreadyAuthorised)
	for range 2 { // there is one consent, however often it is asked for
		w := b.get(t, "/consents?personalTaxId=52998224725", b.accessToken(t))
		if n := strings.Count(w.Body.String(), `"AUTHORISED"`); n != 1 || !strings.Contains(w.Body.String(), "2026-10-24") {
			t.Errorf("%s", w.Body)
		}
	}
}

func TestAPartnerWithoutPermissionMakesNoLink(t *testing.T) {
	b := storied(t, sandbox.StoryNoPermission)
	if status, body := b.ask(t, "POST", "/links", b.accessToken(t), "{}"); status != http.StatusForbidden {
		t.Errorf("%d %v", status, body)
	}
}

func TestMaintenanceEndsAfterTwoMinutes(t *testing.T) {
	b := storied(t, sandbox.StoryMaintenance)
	keys := `{"accessKey":"demo-access-key","secretKey":"demo-secret-key"}`
	if status, _ := b.ask(t, "POST", "/auth", "", keys); status != http.StatusServiceUnavailable {
		t.Errorf("at its begin: %d", status)
	}
	b.now = b.now.Add(2*time.Minute - time.Second)
	if status, _ := b.ask(t, "POST", "/auth", "", keys); status != http.StatusServiceUnavailable {
		t.Errorf("a second before its end: %d", status)
	}
	b.now = b.now.Add(time.Second)
	if status, _ := b.ask(t, "POST", "/auth", "", keys); status != http.StatusOK {
		t.Errorf("at its end: %d", status)
	}
}

func TestEveryThirdRequestOfAFlakyNetworkHasNoAnswer(t *testing.T) {
	b := storied(t, sandbox.StoryFlakyNetwork)
	var answered []bool
	for range 6 {
		func() {
			defer func() {
				if r := recover(); r != nil && r != http.ErrAbortHandler { //nolint:errorlint // net/http compares so
					t.Error(r)
				}
			}()
			answered = append(answered, false)
			b.ask(t, "GET", "/nothing", "", "")
			answered[len(answered)-1] = true
		}()
	}
	if !slices.Equal(answered, []bool{true, true, false, true, true, false}) {
		t.Errorf("%v", answered)
	}
}

func TestEveryStoryIsListedOnce(t *testing.T) {
	list := sandbox.Stories()
	slices.Sort(list)
	if len(list) != 10 || len(slices.Compact(list)) != 10 {
		t.Errorf("%v", list)
	}
}
