package field

// maxForgiven is the most wrong letters that a search forgives.
const maxForgiven = 2

// wrong returns how many letters have to be changed, added, left out or swapped with
// their neighbour until a name begins with the typed letters. It returns most+1 if
// that is more than most, which is at most maxForgiven.
//
// It is the distance of Damerau and Levenshtein to the best beginning of the name.
// Only the cells near the diagonal are computed: cell d of a row is for the name's
// first i+d-most letters.
func wrong(typed, name []rune, most int) int {
	width, over := 2*most+1, most+1
	const cells = 2*maxForgiven + 1 + 2 // with a margin on both sides
	before, last, row := make([]int, cells), make([]int, cells), make([]int, cells)
	for d := range row {
		before[d], last[d], row[d] = over, over, over
	}
	for d := most; d < width; d++ {
		row[d+1] = d - most // no typed letter, and so many of the name
	}
	for i := 1; i <= len(typed); i++ {
		before, last, row = last, row, before
		least := over
		for d := range width {
			j := i + d - most
			if row[d+1] = over; j < 0 || j > len(name) {
				continue
			}
			cost := min(last[d+2], row[d]) + 1 // a typed letter too many, or one of the name missing
			switch {
			case j > 0 && typed[i-1] == name[j-1]:
				cost = min(cost, last[d+1])
			case j > 0:
				cost = min(cost, last[d+1]+1)
			}
			if i > 1 && j > 1 && typed[i-1] == name[j-2] && typed[i-2] == name[j-1] {
				cost = min(cost, before[d+1]+1)
			}
			row[d+1] = cost
			least = min(least, cost)
		}
		if least > most {
			return over
		}
	}
	best := over
	for d := range width {
		best = min(best, row[d+1])
	}
	return best
}
