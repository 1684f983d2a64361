package desk_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/desk"
	"klavilink/ui/watch"
)

// lister is a desk with one known institution. It keeps what was remembered.
type lister struct {
	*desk.Desk
	api        *api
	remembered [][]directory.Institution
}

func newLister() *lister {
	l := &lister{api: &api{}}
	l.Desk = desk.New(desk.Config{
		Client: l.api, Clock: newClock(), Known: []directory.Institution{{Code: "001", Name: "Banco Conhecido"}},
		Remember: func(list []directory.Institution) error {
			l.remembered = append(l.remembered, list)
			return nil
		},
	})
	return l
}

func (l *lister) codes() []string {
	var codes []string
	for _, in := range l.Institutions.List() {
		codes = append(codes, in.Code)
	}
	return codes
}

func TestAListThatCannotBeHadChangesNothingAndIsNotRemembered(t *testing.T) {
	part := []klavi.Institution{{Code: "999", Name: "Banco Novo"}}
	for name, answer := range map[string]struct {
		list []klavi.Institution
		err  error
	}{
		"a failure":             {nil, errors.New("no network")},
		"a failure with a part": {part, errors.New("cut off")},
		"an empty list":         {nil, nil},
		"a list without codes":  {[]klavi.Institution{{Name: "Banco sem código"}}, nil},
	} {
		l := newLister()
		l.api.institutions = func(context.Context, string) ([]klavi.Institution, error) { return answer.list, answer.err }
		l.Institutions.Fetch(context.Background(), l.Add(klavi.Link{ExpireIn: time.Hour}, 0, ""))
		if got := l.codes(); !slices.Equal(got, []string{"001"}) || len(l.remembered) > 0 {
			t.Errorf("%s: %v, remembered %v", name, got, l.remembered)
		}
	}
}

func TestTheListIsFetchedWithTheTokenOfTheLinkAndRemembered(t *testing.T) {
	l := newLister()
	l.api.institutions = func(_ context.Context, token string) ([]klavi.Institution, error) {
		if token != "token of id-1" {
			t.Errorf("asked with %q", token)
		}
		return []klavi.Institution{{Code: "999", Name: "Banco Novo"}, {Code: "998", Name: "Banco Antigo"}}, nil
	}
	l.Institutions.Fetch(context.Background(), l.Add(klavi.Link{Token: "token of id-1", ExpireIn: time.Hour}, 0, ""))
	if got := l.codes(); !slices.Equal(got, []string{"998", "999"}) {
		t.Errorf("the list is %v", got)
	}
	if len(l.remembered) != 1 || !slices.Equal(l.remembered[0], l.Institutions.List()) {
		t.Errorf("remembered %v", l.remembered)
	}
	if _, ok := l.Institutions.Find("001"); ok {
		t.Error("the known list is still there")
	}
}

func TestTheListCannotBeChangedFromOutside(t *testing.T) {
	l := newLister()
	l.Institutions.List()[0].Name = "Outro"
	if in, ok := l.Institutions.Find("001"); !ok || in.Name != "Banco Conhecido" {
		t.Errorf("%v %t", in, ok)
	}
}

func TestANameIsSafeToPrintAndHasAtMost80Characters(t *testing.T) {
	long := strings.Repeat("a", 80)
	for _, tt := range []struct {
		step watch.Step
		want string
	}{
		{watch.Step{Name: "B\x1b[31m\u202e"}, "B\ufffd[31m\ufffd"},
		{watch.Step{Code: "B\x1b[31m\u202e"}, "B\ufffd[31m\ufffd"},
		{watch.Step{Name: long}, long},
		{watch.Step{Name: "a" + long}, long[:79] + "…"},
	} {
		if name := newLister().Institutions.Name(tt.step); name != tt.want {
			t.Errorf("%q, want %q", name, tt.want)
		}
	}
}

func TestAnUnknownCodeFindsNothing(t *testing.T) {
	if in, ok := newLister().Institutions.Find("999"); ok || in != (directory.Institution{}) {
		t.Errorf("%v %t", in, ok)
	}
}

func TestTheListIsClaimedOnceEvenByManyAtOnce(t *testing.T) {
	l := newLister()
	var claimed atomic.Int32
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			if l.Institutions.Claim() {
				claimed.Add(1)
			}
		})
	}
	wg.Wait()
	if claimed.Load() != 1 {
		t.Errorf("claimed %d times", claimed.Load())
	}
}
