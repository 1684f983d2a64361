package webpage_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
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
	words := webpage.Words{Lang: "pt-BR", Scan: "Aponte", Left: "restantes", Expired: `Venceu "</script>`}
	b, err := webpage.HTML(c, time.UnixMilli(1795443600000), 90*time.Second, words)
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

func TestThePageContainsTheURLOnlyAsACodeAndLoadsNothing(t *testing.T) {
	h := html(t)
	for _, never := range []string{"conecte-sandbox", "secret-payload", "http://", "https://"} {
		if strings.Contains(h, never) {
			t.Errorf("%q is in the page", never)
		}
	}
	for _, want := range []string{"default-src 'none'", "no-referrer", "1795443600000", "90000", webpage.Watch} {
		if !strings.Contains(h, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	if strings.Count(h, "</script>") != 1 {
		t.Error("words can end the script")
	}
}

func Example() {
	c, err := qr.Encode("https://klavi.ai")
	if err != nil {
		panic(err)
	}
	words := webpage.Words{Lang: "en", Scan: "Scan it", Left: "left", Expired: "Over"}
	b, err := webpage.HTML(c, time.Now().Add(30*time.Minute), 30*time.Minute, words)
	fmt.Println(bytes.HasPrefix(b, []byte("<!doctype html>")), err)
	// Output: true <nil>
}
