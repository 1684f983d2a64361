package webpage_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	htmlpkg "html"
	"image/png"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"klavilink/ui/qr"
	"klavilink/ui/webpage"
)

const url = "https://conecte-sandbox.klavi.ai/path?v=eyJhbGciOiJFUzI1NiJ9.secret-payload.signature"

// html returns the page of a link that expires in 90 seconds.
func html(t *testing.T) string {
	t.Helper()
	c, err := qr.Encode(url)
	if err != nil {
		t.Fatal(err)
	}
	hostile := webpage.Words{
		Lang: "pt-BR", Title: `QR "</title>`, Scan: "Aponte", LeftF: `restam "> %s`, Expired: `Venceu "</script>`,
	}
	b, err := webpage.HTML(c, time.UnixMilli(1795443600000), 90*time.Second, hostile)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestThePictureIsACodeOfTheURL(t *testing.T) {
	m := regexp.MustCompile(`src="data:image/png;base64,([^"]+)"`).FindStringSubmatch(html(t))
	if m == nil {
		t.Fatal("no picture")
	}
	raw, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(m[1], "&#43;", "+"))
	if err != nil {
		t.Fatal(err)
	}
	if got := codeIn(t, raw); got != url {
		t.Errorf("%q", got)
	}
}

// codeIn returns the text of the code in a PNG, or "" if no code can be read.
func codeIn(t *testing.T, raw []byte) string {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, hints)
	if err != nil {
		return ""
	}
	return result.GetText()
}

func TestThePageContainsTheURLOnlyAsACode(t *testing.T) {
	h := html(t)
	for _, never := range []string{"conecte-sandbox", "secret-payload", "http:", "https:", "file:"} {
		if strings.Contains(h, never) {
			t.Errorf("%q is in the page", never)
		}
	}
	for _, want := range []string{"no-referrer", `data-expires="1795443600000"`, `data-left="90000"`} {
		if !strings.Contains(h, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	if strings.Count(h, "</title>") != 1 || strings.Contains(h, `restam "`) {
		t.Error("words can end the title or an attribute")
	}
	if strings.Count(h, "</script>") != 1 {
		t.Error("words can end the script")
	}
}

// The policy allows one picture, one style and one script, each by its content, and
// nothing that would have to be loaded.
func TestThePolicyAllowsWhatIsInThePageAndNothingElse(t *testing.T) {
	over := string(webpage.Over(words))
	for name, page := range map[string]string{"a code": html(t), "over": over} {
		want := "default-src 'none'; "
		if strings.Contains(page, "<img") {
			want += "img-src data:; "
		}
		want += "style-src " + hashOf(t, page, "style")
		if strings.Contains(page, "<script") {
			want += "; script-src " + hashOf(t, page, "script")
		}
		want += "; base-uri 'none'; form-action 'none'"
		policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
		if policy == nil {
			t.Fatalf("%s: no policy", name)
		}
		if got := htmlpkg.UnescapeString(policy[1]); got != want {
			t.Errorf("%s: the policy is\n%s, want\n%s", name, got, want)
		}
		if loads := regexp.MustCompile(`(src|href|url\()="?[^d#"]`).FindString(page); loads != "" {
			t.Errorf("%s: it loads %q", name, loads)
		}
	}
	if strings.Contains(over, "<script") || strings.Contains(over, "<img") {
		t.Error("the page that is over does more than to say so")
	}
}

// hashOf returns the source expression of the only element with that name.
func hashOf(t *testing.T, page, element string) string {
	t.Helper()
	found := regexp.MustCompile(`(?s)<`+element+`>(.*?)</`+element+`>`).FindAllStringSubmatch(page, -1)
	if len(found) != 1 {
		t.Fatalf("%d elements %s", len(found), element)
	}
	sum := sha256.Sum256([]byte(found[0][1]))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func Example() {
	c, err := qr.Encode("https://klavi.ai")
	if err != nil {
		panic(err)
	}
	words := webpage.Words{Lang: "en", Title: "QR code", Scan: "Scan it", LeftF: "%s left", Expired: "Over"}
	b, err := webpage.HTML(c, time.Now().Add(30*time.Minute), 30*time.Minute, words)
	fmt.Println(bytes.HasPrefix(b, []byte("<!doctype html>")), err)
	// Output: true <nil>
}
