package field

// Search returns the options that match what is typed, the best match first, with a letter
// or two forgiven. It returns all of them if nothing is typed.
func Search(options []Option, typed string) []Option {
	if newQuery(typed).text == "" {
		return options
	}
	found, _ := Find(options, typed)
	return found
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
