package terminal

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Mosaics says which small block characters a terminal draws itself. No scanner reads
// a code for which a font drew them, so a terminal that is not known draws none. They
// are in order: a terminal that draws octants draws sextants too.
type Mosaics uint8

// The kinds of mosaics.
const (
	NoMosaics Mosaics = iota
	Sextants          // two by three modules
	Octants           // two by four modules
)

// drawers lists the terminals that draw sextants, by the name that they answer, with
// the first version that draws octants too. An empty version means that none does. VTE
// writes the version 0.78.0 as 7800. All versions that say their name draw sextants.
var drawers = map[string]string{
	"VTE": "7800", "kitty": "0.40", "foot": "1.20", "ghostty": "1.2", "WezTerm": "", "Konsole": "",
}

// growers are the names of the terminals whose windows take a size that is asked for.
var growers = []string{"XTerm", "Konsole"}

// alacritty is the TERM of alacritty, which does not answer with its name.
const alacritty = "alacritty"

// named takes the name and the version that the terminal answers (XTVERSION), which
// count for more than the environment. It reports whether that changes anything.
// Nobody asks in a multiplexer, which answers for itself.
func (t *Terminal) named(answer string) (changed bool) {
	if t.imageless {
		return false
	}
	name, _ := nameOf(answer)
	grew := t.grows
	t.grows = slices.Contains(growers, name)
	return t.draws(fromVersion(answer)) || t.grows != grew
}

// draws takes the mosaics that the terminal draws and reports whether they are others.
func (t *Terminal) draws(m Mosaics) (changed bool) {
	changed = t.Mosaics != m
	t.Mosaics = m
	return changed
}

// nameOf returns the name and the version in an answer such as "VTE(8001)" or "ghostty
// 1.2.0". It returns no name for an answer that has no version.
func nameOf(answer string) (name, version string) {
	name, version, ok := strings.Cut(strings.TrimSuffix(answer, ")"), "(")
	if !ok {
		name, version, ok = strings.Cut(answer, " ")
	}
	if !ok {
		return "", ""
	}
	return name, version
}

// fromVersion returns the mosaics that a terminal draws, by the name and the version
// that it answers.
func fromVersion(answer string) Mosaics {
	name, version := nameOf(answer)
	octants, known := drawers[name]
	numbers := numbersOf(version)
	switch {
	case !known || numbers == nil:
		return NoMosaics
	case octants != "" && slices.Compare(numbers, numbersOf(octants)) >= 0:
		return Octants
	default:
		return Sextants
	}
}

// numbersOf returns the numbers of a version that stand before anything else, such as
// 1, 2 and 0 of "1.2.0-dev". It returns none if it starts otherwise.
func numbersOf(version string) (numbers []int) {
	for part := range strings.SplitSeq(version, ".") {
		digits := part[:len(part)-len(strings.TrimLeft(part, "0123456789"))]
		n, err := strconv.Atoi(digits)
		if err != nil {
			return numbers
		}
		numbers = append(numbers, n)
		if digits != part {
			return numbers
		}
	}
	return numbers
}

// fromEnvironment returns the mosaics of a terminal that does not answer with its name.
// That is alacritty, which draws sextants since it sets the variable for its windows.
// The variable alone may come from the terminal in which this one was started.
func fromEnvironment(getenv func(string) string) Mosaics {
	if getenv("TERM") == alacritty && getenv("ALACRITTY_WINDOW_ID") != "" && !imageless(getenv) {
		return Sextants
	}
	return NoMosaics
}

// ClientFormat is the format in which tmux lists its clients, one a line: the name and
// the version that the client answered, its TERM, and the version of tmux.
const ClientFormat = "#{client_termtype}|#{client_termname}|#{version}"

// attached is the list of the clients of tmux.
type attached struct {
	clients string
	err     error
}

// listClients asks tmux for its clients. It asks nobody before Probe has asked, and
// one question at a time.
func (t *Terminal) listClients() tea.Cmd {
	list := t.Clients
	if !t.tmux || !t.asked || t.asking || list == nil {
		return nil
	}
	t.asking = true
	return func() tea.Msg {
		clients, err := list()
		return attached{clients, err}
	}
}

// listed takes the clients of tmux. Without an answer there are no mosaics.
func (t *Terminal) listed(a attached) (changed bool) {
	t.asking = false
	if a.err != nil {
		return t.draws(NoMosaics)
	}
	return t.draws(ofClients(a.clients))
}

// ofClients returns the mosaics that all clients of tmux draw.
func ofClients(list string) Mosaics {
	all := NoMosaics
	for i, line := range strings.Split(strings.TrimSpace(list), "\n") {
		if m := ofClient(strings.TrimSpace(line)); i == 0 || m < all {
			all = m
		}
	}
	return all
}

// ofClient returns the mosaics that reach a client of tmux and that it draws. Tmux
// carries octants since 3.5: before, it does not know how wide they are.
func ofClient(line string) Mosaics {
	fields := strings.Split(line, "|")
	if len(fields) != 3 {
		return NoMosaics
	}
	m := fromVersion(fields[0])
	if fields[0] == "" && fields[1] == alacritty {
		m = Sextants
	}
	if slices.Compare(numbersOf(fields[2]), []int{3, 5}) < 0 {
		m = min(m, Sextants)
	}
	return m
}
