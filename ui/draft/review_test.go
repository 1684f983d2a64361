package draft_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/validate"
)

// lines writes the rows of a review, for comparing.
func lines(d *draft.Draft, hidden bool) []string {
	rows := draft.Review(english, d, "the institution", hidden)
	list := make([]string, len(rows))
	for i, r := range rows {
		list[i] = fmt.Sprintf("%d|%s|%s|%s", r.Step, r.Label, r.Value, r.Name)
	}
	return list
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("the review is\n%s\nand not\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheReviewOfAPersonNamesWhatIsEmptyToo(t *testing.T) {
	f := &english.Field
	d := typed(map[draft.Key]string{draft.Document: bareCPF})
	same(t, lines(d, false),
		"0|CPF|"+cpf+"|personalTaxId",
		"0|"+f.Email+"||email",
		"0|"+f.PhoneName+"||phone",
		"1|"+english.Step.Institution+"|the institution|institutionCode",
		"2|"+f.RedirectURL+"||redirectURL",
		"2|"+f.Callbacks+"|"+f.CallbacksNone+"|productsCallbackURL",
		"2|"+f.AppLink+"||appLink",
		"3|"+f.ExternalInfo+"||externalInfo",
		"3|"+f.ConnectionKey+"||connectionKey",
	)
}

func TestTheReviewOfACompanyShowsWhatGoesOut(t *testing.T) {
	f := &english.Field
	d := draft.From(full())
	same(t, lines(&d, false),
		"0|CNPJ|"+cnpj+"|businessTaxId",
		"0|CPF|"+cpf+"|personalTaxId",
		"0|"+f.Email+"|ana@exemplo.com|email",
		"0|"+f.PhoneName+"|+5511987654321|phone",
		"1|"+english.Step.Institution+"|the institution|institutionCode",
		"2|"+f.RedirectURL+"|https://exemplo.com/volta|redirectURL",
		"2|"+f.Callbacks+"|other → https://exemplo.com/o|productsCallbackURL",
		"2||pj_loans → https://exemplo.com/l|",
		"2|"+f.AppLink+"|exemplo://app|appLink",
		"2|"+f.AppKey+"|back_to|appRedirectURLKey",
		"3|"+f.ExternalInfo+"|n = 12345678901234567890|externalInfo",
		"3||s = x|",
		"3|"+f.ConnectionKey+"|connection|connectionKey",
	)
}

func TestTheReviewHidesWhatIsTheCustomersOwn(t *testing.T) {
	d := draft.From(full())
	got := lines(&d, true)
	shown := lines(&d, false)
	same(t, got[:4],
		"0|CNPJ|••.222.333/0001-••|businessTaxId",
		"0|CPF|•••.982.247-••|personalTaxId",
		"0|"+english.Field.Email+"|a•••@exemplo.com|email",
		"0|"+english.Field.PhoneName+"|(11) •••••-4321|phone",
	)
	same(t, got[4:], shown[4:]...) // and nothing else
}

func TestTheReviewOfACompanyWithoutARepresentativeHasNoRowForOne(t *testing.T) {
	d := typed(map[draft.Key]string{draft.Document: bareCNPJ})
	same(t, lines(d, false)[:2], "0|CNPJ|"+cnpj+"|businessTaxId", "0|"+english.Field.Email+"||email")
}

func TestTheReviewSpellsACNPJWithLettersWhileItMayBeSeen(t *testing.T) {
	d := typed(map[draft.Key]string{draft.Document: bareLetter})
	n, _ := validate.CheckCNPJ(letters)
	same(t, lines(d, false)[:3],
		"0|CNPJ|"+letters+"|businessTaxId",
		"0|"+english.Review.ReadBack+"|"+english.ReadBack(n)+"|",
		"0|"+english.Field.Email+"||email",
	)
	same(t, lines(d, true)[:2], "0|CNPJ|••.ABC.345/01DE-••|businessTaxId", "0|"+english.Field.Email+"||email")
}

// The rows are read from the request, so the review and what goes out agree.
func TestTheReviewShowsTheRequestAndNotWhatWasTyped(t *testing.T) {
	d := typed(map[draft.Key]string{
		draft.Document: " " + cpf, draft.Representative: cpf, draft.Phone: "(11) 98765-4321",
		draft.CallbackAll: " https://exemplo.com ", draft.AppLink: " exemplo://app ", draft.ConnectionKey: " key ",
	})
	*d.Rows(draft.CallbackEach) = []draft.Pair{{Key: "other", Value: "https://exemplo.com/unused"}}
	*d.Choice(draft.Callbacks) = draft.CallbacksAll
	got := strings.Join(lines(d, false), "\n")
	for _, want := range []string{
		"|" + cpf + "|personalTaxId", "|+5511987654321|", "|all → https://exemplo.com|",
		"|exemplo://app|", "|key|connectionKey",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the review lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "unused") || strings.Count(got, "personalTaxId") != 1 {
		t.Errorf("the review shows what does not go out:\n%s", got)
	}
}

// Every name of the API that goes out stands in the review exactly once.
func TestTheReviewNamesEveryFieldThatGoesOutOnce(t *testing.T) {
	for _, r := range []klavi.LinkRequest{full(), {PersonalTaxID: bareCPF, ExternalInfo: []byte(`{"a":1,"b":2}`)}} {
		d := draft.From(r)
		counted := map[string]int{}
		for _, row := range draft.Review(english, &d, "", true) {
			counted[row.Name]++
		}
		for _, name := range d.Request().Fields() {
			if counted[name] != 1 {
				t.Errorf("%s goes out and stands in the review %d times", name, counted[name])
			}
		}
	}
}

func TestTheReviewShowsEvenWhatWouldBeLeftOfAnAppLink(t *testing.T) {
	d := typed(map[draft.Key]string{draft.Document: cpf, draft.AppKey: "back_to"})
	if got := strings.Join(lines(d, false), "\n"); !strings.Contains(got, "|back_to|appRedirectURLKey") {
		t.Errorf("the key goes out and is not in the review:\n%s", got)
	}
}
