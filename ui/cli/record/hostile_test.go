package record_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"klavilink/ui/cli/record"
)

// mutate breaks a line in one of the ways in which files break.
func mutate(r *rand.Rand, line string) string {
	at := r.IntN(len(line))
	switch r.IntN(10) {
	case 0: // cut
		return line[:at]
	case 1: // a byte lost
		return line[:at] + line[at+1:]
	case 2: // a quotation mark too many
		return line[:at] + `"` + line[at:]
	case 3: // a bracket too many
		return line[:at] + string(`{}[],:`[r.IntN(6)]) + line[at:]
	case 4: // Latin-1
		return line[:at] + "\xe3" + line[at:]
	case 5: // NUL
		return line[:at] + "\x00" + line[at:]
	case 6: // a mark of the byte order
		return line[:at] + "\ufeff" + line[at:]
	case 7: // very long
		return line[:at] + strings.Repeat("9", 3000) + line[at:]
	case 8: // at times longer than a record may be
		if r.IntN(100) == 0 {
			return line[:at] + strings.Repeat("9", record.MaxSize) + line[at:]
		}
		return line + line[:at]
	default: // a line that is something else
		return "Total: 17 links"
	}
}

// Half of 10,000 records are broken at random, and the last one is cut. Each good one has
// to come out, whatever stands around it, and once.
func TestOfTenThousandBrokenRecordsNoGoodOneIsLost(t *testing.T) {
	for name, format := range map[string]struct {
		header, line, between string
	}{
		"JSON lines": {"", `{"personalTaxId":"52998224725","email":"good-%d","externalInfo":{"n":1}}`, "\n"},
		"an array": {
			"[\n", `{"personalTaxId":"52998224725","email":"good-%d","externalInfo":{"n":1}}`,
			",\n",
		},
		"CSV": {"personalTaxId,email,externalInfo.n\n", `52998224725,"good-%d",1`, "\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			var in strings.Builder
			in.WriteString(format.header)
			want := map[int]string{} // by the line
			before := strings.Count(format.header, "\n") + 1
			for i := range 10_000 {
				line := fmt.Sprintf(format.line, i)
				switch {
				case i == 9_999:
					line = line[:len(line)-r.IntN(len(line)/2)-2]
				case i%2 == 0:
					want[before+i] = fmt.Sprintf("good-%d", i)
				default:
					line = mutate(r, line)
				}
				if i > 0 {
					in.WriteString(format.between)
				}
				in.WriteString(line)
			}
			list, err := read(in.String(), "")
			if err != nil {
				t.Fatal(err)
			}
			for _, rec := range list {
				good, ours := want[rec.Line]
				switch {
				case rec.Err != nil:
				case ours && rec.Request.Email == good:
					delete(want, rec.Line)
				case (rec.Line-before)%2 == 0:
					t.Errorf("line %d has %q", rec.Line, rec.Request.Email)
				}
			}
			if len(want) > 0 {
				t.Errorf("%d good records are lost, among them %.200v", len(want), want)
			}
		})
	}
}

// endless is a reader of the same text again and again.
type endless struct {
	text string
	left int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	e.left--
	return copy(p, e.text), nil
}

func TestOneRecordIsInMemoryAtATime(t *testing.T) {
	const line = `{"personalTaxId":"52998224725","email":"ana@exemplo.com"}` + "\n"
	in := &endless{strings.Repeat(line, 500), 200}
	r, count := record.NewReader(in, ""), 0
	for {
		if _, err := r.Next(); err != nil {
			break
		}
		count++
	}
	if count != 100_000 || r.Read() != int64(100_000*len(line)) {
		t.Errorf("%d records, %d bytes", count, r.Read())
	}
	if held := r.Held(); held > record.MaxSize {
		t.Errorf("%d bytes are held", held)
	}
}

func FuzzTheReaderEndsAndCountsItsRecords(f *testing.F) {
	for _, seed := range []string{
		`{"email":"a"}`, "[{},\n{}]", "email,phone\n\"a\",1\n", "{\"a\":\"\n}", "\ufeff{}", "{\"a\":[{\n {",
		"]},{[", "email;phone\n\"",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		list, _ := read(in, "")
		line := 1
		for i, r := range list {
			if r.Index != i || r.Line < line || r.Line > strings.Count(in, "\n")+1 {
				t.Fatalf("record %d: index %d, line %d after %d", i, r.Index, r.Line, line)
			}
			line = r.Line
		}
		// What follows on a line of its own is read, whatever came before, unless a
		// bracket is open that may hold it.
		if strings.ContainsAny(in, "{[\"") {
			return
		}
		list, _ = read("{}\n"+in+"\n{\"email\":\"last\"}", "")
		if len(list) == 0 || list[len(list)-1].Request.Email != "last" {
			t.Fatalf("the last record is lost: %s", outline(list))
		}
	})
}
