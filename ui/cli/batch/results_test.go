package batch_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/cli/batch"
)

func TestAHashTellsRecordsApartAndNotTheirFormats(t *testing.T) {
	key := batch.Key("a key of a test")
	hash := func(k batch.Key, in string) string {
		var r klavi.LinkRequest
		if err := json.Unmarshal([]byte(in), &r); err != nil {
			t.Fatal(err)
		}
		return k.Hash(r)
	}
	one := hash(key, `{"personalTaxId":"52998224725","externalInfo":{"a":1}}`)
	for in, same := range map[string]bool{
		"{\n\"externalInfo\" : { \"a\" : 1 }, \"personalTaxId\" : \"52998224725\" }": true,
		`{"personalTaxId":"52998224725","externalInfo":{"a":2}}`:                     false,
		`{"personalTaxId":"52998224725"}`:                                            false,
	} {
		if got := hash(key, in); (got == one) != same || len(got) != 32 {
			t.Errorf("%s: %q and %q", in, got, one)
		}
	}
	if hash(batch.Key("another key"), `{"personalTaxId":"52998224725","externalInfo":{"a":1}}`) == one {
		t.Error("the hash does not depend on the key")
	}
	if got := hash(nil, `{}`); got != "" {
		t.Errorf("without a key: %q", got)
	}
}

// noon is the time at which the links of these tests are over.
var noon = time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)

const (
	made = `{"index":%d,"record":"%s","linkId":"i","linkURL":"https://h/p","linkToken":"t",` +
		`"expiresAt":"2026-11-28T12:00:00Z","environment":"sandbox"}`
	refused  = `{"index":%d,"line":1,"record":"%s","error":{"kind":"input"}}`
	doubtful = `{"index":%d,"line":1,"record":"%s","unknown":true,"error":{"kind":"network"}}`
)

func TestResultsSayWhichRecordsHaveALink(t *testing.T) {
	in := strings.Join([]string{
		fmt.Sprintf(made, 0, "a"),
		fmt.Sprintf(refused, 1, "b"),
		fmt.Sprintf(doubtful, 2, "c"),
		`{"error":{"kind":"input","message":"Interrompido."}}`,
		"",
		fmt.Sprintf(doubtful, 4, "e"), fmt.Sprintf(made, 4, "e"),
		fmt.Sprintf(made, 5, "f"), `{"index":5,"linkId":"i","status":"authorised"}`,
		fmt.Sprintf(made, 6, "g"), fmt.Sprintf(doubtful, 6, "g"),
	}, "\n")
	results, err := batch.ReadResults(strings.NewReader(in), "sandbox", noon)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		index int
		hash  string
		want  batch.State
	}{
		{0, "a", batch.Made},
		{0, "x", batch.Changed},
		{1, "b", batch.Missing},
		{1, "x", batch.Missing}, // it was mended
		{2, "c", batch.Doubtful},
		{2, "x", batch.Changed},
		{3, "d", batch.Missing},
		{4, "e", batch.Made},
		{5, "f", batch.Made},
		{6, "g", batch.Made},
	} {
		if got := results.Of(tt.index, tt.hash); got.State != tt.want {
			t.Errorf("%d %s: %d, want %d", tt.index, tt.hash, got.State, tt.want)
		}
	}
	if at := results.Of(0, "a").Expires; !at.Equal(noon) {
		t.Errorf("expires at %v", at)
	}
}

func TestResultsKeepWhatALinkIsFollowedWithWhileItIsGood(t *testing.T) {
	in := strings.Join([]string{
		fmt.Sprintf(made, 0, "a"), fmt.Sprintf(made, 1, "b"), fmt.Sprintf(made, 2, "c"), fmt.Sprintf(made, 3, "d"),
		`{"index":1,"linkId":"i","status":"authorised"}`, `{"index":2,"linkId":"i","status":"refused"}`,
		`{"index":3,"linkId":"another","status":"authorised"}`, `{"index":9,"linkId":"i","status":"authorised"}`,
	}, "\n")
	for at, token := range map[time.Time]klavi.Secret{noon.Add(-time.Second): "t", noon: ""} {
		results, err := batch.ReadResults(strings.NewReader(in), "sandbox", at)
		if err != nil || len(results) != 4 {
			t.Fatalf("%v, %v", results, err)
		}
		for i, hash := range []string{"a", "b", "c", "d"} {
			past := results.Of(i, hash)
			if past.LinkID != "i" || past.Token != token || past.Authorised != (i == 1) {
				t.Errorf("at %v, %d: %+v", at, i, past)
			}
		}
	}
}

// What cannot be read may be a link, which must not be made again.
func TestAResultThatCannotBeReadIsAnErrorWithItsLine(t *testing.T) {
	good := fmt.Sprintf(made, 0, "a") + "\n"
	for name, line := range map[string]string{
		"cut":                 fmt.Sprintf(made, 1, "b")[:40],
		"no hash":             fmt.Sprintf(made, 1, ""),
		"no time":             strings.Replace(fmt.Sprintf(made, 1, "b"), "2026-11-28T12", "noon", 1),
		"another environment": strings.Replace(fmt.Sprintf(made, 1, "b"), "sandbox", "production", 1),
		"no JSON":             "Interrompido.",
		"very long":           strings.Repeat("x", 8<<20+1),
	} {
		_, err := batch.ReadResults(strings.NewReader(good+line+"\n"), "sandbox", noon)
		var bad *batch.BadResult
		if !errors.As(err, &bad) || bad.Line != 2 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzResultsKeepEveryLinkThatTheyAccept(f *testing.F) {
	f.Add(fmt.Sprintf(refused, 1, "b"))
	f.Add(fmt.Sprintf(doubtful, 0, "a") + "\n{}")
	f.Add("{")
	f.Fuzz(func(t *testing.T, before string) {
		results, err := batch.ReadResults(strings.NewReader(before+"\n"+fmt.Sprintf(made, 7, "h")), "sandbox", noon)
		if err == nil && results.Of(7, "h").State != batch.Made && results.Of(7, "h").State != batch.Changed {
			t.Errorf("%q: %+v", before, results.Of(7, "h"))
		}
	})
}
