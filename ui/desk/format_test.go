package desk_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestPrintingADeskPrintsNothingOfACustomer(t *testing.T) {
	b := newDesk(t, ana)
	b.made("id-1")
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d"} {
		if said := fmt.Sprintf(verb, b.Desk); strings.Contains(said, ana) || said != "desk.Desk" {
			t.Errorf("%s prints %q", verb, said)
		}
	}
}
