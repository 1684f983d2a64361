package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"klavilink/klavi/sandbox"
	"klavilink/ui/cli"
	"klavilink/ui/text"
)

// storyEnds says with which words the last object of create --wait ends a story, and with
// which exit status.
var storyEnds = map[sandbox.Story]struct {
	words  string
	status int
}{
	sandbox.StoryAuthorised:        {`"status":"authorised"`, cli.ExitOK},
	sandbox.StoryRefused:           {`"status":"refused"`, cli.ExitNotAuthorised},
	sandbox.StoryExpires:           {`"status":"expired"`, cli.ExitNotAuthorised},
	sandbox.StorySlowBank:          {`"status":"authorised"`, cli.ExitOK},
	sandbox.StoryBankDown:          {`"status":"refused"`, cli.ExitNotAuthorised},
	sandbox.StorySeveralApprovers:  {`"status":"authorised"`, cli.ExitOK},
	sandbox.StoryAlreadyAuthorised: {`"status":"expired"`, cli.ExitNotAuthorised},
	sandbox.StoryNoPermission:      {`"kind":"auth"`, cli.ExitCredentials},
	sandbox.StoryMaintenance:       {`"kind":"server"`, cli.ExitFailed},
	sandbox.StoryFlakyNetwork:      {`"status":"authorised"`, cli.ExitOK},
}

// The longest story takes the half hour of a link, which is a second and a half here. The
// maintenance of two minutes must outlast the tries of a slow machine.
func TestEachStoryEndsACreateThatWaitsInItsOwnWay(t *testing.T) {
	for _, story := range sandbox.Stories() {
		want, listed := storyEnds[story]
		if !listed {
			t.Errorf("%s has no end", story)
			continue
		}
		t.Run(string(story), func(t *testing.T) {
			t.Parallel()
			speed := "1200"
			if story == sandbox.StoryMaintenance {
				speed = "20"
			}
			r := (&run{in: request}).do("create", "--demo", "--demo-story", string(story), "--demo-speed", speed,
				"--wait", "--json")
			lines := strings.Split(strings.TrimSuffix(r.out, "\n"), "\n")
			last := lines[len(lines)-1]
			made := strings.Contains(want.words, "status")
			if r.status != want.status || !strings.Contains(last, want.words) || made != strings.Contains(r.out, "linkURL") {
				t.Errorf("exit status %d, %s%s", r.status, r.out, r.err)
			}
		})
	}
}

func TestThePagesSayHowEachStoryEnds(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\| `(\"[^`]+\")` \\| (\\d+) \\|")
	for _, name := range []string{"integrators.md", "integradores.md"} {
		page, err := os.ReadFile(filepath.Join(root, "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]string{}
		for _, m := range row.FindAllStringSubmatch(string(page), -1) {
			said[m[1]] = m[2] + " " + m[3]
		}
		for story, want := range storyEnds {
			if got := said[string(story)]; got != fmt.Sprintf("%s %d", want.words, want.status) {
				t.Errorf("%s: %s ends with %q", name, story, got)
			}
		}
		if len(said) != len(storyEnds) {
			t.Errorf("%s has %d rows", name, len(said))
		}
	}
}

// A script would take the links of the demo for real ones.
func TestAStoryOfCreateNeedsTheDemo(t *testing.T) {
	env := server(t, nil)
	for _, flag := range [][]string{
		{"--demo-story", "authorised"},
		{"--demo-speed", "60"},
		{"--demo-events", "http://127.0.0.1:4242"},
		{"--demo-events-older"},
		{"--demo-events-regulated"},
	} {
		for _, lang := range []text.Lang{text.Portuguese, text.English} {
			r := (&run{in: request, env: env}).do(append([]string{"create", "--lang", string(lang)}, flag...)...)
			if want := text.For(lang).Events.OnlyDemo + "\n"; r.status != cli.ExitUsage || r.out != "" || r.err != want {
				t.Errorf("%v: %d %q %q", flag, r.status, r.out, r.err)
			}
		}
	}
}

func TestCreateRefusesAFlagOfTheDemoThatIsOfNoUse(t *testing.T) {
	for _, flag := range [][]string{
		{"--demo-story", "nothing"}, {"--demo-speed", "0"}, {"--demo-events", "http://example.com"},
	} {
		r := (&run{in: request}).do(append([]string{"create", "--demo", "--json"}, flag...)...)
		if r.status != cli.ExitUsage || !strings.Contains(r.out, `"kind":"input"`) || !strings.Contains(r.out, flag[1]) {
			t.Errorf("%v: %d %s", flag, r.status, r.out)
		}
	}
}

func TestCreateListsTheStories(t *testing.T) {
	words := (&run{}).do("create", "--demo-story", "list")
	objects := (&run{}).do("create", "--demo-story", "list", "--json").lines(t)
	if words.status != cli.ExitOK || len(objects) != len(sandbox.Stories()) {
		t.Fatalf("%d %q %v", words.status, words.out, objects)
	}
	for i, o := range objects {
		story, is := sandbox.Stories()[i], text.For(text.Portuguese).Events.Stories[i]
		if o["story"] != string(story) || o["is"] != is || !strings.Contains(words.out, string(story)+"  ") {
			t.Errorf("%v in %q", o, words.out)
		}
	}
}

// The program ends when its work is done, and the demo ends with it.
func TestWhatTheDemoDeliversHasArrivedWhenTheCommandEnds(t *testing.T) {
	const generated = ", product_generated_success good, "
	all := "link_created good, consent_authorised good, product_request_received good" + generated +
		"pf_checking_account good" + generated + "pf_categorized_checking_l3 good"
	story := []string{"--demo-story", "authorised", "--demo-speed", "120"}
	for name, tt := range map[string]struct {
		in   string
		args []string
		want string
	}{
		"create --wait": {request, append([]string{"create", "--demo", "--wait", "--json"}, story...), all},
		"create":        {request, []string{"create", "--demo"}, "link_created good"},
		"--plain":       {"529.982.247-25\n\n\n\ns\n", []string{"--plain", "--demo"}, "link_created good"},
	} {
		e := listening(t, nil, "--demo")
		r := (&run{in: tt.in}).do(append(tt.args, "--demo-events", e.address)...)
		var got []string
		for _, line := range e.lines(t) {
			got = append(got, line["event"].(string)+" "+line["verdict"].(string))
		}
		if all := strings.Join(got, ", "); r.status != cli.ExitOK || all != tt.want {
			t.Errorf("%s: exit status %d, %s\n%s%s", name, r.status, all, r.out, r.err)
		}
		if said := e.out.String() + e.err.String(); strings.Contains(said, "52998224725") {
			t.Errorf("%s: the customer's number was printed: %s", name, said)
		}
	}
}
