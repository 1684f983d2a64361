package field

// Search returns the options that match what is typed, the best match first, with a letter
// or two forgiven. It returns all of them if nothing is typed.
func Search(options []Option, typed string) []Option {
	q := newQuery(typed)
	if q.text == "" {
		return options
	}
	entries := make([]entry, len(options))
	for i, o := range options {
		entries[i] = newEntry(o)
	}
	var list []Option
	for _, ranked := range matches(entries, &q) {
		for _, e := range ranked {
			list = append(list, e.Option)
		}
	}
	return list
}

// matches returns the entries that match a query, by how well they do.
func matches(entries []entry, q *query) (found [noMatch][]*entry) {
	for i := range entries {
		if rank := entries[i].rank(q); rank < noMatch {
			found[rank] = append(found[rank], &entries[i])
		}
	}
	return found
}
