package record

// Held returns how many bytes the reader can hold without asking for more memory.
func (r *Reader) Held() int { return cap(r.window.buf) }
