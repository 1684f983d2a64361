package validate

import (
	"strings"
	"testing"
)

func TestAbsoluteURLsAreAccepted(t *testing.T) {
	for _, in := range []string{
		"https://exemplo.com.br", "https://exemplo.com.br/volta?x=1&y=%20#z", "http://127.0.0.1:8080/a",
		"HTTPS://EXEMPLO.COM", "https://[::1]:443/x", "https://exemplo.com:65535", "https://a_b.exemplo.com./",
		"klavilinkdemorn://redirect", "com.exemplo.app:/volta", "intent://x#Intent;end",
	} {
		if u, p := CheckURL(" " + in + "\r\n"); !p.OK() || u.Reveal() != in {
			t.Errorf("%q: %v, %q", in, p, u.Reveal())
		}
	}
}

func TestCheckURLReportsWhatIsWrong(t *testing.T) {
	for in, want := range map[string]Problem{
		"":                          {Reason: Empty},
		"exemplo.com.br":            {Reason: Scheme},
		"/volta":                    {Reason: Scheme},
		"//exemplo.com":             {Reason: Scheme},
		"1a://x":                    {Reason: Scheme},
		"javascript:alert(1)":       {Reason: Scheme},
		"JavaScript://x/%0aalert()": {Reason: Scheme},
		"data:text/html,x":          {Reason: Scheme},
		"file:///etc/passwd":        {Reason: Scheme},
		"https:":                    {Reason: Host},
		"https:exemplo.com":         {Reason: Host},
		"https:///x":                {Reason: Host},
		"https://?x":                {Reason: Host},
		"https://ana@exemplo.com":   {Reason: Host},
		"https://a:b@exemplo.com":   {Reason: Host},
		"https://exemplo..com":      {Reason: Host},
		"https://exemplo.com:0":     {Reason: Host},
		"https://exemplo.com:65536": {Reason: Host},
		"https://exemplo.com:":      {Reason: Host},
		"https://[::1":              {Reason: Host},
		"https://[1.2.3.4]":         {Reason: Host},
		"app://":                    {Reason: Host},
		"app:":                      {Reason: Host},
		"https://exemplo.com/a b":   {Reason: Char, Pos: 22, Char: ' '},
		" https://exemplo.com/ã":    {Reason: Char, Pos: 22, Char: 'ã'},
		"https://exemplo.com/%zz":   {Reason: Char, Pos: 21, Char: '%'},
		"https://exemplo.com/%":     {Reason: Char, Pos: 21, Char: '%'},
		"https://exemplo.com/\x1b":  {Reason: Char, Pos: 21, Char: 0x1b},
		"https://exemplo.com/\\":    {Reason: Char, Pos: 21, Char: '\\'},
		"https://x.com/" + strings.Repeat("a", 4083): {Reason: Long, Have: 4097, Want: 4096},
	} {
		_, got := CheckURL(in)
		if want = problem(KindURL, want); got != want {
			t.Errorf("%.60q:\n got %+v\nwant %+v", in, got, want)
		}
	}
	if _, p := CheckWebURL("app://volta"); p.Reason != Scheme {
		t.Errorf("an application's scheme is no web address: %v", p)
	}
}

func TestApplicationURLsMayHaveOddHostsButAreNotSecure(t *testing.T) {
	for _, in := range []string{"app://[", "app://]", "app://[]", "app://:", "app:[x"} {
		u, p := CheckURL(in)
		if !p.OK() || u.Loopback() || u.Secure() {
			t.Errorf("%s: %v %q", in, p, u.Host())
		}
	}
}

func TestOnlyHTTPSAndLoopbackAreSecure(t *testing.T) {
	for in, want := range map[string]bool{
		"https://exemplo.com": true, "http://exemplo.com": false, "http://127.0.0.1:8080/x": true,
		"http://127.8.9.1": true, "http://[::1]:80": true, "http://localhost:1/": true, "http://LOCALHOST": true,
		"http://localhost.exemplo.com": false, "http://127.0.0.1.exemplo.com": false, "app://x": false,
		"http://10.0.0.1": false,
	} {
		u, p := CheckURL(in)
		if !p.OK() || u.Secure() != want {
			t.Errorf("%s: secure %t, want %t (%v)", in, u.Secure(), want, p)
		}
	}
}
