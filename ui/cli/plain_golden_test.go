package cli

import (
	"maps"
	"path/filepath"
	"testing"
	"time"

	"klavilink/klavi/sandbox"
	"klavilink/ui/internal/golden"
)

const (
	person  = "529.982.247-25"
	company = "11.222.333/0001-81"
)

// sittings are whole runs of the plain questions, by name.
func sittings() map[string]sitting {
	const (
		refusedPhone = `400 {"statusCode":400,"error":"Bad Request","message":"Invalid phone"}`
		outage       = `503 {"statusCode":503,"message":"Service Unavailable"}`
		ticket       = "[profiles.x]\nenvironment = \"sandbox\"\nticket_key = \"protocolo\"\n"
	)
	enter := func(more ...string) []string { return append([]string{person, "", ""}, more...) }
	list := map[string]sitting{
		"right-away": {answers: enter("", "")},
		"wrong-digits": {answers: []string{
			"", "529.982.247-24", "529982247", person, "ana@", "", "11 8765-4321", "", "", "",
		}},
		"wrong-bank":   {answers: enter("zzz", "999", "", "itau", "")},
		"several-hits": {answers: enter("brasil", "", "caxa", "banco do", "2", "")},
		"nickname":     {answers: enter("roxinho", "x", "sim")},
		"mail-slip":    {answers: []string{person, "ana@gmial.com", "ana@gmail.com", "", "", ""}},
		"company": {answers: []string{
			company, person, "", "", "bb", "MAIS", "https://exemplo.com.br/volta", "2", "exemplo", "https://exemplo.com.br/r",
			"", "canal", "telefone", "canal", "app", "", "", "s",
		}},
		"refused-at-the-api": {
			answers: []string{person, "", "11 98765-4321", "", "", "", ""}, refuse: map[int]string{1: refusedPhone},
		},
		"outage":          {answers: enter("", "", "hein", ""), refuse: map[int]string{1: outage}},
		"outage-for-ever": {answers: enter("", "", "", "n"), refuse: map[int]string{1: outage, 2: "", 3: "", 4: ""}},
		"wrong-keys":      {answers: enter("", ""), refuse: map[int]string{1: "401 {}", 2: "401 {}"}},
		"declined":        {answers: enter("", "não")},
		"production":      {answers: enter("nubank", "n"), args: []string{"--env", "production"}},
	}
	for name, s := range list {
		s.piped = true // and not followed
		list[name] = s
	}
	maps.Copy(list, map[string]sitting{
		"authorised":       {answers: enter("4711", "341", ""), config: ticket, story: sandbox.StoryAuthorised},
		"refused":          {answers: enter("", "", "n"), story: sandbox.StoryRefused},
		"refused-and-more": {answers: enter("", "", ""), story: sandbox.StoryRefused},
		"bank-down":        {answers: enter("", "", interruption), story: sandbox.StoryBankDown},
		"expired":          {answers: enter("", "")},
		"too-slow":         {answers: enter("", ""), story: sandbox.StoryExpires, leaves: 10 * time.Minute},
		"time-is-up":       {answers: enter("", "", ""), story: sandbox.StoryExpires},
		"by-email": {
			answers: enter("", ""), config: "[profiles.x]\nchannels = [\"email\"]\n", leaves: 5 * time.Second,
		},
		"abandoned":  {answers: []string{person, "", interruption}},
		"left-early": {answers: enter("", ""), story: sandbox.StoryAuthorised, leaves: 20 * time.Second},
	})
	return list
}

// A transcript is what a terminal shows of a whole run: what is written, and what is typed.
// After a wanted change, "go test ./ui/cli -run Transcripts -update" writes them anew.
func TestTheTranscriptsOfThePlainQuestionsAreUnchanged(t *testing.T) {
	for _, lang := range []string{"pt", "en"} {
		for name, s := range sittings() {
			t.Run(lang+", "+name, func(t *testing.T) {
				got := []byte(s.runs(t, lang).String())
				file := filepath.Join("testdata", "plain", name+"-"+lang+".txt")
				golden.Compare(t, file, got)
			})
		}
	}
}
