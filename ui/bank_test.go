package ui_test

import (
	"strings"
	"testing"

	"klavilink/klavi"
)

// The API may send the code of an institution in trouble with any status.
func TestAFailureOfTheInstitutionLeadsBackToThePicker(t *testing.T) {
	for code, see := range map[string]string{"341": "", "999": "Confira o código de banco “999”, que não está em"} {
		for _, err := range []*klavi.Error{
			{Kind: klavi.KindBusiness, Status: 416, Code: 4004, Field: "institutionCode"},
			{Kind: klavi.KindServer, Status: 503, Code: 4004, Field: "institutionCode"},
		} {
			client := newAPI(reply{err: err}, reply{link: linkOf(90)})
			w := start(t, setup{client: client, request: klavi.LinkRequest{PersonalTaxID: "52998224725", InstitutionCode: code}})
			w.sees("529.982.247-25")
			w.press(ctrlS)
			w.sees("Confira o que")
			w.press(enter)
			shown := w.sees("4004", "está fora do ar", see)
			if see == "" && strings.Contains(shown, "Confira o código de banco") {
				t.Errorf("a code of the list is blamed:\n%s", shown)
			}
			if err.Kind == klavi.KindServer {
				w.sees("O link não foi criado", "enter outro banco")
				w.press(enter)
			}
			w.sees("● Banco")
			w.press("bradesco")
			w.sees("❯ Bradesco")
			w.press(ctrlS)
			w.sees("Confira o que")
			w.press(enter)
			w.sees("restam")
			if got := client.requests()[1].InstitutionCode; got != "237" {
				t.Errorf("sent %q", got)
			}
		}
	}
}
