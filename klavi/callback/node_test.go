package callback

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// author writes JSON at random, with what JSON.stringify writes differently.
type author struct {
	*rand.Rand
	b strings.Builder
}

func (a *author) pick(list ...string) { a.b.WriteString(list[a.IntN(len(list))]) }

func (a *author) blank() { a.pick("", "", "", " ", "\t", "\r\n ") }

func (a *author) text() {
	a.b.WriteByte('"')
	for range a.IntN(4) {
		a.pick("a", "1", "0", "9", "-", ".", "é", "😀", "\u2028", "<", "&", `\/`, `\"`, `\\`, `\n`, `\u0000`, `\u001F`,
			`\u007f`, `\u0061`, `\u0031`, `\ud83d`, `\ude00`, `\uD83D\uDE00`, `__proto__`, `constructor`, "4294967295")
	}
	a.b.WriteByte('"')
}

func (a *author) number() {
	a.pick("", "", "-")
	a.pick("0", strconv.Itoa(1+a.IntN(1000)), strconv.FormatUint(1+a.Uint64()>>a.IntN(64), 10), strings.Repeat("9", 22))
	a.pick("", "", ".0", ".50", "."+strconv.Itoa(a.IntN(1e9)))
	a.pick("", "", "e0", "E+3", "e-7", "e21", "E-6", "e-400", "e400", "e"+strconv.Itoa(a.IntN(600)-300))
}

func (a *author) value(depth int) {
	a.blank()
	switch kind := a.IntN(8); {
	case kind < 2 || depth == 0:
		a.number()
	case kind == 2:
		a.text()
	case kind == 3:
		a.pick("true", "false", "null")
	default:
		object, n := kind < 7, a.IntN(5)
		begin, end := "[", "]"
		if object {
			begin, end = "{", "}"
		}
		a.b.WriteString(begin)
		for i := range n {
			if a.blank(); object {
				a.text()
				a.blank()
				a.b.WriteByte(':')
			}
			if a.value(depth - 1); i+1 < n {
				a.b.WriteByte(',')
			}
		}
		a.b.WriteString(end)
	}
	a.blank()
}

// Each body has a seed of its own, so that it comes again.
func TestABodyAtRandomIsWrittenAgainAsNodeWritesIt(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node to compare with")
	}
	const bodies = 3000
	var sent []string
	for seed := range uint64(bodies) {
		a := &author{Rand: rand.New(rand.NewPCG(seed, 1))}
		a.value(4)
		sent = append(sent, a.b.String())
	}
	in, err := json.Marshal(sent)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "testdata/stringify.js")
	cmd.Stdin = bytes.NewReader(in)
	out, err := cmd.Output()
	var want []string
	if bad := json.Unmarshal(out, &want); err != nil || bad != nil || len(want) != bodies {
		t.Fatalf("%d answers, %v, %v", len(want), err, bad)
	}
	for i, body := range sent {
		if got, ok := stringify([]byte(body)); !ok || string(got) != want[i] {
			t.Fatalf("seed %d: %s\nbecame %s\nwant   %s", i, body, got, want[i])
		}
	}
}
