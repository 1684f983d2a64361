package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// root is the folder of the repository.
const root = "../.."

// page is a page of the documentation.
type page struct{ path, text string }

// pages returns the README and all pages of docs.
func pages(t *testing.T) (all []page) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(paths) < 8 {
		t.Fatalf("%d pages, %v", len(paths), err)
	}
	for _, path := range append(paths, filepath.Join(root, "README.md")) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, page{path, strings.ReplaceAll(string(text), "\r\n", "\n")})
	}
	return all
}

// example is a fenced block of a page.
type example struct {
	path     string
	line     int // of the fence
	language string
	text     string
	output   string // of the block of text directly after commands
}

func (e example) name() string { return fmt.Sprintf("%s:%d", filepath.Base(e.path), e.line) }

// examples returns the blocks of a page. A block of text directly after commands is
// their output and no block of its own.
func (p page) examples(t *testing.T) (all []example) {
	t.Helper()
	var open *example
	adjacent := false // nothing but blank lines since the block before
	for i, line := range strings.Split(p.text, "\n") {
		language, fence := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case !fence && open != nil:
			open.text += strings.TrimPrefix(line, "   ") + "\n"
		case !fence:
			adjacent = adjacent && strings.TrimSpace(line) == ""
		case open == nil:
			open = &example{path: p.path, line: i + 1, language: language}
		default:
			last := len(all) - 1
			if open.language == "text" && adjacent && all[last].language == "sh" {
				all[last].output = open.text
			} else {
				all = append(all, *open)
			}
			open, adjacent = nil, true
		}
	}
	if open != nil {
		t.Errorf("%s: a block that begins at line %d does not end", p.path, open.line)
	}
	return all
}

var shellComment = regexp.MustCompile(`\s+#\s.*`)

// commands returns the commands of a block without comments, a command a line.
func (e example) commands() (all []string) {
	if e.language != "sh" {
		return nil
	}
	for line := range strings.Lines(strings.ReplaceAll(e.text, "\\\n", " ")) {
		line = shellComment.ReplaceAllString(strings.TrimSpace(line), "")
		for command := range strings.SplitSeq(line, " && ") {
			if command = strings.Join(strings.Fields(command), " "); command != "" {
				all = append(all, command)
			}
		}
	}
	return all
}

var shellWord = regexp.MustCompile(`'[^']*'|\S+`)

// words splits a command into words, as a shell does with single quotes.
func words(t *testing.T, command string) []string {
	t.Helper()
	list := shellWord.FindAllString(command, -1)
	if len(list) == 0 {
		t.Fatal("a command without words")
	}
	for i, w := range list {
		list[i] = strings.Trim(w, "'")
	}
	return list
}

func exists(t *testing.T, path string) {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestEveryPageSaysFirstWhomItIsFor(t *testing.T) {
	for _, p := range pages(t) {
		name := filepath.Base(p.path)
		if name == "README.md" || name == "LEIAME.md" {
			continue
		}
		_, rest, _ := strings.Cut(p.text, "\n\n")
		if !strings.HasPrefix(rest, "This page is for ") && !strings.HasPrefix(rest, "Esta página é para ") {
			t.Errorf("%s begins with %.60q", name, rest)
		}
	}
}

func TestThePagesLinkToTheirOtherLanguage(t *testing.T) {
	other := map[string]string{
		"agents.md":      "atendimento.md",
		"integrators.md": "integradores.md",
		"security.md":    "seguranca.md",
	}
	text := map[string]string{}
	for _, p := range pages(t) {
		text[filepath.Base(p.path)] = p.text
	}
	for english, portuguese := range other {
		if !strings.Contains(text[english], "[Em português]("+portuguese+")") {
			t.Errorf("%s does not link to %s", english, portuguese)
		}
		if !strings.Contains(text[portuguese], "[In English]("+english+")") {
			t.Errorf("%s does not link to %s", portuguese, english)
		}
	}
}

var (
	pageLink    = regexp.MustCompile(`\]\(([^)#\s]*)(#[^)\s]*)?\)`)
	pageHeading = regexp.MustCompile(`(?m)^#+ (.*)$`)
)

func TestEveryLinkInThePagesLeadsToAFileAndAHeading(t *testing.T) {
	for _, p := range pages(t) {
		for _, link := range pageLink.FindAllStringSubmatch(p.text, -1) {
			target, anchor := link[1], strings.TrimPrefix(link[2], "#")
			if strings.Contains(target, "://") {
				continue
			}
			path := p.path
			if target != "" {
				path = filepath.Join(filepath.Dir(p.path), filepath.FromSlash(target))
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Errorf("%s: %v", p.path, err)
				continue
			}
			if anchor != "" && !hasHeading(string(text), anchor) {
				t.Errorf("%s: %s has no heading #%s", p.path, path, anchor)
			}
		}
	}
}

// hasHeading reports whether a page has a heading with an anchor, as GitHub makes
// anchors of headings.
func hasHeading(text, anchor string) bool {
	for _, heading := range pageHeading.FindAllStringSubmatch(text, -1) {
		made := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
				return unicode.ToLower(r)
			default:
				return -1
			}
		}, strings.TrimSpace(heading[1]))
		if made == anchor {
			return true
		}
	}
	return false
}
