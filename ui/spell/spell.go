// Package spell finds the word that a misspelt one is meant to be.
package spell

import (
	"strings"
	"unicode/utf8"
)

// longest is the length of the longest word that is compared, in letters. No name of the
// program is as long.
const longest = 64

// Nearest returns the known word that a misspelt one is probably meant to be, or "" if
// none is near. What [Plain] takes away does not matter. Up to two letters
// may be wrong, but no more than one in three. Of two that are equally near, the first
// one is returned.
func Nearest(word string, known []string) string {
	word = Plain(word)
	best, fewest := "", 3
	for _, k := range known {
		if n := Distance(word, Plain(k)); n < fewest && 3*n <= utf8.RuneCountInString(word) {
			best, fewest = k, n
		}
	}
	return best
}

// Plain returns a word in lower case and without what separates its parts.
func Plain(word string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(word))
}

// Distance returns how many letters must be added, left out, changed or swapped with their
// neighbour to make b of a. It is the distance of Damerau and Levenshtein in which no part
// is changed twice. A word that is too long is as far as it is long.
func Distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	if n := max(len(from), len(to)); n > longest {
		return n
	}
	// A row holds the distances of the first letters of a to each beginning of b.
	var before, last []int
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		before, last, row = last, row, make([]int, len(to)+1)
		row[0] = i + 1
		for j := range to {
			change := last[j]
			if from[i] != to[j] {
				change++
			}
			row[j+1] = min(change, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(to)]
}
