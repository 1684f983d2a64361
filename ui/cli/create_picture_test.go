package cli_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"klavilink/ui/cli"
	"klavilink/ui/qr"
)

func TestADrawingHasASquareForEachDarkModuleAndFourModulesAround(t *testing.T) {
	env, _ := counted(t)
	name := filepath.Join(t.TempDir(), "code.svg")
	r := (&run{env: env, in: batchOf(1)}).do("create", "--json", "--qr", name)
	svg, err := os.ReadFile(name)
	if r.status != cli.ExitOK || err != nil {
		t.Fatal(r.status, err)
	}
	url, _ := r.lines(t)[0]["linkURL"].(string)
	code, err := qr.Encode(url)
	if err != nil {
		t.Fatal(err)
	}
	var got, want strings.Builder
	for _, square := range regexp.MustCompile(`M\d+ \d+h1v1h-1z`).FindAllString(string(svg), -1) {
		got.WriteString(square)
	}
	for y := range code.Modules() {
		for x := range code.Modules() {
			if code.Dark(x, y) {
				fmt.Fprintf(&want, "M%d %dh1v1h-1z", x+4, y+4)
			}
		}
	}
	side := code.Modules() + 8
	frame := fmt.Sprintf(`viewBox="0 0 %d %d"><path fill="#fff" d="M0 0h%[1]dv%[1]dH0z"/>`, side, side)
	if got.String() != want.String() || !strings.Contains(string(svg), frame) {
		t.Errorf("%.300s", svg)
	}
}

// The API may say anything, and a name must not lead out of the folder.
func TestAnIDInTheNameOfAFileKeepsLettersDigitsAndHyphensOnly(t *testing.T) {
	for id, want := range map[string]string{
		"aZ-09":                  "aZ-09",
		"../etc/x":               "___etc_x",
		"a{b}~é":                 "a_b___",
		"[^`@:/":                 "______",
		strings.Repeat("x", 500): strings.Repeat("x", 100),
	} {
		env := server(t, func(http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				body := `{"accessToken":"t","expireIn":1800}`
				if strings.HasSuffix(r.URL.Path, "/links") {
					body = fmt.Sprintf(`{"linkId":%q,"linkURL":"https://link.klavi.ai/x","linkToken":"t","expireIn":1800}`, id)
				}
				fmt.Fprint(w, body)
			})
		})
		folder := t.TempDir()
		r := (&run{env: env, in: batchOf(1)}).do("create", "--json", "--qr", filepath.Join(folder, "{linkId}.txt"))
		list, _ := os.ReadDir(folder)
		if len(list) != 1 || list[0].Name() != want+".txt" {
			t.Errorf("%.20q: %v, status %d %s", id, list, r.status, r.err)
		}
	}
}
