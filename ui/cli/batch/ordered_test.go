package batch_test

import (
	"context"
	"errors"
	"io"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"klavilink/ui/cli/batch"
)

// counting returns a source of n functions. The i-th takes a time and returns i.
func counting(n int, takes func(i int) time.Duration) func() (func() int, error) {
	i := -1
	return func() (func() int, error) {
		if i++; i >= n {
			return nil, io.EOF
		}
		k := i
		return func() int { time.Sleep(takes(k)); return k }, nil
	}
}

// The clock in a bubble jumps to the next timer, so nothing really waits.
func TestResultsComeInTheOrderOfTheInput(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got []int
		slowFirst := func(i int) time.Duration { return time.Duration(100-i) * time.Millisecond }
		err := batch.Ordered(t.Context(), 7, counting(100, slowFirst), func(i int) { got = append(got, i) })
		if err != nil || len(got) != 100 || !slices.IsSorted(got) {
			t.Errorf("%v %v", got, err)
		}
	})
}

func TestAsManyRunAtOnceAsThereAreJobs(t *testing.T) {
	for _, jobs := range []int{1, 4} {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			second := func(int) time.Duration { return time.Second }
			_ = batch.Ordered(t.Context(), jobs, counting(8, second), func(int) {})
			if took := time.Since(start); took != time.Duration(8/jobs)*time.Second {
				t.Errorf("%d jobs: %v", jobs, took)
			}
		})
	}
}

// A slow record holds back the reading, so that the memory stays flat.
func TestOnlyFewResultsWaitForAnEarlierOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var begun atomic.Int64
		release := make(chan struct{})
		i := -1
		next := func() (func() int, error) {
			if i++; i == 1000 {
				return nil, io.EOF
			}
			k := i
			return func() int {
				begun.Add(1)
				if k == 0 {
					<-release
				}
				return k
			}, nil
		}
		go func() { _ = batch.Ordered(t.Context(), 4, next, func(int) {}) }()
		synctest.Wait()
		if n := begun.Load(); n > 32 {
			t.Errorf("%d began", n)
		}
		close(release)
	})
}

func TestTheEndOfTheContextLetsWhatIsUnderWayFinish(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var got []int
		go func() { time.Sleep(1500 * time.Millisecond); cancel() }()
		second := func(int) time.Duration { return time.Second }
		err := batch.Ordered(ctx, 1, counting(1000, second), func(i int) { got = append(got, i) })
		if err != nil || len(got) < 2 || len(got) > 10 {
			t.Errorf("%v %v", got, err)
		}
	})
}

func TestAnErrorOfTheInputComesAfterTheResults(t *testing.T) {
	broken, n, got := errors.New("broken"), 0, 0
	next := func() (func() int, error) {
		if n++; n > 3 {
			return nil, broken
		}
		return func() int { return 1 }, nil
	}
	if err := batch.Ordered(t.Context(), 2, next, func(i int) { got += i }); !errors.Is(err, broken) || got != 3 {
		t.Errorf("%d results, %v", got, err)
	}
}
