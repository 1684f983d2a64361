package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestTheKeyringNeedsASessionBusExceptOnMacOSAndWindows(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "bus"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		system, name, value string
		want                bool
	}{
		{"linux", "", "", false},
		{"linux", "DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/x", true},
		{"linux", "XDG_RUNTIME_DIR", folder, true},
		{"linux", "XDG_RUNTIME_DIR", t.TempDir(), false},
		{"freebsd", "", "", false},
		{"darwin", "", "", true},
		{"windows", "", "", true},
	} {
		if got := hasSessionBus(tt.system, func(name string) string {
			if name == tt.name {
				return tt.value
			}
			return ""
		}); got != tt.want {
			t.Errorf("%+v: %t", tt, got)
		}
	}
}

func TestTheKeyringReadsTheGivenEnvironment(t *testing.T) {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		t.Skip("the keyring is no service on a bus here")
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
	asked := false
	k := systemKeyring{func(string) string { asked = true; return "" }}
	if _, err := k.Get("sandbox"); !errors.Is(err, errNoBus) || !asked {
		t.Errorf("%v, asked %t", err, asked)
	}
}
