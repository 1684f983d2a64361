package cli_test

import (
	"strings"
	"testing"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
	"klavilink/ui/text"
)

// The whole journey on one machine: the demo tells a story sixty times as fast, and listen
// receives what it delivers.
func TestTheDemoTellsAStoryAndListenReceivesItsCallbacks(t *testing.T) {
	e := listening(t, nil, "--demo")
	c := sit(t, cli.Env{}, "--demo-story", "authorised", "--demo-speed", "60", "--demo-events", e.address)
	c.sees("DEMONSTRAÇÃO")
	c.screen.Type("52998224725" + strings.Repeat("\r", 4))
	c.sees("Confira o que será enviado")
	c.screen.Type("\r")
	c.sees("AUTORIZADO")
	e.out.has(t, "pf_categorized_checking_l3")
	c.end()
	c.ends()
	var got []string
	for _, line := range e.lines(t) {
		got = append(got, line["event"].(string)+" "+line["verdict"].(string))
	}
	want := "link_created good, consent_authorised good, product_request_received good, product_generated_success good, " +
		"pf_checking_account good, product_generated_success good, pf_categorized_checking_l3 good"
	if strings.Join(got, ", ") != want {
		t.Errorf("%s", strings.Join(got, ", "))
	}
	if said := e.out.String(); strings.Contains(said, "52998224725") {
		t.Errorf("the customer's number was printed: %s", said)
	}
}

func TestTheStoriesAreListedAndCompletedWithASentenceEach(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		list := (&run{}).do("--demo-story", "list", "--lang", lang)
		completed := (&run{}).do("__complete", "--lang", lang, "--demo-story", "")
		for i, story := range sandbox.Stories() {
			sentence := text.For(text.Lang(lang)).Events.Stories[i]
			if !strings.Contains(list.out, string(story)+"  ") || !strings.Contains(list.out, sentence+"\n") {
				t.Errorf("%s: no %s in %q", lang, story, list.out)
			}
			if !strings.Contains(completed.out, string(story)+"\t"+sentence) {
				t.Errorf("%s: no %s in %q", lang, story, completed.out)
			}
		}
		if list.status != cli.ExitOK {
			t.Errorf("exit status %d", list.status)
		}
	}
}

func TestAFlagOfTheDemoThatIsOfNoUseIsAUsageError(t *testing.T) {
	for _, args := range [][]string{
		{"--demo-story", "nothing"},
		{"--demo-speed", "0"},
		{"--demo-speed", "3601"},
		{"--demo-speed", "x"},
		{"--demo-events", "http://example.com/hook"},
		{"--demo-events", "nowhere"},
	} {
		if r := (&run{}).do(append(args, "--plain")...); r.status != cli.ExitUsage || !strings.Contains(r.err, args[1][:1]) {
			t.Errorf("%v: %d %q", args, r.status, r.err)
		}
	}
}

func TestAStoryOfTroubleIsToldToTheAgent(t *testing.T) {
	for story, want := range map[string]int{
		"no-permission": cli.ExitCredentials, "maintenance": cli.ExitFailed, "flaky-network": cli.ExitOK,
	} {
		r := (&run{in: "529.982.247-25\n\n\n\ns\n"}).do("--plain", "--demo-story", story)
		if r.status != want || (want == cli.ExitOK) != strings.Contains(r.out, "/path?v=") {
			t.Errorf("%s: %d %q %q", story, r.status, r.out, r.err)
		}
	}
}
