//go:build unix

package ownfile

import (
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"strconv"
	"syscall"
)

// nonBlocking opens a named pipe at once, whether somebody writes to it or not.
const nonBlocking = syscall.O_NONBLOCK

const (
	groupWrites = 0o020
	otherWrites = 0o002
	othersEnter = 0o077
)

// writable returns trouble if somebody else than the user and root may write to a file
// or a folder. The user's private group, which has the user's name and which many
// systems make for each user, counts as the user.
func writable(path string, info fs.FileInfo) *Untrusted {
	owner, ok := info.Sys().(*syscall.Stat_t)
	mode := info.Mode().Perm()
	switch {
	case !ok, owner.Uid != 0 && int(owner.Uid) != os.Geteuid():
		return &Untrusted{Path: path}
	case mode&otherWrites != 0, mode&groupWrites != 0 && owner.Gid != 0 && !privateGroup(owner.Gid):
		return &Untrusted{path, fmt.Sprintf("chmod go-w %q", path)}
	}
	return nil
}

// closed returns trouble if a folder is not the user's own or lets others in.
func closed(path string, info fs.FileInfo) *Untrusted {
	owner, ok := info.Sys().(*syscall.Stat_t)
	switch {
	case !ok, int(owner.Uid) != os.Geteuid():
		return &Untrusted{Path: path}
	case info.Mode().Perm()&othersEnter != 0:
		return &Untrusted{path, fmt.Sprintf("chmod 700 %q", path)}
	}
	return nil
}

// privateGroup reports whether a group is the one that bears the user's name.
func privateGroup(gid uint32) bool {
	me, err := user.Current()
	if err != nil || me.Gid != strconv.FormatUint(uint64(gid), 10) {
		return false
	}
	group, err := user.LookupGroupId(me.Gid)
	return err == nil && group.Name == me.Username
}
