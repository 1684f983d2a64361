package sandbox

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
)

// textOf returns the lines of text of a page, and its fields and buttons in brackets.
func textOf(page string) string {
	page = regexp.MustCompile(`(?s)<style>.*</style>`).ReplaceAllString(page, "")
	field := regexp.MustCompile(`<(?:input type="hidden"|button[^>]*?) name="(\w+)" value="([^"]*)"( disabled)?>`)
	page = field.ReplaceAllString(page, "[$1=$2$3] ")
	page = regexp.MustCompile(`<(?:button class="no"|form method="(\w+)" action="/path")>`).ReplaceAllString(page, "[$1] ")
	page = regexp.MustCompile(`</?[a-z!][^>]*>`).ReplaceAllString(page, " ")
	var lines []string
	for line := range strings.SplitSeq(html.UnescapeString(page), "\n") {
		if words := strings.Fields(line); len(words) > 0 {
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return strings.Join(lines, "\n")
}

// shown is a view in English, of a link that has everything that a page may name.
func shown(step string) view {
	bank := klavi.Institution{Code: "1", Name: "The Bank"}
	if step == "choose" || step == "over" {
		bank = klavi.Institution{}
	}
	return view{
		Lang: English, Words: WordsIn(English), Company: "Shop", Step: step, Token: "T", Until: "11:30", Institution: bank,
		Institutions: []klavi.Institution{{Code: "1", Name: "The Bank"}, {Code: "2", Name: "Other Bank", Outage: true}},
		Sample: sample{Movements: []movement{
			{DaysAgo: 0, What: map[Lang]string{English: "Coin"}, Amount: 1},
			{DaysAgo: 1, What: map[Lang]string{English: "Nothing"}},
		}},
		Today:   time.Date(2028, 2, 29, 12, 0, 0, 0, time.UTC),
		Reports: []delivery{{"pf_loans", "https://r.example"}}, Configured: true,
		Redirect: "https://back.example", AppLink: "shop://x",
	}
}

func TestEachPageSaysItsTextAndHasItsButtons(t *testing.T) {
	const (
		demo = "Demonstration\nDemonstration: everything here is made up, no bank involved.\n"
		bank = demo + "The Bank Shop\n[post]\n[v=T]\n[i=1]\n"
		end  = "\nThis link works until 11:30 (Brasília time)."
	)
	for step, want := range map[string]string{
		"over": demo + "Shop Open Finance\nThis link no longer works\nIt has expired, or the address is incomplete. " +
			"Ask the sender for another one, in the same chat or call.",
		"choose": demo + "Shop Open Finance\n[post]\n[v=T]\n[do=choose]\nChoose your bank\nShop sent you this link so that " +
			"you can authorise the sharing of your data through Open Finance.\n[i=1] The Bank\n" +
			"[i=2 disabled] Other Bank in outage" + end,
		"confirm": bank + "Share data: The Bank\nYou will share data on your registration, accounts and cards, " +
			"for 12 months, with Shop.\nNobody moves your money. You can cancel whenever you like.\n" +
			"[do=continue] Continue at the bank\n" +
			"[do=refuse] No, thank you" + end,
		"bank": bank + "This would be the bank's app\nThe Bank would show the request. Your password is only " +
			"for the bank's own app or site: this demonstration has none.\n[do=authorise] Authorise\n[do=refuse] Refuse" + end,
		"terms": bank + "One step left: the terms\nBy Brazil's data protection law (LGPD), the use of these data needs " +
			"your authorisation.\n[do=accept] Agree\n[do=refuse] Disagree" + end,
		"done": bank + "Authorised\nYou can close this page. If you are on the call, say that you have finished.\n" +
			"Invented sample\nWith a real authorisation, Shop would receive data like these. None of them exist.\n" +
			"Balance of the checking account branch , account\nR$ 0.00\nLast movements\n29 Feb Coin R$ 0.01\n" +
			"28 Feb Nothing R$ 0.00\nCard ending in\nR$ 0.00 used of a limit of R$ 0.00\nBill due on 29 Feb\n" +
			"For developers\nKlavi would deliver:\npf_loans https://r.example\n" +
			"the reports in the contract to the address configured at Klavi\nYou would return to https://back.example\n" +
			"in the application shop://x\nNothing of this is called in this demonstration.\n" +
			"[get] [v=T] [] Choose another bank" + end,
		"refused": bank + "Not authorised\nNothing of The Bank has been shared.\nYou would return to https://back.example\n" +
			"[get] [v=T] [] Choose another bank" + end,
	} {
		if got := textOf(shown(step).page()); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", step, got, want)
		}
	}
}

func TestOnlyMoneyThatCameIsMarkedSo(t *testing.T) {
	page := shown("done").page()
	for _, want := range []string{`<td class="in">R$` + "\u00a00.01", `<td class="out">R$` + "\u00a00.00"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %s", want, page)
		}
	}
}

func TestAPageHasTheColoursOfItsBankAndOfTheBanksThatItOffers(t *testing.T) {
	for step, want := range map[string]string{
		"bank": `<body class="b-1">`, "choose": `<button class="b-1" name="i" value="1">The Bank</button>`,
	} {
		if page := shown(step).page(); !strings.Contains(page, want) || !strings.Contains(page, style) {
			t.Errorf("%s: no %q in %s", step, want, page)
		}
	}
}

func TestOnlyTheRefusalOfAPresetBankCanBeTriedAgain(t *testing.T) {
	for step, want := range map[string]string{"refused": "\n[get] [v=T] [] Try again\n", "done": "", "bank": ""} {
		v := shown(step)
		v.Preset = true
		got := textOf(v.page())
		if strings.Contains(got, "[get]") != (want != "") || !strings.Contains(got, want) {
			t.Errorf("%s: %s", step, got)
		}
	}
}
