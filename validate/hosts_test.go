package validate

import (
	"strings"
	"testing"
)

func TestTheHostOfAWebAddressIsANameOrAnIPAddressWithAPort(t *testing.T) {
	for host, ok := range map[string]bool{
		"x":                               true,
		"x.":                              true,
		"x..":                             false,
		".":                               false,
		".x":                              false,
		"":                                false,
		"x:1":                             true,
		"x:80":                            true,
		"x:9":                             true,
		"x:00080":                         true,
		"x:65535":                         true,
		"x:65536":                         false,
		"x:65537":                         false,
		"x:70000":                         false,
		"x:655350":                        false,
		"x:18446744073709551696":          false, // 2^64 + 80
		"x:0":                             false,
		"x:":                              false,
		":80":                             false,
		"x:8a":                            false,
		"x:a":                             false,
		"x:8!":                            false,
		"x:8:0":                           false,
		"ana@x":                           false,
		"[::1]":                           true,
		"[2001:db8::1]:443":               true,
		"[::1]:0":                         false,
		"[::1]:":                          false,
		"[::1]:a":                         false,
		"[::1]443":                        false,
		"[::1]x:443":                      false,
		"[::1":                            false,
		"[::1:443":                        false,
		"[]":                              false,
		"[x]":                             false,
		"[1.2.3.4]":                       false,
		"::1":                             false,
		strings.Repeat("a", 253):          true,
		strings.Repeat("a", 254):          false,
		strings.Repeat("a.", 126) + "a.":  true, // the last dot does not count
		strings.Repeat("a.", 127) + "aa.": false,
	} {
		for _, tail := range []string{"", "/", "?x", "#x", "/@x:y"} {
			u, p := CheckURL("https://" + host + tail)
			if p.OK() != ok || !ok && p.Reason != Host {
				t.Errorf("%.80q: %+v", host+tail, p)
			}
			if ok && u.String() != "https://"+host+"/…" {
				t.Errorf("%.80q: %s", host+tail, u)
			}
		}
	}
}

func TestHostReturnsTheNameWithoutPortAndBrackets(t *testing.T) {
	for in, want := range map[string]string{
		"https://exemplo.com:8080/a:b": "exemplo.com",
		"https://exemplo.com.":         "exemplo.com.",
		"https://[::1]:443/x]":         "::1",
		"https://[2001:db8::1]":        "2001:db8::1",
		"app://volta":                  "volta",
		"app:///volta":                 "",
		"app:/volta":                   "",
		"app://[x":                     "[x",
		"app://[]":                     "",
		"app://[x]y":                   "x",
		"app://x]":                     "x]",
		"app://:80":                    "",
	} {
		if u, p := CheckURL(in); !p.OK() || u.Host() != want {
			t.Errorf("%s: %q, want %q (%v)", in, u.Host(), want, p)
		}
	}
	if h := (URL{}).Host(); h != "" || (URL{}).Web() || (URL{}).Secure() || (URL{}).Loopback() {
		t.Errorf("the zero value has the host %q", h)
	}
}

func TestAURLOfAnApplicationPrintsItsSchemeOnly(t *testing.T) {
	for in, want := range map[string]string{
		"com.exemplo.app:/volta?token=x": "com.exemplo.app:/…",
		"app:x":                          "app:/…",
		"app:///token":                   "app:///…",
		"app://volta?token=x":            "app://volta/…",
		"app://u:p@volta/x?token=y":      "app://…@volta/…",
		"app://u@p@volta":                "app://…@volta/…",
		"app://@volta":                   "app://…@volta/…",
	} {
		if u, p := CheckURL(in); !p.OK() || u.String() != want {
			t.Errorf("%s: %q, want %q (%v)", in, u, want, p)
		}
	}
}

func TestSchemesThatRunOrEmbedAreRefusedInAnyCase(t *testing.T) {
	for _, scheme := range []string{"javascript", "data", "vbscript", "file", "blob", "about"} {
		for _, s := range []string{scheme, strings.ToUpper(scheme)} {
			for _, rest := range []string{":x", "://x", ":/x", ":"} {
				if _, p := CheckURL(s + rest); p.Reason != Scheme {
					t.Errorf("%s: %v", s+rest, p)
				}
			}
		}
		if _, p := CheckURL(scheme + "s://x"); !p.OK() {
			t.Errorf("%ss: %v", scheme, p)
		}
	}
}

func TestAURLHasAtMost4096Characters(t *testing.T) {
	const start = "https://x.com/"
	for n, want := range map[int]Problem{
		4096: {}, 4097: {Kind: KindURL, Reason: Long, Have: 4097, Want: 4096},
	} {
		if _, p := CheckURL(" " + start + strings.Repeat("a", n-len(start)) + " "); p != want {
			t.Errorf("%d: %+v", n, p)
		}
	}
}

func TestOnlyWebAddressesAreWebAddresses(t *testing.T) {
	for in, want := range map[string]Reason{
		"https://x": 0, "HTTP://x": 0, "app://x": Scheme, "httpx://x": Scheme, "htt://x": Scheme, "ftp://x": Scheme,
		"https:": Host, "x": Scheme, "": Empty, ":": Scheme, "://x": Scheme,
	} {
		u, p := CheckWebURL(in)
		if p.Reason != want || p.OK() != u.IsValid() || p.OK() != u.Web() {
			t.Errorf("%q: %v, %v", in, p, u)
		}
		if !p.OK() && p.Kind != KindURL {
			t.Errorf("%q: %+v", in, p)
		}
	}
}
