package cli

import (
	"errors"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/ui/clock"
	"klavilink/ui/text"
)

// demo starts a demo whose pages are also served at an address, unless it is empty.
func demo(t *testing.T, address string) (*session, error) {
	t.Helper()
	env := Env{Clock: clock.System{}, Getenv: func(string) string { return "" }}
	s, err := startDemo(newGateway(env, text.For(text.Portuguese)), address, "", demoPlay{})
	if err == nil {
		t.Cleanup(s.close)
	}
	return s, err
}

// get returns the HTTP status of a page.
func get(t *testing.T, url string) int {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	return resp.StatusCode
}

func TestTheDemoListensOnlyOnLoopbackByDefault(t *testing.T) {
	s, err := demo(t, "")
	if err != nil {
		t.Fatal(err)
	}
	link, err := s.client.CreateLink(t.Context(), klavi.LinkRequest{})
	if err != nil {
		t.Fatal(err)
	}
	url := link.URL.Reveal()
	if !strings.HasPrefix(url, "http://127.0.0.1:") || s.place.Open != "" || get(t, url) != http.StatusOK {
		t.Errorf("%q, open at %q", url, s.place.Open)
	}
}

func TestADemoOpenToTheNetworkServesItsPagesAndNotTheAPI(t *testing.T) {
	s, err := demo(t, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	link, err := s.client.CreateLink(t.Context(), klavi.LinkRequest{})
	if err != nil {
		t.Fatal(err)
	}
	url := link.URL.Reveal()
	if !strings.HasPrefix(url, "http://"+s.place.Open+"/path?v=") || get(t, url) != http.StatusOK {
		t.Errorf("%q, open at %q", url, s.place.Open)
	}
	if got := get(t, "http://"+s.place.Open+"/data/v1/consents?personalTaxId=52998224725"); got != http.StatusNotFound {
		t.Errorf("the API is open: %d", got)
	}
	if err := s.play(link.ID, "260", klavi.Authorised); err != nil {
		t.Error(err)
	}
	list, err := s.client.InstitutionStatuses(t.Context(), link.Token)
	if err != nil || len(list) != 1 || list[0].Status != klavi.Authorised {
		t.Errorf("%v %v", list, err)
	}
}

// Anybody on the network may send anything.
func TestADemoOpenToTheNetworkParsesNoBodyOfAGET(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	s, err := demo(t, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	base := s.place.Open
	for range 3 {
		body := "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" +
			strings.Repeat("x", 1<<20) + "\r\n--b--\r\n"
		r, err := http.NewRequest(http.MethodGet, "http://"+base+"/path", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "multipart/form-data; boundary=b")
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			continue // it was shown out while it still sent
		}
		_ = resp.Body.Close()
		if resp.StatusCode != http.StatusBadRequest || resp.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %s", base, resp.Status)
		}
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("%d files, %v", len(left), err)
	}
}

func TestAnUnspecifiedAddressIsReachedThroughOneOfTheMachine(t *testing.T) {
	l, reached, err := listen("0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	host, _, err := net.SplitHostPort(reached)
	ip := net.ParseIP(host)
	if err != nil || ip == nil || ip.IsUnspecified() {
		t.Fatalf("%q %v", reached, err)
	}
	own, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(own, func(a net.Addr) bool { n, ok := a.(*net.IPNet); return ok && n.IP.Equal(ip) }) {
		t.Errorf("%s is none of %v", ip, own)
	}
}

func TestTheAddressOfTheLocalNetworkGoesBeforeAnyOtherThatIsReached(t *testing.T) {
	list := func(cidrs ...string) (list []net.Addr) {
		for _, cidr := range cidrs {
			ip, network, err := net.ParseCIDR(cidr)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, &net.IPNet{IP: ip, Mask: network.Mask})
		}
		return list
	}
	for _, tt := range []struct {
		addresses []net.Addr
		want      string
	}{
		{nil, "127.0.0.1"},
		{list("127.0.0.1/8", "::1/128", "169.254.3.4/16", "fe80::1/64", "2001:db8::1/64"), "127.0.0.1"},
		{list("127.0.0.1/8", "203.0.113.5/24", "198.51.100.7/24"), "203.0.113.5"},
		{list("127.0.0.1/8", "203.0.113.5/24", "192.168.0.7/24", "10.0.0.1/8"), "192.168.0.7"},
	} {
		if got := reachable(tt.addresses).String(); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.addresses, got, tt.want)
		}
	}
}

func TestTheDemoKnowsWhetherAnybodyElseReachesItsPages(t *testing.T) {
	for reached, want := range map[string]bool{
		"127.0.0.1:80": true, "127.9.9.9:80": true, "[::1]:80": true, "10.0.0.5:80": false, "[2001:db8::1]:80": false,
	} {
		if got := onlyHere(reached); got != want {
			t.Errorf("%s: %t, want %t", reached, got, want)
		}
	}
	if s, err := demo(t, "127.0.0.1:0"); err != nil || !s.place.HereOnly {
		t.Errorf("on the loopback address: %v", err)
	}
	if s, err := demo(t, ""); err != nil || s.place.HereOnly {
		t.Errorf("a demo without an address: %v", err)
	}
}

func TestAnAddressThatCannotBeOpenedIsAUsageError(t *testing.T) {
	for _, address := range []string{"nowhere", "203.0.113.1:80", ":99999"} {
		_, err := demo(t, address)
		var e *exit
		if !errors.As(err, &e) || e.status != ExitUsage || !strings.Contains(e.message, address) {
			t.Errorf("%s: %v", address, err)
		}
	}
}
