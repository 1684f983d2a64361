package draft_test

import (
	"fmt"
	"strings"
	"testing"

	"klavilink/ui/draft"
	"klavilink/validate"
)

// wrong is the verdict on a text that is not valid.
func wrong(problem string, early bool) draft.Verdict {
	return draft.Verdict{Problem: problem, Early: early, Note: problem}
}

// note is the verdict on a text that nothing is wrong with.
func note(s string) draft.Verdict { return draft.Verdict{Note: s} }

// called adds a label to a verdict.
func called(title string, v draft.Verdict) draft.Verdict {
	v.Title = title
	return v
}

func TestEveryTextIsJudgedByItsRule(t *testing.T) {
	w, f := &english.Wrong, &english.Field
	const tick = "✓"
	short := wrong(fmt.Sprintf(w.ShortOneF, 10, 11), false)
	bare := func(url string) draft.Verdict {
		return draft.Verdict{Problem: f.NoHTTPS, Note: f.NoHTTPS, Suggestion: url}
	}
	digits := wrong(w.CheckEnd, true)
	for _, c := range []struct {
		key  draft.Key
		text string
		want draft.Verdict
	}{
		{draft.Document, "", draft.Verdict{Title: f.Document, Problem: w.EmptyDocument, Note: f.DocumentNote}},
		{draft.Document, " \u200b", draft.Verdict{Title: f.Document, Problem: w.EmptyDocument, Note: f.DocumentNote}},
		{draft.Document, cpf, called(f.CPF, note(f.CPFValid))},
		{draft.Document, cnpj, called(f.CNPJ, note(f.CNPJValid))},
		{draft.Document, "5299822472", called(f.CPF, short)},
		{draft.Document, "52998224724", called(f.CPF, digits)},
		{draft.Document, "12ABC", called(f.CNPJ, wrong(fmt.Sprintf(w.ShortF, 9, 5, 14), false))},
		{draft.Representative, "", note(f.RepresentativeNote)},
		{draft.Representative, cpf, note(f.CPFValid)},
		{draft.Representative, "5299822472", short},
		{draft.Representative, "52998224724", digits},
		{draft.Email, "", note(f.EmailNote)},
		{draft.Email, "ana@exemplo.com", note(tick)},
		{draft.Email, "ana@gmial.com", draft.Verdict{
			Note: fmt.Sprintf(f.DidYouMeanF, "gmail.com"), Suggestion: "ana@gmail.com",
		}},
		{draft.Email, "ana", wrong(w.NoAt, false)},
		{draft.Phone, "", note(f.PhoneNote)},
		{draft.Phone, "11987654321", note(f.PhoneMobile)},
		{draft.Phone, "1134567890", note(f.PhoneFixed)},
		{draft.Phone, "1187654321", wrong(w.NinthDigit, false)},
		{draft.Phone, "+14155550100", wrong(w.Country, true)},
		{draft.RedirectURL, "", note(f.RedirectNote)},
		{draft.RedirectURL, "exemplo://app", note(tick)},
		{draft.RedirectURL, "exemplo.com", bare("https://exemplo.com")},
		{draft.RedirectURL, " exemplo.com/volta?a=1:2@3", bare("https://exemplo.com/volta?a=1:2@3")},
		{draft.RedirectURL, "exemplo", wrong(w.Scheme, false)},
		{draft.RedirectURL, "ana@exemplo.com", wrong(w.Scheme, false)},
		{draft.CallbackAll, "exemplo.com/r", bare("https://exemplo.com/r")},
		{draft.AppLink, "exemplo.com/app", bare("https://exemplo.com/app")},
		{draft.AppLink, "javascript:a.b", wrong(w.Scheme, false)},
		{draft.CallbackAll, "", wrong(w.EmptyURL, false)},
		{draft.CallbackAll, "https://exemplo.com", note(tick)},
		{draft.CallbackAll, "exemplo://app", wrong(w.Scheme, false)},
		{draft.AppLink, "", note(f.AppLinkNote)},
		{draft.AppLink, "exemplo://app", note(tick)},
		{draft.AppLink, "javascript:1", wrong(w.Scheme, false)},
		{draft.AppKey, "", draft.Verdict{Problem: w.NeedsAppKey, Note: f.AppKeyNote}},
		{draft.AppKey, " ", draft.Verdict{Problem: w.NeedsAppKey, Note: f.AppKeyNote}},
		{draft.AppKey, "back_to", note(tick)},
		{draft.ConnectionKey, "", note(f.ConnectionKeyNote)},
		{draft.ConnectionKey, "any text", note(f.ConnectionKeyNote)},
		{draft.Institution, "999", draft.Verdict{}},
		{draft.Callbacks, "", draft.Verdict{}},
		{draft.ExternalInfo, "", draft.Verdict{}},
	} {
		if got := row(t, c.key).Check(english, c.text); got != c.want {
			t.Errorf("%v %q:\n%+v, want\n%+v", c.key, c.text, got, c.want)
		}
	}
}

func TestACNPJWithLettersIsReadBack(t *testing.T) {
	v := row(t, draft.Document).Check(english, letters)
	n, _ := validate.CheckCNPJ(letters)
	want := fmt.Sprintf(english.Field.ReadBackF, english.ReadBack(n))
	if v.Title != english.Field.CNPJ || v.Problem != "" || v.Note != want || !v.ReadAloud {
		t.Errorf("%+v", v)
	}
}

// What more typing cannot mend is shown at once. Each reason is decided here, so
// that a new one is.
func TestAProblemIsEarlyIfMoreTypingCannotMendIt(t *testing.T) {
	for _, c := range []struct {
		key   draft.Key
		text  string
		why   validate.Reason
		early bool
	}{
		{draft.Document, "529☃", validate.Char, true},
		{draft.Document, "529", validate.Short, false},
		{draft.Document, bareCNPJ + "1", validate.Long, true},
		{draft.Document, "12ABC34501DEA5", validate.CheckChar, true},
		{draft.Document, "00000000000", validate.Repeated, true},
		{draft.Document, "52998224724", validate.Check, true},
		{draft.Phone, "+14155550100", validate.Country, true},
		{draft.Phone, "08001234567", validate.Service, true},
		{draft.Phone, "2098765432", validate.AreaCode, true},
		{draft.Phone, "1187654321", validate.NinthDigit, false},
		{draft.Phone, "1114567890", validate.Subscriber, false},
		{draft.Email, "ana", validate.AtSign, false},
		{draft.Email, "@exemplo.com", validate.LocalPart, false},
		{draft.Email, "ana@exemplo", validate.Domain, false},
		{draft.CallbackAll, "exemplo.com", validate.Scheme, false},
		{draft.CallbackAll, "https://", validate.Host, false},
	} {
		f := row(t, c.key)
		if p := f.Problem(c.text); p.Reason != c.why {
			t.Errorf("%v %q: the reason is %v, want %v", c.key, c.text, p.Reason, c.why)
		}
		if v := f.Check(english, c.text); v.Problem == "" || v.Early != c.early {
			t.Errorf("%v %q: %+v, want early %t", c.key, c.text, v, c.early)
		}
	}
}

func TestAPlainQuestionHearsOfAnEmptyTextTooExceptWhereAnyTextWillDo(t *testing.T) {
	for _, f := range draft.Questions(typed(map[draft.Key]string{draft.Document: cnpj})) {
		if got, want := f.Problem("").OK(), f.Key == draft.Institution; got != want {
			t.Errorf("%v: an empty text is fine: %t", f.Key, got)
		}
	}
	for _, k := range []draft.Key{draft.AppKey, draft.ConnectionKey, draft.Callbacks, draft.ExternalInfo} {
		if !row(t, k).Problem("any text").OK() {
			t.Errorf("%v refuses a text", k)
		}
	}
}

func TestEveryRowIsJudgedByItsRule(t *testing.T) {
	w, f := &english.Wrong, &english.Field
	const url = "https://exemplo.com"
	twice := fmt.Sprintf(f.RowTwiceF, "k")
	for _, c := range []struct {
		key  draft.Key
		rows string // key=value, separated by blanks; the last one is judged
		want string
	}{
		{draft.CallbackEach, "k=" + url, ""},
		{draft.CallbackEach, "all=" + url, ""},
		{draft.CallbackEach, "other=" + url + " k=" + url, ""},
		{draft.CallbackEach, "=" + url, w.ReportName},
		{draft.CallbackEach, "k=" + url + " k=" + url, twice},
		{draft.CallbackEach, "k=" + url + " all=" + url, w.AllExclusive},
		{draft.CallbackEach, "k=", "k: " + w.EmptyURL},
		{draft.CallbackEach, "k=exemplo.com", "k: " + f.NoHTTPS},
		{draft.CallbackEach, "k=exemplo://app", "k: " + w.Scheme},
		{draft.ExternalInfo, "k=v", ""},
		{draft.ExternalInfo, "a=v k=v", ""},
		{draft.ExternalInfo, "=v", f.RowEmptyKey},
		{draft.ExternalInfo, "k=", fmt.Sprintf(f.RowEmptyValueF, "k")},
		{draft.ExternalInfo, "k=v a=v k=w", twice},
		{draft.Email, "k=", ""}, // a text has no rows to judge
	} {
		var rows []draft.Pair
		for _, r := range strings.Fields(c.rows) {
			key, value, _ := strings.Cut(r, "=")
			rows = append(rows, draft.Pair{Key: key, Value: value})
		}
		if got, _ := row(t, c.key).CheckRow(english, rows, len(rows)-1); got != c.want {
			t.Errorf("%v %s: %q, want %q", c.key, c.rows, got, c.want)
		}
	}
}

func TestOnlyAMissingHTTPSOfARowCanBeMended(t *testing.T) {
	for _, c := range []struct {
		key         draft.Key
		value, want string
	}{
		{draft.CallbackEach, "loja.example/r?a=b", "https://loja.example/r?a=b"},
		{draft.CallbackEach, " loja.example ", "https://loja.example"},
		{draft.CallbackEach, "https://loja.example", ""},
		{draft.CallbackEach, "loja", ""},
		{draft.CallbackEach, "exemplo://app", ""},
		{draft.CallbackEach, "", ""},
		{draft.ExternalInfo, "loja.example", ""},
	} {
		if _, got := row(t, c.key).CheckRow(english, []draft.Pair{{Key: "a"}, {Key: "k", Value: c.value}}, 1); got != c.want {
			t.Errorf("%v %q: %q, want %q", c.key, c.value, got, c.want)
		}
	}
}

func TestOfTwoRowsWithOneKeyTheSecondIsWrong(t *testing.T) {
	rows := []draft.Pair{{Key: "k", Value: "https://exemplo.com"}, {Key: "k", Value: "https://exemplo.com"}}
	for _, k := range []draft.Key{draft.CallbackEach, draft.ExternalInfo} {
		if got, _ := row(t, k).CheckRow(english, rows, 0); got != "" {
			t.Errorf("%v: the first row is said to be wrong: %s", k, got)
		}
	}
}
