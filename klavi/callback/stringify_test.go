package callback

import (
	"testing"
	"unicode/utf16"
)

func TestTheDepthIsThatOfObjectsAndArraysOutsideOfStrings(t *testing.T) {
	for body, want := range map[string]int{
		`1`: 0, `"["`: 0, `{}`: 1, `[]`: 1, `[{}]`: 2, `[[],[],{}]`: 2, `[{},{"a":[]}]`: 3, `{"a":{},"b":{}}`: 2,
		`["\"[["]`: 1, `["\\",[]]`: 2, `["]",[]]`: 2, `{"}":{}}`: 2,
	} {
		if got := depth([]byte(body)); got != want {
			t.Errorf("%s: %d, want %d", body, got, want)
		}
	}
}

// JavaScript puts the indexes of an array before all other names.
func TestANameIsAnIndexIfItIsTheShortestFormOfANumberBelowTheGreatestLength(t *testing.T) {
	for name, want := range map[string]uint64{
		"0": 0, "9": 9, "10": 10, "4294967294": 4294967294,
		"4294967295": noIndex, "4294967296": noIndex, "18446744073709551617": noIndex, "00": noIndex, "01": noIndex,
		"": noIndex, "-1": noIndex, "+1": noIndex, "1.0": noIndex, "1e3": noIndex, "0x1": noIndex, "1_0": noIndex,
		" 1": noIndex, "a": noIndex, "١": noIndex,
	} {
		if got := arrayIndex(utf16.Encode([]rune(name))); got != want {
			t.Errorf("%q: %d, want %d", name, got, want)
		}
	}
}

func TestABodyThatCannotBeWrittenAgainIsTakenOnlyAsItIs(t *testing.T) {
	for body, other := range map[string]string{"no JSON": "", "\"\xff\"": "\"\ufffd\"", "{} {}": "{}", "": "null"} {
		if _, err := Verify([]byte(body), Sign([]byte(body), key), key); err != nil {
			t.Errorf("%q as it is: %v", body, err)
		}
		if _, err := Verify([]byte(body), Sign([]byte(other), key), key); reason(err) != Forged {
			t.Errorf("%q with the signature of %q: %v", body, other, err)
		}
	}
}

func TestValuesAreWrittenAgainAsJSONStringifyWritesThem(t *testing.T) {
	for body, want := range map[string]string{
		`[1, 2 ,3]`: `[1,2,3]`, `1e400`: `null`, `-0.0`: `0`, `1e21`: `1e+21`, `1e100`: `1e+100`,
		`1e20`:      `100000000000000000000`,
		`0.0000010`: `0.000001`, `1E-7`: `1e-7`, `-1.5e-7`: `-1.5e-7`, `1e-10`: `1e-10`, `1e-100`: `1e-100`, `1.0`: `1`,
		`"\u0041\u00e9\/"`: `"Aé/"`, `"\u0080\u007f \u001f"`: "\"\u0080\u007f \\u001f\"",
		`"\"\\\b\f\n\r\t"`: `"\"\\\b\f\n\r\t"`,
		`"\ud83d\ude00x"`:  `"😀x"`, `"\ud800"`: `"\ud800"`, `"\udc00x"`: `"\udc00x"`,
		`"\ud800\ud83d\ude00"`:   `"\ud800😀"`,
		`{"b":1, "a":2 , "1":3}`: `{"1":3,"b":1,"a":2}`, `{"4294967295":1,"2":2,"10":3}`: `{"2":2,"10":3,"4294967295":1}`,
		` true `: `true`, `[null,false]`: `[null,false]`, `{"a" : {"b":[ ]}}`: `{"a":{"b":[]}}`,
	} {
		if got, ok := stringify([]byte(body)); !ok || string(got) != want {
			t.Errorf("%s: %s, want %s", body, got, want)
		}
	}
}
