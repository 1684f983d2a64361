package validate

import (
	"encoding/binary"
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// MaybeLoopback reports whether a browser or a resolver may take the host for the machine
// that it runs on. Use it to refuse a URL and [URL.Loopback] to trust one, because it knows
// more spellings: names below localhost, usual names in a hosts file and a dot at the end;
// IPv4 addresses with one to four parts, in decimal, octal or hexadecimal; IPv6 addresses
// that hold such an address; and the unspecified addresses, with which some systems connect
// to themselves.
func (u URL) MaybeLoopback() bool {
	if !u.IsValid() {
		return false
	}
	host := strings.ToLower(strings.TrimSuffix(u.Host(), "."))
	names := []string{"localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback"}
	if slices.Contains(names, host) || strings.HasSuffix(host, ".localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	if err != nil {
		var ok bool
		if addr, ok = looseIPv4(host); !ok {
			return false
		}
	}
	b := addr.As16()
	prefix := [12]byte(b[:]) // its first bytes
	holdsIPv4 := prefix == [12]byte{} || prefix == [12]byte{10: 0xff, 11: 0xff}
	return holdsIPv4 && (b[12] == 127 || b[12] == 0) // ::1 is 0.0.0.1 here
}

// looseIPv4 reads an IPv4 address as browsers and inet_aton do. The last part fills the
// bytes that the other parts leave.
func looseIPv4(host string) (addr netip.Addr, ok bool) {
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var n uint64
	for i, part := range parts {
		bits := 8
		if i == len(parts)-1 {
			bits = 8 * (4 - i)
		}
		v, err := strconv.ParseUint(part, 0, bits)
		if err != nil && part != "0x" { // browsers read 0x as 0
			return netip.Addr{}, false
		}
		n = n<<bits | v
	}
	return netip.AddrFrom4([4]byte(binary.BigEndian.AppendUint64(nil, n)[4:])), true
}
