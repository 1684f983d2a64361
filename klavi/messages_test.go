package klavi_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

// refusedWith returns the error for a request whose refusal has this message.
func refusedWith(t *testing.T, token klavi.Secret, request klavi.LinkRequest, message string) *klavi.Error {
	t.Helper()
	body, _ := json.Marshal(map[string]any{"statusCode": 400, "message": message})
	c, err := klavi.New(klavi.Config{
		BaseURL: "https://api.example", AccessToken: token,
		Transport: responder(func(*http.Request) (int, io.Reader) { return 400, strings.NewReader(string(body)) }),
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.CreateLink(t.Context(), request)
	return failure(t, err)
}

func TestWhatTheRequestHeldIsCensoredInEveryFormThatPeopleWrite(t *testing.T) {
	for _, tt := range []struct {
		request       klavi.LinkRequest
		said, censors string
	}{
		{klavi.LinkRequest{PersonalTaxID: "52998224725"}, "cpf 529.982.247-25!", "cpf ••••!"},
		{klavi.LinkRequest{PersonalTaxID: "52998224725"}, "cpf 529 982 247 25!", "cpf ••••!"},
		{klavi.LinkRequest{PersonalTaxID: "52998224725"}, "52998224725 52998224725", "•••• ••••"},
		{klavi.LinkRequest{BusinessTaxID: "12ABC34501DE35"}, "cnpj 12.abc.345/01de-35!", "cnpj ••••!"},
		{klavi.LinkRequest{Phone: "+5511987654321"}, "to 11 98765-4321!", "to ••••!"},
		{klavi.LinkRequest{Phone: "+5511987654321"}, "to 5511987654321!", "to ••••!"},
		{klavi.LinkRequest{Email: "ana@exemplo.com"}, "to ANA@exemplo.com!", "to ••••!"},
		{klavi.LinkRequest{Email: "ana@exemplo.com"}, "to ana@exemploxcom!", "to ana@exemploxcom!"},
		{klavi.LinkRequest{ConnectionKey: "a.b*c(d"}, "key a.b*c(d!", "key ••••!"},
		{klavi.LinkRequest{ConnectionKey: "abcd"}, "key abcd!", "key ••••!"},
		{klavi.LinkRequest{ConnectionKey: "abcd"}, "key a b-c.d!", "key a b-c.d!"}, // a word is no number
		{klavi.LinkRequest{ConnectionKey: "abcdefgh"}, "key a b-c.d e f g h!", "key ••••!"},
		{klavi.LinkRequest{ConnectionKey: "abcdefg"}, "key a b-c.d e f g!", "key a b-c.d e f g!"}, // may be words
		{klavi.LinkRequest{ConnectionKey: "abc"}, "key abc!", "key abc!"},                         // too short for a secret
		{klavi.LinkRequest{InstitutionCode: "0001"}, "institution 0001!", "institution 0001!"},
	} {
		e := refusedWith(t, "given", tt.request, tt.said)
		if !slices.Equal(e.Messages, []string{tt.censors}) {
			t.Errorf("%q: %q, want %q", tt.said, e.Messages, tt.censors)
		}
	}
}

func TestOnlyTheFirst2048BytesOfAMessageAreRead(t *testing.T) {
	token := ""
	for i := range 250 {
		token += fmt.Sprintf("%04x", i*257)
	}
	for _, tt := range []struct{ end, beyond, want string }{
		{"|", "beyond", "|"},
		{"|" + token[:9], "", "|" + token[:9]}, // nothing was cut
		{"|" + token[:9], " beyond", "|••••"},
		{"|" + token[:9] + "x", "beyond", "|" + token[:9] + "x"}, // the token goes on in another way
		{"|" + token[:9] + "%", "beyond", "|••••"},
		{"|" + token[:9] + "%F0%90%90%8", "0beyond", "|••••"},
		{"|" + token[:9] + "%F0%90%90%80", "beyond", "|" + token[:9] + "%F0%90%90%80"}, // a letter that is whole
	} {
		dashes := strings.Repeat("-", 48-len(tt.end))
		e := refusedWith(t, klavi.Secret(token), klavi.LinkRequest{}, token+token+dashes+tt.end+tt.beyond)
		if want := "••••••••" + dashes + tt.want; !slices.Equal(e.Messages, []string{want}) {
			t.Errorf("%q: %q, want %q", tt.end+tt.beyond, e.Messages, want)
		}
	}
}

func TestOnlyACodeOfFourDigitsIsABusinessCode(t *testing.T) {
	for body, want := range map[string]int{
		`{"statusCode":416}`: 0, `{"statusCode":999}`: 0, `{"statusCode":1000}`: 1000, `{"statusCode":"4003"}`: 4003,
		`{"statusCode":9999}`: 9999, `{"statusCode":10000}`: 0,
		`{"statusCode":99999999999999999999}`: 0, `{"statusCode":4003.5}`: 0, `{"statusCode":[4003]}`: 0,
		`{"code":4004,"statusCode":416}`: 4004,
	} {
		err := calls["create link"](through(t, func(*http.Request) (int, io.Reader) {
			return 416, strings.NewReader(body)
		}), t.Context())
		if e := failure(t, err); e.Code != want {
			t.Errorf("%s: %d, want %d", body, e.Code, want)
		}
	}
}

func TestOfAFieldThatIsThereTwiceTheLastValueCounts(t *testing.T) {
	err := calls["create link"](through(t, func(*http.Request) (int, io.Reader) {
		return 400, strings.NewReader(`{"message":["one","two"],"message":"three"}`)
	}), t.Context())
	if e := failure(t, err); !slices.Equal(e.Messages, []string{"three"}) {
		t.Errorf("%q", e.Messages)
	}
}

func TestRetryAfterIsAtMostAnHour(t *testing.T) {
	now := newClock()
	for header, want := range map[string]time.Duration{
		"1": time.Second, "0": 0, "3599": 3599 * time.Second, "3600": time.Hour, "3601": time.Hour,
		"9000000000000000000": time.Hour, "99999999999999999999": 0, "1.5": 0,
		now.Now().Add(59 * time.Minute).Format(http.TimeFormat): 59 * time.Minute,
		now.Now().Add(24 * time.Hour).Format(http.TimeFormat):   time.Hour,
		now.Now().Format(http.TimeFormat):                       0,
	} {
		c, err := klavi.New(klavi.Config{
			BaseURL: "https://api.example", AccessToken: "t", Now: now.Now, Sleep: (&waits{}).sleep,
			Transport: &failingAPI{times: 9, status: 503, retryAfter: header},
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = c.CreateLink(t.Context(), klavi.LinkRequest{})
		if e := failure(t, err); e.RetryAfter != want {
			t.Errorf("%q: %v, want %v", header, e.RetryAfter, want)
		}
	}
}

// The words stand in the order of their weight: the earliest one in a message decides.
func TestOfTwoFieldsInAMessageTheWeightierIsBlamed(t *testing.T) {
	words := []struct{ word, field string }{
		{"personalTaxId", klavi.FieldPersonalTaxID},
		{"businessTaxId", klavi.FieldBusinessTaxID},
		{"institutionCode", klavi.FieldInstitutionCode},
		{"productsCallbackURL", klavi.FieldProductsCallbackURL},
		{"appRedirectURLKey", klavi.FieldAppRedirectURLKey},
		{"redirectURL", klavi.FieldRedirectURL},
		{"appLink", klavi.FieldAppLink},
		{"externalInfo", klavi.FieldExternalInfo},
		{"connectionKey", klavi.FieldConnectionKey},
		{"CNPJ", klavi.FieldBusinessTaxID},
		{"CPF", klavi.FieldPersonalTaxID},
		{"email", klavi.FieldEmail},
		{"e-mail", klavi.FieldEmail},
		{"phone", klavi.FieldPhone},
		{"institution", klavi.FieldInstitutionCode},
		{"callback", klavi.FieldProductsCallbackURL},
	}
	for i, first := range words {
		for _, second := range words[i+1:] {
			for _, message := range []string{first.word + " of " + second.word, second.word + " of " + first.word} {
				if e := refusedWith(t, "t", klavi.LinkRequest{}, message); e.Field != first.field {
					t.Errorf("%q: %s", message, e.Field)
				}
			}
		}
	}
}

func TestALinkMayBePlainHTTPOnlyOnConfiguredPages(t *testing.T) {
	const pages = "http://10.0.0.5:8080/"
	for _, tt := range []struct {
		pages, url string
		ok         bool
	}{
		{"", pages + "path", false},
		{"", "http://127.0.0.1:8080/path", false},
		{pages, pages + "path", true},
		{pages, "https://h/path", true},
		{pages, "http://10.0.0.5:80801/path", false},
		{pages, "http://10.0.0.6:8080/path", false},
		{pages, "HTTP://10.0.0.5:8080/path", false},
		{pages, pages + "a b", false},
	} {
		c, err := klavi.New(klavi.Config{
			BaseURL: "https://api.example", AccessToken: "t", PlainPages: tt.pages,
			Transport: responder(func(*http.Request) (int, io.Reader) {
				return 200, strings.NewReader(fmt.Sprintf(`{"linkURL":%q}`, tt.url))
			}),
		})
		if err != nil {
			t.Fatal(err)
		}
		link, err := c.CreateLink(t.Context(), klavi.LinkRequest{})
		if (err == nil) != tt.ok || tt.ok && link.URL.Reveal() != tt.url {
			t.Errorf("%s for %q: %v", tt.url, tt.pages, err)
		}
		unsafe := !strings.Contains(tt.url, " ") && !strings.Contains(tt.url, "80801")
		if err != nil && errors.Is(err, klavi.ErrUnsafeLink) != unsafe {
			t.Errorf("%s for %q: %v", tt.url, tt.pages, err)
		}
	}
}
