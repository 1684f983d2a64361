package directory_test

import (
	"fmt"
	"regexp"
	"testing"

	"klavilink/klavi/directory"
)

func TestEveryEntryHasAUniqueCodeANameAndAnISPB(t *testing.T) {
	list := directory.Institutions()
	if len(list) != 46 {
		t.Fatalf("%d institutions", len(list))
	}
	seen := map[string]bool{}
	for i, in := range list {
		if !regexp.MustCompile(`^\d{3}$`).MatchString(in.Code) ||
			!regexp.MustCompile(`^\d{8}$`).MatchString(in.ISPB) ||
			in.Name == "" || seen[in.Code] {
			t.Errorf("%+v", in)
		}
		seen[in.Code] = true
		if !in.Persons && !in.Companies {
			t.Errorf("%s serves nobody", in.Name)
		}
		if i > 0 && list[i-1].Tier > in.Tier {
			t.Errorf("%s stands after a rarer one", in.Name)
		}
	}
}

func ExampleInstitutions() {
	for _, in := range directory.Institutions()[:3] {
		fmt.Println(in.Code, in.Name)
	}
	// Output:
	// 260 Nubank
	// 341 Itaú
	// 323 Mercado Pago
}
