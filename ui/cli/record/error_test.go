package record_test

import (
	"testing"

	"klavilink/ui/cli/record"
)

func TestEveryProblemHasItsWordsInEnglish(t *testing.T) {
	for problem, want := range map[record.Problem]string{
		record.NotJSON: "not JSON", record.Cut: "no end", record.NotObject: "not an object",
		record.TooLarge: "too large", record.NotUTF8: "not UTF-8", record.Control: "a control character",
		record.Quoting: "wrong quotation marks", record.Cells: "wrong number of cells", record.Unknown: "unknown field",
		record.Duplicate: "a field twice", record.WantText: "not a text", record.WantObject: "not an object",
	} {
		if got := (&record.Error{Problem: problem}).Error(); got != "record: "+want {
			t.Errorf("%q, want %q", got, want)
		}
		if got := (&record.Error{Problem: problem, Field: "cpf"}).Error(); got != "record: cpf: "+want {
			t.Errorf("%q with the field", got)
		}
	}
}

func TestARecordHasAMebibyteAtMost(t *testing.T) {
	if record.MaxSize != 1048576 {
		t.Errorf("%d bytes", record.MaxSize)
	}
}

func TestSemicolonsSeparateOnlyWhereThereAreMoreOfThem(t *testing.T) {
	check(t, [][2]string{
		{"email;phone\na;1\n", "2 a"},
		{"email,phone\na;b,1\n", "2 a;b"},
		{"email\na;b\n", "2 a;b"},
		{"email;phone;externalInfo.x,y\na;1;2\n", "2 a"},
	})
	// As many of each: the comma is the standard.
	if list, err := read("email;x,externalInfo.a\n1,2\n", ""); err == nil {
		t.Errorf("%s", outline(list))
	}
}
