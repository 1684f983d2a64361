package cli_test

import (
	"strings"
	"testing"

	"klavilink/ui/cli"
	"klavilink/ui/text"
)

func TestValidatePrintsOneObjectForEachValue(t *testing.T) {
	for _, tt := range []struct {
		args []string
		in   string
		want []string
		exit int
	}{
		{[]string{"cpf", "529.982.247-25"}, "", []string{
			`{"kind":"cpf","valid":true,"canonical":"52998224725","masked":"•••.982.247-••","reason":"","message":""}`,
		}, 0},
		{[]string{"cpf", "52998224724", "52998224725"}, "", []string{
			`{"kind":"cpf","valid":false,"canonical":"","masked":"","reason":"check",` +
				`"message":"Os dígitos não conferem: releia com o cliente o final, depois do traço."}`,
			`{"kind":"cpf","valid":true,"canonical":"52998224725","masked":"•••.982.247-••","reason":"","message":""}`,
		}, 2},
		{[]string{"cnpj", "12abc34501de35"}, "", []string{
			`{"kind":"cnpj","valid":true,"canonical":"12ABC34501DE35",` +
				`"masked":"••.ABC.345/01DE-••","reason":"","message":""}`,
		}, 0},
		{[]string{"phone", "(11) 98765-4321"}, "", []string{
			`{"kind":"phone","valid":true,"canonical":"+5511987654321",` +
				`"masked":"(11) •••••-4321","reason":"","message":""}`,
		}, 0},
		{[]string{"email"}, "ana@Exemplo.com\r\nana@\n", []string{
			`{"kind":"email","valid":true,"canonical":"ana@exemplo.com",` +
				`"masked":"a•••@exemplo.com","reason":"","message":""}`,
			`{"kind":"email","valid":false,"canonical":"","masked":"","reason":"domain",` +
				`"message":"Confira o que vem depois do @, como gmail.com."}`,
		}, 2},
		{[]string{"cpf"}, "\n52998224725", []string{
			`{"kind":"cpf","valid":false,"canonical":"","masked":"","reason":"empty","message":"Digite o CPF."}`,
			`{"kind":"cpf","valid":true,"canonical":"52998224725","masked":"•••.982.247-••","reason":"","message":""}`,
		}, 2},
		{[]string{"cpf"}, "", nil, 0},
		{[]string{"cpf", "--", "-5"}, "", []string{
			`{"kind":"cpf","valid":false,"canonical":"","masked":"","reason":"short",` +
				`"message":"Faltam 10 (1 de 11)."}`,
		}, 2},
	} {
		r := (&run{in: tt.in}).do(append([]string{"validate", "--json"}, tt.args...)...)
		if got, want := r.out, strings.Join(append(tt.want, ""), "\n"); got != want || r.status != tt.exit || r.err != "" {
			t.Errorf("%q %q: %d\n got %s\nwant %s\n%s", tt.args, tt.in, r.status, got, want, r.err)
		}
	}
}

func TestValidateWithoutJSONPrintsWords(t *testing.T) {
	r := (&run{}).do("validate", "cpf", "529.982.247-25", "1")
	want := "válido\t52998224725\ninválido\tFaltam 10 (1 de 11).\n"
	if r.out != want || r.status != cli.ExitUsage || r.err != "" {
		t.Errorf("%d %q %q", r.status, r.out, r.err)
	}
	r = (&run{}).do("--lang", "en", "validate", "cpf", "1")
	if want := "invalid\t10 missing (1 of 11).\n"; r.out != want {
		t.Errorf("%q", r.out)
	}
}

func TestValidateNeedsAKnownKind(t *testing.T) {
	for _, args := range [][]string{{"validate"}, {"validate", "rg", "1"}, {"validate", "\x1b[31m"}} {
		r := (&run{}).do(args...)
		if r.status != cli.ExitUsage || r.out != "" ||
			!strings.Contains(r.err, "cpf, cnpj, phone ou email") || strings.Contains(r.err, "\x1b") {
			t.Errorf("%q: %d %q %q", args, r.status, r.out, r.err)
		}
	}
}

func TestHelpIsInTheLanguageOfTheFlag(t *testing.T) {
	if r := (&run{}).do("--version"); r.status != 0 || !strings.Contains(r.out, "test") {
		t.Errorf("%d %q", r.status, r.out)
	}
	for lang, want := range map[string][]string{
		"pt": {"pergunta os dados do cliente", "USO", "COMANDOS", "validate", "OPÇÕES"},
		"en": {"asks for a customer's data", "USAGE", "COMMANDS", "validate", "FLAGS"},
	} {
		for _, args := range [][]string{{"--help"}, {"help"}} {
			r := (&run{}).do(append(args, "--lang", lang)...)
			for _, words := range want {
				if r.status != 0 || !strings.Contains(r.out, words) {
					t.Errorf("%s, %q: %d, no %q in %q", lang, args, r.status, words, r.out)
				}
			}
		}
	}
	r := (&run{}).do("create", "--help", "--lang", "pt")
	if r.status != 0 || !strings.Contains(r.out, "USO") || strings.Contains(r.out, "USAGE") {
		t.Errorf("%d %q", r.status, r.out)
	}
}

func TestValidateReadsEightMegabytesAndNoMore(t *testing.T) {
	const most = 8 << 20
	for size, want := range map[int]bool{most: false, most + 1: true} {
		r := (&run{in: strings.Repeat("x", size-13) + "\n" + "52998224725\n"}).do("validate", "cpf", "--lang", "en")
		refused := r.status == cli.ExitUsage && strings.Contains(r.err, text.For(text.English).CLI.TooLarge)
		if refused != want {
			t.Errorf("%d bytes: status %d, %.80q", size, r.status, r.err)
		}
	}
}
