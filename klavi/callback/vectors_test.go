package callback

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"klavilink/klavi"
)

// vectors are made by testdata/vectors.js, in the language of Klavi's sample.
type vectors struct {
	Key     klavi.Secret
	Vectors []struct{ Body, Written, Raw, Compact string }
}

func readVectors(t *testing.T) (v vectors) {
	t.Helper()
	b, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &v); err != nil || len(v.Vectors) < 15 {
		t.Fatalf("%d vectors: %v", len(v.Vectors), err)
	}
	return v
}

func TestABodyIsWrittenAgainAsNodeWritesIt(t *testing.T) {
	for _, v := range readVectors(t).Vectors {
		if got, ok := stringify([]byte(v.Body)); !ok || string(got) != v.Written {
			t.Errorf("%s\nbecame %s\nwant   %s", v.Body, got, v.Written)
		}
	}
}

func TestTheSignatureOfTheBodyAndOfTheBodyWrittenAgainAreBothTaken(t *testing.T) {
	all := readVectors(t)
	for _, v := range all.Vectors {
		if got, err := Verify([]byte(v.Body), v.Raw, all.Key); err != nil || string(got) != v.Body {
			t.Errorf("%s: signed as it is: %s, %v", v.Body, got, err)
		}
		if got, err := Verify([]byte(v.Body), v.Compact, all.Key); err != nil || string(got) != v.Written {
			t.Errorf("%s: signed as written again: %s, %v", v.Body, got, err)
		}
		if got := Sign([]byte(v.Body), all.Key); got != v.Raw {
			t.Errorf("%s: signed %s, want %s", v.Body, got, v.Raw)
		}
		_, err := Verify([]byte(v.Body), v.Raw, all.Key+"x")
		var e *Error
		if !errors.As(err, &e) || e.Reason != Forged {
			t.Errorf("%s: another key: %v", v.Body, err)
		}
	}
}

func TestNodeStillMakesTheseVectors(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("there is no node to make the vectors with")
	}
	want, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	got, err := exec.Command("node", "testdata/vectors.js").Output()
	if err != nil || !bytes.Equal(bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n")), got) {
		t.Errorf("node makes other vectors: %v", err)
	}
}

func TestPythonMakesTheSameHMACs(t *testing.T) {
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("there is no python3 to compare with")
	}
	var want []string
	for _, v := range readVectors(t).Vectors {
		want = append(want, v.Raw, v.Compact)
	}
	got, err := exec.Command("python3", "testdata/vectors.py", "testdata/vectors.json").CombinedOutput()
	if err != nil || strings.Join(strings.Fields(string(got)), "\n") != strings.Join(want, "\n") {
		t.Errorf("%v\n%s", err, got)
	}
}
