package directory_test

import (
	"slices"
	"strings"
	"testing"

	"klavilink/klavi/directory"
)

func TestAnOtherNameBelongsToOneInstitutionOfTheList(t *testing.T) {
	known, owner := map[string]bool{}, map[string]string{}
	for _, in := range directory.Institutions() {
		known[in.Code], owner[strings.ToLower(in.Name)] = true, in.Code
	}
	names := directory.OtherNames()
	if len(names) == 0 {
		t.Fatal("there are none")
	}
	for code, list := range names {
		if !known[code] {
			t.Errorf("%s is not in the list", code)
		}
		for _, name := range list {
			name = strings.ToLower(name)
			if name == "" || name != strings.TrimSpace(name) || owner[name] != "" {
				t.Errorf("%q belongs to %q and to %s", name, owner[name], code)
			}
			owner[name] = code
		}
	}
}

func TestNicknamesInitialsAndFormerNamesAreKnown(t *testing.T) {
	names := directory.OtherNames()
	for name, code := range map[string]string{"BB": "001", "CEF": "104", "Unibanco": "341", "roxinho": "260"} {
		if !slices.Contains(names[code], name) {
			t.Errorf("%s is not called %s", code, name)
		}
	}
}
