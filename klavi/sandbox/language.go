package sandbox

import (
	"strconv"
	"strings"
)

// preferred returns the language that an Accept-Language header (RFC 9110, section
// 12.5.4) gives the greatest weight, and the first of those with the same weight. It
// returns otherwise if the header accepts no language of the pages.
func preferred(header string, otherwise Lang) Lang {
	most, lang := 0.0, otherwise
	for accepted := range strings.SplitSeq(header, ",") {
		tag, parameter, _ := strings.Cut(accepted, ";")
		l, known := langOf(strings.TrimSpace(tag))
		if w := weight(parameter); known && w > most {
			most, lang = w, l
		}
	}
	return lang
}

// weight returns the weight that a parameter such as "q=0.8" states. It is 1 if there is
// no parameter, and 0 if the parameter is no weight.
func weight(parameter string) float64 {
	name, value, _ := strings.Cut(strings.TrimSpace(parameter), "=")
	if name == "" {
		return 1
	}
	w, err := strconv.ParseFloat(value, 64)
	if err != nil || !strings.EqualFold(name, "q") || w > 1 {
		return 0
	}
	return w
}
