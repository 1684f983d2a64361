package validate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// A program that prints a value by accident must not reveal personal data.
func TestValuesPrintRedactedUnderEveryVerbAndInLogs(t *testing.T) {
	cpf, _ := ParseCPF("52998224725")
	cnpj, _ := ParseCNPJ("12ABC34501DE35")
	doc, _ := ParseDocument("52998224725")
	phone, _ := ParsePhone("11987654321")
	email, _ := ParseEmail("ana.maria@exemplo.com")
	url, _ := ParseURL("https://exemplo.com:8080/token/abc?x=secret")
	for _, tt := range []struct {
		v      any
		want   string
		secret []string
	}{
		{cpf, "•••.982.247-••", []string{"529", "25"}},
		{cnpj, "••.ABC.345/01DE-••", []string{"12A", "35"}},
		{doc, "•••.982.247-••", []string{"529", "25"}},
		{phone, "(11) •••••-4321", []string{"987", "65"}},
		{email, "a•••@exemplo.com", []string{"ana", "maria"}},
		{url, "https://exemplo.com:8080/…", []string{"token", "secret"}},
	} {
		var log bytes.Buffer
		slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		}})).Info("x", "value", tt.v)
		asJSON, err := json.Marshal(struct{ V any }{tt.v})
		if err != nil {
			t.Fatal(err)
		}
		var printed strings.Builder
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%10.3s", "%T %v"} {
			if verb == "%T %v" {
				fmt.Fprintf(&printed, "%v", struct{ V any }{tt.v})
				continue
			}
			got := fmt.Sprintf(verb, tt.v)
			if got != tt.want {
				t.Errorf("%s of %T: %q, want %q", verb, tt.v, got, tt.want)
			}
			printed.WriteString(got)
		}
		if !strings.Contains(log.String(), tt.want) {
			t.Errorf("log of %T: %s", tt.v, log.String())
		}
		for _, s := range tt.secret {
			if strings.Contains(printed.String()+log.String()+string(asJSON), s) {
				t.Errorf("%T shows %q", tt.v, s)
			}
		}
	}
}

func TestZeroValuesAreInvalidAndPrintNothing(t *testing.T) {
	for _, v := range []interface {
		IsValid() bool
		Reveal() string
		RevealFormatted() string
		String() string
	}{CPF{}, CNPJ{}, Document{}, Phone{}, Email{}, URL{}} {
		if v.IsValid() || v.Reveal() != "" || v.RevealFormatted() != "" || v.String() != "" {
			t.Errorf("%T: %t %q %q %q", v, v.IsValid(), v.Reveal(), v.RevealFormatted(), v.String())
		}
	}
}

func TestAProblemNeverQuotesTheText(t *testing.T) {
	for _, in := range []string{"529982247x", "52998224724", "529982247", "5299822472599"} {
		_, err := ParseCPF(in)
		if strings.Contains(err.Error(), "5299") || strings.Contains(err.Error(), "8224") {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func TestKindsAndReasonsHaveTheNamesThatJSONUses(t *testing.T) {
	for r, want := range map[Reason]string{
		0: "", Char: "char", Empty: "empty", Short: "short", Long: "long", CheckChar: "checkchar",
		Repeated: "repeated", Check: "check", NinthDigit: "ninthdigit", Insecure: "insecure", 99: "unknown",
	} {
		if r.String() != want {
			t.Errorf("%d: %q, want %q", r, r, want)
		}
	}
	for k, want := range map[Kind]string{
		KindCPF: "cpf", KindCNPJ: "cnpj", KindPhone: "phone", KindEmail: "email", KindURL: "url", 0: "unknown",
	} {
		if k.String() != want {
			t.Errorf("%d: %q, want %q", k, k, want)
		}
	}
}
