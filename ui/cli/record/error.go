package record

import "fmt"

// Problem says what is wrong with a record, or with the header of a CSV.
type Problem uint8

// The problems.
const (
	NotJSON    Problem = iota + 1 // it is not JSON
	Cut                           // it has no end
	NotObject                     // it is JSON, but no object
	TooLarge                      // it is longer than [MaxSize]
	NotUTF8                       // it has bytes that are not UTF-8, as Latin-1 has
	Control                       // a cell has a control character
	Quoting                       // the quotation marks of a CSV are wrong
	Cells                         // it has more or fewer cells than the header
	Unknown                       // the API has no such field
	Duplicate                     // a field is there twice
	WantText                      // a field must be a text
	WantObject                    // a field must be an object
)

// Error says what is wrong with a record. It never quotes a value.
type Error struct {
	Problem Problem
	Field   string // the field, harmless for a terminal, or empty
	Near    string // the known field that an unknown one is probably meant to be, or empty

	// Have and Want are the numbers of cells of the record and of the header.
	Have, Want int
}

// Error implements error.
func (e *Error) Error() string {
	words := [...]string{
		NotJSON: "not JSON", Cut: "no end", NotObject: "not an object", TooLarge: "too large", NotUTF8: "not UTF-8",
		Control: "a control character", Quoting: "wrong quotation marks", Cells: "wrong number of cells",
		Unknown: "unknown field", Duplicate: "a field twice", WantText: "not a text", WantObject: "not an object",
	}
	if e.Field == "" {
		return "record: " + words[e.Problem]
	}
	return fmt.Sprintf("record: %s: %s", e.Field, words[e.Problem])
}
