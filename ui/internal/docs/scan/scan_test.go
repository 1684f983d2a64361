package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
)

func TestLinksHaveTheLengthOfTheirPath(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(answer))
	defer server.Close()
	for _, length := range lengths {
		client, err := klavi.New(klavi.Config{BaseURL: fmt.Sprint(server.URL, "/", length), AccessToken: "t"})
		if err != nil {
			t.Fatal(err)
		}
		link, err := client.CreateLink(t.Context(), klavi.LinkRequest{PersonalTaxID: "52998224725"})
		if err != nil {
			t.Fatal(err)
		}
		if url := link.URL.Reveal(); len(url) != length {
			t.Errorf("%d: %d bytes", length, len(url))
		}
	}
}

func TestScoresAreReadFromWhatTheInstrumentsPrint(t *testing.T) {
	got := scores("== xterm theme dark 120x40 font DejaVu Sans Mono 14px window 964x684px screenshot x.png\n" +
		"   raw          7/7  read by: zbar\n   half+jpeg40  0/7  read by: -\n" +
		"   cam          5/7  read by: zbar\nhttps://example.com/1/7 x\n")
	if !slices.Equal(got, []int{7, 0, 5}) {
		t.Errorf("%v", got)
	}
}

func TestTheTablePutsEveryToolIntoItsColumnAndCountsThem(t *testing.T) {
	page := table([]result{
		{shot{terminal: "kitty", theme: "dark", tool: ours, bytes: 400, window: "120x40"}, []int{7, 6, 5}},
		{shot{terminal: "kitty", theme: "dark", tool: "qrterminal", bytes: 400, window: "164x82"}, []int{3, 0, 0}},
		{shot{terminal: "kitty", theme: "dark", tool: ours, bytes: 400, window: small}, []int{7, 7, 7}},
	})
	for _, line := range []string{
		"| klavilink | 3 | 2 | 0 | 6.0 |",
		"| qrterminal | 3 | 0 | 2 | 1.0 |",
		"| klavilink, image at 80x24 | 3 | 3 | 0 | 7.0 |",
		"| kitty | dark | 400 | 7/6/5 | – | – | 3/0/0 | – |", "| kitty | dark | 400 | 7/7/7 |\n",
	} {
		if !strings.Contains(page, line) {
			t.Errorf("%q is not in:\n%s", line, page)
		}
	}
}

func TestTheCommittedPageHasTheProseOfTheProgram(t *testing.T) {
	page, err := os.ReadFile("../../../../docs/scanning.md")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := prose(string(page)), prose(table(nil)); got != want {
		t.Errorf("the page has\n%s\nthe program writes\n%s", got, want)
	}
}

// prose returns a page without its tables.
func prose(page string) string {
	lines := strings.Split(page, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "|") }), "\n")
}
