// Package draft owns what an agent typed for one customer, and the one table of
// the fields of a link request.
//
// A [Draft] holds texts, right or wrong, until [Draft.Request] makes a request of
// them. [Fields] is the table. It says of every field where it is asked, what it
// is called, how its text is checked and masked, where its value goes in the
// request, and how much of it others may see. The form, the review, the plain
// questions, [Prepare] and [Place] all read this table. A new field that holds a
// text needs a [Key] and a row in fields.go, and nothing else in this package.
//
// The package knows no screen, no terminal, no key press and no network. It does
// not know the institutions either: whoever shows a draft puts their names into
// words.
package draft
