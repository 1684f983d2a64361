// These tests need a file that says it is empty and is not, and a folder that lists what
// a process has open. Linux has both in /proc.

package ownfile_test

import (
	"errors"
	"os"
	"testing"

	"klavilink/ui/cli/ownfile"
)

func TestAFileThatSaysItIsEmptyIsStillCutAtTheLimit(t *testing.T) {
	if info, err := os.Stat("/proc/self/status"); err != nil || info.Size() != 0 {
		t.Skip("no file like this")
	}
	if got, err := ownfile.Read("/proc/self/status", 10); !errors.Is(err, ownfile.ErrTooLarge) || got.Bytes != nil {
		t.Errorf("%q %v", got.Bytes, err)
	}
}

func TestReadLeavesNoFileOpen(t *testing.T) {
	open := func() int {
		list, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Skip(err)
		}
		return len(list)
	}
	path := written(t, "x")
	before := open()
	for range 20 { // more than what other tests may open meanwhile
		_, _ = ownfile.Read(path, 10)
		_, _ = ownfile.Read(path, 0)
		_, _ = ownfile.Read(t.TempDir(), 10)
	}
	if after := open(); after >= before+20 {
		t.Errorf("%d files are open, %d were", after, before)
	}
}
