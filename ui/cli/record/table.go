package record

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"klavilink/klavi"
)

// table splits CSV into records. Its cells are separated by commas, or by semicolons,
// as spreadsheets write them in Brazil.
type table struct {
	w       *window
	comma   rune
	columns [][]string // the names of the header, split at the dots
}

// header reads the first line.
func (t *table) header() error {
	line := t.w.bytes(t.w.lineEnd(0))
	t.comma = ','
	if bytes.Count(line, []byte(";")) > bytes.Count(line, []byte(",")) {
		t.comma = ';'
	}
	cells, _, problem := t.cells()
	if problem != 0 {
		return fmt.Errorf("%w: %w", ErrHeader, &Error{Problem: problem})
	}
	for _, cell := range cells {
		path := strings.Split(strings.TrimSpace(cell), ".")
		if p := t.column(path); p != 0 {
			return fmt.Errorf("%w: %w", ErrHeader, &Error{Problem: p, Field: harmless(cell), Near: nearest(path[0])})
		}
		t.columns = append(t.columns, path)
	}
	return nil
}

// column returns what is wrong with the name of the next column, or 0.
func (t *table) column(path []string) Problem {
	fields := klavi.LinkFields()
	i := slices.IndexFunc(fields, func(f klavi.Field) bool { return f.Name == path[0] })
	switch {
	case i < 0, fields[i].IsText() && len(path) > 1, slices.Contains(path, ""):
		return Unknown
	case !fields[i].IsText() && len(path) == 1:
		return WantObject
	}
	for _, c := range t.columns {
		if n := min(len(c), len(path)); slices.Equal(c[:n], path[:n]) {
			return Duplicate
		}
	}
	return 0
}

// next returns the next record, and false at the end. It passes over empty lines.
func (t *table) next() (Record, bool) {
	for {
		t.w.skipBOM()
		c, ok := t.w.at(0)
		if !ok {
			return Record{}, false
		}
		if c != '\n' && c != '\r' {
			break
		}
		t.w.skip(1)
	}
	rec := Record{Line: t.w.line}
	cells, empty, problem := t.cells()
	switch {
	case problem != 0:
		rec.Err = &Error{Problem: problem}
	case empty:
		return t.next()
	case len(cells) != len(t.columns):
		rec.Err = &Error{Problem: Cells, Have: len(cells), Want: len(t.columns)}
	default:
		rec.Request, rec.Err = t.request(cells)
	}
	return rec, true
}

// cells reads a row. Empty reports whether the row has nothing but blanks. A row may
// take several lines if a cell has a line break in quotation marks. If it is wrong, only
// its first line is done with, because the marks may be wrong there and the next line
// good.
func (t *table) cells() (cells []string, empty bool, problem Problem) {
	end := t.w.lineEnd(0)
	first := end
	for end <= MaxSize {
		row := t.w.bytes(end)
		switch {
		case !utf8.Valid(row):
			problem = NotUTF8
		default:
			cells, problem = t.split(row)
		}
		if problem != Quoting || bytes.Count(row, []byte(`"`))%2 == 0 {
			break
		}
		if _, more := t.w.at(end); !more || bare(row, t.comma) {
			break
		}
		end = t.w.lineEnd(end + 1)
	}
	switch {
	case first > MaxSize:
		t.w.skipLine()
		return nil, false, TooLarge
	case end > MaxSize || problem != 0:
		t.w.skip(first)
		return nil, false, problem
	}
	empty = len(bytes.TrimSpace(t.w.bytes(end))) == 0
	t.w.skip(end)
	return cells, empty, 0
}

// split returns the cells of a row.
func (t *table) split(row []byte) ([]string, Problem) {
	r := csv.NewReader(bytes.NewReader(row))
	r.Comma, r.FieldsPerRecord = t.comma, -1
	cells, err := r.Read()
	if err != nil && len(bytes.TrimSpace(row)) > 0 {
		return nil, Quoting
	}
	for _, c := range cells {
		if strings.ContainsFunc(c, func(c rune) bool { return unicode.IsControl(c) && c != '\n' && c != '\t' }) {
			return nil, Control
		}
	}
	return cells, 0
}

// bare reports whether a row has a quotation mark within a cell that does not begin with
// one. No further line makes such a row good.
func bare(row []byte, comma rune) bool {
	r := csv.NewReader(bytes.NewReader(row))
	r.Comma, r.FieldsPerRecord = comma, -1
	_, err := r.Read()
	return errors.Is(err, csv.ErrBareQuote)
}

// request makes a request of the cells of a row. An empty cell is a field that is not
// there.
func (t *table) request(cells []string) (klavi.LinkRequest, *Error) {
	object := map[string]any{}
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		at, path := object, t.columns[i]
		for _, name := range path[:len(path)-1] {
			below, ok := at[name].(map[string]any)
			if !ok {
				below = map[string]any{}
				at[name] = below
			}
			at = below
		}
		at[path[len(path)-1]] = cell
	}
	raw, err := json.Marshal(object)
	if err != nil {
		return klavi.LinkRequest{}, &Error{Problem: Control}
	}
	return decode(raw)
}
