package ui_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The limits keep every file and type small enough to read at once.
const (
	mostLines      = 300 // of a file
	mostMethods    = 20  // of a type
	mostRootFields = 15
)

// source is a Go file of the module.
type source struct {
	pkg    string // the import path below the module
	name   string
	syntax *ast.File
	lines  int
}

// tools are the modules of their own that help to make the program.
var tools = []string{"../ui/internal/docs", "../ui/internal/mutate"}

// sources reads all Go files of the module.
func sources(t *testing.T) []source {
	t.Helper()
	var list []source
	set := token.NewFileSet()
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("walk: %w", err)
		}
		slash := filepath.ToSlash(file)
		if d.IsDir() && (slices.Contains(tools, slash) || slash != ".." && strings.HasPrefix(d.Name(), ".")) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(slash, ".go") {
			return nil
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
		syntax, err := parser.ParseFile(set, file, content, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("parse: %w", err)
		}
		name := strings.TrimPrefix(slash, "../")
		list = append(list, source{path.Dir(name), name, syntax, bytes.Count(content, []byte("\n"))})
		return nil
	})
	if err != nil || len(list) < 100 {
		t.Fatalf("%d files: %v", len(list), err)
	}
	return list
}

// program returns the files without tests and without packages that only tests use.
func program(t *testing.T) []source {
	t.Helper()
	return slices.DeleteFunc(sources(t), func(s source) bool {
		return strings.HasSuffix(s.name, "_test.go") || strings.HasPrefix(s.pkg, "ui/internal/")
	})
}

func (s source) imports() []string {
	var list []string
	for _, i := range s.syntax.Imports {
		name, _ := strconv.Unquote(i.Path.Value)
		list = append(list, name)
	}
	return list
}

// layers reads the layer of each package from the table in docs/architecture.md.
func layers(t *testing.T) map[string]int {
	t.Helper()
	page, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	layers := map[string]int{}
	for _, row := range regexp.MustCompile("(?m)^\\| (\\d+) \\| `([a-z/]+)` \\| .+\\. \\|$").FindAllSubmatch(page, -1) {
		layers[string(row[2])], _ = strconv.Atoi(string(row[1]))
	}
	return layers
}

func TestEveryPackageImportsOnlyPackagesOfTheLayersBelowIt(t *testing.T) {
	layers := layers(t)
	seen := map[string]bool{}
	for _, s := range program(t) {
		if s.pkg == "." {
			continue
		}
		seen[s.pkg] = true
		own, listed := layers[s.pkg]
		if !listed {
			t.Errorf("docs/architecture.md does not list %s", s.pkg)
		}
		for _, name := range s.imports() {
			below, ours := strings.CutPrefix(name, "klavilink/")
			if ours && layers[below] >= own {
				t.Errorf("%s of layer %d imports %s of layer %d", s.name, own, below, layers[below])
			}
		}
	}
	for listed := range layers {
		if !seen[listed] {
			t.Errorf("docs/architecture.md lists %s, which is not there", listed)
		}
	}
}

// depends adds everything that a package imports. It follows imports of this module
// only.
func depends(files []source, pkg string, seen map[string]bool) {
	for _, s := range files {
		if s.pkg != pkg {
			continue
		}
		for _, name := range s.imports() {
			if seen[name] {
				continue
			}
			seen[name] = true
			if below, ours := strings.CutPrefix(name, "klavilink/"); ours {
				depends(files, below, seen)
			}
		}
	}
}

func TestTheDeskIsTestedWithoutATerminal(t *testing.T) {
	files := program(t)
	for _, pkg := range []string{"ui/desk", "ui/draft", "ui/watch", "ui/flow"} {
		seen := map[string]bool{}
		depends(files, pkg, seen)
		for _, name := range slices.Sorted(maps.Keys(seen)) {
			if strings.HasPrefix(name, "charm.land/") || strings.HasPrefix(name, "github.com/charmbracelet/") {
				t.Errorf("%s depends on %s", pkg, name)
			}
		}
	}
}

// A screen reports what happened. Only the root knows which state that leads to.
func TestNobodyButTheRootAsksWhichStateIsOn(t *testing.T) {
	states := []string{
		"State", "States", "Form", "Review", "Submitting", "Link", "Authorised", "Expired", "Failed", "Next",
	}
	for _, s := range program(t) {
		if s.pkg == "ui" || s.pkg == "ui/flow" {
			continue
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "flow" && slices.Contains(states, sel.Sel.Name) {
				t.Errorf("%s asks for flow.%s", s.name, sel.Sel.Name)
			}
			return true
		})
	}
}

func TestNoFileIsLongerThan300Lines(t *testing.T) {
	for _, s := range sources(t) {
		if s.lines > mostLines {
			t.Errorf("%s has %d lines", s.name, s.lines)
		}
	}
}

func TestNoTypeHasMoreThan20Methods(t *testing.T) {
	methods := map[string]int{}
	for _, s := range program(t) {
		for _, d := range s.syntax.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil {
				continue
			}
			receiver := f.Recv.List[0].Type
			if star, ok := receiver.(*ast.StarExpr); ok {
				receiver = star.X
			}
			if name, ok := receiver.(*ast.Ident); ok {
				methods[s.pkg+"."+name.Name]++
			}
		}
	}
	for name, n := range methods {
		if n > mostMethods {
			t.Errorf("%s has %d methods", name, n)
		}
	}
}

func TestTheRootIsSmall(t *testing.T) {
	for _, s := range program(t) {
		if s.pkg != "ui" {
			continue
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok || spec.Name.Name != "Model" {
				return true
			}
			fields := 0
			for _, f := range spec.Type.(*ast.StructType).Fields.List {
				fields += max(len(f.Names), 1)
			}
			if fields > mostRootFields {
				t.Errorf("%d fields", fields)
			}
			return true
		})
	}
}

// The lists say which files a change touches, five at most.
func TestTheListsOfFilesNameFilesThatAreThere(t *testing.T) {
	page, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"## To add a screen\n", "## To add a field\n", "## To add a command\n"} {
		_, list, ok := strings.Cut(string(page), title)
		list, _, _ = strings.Cut(list, "\n## ")
		rows := regexp.MustCompile("(?m)^\\| (`.+`) \\|").FindAllStringSubmatch(list, -1)
		if !ok || len(rows) == 0 || len(rows) > 5 {
			t.Errorf("%q lists %d changes", title, len(rows))
		}
		for _, row := range rows {
			name := strings.Trim(row[1], "`")
			if strings.Contains(name, "NAME") {
				continue
			}
			if _, err := os.Stat("../" + name); err != nil {
				t.Errorf("%q: %v", title, err)
			}
		}
	}
}
