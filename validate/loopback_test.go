package validate

import "testing"

func TestEverySpellingOfThisMachineMayBeLoopback(t *testing.T) {
	for _, host := range []string{
		"localhost", "LocalHost", "localhost.", "a.localhost", "a.LOCALHOST.", "localhost.localdomain", "ip6-localhost",
		"127.0.0.1", "127.0.0.1.", "127.8.9.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7F.1", "0177.0.0.1",
		"017700000001", "127.0x.0.1", "0.0.0.0", "0", "0.1",
		"[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::1%25lo]",
	} {
		u, p := CheckURL("https://" + host + ":8080/x")
		if !p.OK() || !u.MaybeLoopback() {
			t.Errorf("%s: loopback %t (%v)", host, u.MaybeLoopback(), p)
		}
	}
}

func TestOtherHostsAreNotLoopback(t *testing.T) {
	for _, host := range []string{
		"exemplo.com", "localhost.exemplo.com", "notlocalhost", "127.0.0.1.exemplo.com", "localhos.t", "10.0.0.1",
		"128.0.0.1", "126.255.255.255", "2130706432.1", "0x80.1", "127.0.0.256", "127.0.0.0.1", "127.09.0.1", "1.127.0.0",
		"[2001:db8::1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "[1::1]",
	} {
		u, p := CheckURL("https://" + host + "/")
		if !p.OK() || u.MaybeLoopback() {
			t.Errorf("%s: loopback %t (%v)", host, u.MaybeLoopback(), p)
		}
	}
	if (URL{}).MaybeLoopback() {
		t.Error("the zero URL has no host")
	}
}
