package record

import (
	"io"
	"slices"
)

// chunk is how much is read at a time, in bytes.
const chunk = 64 << 10

// window is the part of the input that was read and is not done with.
type window struct {
	in   io.Reader
	buf  []byte
	off  int   // what lies before it in buf is done with
	err  error // why no more can be read
	line int   // of the first byte, counted from 1
	col  int   // of the first byte, counted from 0
	done int64 // bytes that are done with
}

// at returns the byte at a place, counted from the first that is not done with. It
// reads as much as it needs.
func (w *window) at(i int) (byte, bool) {
	for w.off+i >= len(w.buf) {
		if !w.more() {
			return 0, false
		}
	}
	return w.buf[w.off+i], true
}

// more reads some more. It returns false at the end and after an error.
func (w *window) more() bool {
	if w.off > 0 {
		w.buf = w.buf[:copy(w.buf, w.buf[w.off:])]
		w.off = 0
	}
	for try := 0; w.err == nil; try++ {
		w.buf = slices.Grow(w.buf, chunk)
		n, err := w.in.Read(w.buf[len(w.buf) : len(w.buf)+chunk])
		w.buf, w.err = w.buf[:len(w.buf)+n], err
		if n > 0 {
			return true
		}
		if try > 100 {
			w.err = io.ErrNoProgress
		}
	}
	return false
}

// bytes returns the first n bytes. They are good until the next call of another method.
func (w *window) bytes(n int) []byte { return w.buf[w.off : w.off+n] }

// skip is done with the first n bytes, which were read.
func (w *window) skip(n int) {
	for _, c := range w.bytes(n) {
		w.col++
		if c == '\n' {
			w.line++
			w.col = 0
		}
	}
	w.off += n
	w.done += int64(n)
}

// lineEnd returns the place of the next line break, or the end of the input. It goes no
// further than a byte more than a record may have.
func (w *window) lineEnd(from int) int {
	for i := from; ; i++ {
		if c, ok := w.at(i); !ok || c == '\n' || i > MaxSize {
			return i
		}
	}
}

// skipLine is done with everything up to the next line break, and with the break.
func (w *window) skipLine() {
	for {
		end := w.lineEnd(0)
		c, ok := w.at(end)
		if !ok {
			w.skip(end)
			return
		}
		w.skip(end + 1)
		if c == '\n' {
			return
		}
	}
}

// skipBOM is done with a byte order mark. Programs put one at the beginning of a file,
// and joined files have them in between.
func (w *window) skipBOM() {
	for i, c := range []byte("\ufeff") {
		if got, ok := w.at(i); !ok || got != c {
			return
		}
	}
	w.skip(len("\ufeff"))
	w.col = 0
}
