package screen

import "strings"

// glyphs are the digits and the colon in block characters, three rows each.
func glyphs() map[rune][3]string {
	return map[rune][3]string{
		'0': {"█▀█", "█ █", "▀▀▀"}, '1': {"▀█ ", " █ ", "▀▀▀"}, '2': {"▀▀█", "█▀▀", "▀▀▀"}, '3': {"▀▀█", " ▀█", "▀▀▀"},
		'4': {"█ █", "▀▀█", "  ▀"}, '5': {"█▀▀", "▀▀█", "▀▀▀"}, '6': {"█▀▀", "█▀█", "▀▀▀"}, '7': {"▀▀█", "  █", "  ▀"},
		'8': {"█▀█", "█▀█", "▀▀▀"}, '9': {"█▀█", "▀▀█", "▀▀▀"}, ':': {"▄", "▄", " "},
	}
}

// Large writes a clock time of digits and colons in three rows of block characters.
func Large(clock string) []string {
	rows := make([]string, 3)
	all := glyphs()
	for _, r := range clock {
		for i, part := range all[r] {
			rows[i] += part + " "
		}
	}
	for i, row := range rows {
		rows[i] = strings.TrimSuffix(row, " ")
	}
	return rows
}
