package cli_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"klavilink/ui/cli"
)

// steering are characters that a terminal could obey or that a reader cannot see.
const steering = "\u007f\u0080\u0085\u0090\u009b\u009d\u009f\u061c\u200e\u200f\u2028\u2029" +
	"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\U000e0001"

// ordinary are characters that stay as they are.
const ordinary = "Itaú — ½ € 日本 \U0001f600"

// shaping answers every call with a link whose ID and token have such characters.
func shaping(http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{
			"accessToken": "t", "linkId": ordinary + steering, "linkToken": steering + ordinary,
			"linkURL": "https://conecte.klavi.ai/", "expireIn": 60,
		})
	})
}

func TestJSONHoldsNoCharacterThatSteersATerminalAndDecodesToTheSame(t *testing.T) {
	file := filepath.Join(t.TempDir(), "in.json")
	if err := os.WriteFile(file, []byte(`{"personalTaxId":"52998224725"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"create": {"create", "--json"}, "create --input": {"create", "--json", "--input", file},
	} {
		r := (&run{env: server(t, shaping), in: `{"personalTaxId":"52998224725"}`}).do(args...)
		if strings.ContainsAny(r.out, steering) || !strings.Contains(r.out, ordinary) || strings.Count(r.out, "\n") != 1 {
			t.Errorf("%s: %q", name, r.out)
		}
		if l := r.lines(t)[0]; l["linkId"] != ordinary+steering || l["linkToken"] != steering+ordinary {
			t.Errorf("%s: %q", name, l)
		}
	}
	r := (&run{}).do("validate", "email", "--json", "ana@exemplo.com"+steering, steering)
	if r.status != cli.ExitUsage || strings.ContainsAny(r.out, steering) || len(r.lines(t)) != 2 {
		t.Errorf("validate: %d %q", r.status, r.out)
	}
}

func FuzzVisible(f *testing.F) {
	f.Add(steering + ordinary)
	f.Add("\xff\x80\x9b{}\\\"")
	f.Fuzz(func(t *testing.T, s string) {
		plain, err := json.Marshal(s)
		if err != nil {
			t.Skip()
		}
		got := cli.Visible(plain)
		var back, want string
		if json.Unmarshal(plain, &want) != nil || json.Unmarshal(got, &back) != nil || back != want {
			t.Errorf("%q became %q", want, back)
		}
		if strings.ContainsAny(string(got), steering) || !utf8.Valid(got) {
			t.Errorf("%q", got)
		}
	})
}
