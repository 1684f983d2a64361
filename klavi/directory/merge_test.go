package directory_test

import (
	"fmt"
	"testing"

	"klavilink/klavi"
	"klavilink/klavi/directory"
)

func TestMergePutsCommonInstitutionsFirstAndTheOthersByName(t *testing.T) {
	got := directory.Merge([]klavi.Institution{
		{Code: "901", Name: "Zeta"},
		{Code: "900", Name: "Alfa"},
		{Code: "237", Name: "Bradesco"},
		{Code: "260", Name: "Nubank", BusinessType: "NATURAL", Outage: true},
		{Code: "260", Name: "twice"},
		{Code: ""},
		{Code: "9\x1b", Name: "not to be sent back"},
		{Code: "902", Name: "E\x1b[2Jvil", Beta: true},
		{Code: "903"},
	})
	var codes string
	for _, i := range got {
		codes += i.Code + " "
	}
	if codes != "260 237 903 900 902 901 " {
		t.Errorf("%s", codes)
	}
	if n := got[0]; n.ISPB != "18236120" || n.Tier != 1 || !n.Persons || n.Companies || !n.Outage {
		t.Errorf("%+v", n)
	}
	if e := got[4]; e.Name == "" || e.Name[1] == '\x1b' || !e.Beta || e.Tier != 3 {
		t.Errorf("%+v", e)
	}
}

func TestMergeLimitsTheLengthOfTheList(t *testing.T) {
	var live []klavi.Institution
	for i := range 5000 {
		live = append(live, klavi.Institution{Code: fmt.Sprint(i)})
	}
	if n := len(directory.Merge(live)); n != 2000 {
		t.Errorf("%d", n)
	}
	if len(directory.Merge(nil)) != 0 {
		t.Error("something of nothing")
	}
}
