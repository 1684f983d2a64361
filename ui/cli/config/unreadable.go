package config

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// unreadable returns the error of a byte at which the file is no TOML any more. The line is
// shown only if the statement with that byte is of a known key that holds no secret.
func (s *scan) unreadable(offset int) *Error {
	where := s.character(max(offset, 0))
	offset = where.from
	path, key := s.broken(offset)
	e := &Error{Problem: Syntax, Key: written(path)}
	sameLine := lineAt(s.b, key.from) == lineAt(s.b, offset)
	switch {
	case key.to == 0:
		e.Place = s.guarded(nil, nil, where)
	case !sameLine && offset >= len(s.b)-1: // something that begins at the key does not end
		e.Place = s.guarded(path, path, key)
	case !sameLine && mentionsSecret(string(s.b[key.from:offset])): // it may have swallowed another key
		e.Place = alone(s.b, where, path)
	case !sameLine || kindOf(path) == 0:
		e.Place = s.guarded(path, path, where)
	default:
		e.Place = s.place(path, where)
	}
	return e
}

// character returns the range of the character that a byte belongs to.
func (s *scan) character(offset int) span {
	for from := offset; from >= max(offset-utf8.UTFMax+1, 0); from-- {
		if _, size := utf8.DecodeRune(s.b[from:]); from+size > offset && size > 1 {
			return span{from, from + size}
		}
	}
	return span{offset, offset + 1}
}

// broken returns the path of the statement that cannot be read from a byte on, and where its
// key is. Both are empty if it has no key.
func (s *scan) broken(offset int) (path []string, where span) {
	from := s.end
	for from < offset {
		rest := s.b[from:]
		if rest[0] == '#' {
			from += len(rest[:lineAt(rest, 0).to])
			continue
		}
		if !bytes.ContainsRune([]byte(" \t\r\n]"), rune(rest[0])) {
			break
		}
		from++
	}
	if from > offset {
		return nil, span{} // in a comment
	}
	line := s.b[from:max(lineAt(s.b, from).to, from)]
	header := bytes.HasPrefix(line, []byte("["))
	name := bytes.TrimLeft(line, "[ \t")
	from += len(line) - len(name)
	if end := bytes.IndexAny(name, "=]#"); end >= 0 {
		name = name[:end]
	}
	name = bytes.TrimSpace(name)
	if len(name) == 0 {
		return nil, span{}
	}
	if !header {
		path = slices.Clone(s.table)
	}
	for part := range strings.SplitSeq(string(name), ".") {
		path = append(path, strings.Trim(part, " \t\"'"))
	}
	return path, span{from, from + len(name)}
}
