package desk_test

import (
	"testing"

	"klavilink/ui/desk"
)

func TestTheNextLinkOfTheSameCustomerReplacesTheOldOneAndNoOtherDoes(t *testing.T) {
	for name, tt := range map[string]struct {
		between func(*bench, *desk.Link)
		want    bool
	}{
		"the same customer": {func(*bench, *desk.Link) {}, true},
		"another document":  {func(b *bench, _ *desk.Link) { b.types(rui) }, false},
		"the next customer": {func(b *bench, _ *desk.Link) { b.NextCustomer(); b.types(ana) }, false},
		"opened again":      {func(b *bench, l *desk.Link) { b.Reopen(l) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := newDesk(t, ana)
			old := b.made("1")
			b.Replace(old)
			if old.Replaced() {
				t.Error("replaced before there is another")
			}
			tt.between(b, old)
			fresh := b.made("2")
			if old.Replaced() != tt.want || fresh.Replaced() {
				t.Errorf("the old one is replaced: %t, want %t; the new one: %t", old.Replaced(), tt.want, fresh.Replaced())
			}
			b.made("3")
			if fresh.Replaced() {
				t.Error("a later link replaces one that it should not")
			}
		})
	}
}

func TestALinkThatWasReplacedIsFollowedOn(t *testing.T) {
	b := newDesk(t, ana)
	old := b.made("1")
	b.Replace(old)
	b.made("2")
	if _, _, ok := b.NextLook(old); !ok {
		t.Error("nobody looks at it")
	}
}
