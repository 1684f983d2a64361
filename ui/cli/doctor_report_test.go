package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// reported returns the object of doctor.
func reported(t *testing.T, env Env, args ...string) (o doctorObject, status int, raw string) {
	t.Helper()
	r := commanded(t.Context(), env, "", append([]string{"doctor", "--json"}, args...)...)
	dec := json.NewDecoder(strings.NewReader(r.out))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&o); err != nil || dec.More() || o.ExitStatus != r.status {
		t.Fatalf("%v: %d %q", err, r.status, r.out)
	}
	return o, r.status, r.out + r.err
}

// outcomes returns the names of the checks with their results.
func outcomes(o doctorObject) (list []string) {
	for _, c := range o.Checks {
		list = append(list, c.Name+" "+c.Result)
	}
	return list
}

func TestTheObjectOfDoctorHasEachCheckAndNoSecret(t *testing.T) {
	home := t.TempDir()
	config := filepath.Join(home, "config.toml")
	if err := os.WriteFile(config, []byte("[profiles.loja]\nenvironment = \"production\""), 0o600); err != nil {
		t.Fatal(err)
	}
	o, status, raw := reported(t, Env{
		Transport: answering(401, ""), ConfigFile: config, Home: home,
		Getenv: getenv("KLAVI_ACCESS_KEY", "the-access", "KLAVI_SECRET_KEY", "the-secret"),
		Build:  Build{Version: "1.2.3"},
	})
	want := []string{
		"version note", "config ok", "api note", "credentials ok", "keyring note", "connection ok", "clock ok",
		"keys failed", "terminal note",
	}
	if status != ExitCredentials || !slices.Equal(outcomes(o), want) {
		t.Errorf("%d %q", status, outcomes(o))
	}
	if o.Version.Version != "1.2.3" || o.Profile != "loja" || o.Environment != "production" ||
		o.API != klavi.Production.BaseURL() || o.Credentials != "KLAVI_ACCESS_KEY" {
		t.Errorf("%+v", o)
	}
	for _, secret := range []string{"the-access", "the-secret", home} {
		if strings.Contains(raw, secret) {
			t.Errorf("%q in %s", secret, raw)
		}
	}
}

func TestAnAddressWithASecretInItIsNotShown(t *testing.T) {
	for _, base := range []string{
		"https://ana:geheim@api.example/x", "https://api.example/?key=geheim", "https://api.example/#geheim", "geheim",
	} {
		env := Env{Transport: answering(404, ""), Getenv: getenv("KLAVI_ACCESS_TOKEN", "t", "KLAVI_API_BASE", base)}
		if _, _, raw := reported(t, env); strings.Contains(raw, "geheim") {
			t.Errorf("%s: %s", base, raw)
		}
		if r := commanded(t.Context(), env, "", "doctor"); strings.Contains(r.out+r.err, "geheim") {
			t.Errorf("%s: %s%s", base, r.out, r.err)
		}
	}
}

func TestABrokenConfigurationIsACheckOfTheObject(t *testing.T) {
	o, status, _ := reported(t, Env{Getenv: getenv("KLAVI_ENV", "x")})
	if want := []string{"version note", "config failed"}; status != ExitUsage || !slices.Equal(outcomes(o), want) {
		t.Errorf("%d %q", status, outcomes(o))
	}
}

func TestDoctorGoesTheWholeWayThroughTheDemo(t *testing.T) {
	o, status, raw := reported(t, Env{Getenv: getenv("KLAVI_ACCESS_KEY", "half a pair")}, "--demo")
	want := []string{
		"version note", "config note", "demo ok", "token ok", "link ok", "institutions ok", "status ok", "terminal note",
	}
	if status != ExitOK || !slices.Equal(outcomes(o), want) || o.Environment != "demo" || o.Credentials != "" {
		t.Errorf("%d %q %+v", status, outcomes(o), o)
	}
	for _, secret := range []string{"eyJ", sampleCPF, sandbox.DemoSecretKey.Reveal()} {
		if strings.Contains(raw, secret) {
			t.Errorf("%s in %s", secret, raw)
		}
	}
}

// breaking is a transport that answers one path with a body of no use.
type breaking struct{ path, body string }

// RoundTrip implements http.RoundTripper.
func (b breaking) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err == nil && strings.HasSuffix(r.URL.Path, b.path) {
		_ = resp.Body.Close()
		resp.Body = io.NopCloser(strings.NewReader(b.body))
	}
	return resp, err //nolint:wrapcheck // a transport returns the error of the transport below it
}

func TestTheFirstStepOfTheDemoThatFailsIsNamed(t *testing.T) {
	for step, broken := range map[string]breaking{
		"token":        {"/auth", "x"},
		"link":         {"/links", "x"},
		"institutions": {"/links/institutions", "[]"},
		"status":       {"/links/institutions/status", "[]"},
	} {
		o, status, _ := reported(t, Env{Transport: broken}, "--demo")
		last := o.Checks[len(o.Checks)-2]
		if status != ExitFailed || fmt.Sprint(last.Name, last.Result) != step+"failed" || last.Message == "" {
			t.Errorf("%s: %d %+v", step, status, o.Checks)
		}
	}
}
