package record_test

import (
	"errors"
	"testing"

	"klavilink/ui/cli/record"
)

func TestCSVHasAHeaderWithTheNamesOfTheAPI(t *testing.T) {
	check(t, [][2]string{
		{"email\na\n", "2 a"},
		{"\ufeffemail,phone\r\na,1\r\nb,2", "2 a | 3 b"},
		{"email;phone\na;1\n", "2 a"},
		{"\"email\",\"phone\"\n\"a,b\",\"\"\n", "2 a,b"},
		{"email,phone\n\n  \na,\n\n", "4 a"},
		{"email,phone\n\"a\"\"b\",\n", "2 a\"b"},
		{"email,externalInfo.note\na,\"two\nlines\"\nb,\n", "2 a | 4 b"},
		{"email,phone\na\nb,1,2\nc,1\n", "2 record: wrong number of cells | 3 record: wrong number of cells | 4 c"},
		{"email,phone\n\"a,1\nb,1\n\"c\",\"1\"\nd,\n", "2 record: wrong quotation marks | 3 b | 4 c | 5 d"},
		{"email,phone\na\"x,1\nb,1\n", "2 record: wrong quotation marks | 3 b"},
		{"email,phone\n\"a\"x,1\nb,1\n", "2 record: wrong quotation marks | 3 b"},
		{"email,phone\njo\xe3o,1\nb,1\n", "2 record: not UTF-8 | 3 b"},
		{"email,phone\na\x00,1\nb,1\n", "2 record: a control character | 3 b"},
		{"email,phone\nb,1\n\"a", "2 b | 3 record: wrong quotation marks"},
	})
}

func TestDotsInTheHeaderMakeObjects(t *testing.T) {
	list, err := read("personalTaxId,externalInfo.order,externalInfo.shop.city,productsCallbackURL.all\n"+
		"52998224725,7,Recife,https://loja.example/r\n52998224725,,,\n", "")
	if err != nil || len(list) != 2 {
		t.Fatalf("%s, %v", outline(list), err)
	}
	r := list[0].Request
	if string(r.ExternalInfo) != `{"order":"7","shop":{"city":"Recife"}}` || r.PersonalTaxID != "52998224725" ||
		r.ProductsCallbackURL["all"] != "https://loja.example/r" {
		t.Errorf("%s %v", r.ExternalInfo, r.ProductsCallbackURL)
	}
	if r := list[1].Request; r.ExternalInfo != nil || r.ProductsCallbackURL != nil {
		t.Errorf("empty cells: %s %v", r.ExternalInfo, r.ProductsCallbackURL)
	}
}

func TestAWrongHeaderEndsTheInput(t *testing.T) {
	for header, want := range map[string]record.Error{
		"email,cpf":                       {Problem: record.Unknown, Field: "cpf", Near: "personalTaxId"},
		"cpf":                             {Problem: record.Unknown, Field: "cpf", Near: "personalTaxId"},
		"email,email":                     {Problem: record.Duplicate, Field: "email", Near: "email"},
		"email,externalInfo":              {Problem: record.WantObject, Field: "externalInfo", Near: "externalInfo"},
		"email,phone.x":                   {Problem: record.Unknown, Field: "phone.x", Near: "phone"},
		"email,externalInfo.":             {Problem: record.Unknown, Field: "externalInfo.", Near: "externalInfo"},
		"externalInfo.a,externalInfo.a.b": {Problem: record.Duplicate, Field: "externalInfo.a.b", Near: "externalInfo"},
		"email,\"phone":                   {Problem: record.Quoting},
	} {
		list, err := read(header+"\na,b\n", "")
		var e *record.Error
		if !errors.Is(err, record.ErrHeader) || !errors.As(err, &e) || *e != want || len(list) != 0 {
			t.Errorf("%s: %+v, %v", header, e, err)
		}
	}
	// The name of a file decides before its content.
	if _, err := read("{}\n", "links.CSV"); !errors.Is(err, record.ErrHeader) {
		t.Errorf("a CSV of JSON: %v", err)
	}
}

func TestARowOfAnotherLengthSaysHowManyCellsItHas(t *testing.T) {
	list, err := read("email,phone\na\nb,1,2\n", "")
	if err != nil || len(list) != 2 {
		t.Fatalf("%s, %v", outline(list), err)
	}
	for i, have := range []int{1, 3} {
		want := record.Error{Problem: record.Cells, Have: have, Want: 2}
		if got := list[i].Err; got == nil || *got != want {
			t.Errorf("row %d: %+v, want %+v", i, got, want)
		}
	}
}
