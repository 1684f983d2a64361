package record_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"klavilink/ui/cli/record"
)

// read returns every record of an input, and the error that ended it unless that is EOF.
func read(in, name string) ([]record.Record, error) {
	r := record.NewReader(strings.NewReader(in), name)
	for list := []record.Record(nil); ; {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return list, err
		}
		list = append(list, rec)
	}
}

// outline says of each record its line, and its e-mail or what is wrong.
func outline(list []record.Record) string {
	var words []string
	for i, r := range list {
		if r.Index != i {
			return fmt.Sprintf("record %d has the index %d", i, r.Index)
		}
		said := r.Request.Email
		if r.Err != nil {
			said = r.Err.Error()
		}
		words = append(words, fmt.Sprintf("%d %s", r.Line, said))
	}
	return strings.Join(words, " | ")
}

// check compares the outlines of inputs.
func check(t *testing.T, inputs [][2]string) {
	t.Helper()
	for _, tt := range inputs {
		list, err := read(tt[0], "")
		if got := outline(list); got != tt[1] || err != nil {
			t.Errorf("%q:\ngot  %s, %v\nwant %s", tt[0], got, err, tt[1])
		}
	}
}

func TestJSONIsObjectsOnLinesInARowOrInArrays(t *testing.T) {
	check(t, [][2]string{
		{"", ""},
		{" \n\t\r\n", ""},
		{"[]", ""},
		{`{}`, "1 "},
		{"\ufeff{\"email\":\"a\"}", "1 a"},
		{"{\"email\":\"a\"}\n\n{\"email\":\"b\"}\r\n", "1 a | 3 b"},
		{`{"email":"a"}{"email":"b"} {"email":"c"}`, "1 a | 1 b | 1 c"},
		{`[{"email":"a"},{"email":"b"}]`, "1 a | 1 b"},
		{"[{\"email\":\"a\"}]\n[{\"email\":\"b\"}]{\"email\":\"c\"}", "1 a | 2 b | 2 c"},
		{"{\n\"email\":\n\"a\"\n}\n{\"email\":\"b\"}", "1 a | 5 b"},
		{"[\n  {\n    \"email\": \"a\"\n  },\n  {\n    \"email\": \"b\"\n  }\n]\n", "2 a | 5 b"},
		{`{"email":"},{ \" \\"}`, `1 },{ " \`},
		{`{"email":"a","externalInfo":{"l":[{"a":1},{"b":2}]}}`, "1 a"},
		{"{\"email\":\"a\",\"externalInfo\":{\"l\":[\n  {\"a\":1},\n  {\"b\":2}]}}", "1 a"},
		{"{\"email\":\"a\"}\n\ufeff{\"email\":\"b\"}", "1 a | 2 b"},
		{`[[{"email":"a"}],{"email":"b"}]`, "1 record: not an object | 1 b"},
		{"1\n\"x\"\nnull\n", "1 record: not an object | 2 record: not an object | 3 record: not an object"},
	})
}

func TestABadObjectIsOneErrorAndTheNextOneIsRead(t *testing.T) {
	const next = "\n{\"email\":\"b\"}\n"
	check(t, [][2]string{
		{`{"email":` + next, "1 record: no end | 2 b"},
		{`{"email":"a` + next, "1 record: not JSON | 2 b"},
		{`{"email":"a"` + next, "1 record: no end | 2 b"},
		{`{"email":"a",}` + next, "1 record: not JSON | 2 b"},
		{`{"email":"a]` + next, "1 record: not JSON | 2 b"},
		{`{"email":["a"}` + next, "1 record: no end | 2 b"},
		{`not JSON at all` + next, "1 record: not JSON | 2 b"},
		{"{\"email\":\"a\x00\"}" + next, "1 record: not JSON | 2 b"},
		{"\x00" + next, "1 record: not JSON | 2 b"},
		{"{\"email\":\"jo\xe3o\"}" + next, "1 record: not UTF-8 | 2 b"},
		{`[1]` + next, "1 record: not an object | 2 b"},
		{`{"email":"a"} x` + next, "1 a | 1 record: not JSON | 2 b"},
		{"{\n  \"email\": x,\n  \"phone\": {\n  }\n}" + next, "1 record: not JSON | 6 b"},
		{"{\n  \"email\": \"a\n  \"phone\": \"b\"\n}" + next, "1 record: not JSON | 5 b"},
		{"[{\"email\":\n{\"email\":\"b\"}]", "1 record: no end | 2 b"},
		{`[{"email":"a},{"email":"b"},{"email":"c"}]`, "1 record: no end | 1 b | 1 c"},
		{`[{"email":a},{"email":"b"}]`, "1 record: not JSON | 1 b"},
		{`{"email":"b"}` + "\n" + `{"email":"a`, "1 b | 2 record: no end"},
		{`[{"email":"b"},{"em`, "1 b | 1 record: no end | 1 record: no end"},
		{`[{"email":"b"}`, "1 b | 1 record: no end"},
		{"x\ny\n{\"email\":\"b\"}", "1 record: not JSON | 2 record: not JSON | 3 b"},
	})
}

// A nested object has no say of its own, even if the object around it is bad.
func TestWhatIsNestedInABadObjectIsNoRecord(t *testing.T) {
	check(t, [][2]string{
		{`{"externalInfo":{"l":[{"email":"x"},{"email":"y"}]},}`, "1 record: not JSON"},
		{
			"{\n  \"externalInfo\": {\n    \"l\": [\n      {\"email\":\"x\"}\n    ]\n  },\n  \"email\": \"a\n}",
			"1 record: not JSON",
		},
	})
}

func TestARecordHasALimitAndTheNextOneIsRead(t *testing.T) {
	object := func(n int) string { return `{"email":"` + strings.Repeat("x", n-len(`{"email":""}`)) + `"}` }
	const next = "\n{\"email\":\"b\"}"
	for _, in := range []string{
		object(record.MaxSize + 1), object(3 * record.MaxSize), strings.Repeat("x", 3*record.MaxSize),
		`{"externalInfo":{"l":[` + strings.Repeat("\n  {},", record.MaxSize/4) + `{}]}}`,
	} {
		list, err := read(in+next, "")
		if len(list) != 2 || list[0].Err == nil || list[0].Err.Problem != record.TooLarge || list[1].Request.Email != "b" {
			t.Errorf("%.20q…: %.200s, %v", in, outline(list), err)
		}
	}
	list, err := read(object(record.MaxSize)+next, "")
	if err != nil || len(list) != 2 || list[0].Err != nil {
		t.Errorf("the longest record: %v", err)
	}
	row := "email,phone\n" + strings.Repeat("x", record.MaxSize-1)
	list, _ = read(row+",\nb,\n", "")
	if len(list) != 2 || list[0].Err != nil || list[1].Request.Email != "b" {
		t.Errorf("the longest row: %.200s", outline(list))
	}
	list, _ = read(row+"x,\nb,\n", "")
	if len(list) != 2 || list[0].Err == nil || list[0].Err.Problem != record.TooLarge || list[1].Request.Email != "b" {
		t.Errorf("a longer row: %.200s", outline(list))
	}
}

func TestTheErrorOfAFieldNamesItAndTheNearestKnownOne(t *testing.T) {
	for in, want := range map[string]record.Error{
		`{"cpf":"52998224725"}`:                  {Problem: record.Unknown, Field: "cpf", Near: "personalTaxId"},
		`{"CNPJ":"x"}`:                           {Problem: record.Unknown, Field: "CNPJ", Near: "businessTaxId"},
		`{"personal_tax_id":"x"}`:                {Problem: record.Unknown, Field: "personal_tax_id", Near: "personalTaxId"},
		`{"emial":"x"}`:                          {Problem: record.Unknown, Field: "emial", Near: "email"},
		`{"emails":"x"}`:                         {Problem: record.Unknown, Field: "emails", Near: "email"},
		`{"redirectUlr":"x"}`:                    {Problem: record.Unknown, Field: "redirectUlr", Near: "redirectURL"},
		`{"name":null}`:                          {Problem: record.Unknown, Field: "name", Near: ""},
		`{"x\u001b[31m":1}`:                      {Problem: record.Unknown, Field: "x\ufffd[31m", Near: ""},
		`{"email":"a","email":"a"}`:              {Problem: record.Duplicate, Field: "email"},
		`{"email":"a","\u0065mail":"b"}`:         {Problem: record.Duplicate, Field: "email"},
		`{"externalInfo":{"a":{"b":1,"b":1}}}`:   {Problem: record.Duplicate, Field: "externalInfo.a.b"},
		`{"externalInfo":{"a":[{"b":1,"b":1}]}}`: {Problem: record.Duplicate, Field: "externalInfo.a.b"},
		`{"email":1}`:                            {Problem: record.WantText, Field: "email", Near: "email"},
		`{"externalInfo":[1]}`:                   {Problem: record.WantObject, Field: "externalInfo", Near: "externalInfo"},
		`{"productsCallbackURL":{"all":1}}`: {
			Problem: record.WantObject, Field: "productsCallbackURL", Near: "productsCallbackURL",
		},
	} {
		list, err := read(in, "")
		if err != nil || len(list) != 1 || list[0].Err == nil || *list[0].Err != want {
			t.Errorf("%s: %+v, %v, want %+v", in, list, err, want)
		}
	}
}

func TestABadRecordKeepsTheReferenceOfItsSender(t *testing.T) {
	list, _ := read(`{"cpf":"1","externalInfo":{ "order": 7 }}`, "")
	if list[0].Err == nil || string(list[0].Request.ExternalInfo) != `{"order":7}` {
		t.Errorf("%+v %s", list[0].Err, list[0].Request.ExternalInfo)
	}
}

func TestAReadErrorEndsTheInput(t *testing.T) {
	broken := errors.New("broken")
	r := record.NewReader(io.MultiReader(strings.NewReader(`{"email":"a"}{"em`), failing{broken}), "")
	if rec, err := r.Next(); err != nil || rec.Request.Email != "a" {
		t.Fatalf("%+v %v", rec, err)
	}
	for range 2 {
		if _, err := r.Next(); !errors.Is(err, broken) {
			t.Errorf("%v", err)
		}
	}
}

// failing is a reader that fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// A record is there as soon as its end was written, although the pipe stays open.
func TestARecordIsReadBeforeTheNextOneBegins(t *testing.T) {
	for _, in := range []string{`{"email":"a"}`, "[{\"email\":\"a\"}", "email,phone\na,\n"} {
		in2, out := io.Pipe()
		go func() { _, _ = io.WriteString(out, in) }()
		if rec, err := record.NewReader(in2, "").Next(); err != nil || rec.Request.Email != "a" {
			t.Errorf("%q: %+v, %v", in, rec, err)
		}
		_ = in2.Close()
	}
}
