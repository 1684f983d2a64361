package text_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/text"
)

func TestACauseThatIsNotOfTheAPIHasTwoHundredCharactersAtMost(t *testing.T) {
	for length, want := range map[int]int{1: 1, 199: 199, 200: 200, 201: 200, 900: 200} {
		f := text.For("pt").Failure(errors.New(strings.Repeat("é", length)))
		if got := len([]rune(f.Cause)); got != want || f.Next != "" || f.Said != "" {
			t.Errorf("%d characters became %d: %+v", length, got, f)
		}
	}
}

func TestAWaitIsNamedIfItHasAWholeSecond(t *testing.T) {
	c := text.For("pt")
	for wait, want := range map[time.Duration]string{
		0:                      c.API.NextWait,
		999 * time.Millisecond: c.API.NextWait,
		time.Second:            fmt.Sprintf(c.API.NextWaitF, 1),
		90 * time.Second:       fmt.Sprintf(c.API.NextWaitF, 90),
	} {
		if got := c.Failure(&klavi.Error{Kind: klavi.KindRate, RetryAfter: wait}).Next; got != want {
			t.Errorf("%v: %q, want %q", wait, got, want)
		}
	}
}
