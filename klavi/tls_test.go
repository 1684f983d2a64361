package klavi_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"klavilink/klavi"
)

// issuer signs certificates. Its chain leads to a root, which stands last.
type issuer struct {
	cert  *x509.Certificate
	key   *ecdsa.PrivateKey
	chain [][]byte
}

// certificate returns a certificate with its key. Its own key signs it if by is nil.
func certificate(t *testing.T, by *issuer, template x509.Certificate) *issuer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template.SerialNumber = big.NewInt(1)
	template.NotBefore = time.Now().Add(-48 * time.Hour)
	if template.NotAfter.IsZero() {
		template.NotAfter = time.Now().Add(48 * time.Hour)
	}
	parent, signer := &template, key
	var above [][]byte
	if by != nil {
		parent, signer, above = by.cert, by.key, by.chain
	}
	der, err := x509.CreateCertificate(rand.Reader, &template, parent, &key.PublicKey, signer)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return &issuer{cert, key, append([][]byte{der}, above...)}
}

// authority returns a certificate that may sign others.
func authority(t *testing.T, by *issuer, name string) *issuer {
	t.Helper()
	return certificate(t, by, x509.Certificate{
		Subject: pkix.Name{CommonName: name}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	})
}

// apiHost is the host of the API in these tests. Every connection goes to the test's server.
const apiHost = "api.example"

// leaf returns the certificate of a server for a host.
func leaf(t *testing.T, by *issuer, host string, ends time.Time) *issuer {
	t.Helper()
	return certificate(t, by, x509.Certificate{
		Subject: pkix.Name{CommonName: host}, DNSNames: []string{host}, NotAfter: ends,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	})
}

// overTLS asks a server with this configuration for a link. It returns the error, and
// the version of HTTP that the server saw, or 0 if no request came in.
func overTLS(t *testing.T, root *issuer, cert *issuer, server *tls.Config) (int, error) {
	t.Helper()
	version := 0
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		version = r.ProtoMajor
		_, _ = io.WriteString(w, goodLink)
	}))
	server.Certificates = []tls.Certificate{{Certificate: cert.chain, PrivateKey: cert.key}}
	s.TLS, s.EnableHTTP2 = server, true
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)

	transport := klavi.NewTransport()
	t.Cleanup(transport.CloseIdleConnections)
	transport.Proxy = nil // the test does not depend on the environment
	transport.TLSClientConfig.RootCAs = x509.NewCertPool()
	transport.TLSClientConfig.RootCAs.AddCert(root.cert)
	transport.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, s.Listener.Addr().String())
	}
	c, err := klavi.New(klavi.Config{
		BaseURL: "https://" + apiHost, AccessToken: "t", Transport: transport, Sleep: (&waits{}).sleep,
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.CreateLink(t.Context(), klavi.LinkRequest{})
	return version, err
}

func TestAServerWithTheRightChainIsBelieved(t *testing.T) {
	root := authority(t, nil, "root")
	cert := leaf(t, authority(t, root, "intermediate"), apiHost, time.Time{})
	for name, server := range map[string]*tls.Config{
		"the best that both have": {},
		"TLS 1.2":                 {MaxVersion: tls.VersionTLS12},
	} {
		if version, err := overTLS(t, root, cert, server); err != nil || version != 2 {
			t.Errorf("%s: HTTP/%d, %v", name, version, err)
		}
	}
}

func TestAServerThatCannotProveItsNameGetsNothing(t *testing.T) {
	root := authority(t, nil, "root")
	middle := authority(t, root, "intermediate")
	good := leaf(t, middle, apiHost, time.Time{})
	for name, tt := range map[string]struct {
		cert   *issuer
		server *tls.Config
	}{
		"another host":          {leaf(t, middle, "other.example", time.Time{}), &tls.Config{}},
		"expired":               {leaf(t, middle, apiHost, time.Now().Add(-time.Hour)), &tls.Config{}},
		"self-signed":           {leaf(t, nil, apiHost, time.Time{}), &tls.Config{}},
		"another root":          {leaf(t, authority(t, nil, "root"), apiHost, time.Time{}), &tls.Config{}},
		"signed by a server":    {leaf(t, good, apiHost, time.Time{}), &tls.Config{}},
		"a chain with a gap":    {&issuer{good.cert, good.key, good.chain[:1]}, &tls.Config{}},
		"TLS 1.1 and no better": {good, &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}},
	} {
		version, err := overTLS(t, root, tt.cert, tt.server)
		if version != 0 {
			t.Errorf("%s: the server got a request", name)
		}
		if e := failure(t, err); e.Kind != klavi.KindNetwork || e.Unknown || e.Timeout() {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// The limit on the version does not depend on the default of the Go release.
func TestTheTransportStatesItsOldestVersionOfTLS(t *testing.T) {
	if got := klavi.NewTransport().TLSClientConfig.MinVersion; got < tls.VersionTLS12 {
		t.Errorf("%x", got)
	}
}
