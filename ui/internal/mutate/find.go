package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// Packages returns the folders of Go code that the patterns name, such as "./validate"
// or "./ui/...". The paths begin with "./" and are sorted. A folder that is a module of
// its own is left out, as the go command does.
func Packages(root string, patterns []string) ([]string, error) {
	found := map[string]bool{}
	for _, p := range patterns {
		folder, all := strings.CutSuffix(p, "/...")
		if p == "..." {
			folder, all = ".", true
		}
		folder = path.Clean(filepath.ToSlash(folder))
		err := filepath.WalkDir(filepath.Join(root, folder), func(at string, e os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			rel, _ := filepath.Rel(root, at)
			rel = filepath.ToSlash(rel)
			if !e.IsDir() {
				if all || path.Dir(rel) == folder {
					if isSource(rel) {
						found["./"+path.Dir(rel)] = true
					}
				}
				return nil
			}
			if rel != folder && (!all || skipped(at, e.Name())) {
				return filepath.SkipDir
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("look for packages in %s: %w", p, err)
		}
	}
	var list []string
	for p := range found {
		list = append(list, p)
	}
	sort.Strings(list)
	return list, nil
}

// skipped reports whether a folder below a pattern holds no package of this module.
func skipped(at, name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" {
		return true
	}
	_, err := os.Stat(filepath.Join(at, "go.mod"))
	return err == nil
}

// isSource reports whether a file is Go code and no test.
func isSource(name string) bool {
	return strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go")
}

// Mutants returns all mutants of a package that the build for goos has files for, in
// the order of the files and of the places in them.
func Mutants(root, pkg, goos string) ([]Mutant, error) {
	entries, err := os.ReadDir(filepath.Join(root, pkg))
	if err != nil {
		return nil, fmt.Errorf("read the package %s: %w", pkg, err)
	}
	var all []Mutant
	for _, e := range entries {
		if !isSource(e.Name()) || !matches(filepath.Join(root, pkg), e.Name(), goos) {
			continue
		}
		file := path.Join(pkg, e.Name())
		source, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			return nil, fmt.Errorf("read a file: %w", err)
		}
		found, err := inFile(pkg, file, source)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// inFile returns the mutants of one file.
func inFile(pkg, file string, source []byte) ([]Mutant, error) {
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, file, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("parse %s: %w", file, err)
	}
	if ast.IsGenerated(parsed) {
		return nil, nil
	}
	f := &finder{set: set, source: source, pkg: pkg, file: path.Clean(file)}
	for _, d := range parsed.Decls {
		f.function = ""
		if fn, ok := d.(*ast.FuncDecl); ok {
			f.function = functionName(fn)
		}
		ast.Inspect(d, f.visit)
	}
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].from < f.found[j].from })
	seen := map[string]int{}
	for i := range f.found {
		name := f.found[i].Name()
		seen[name]++
		f.found[i].Number = seen[name]
	}
	return f.found, nil
}

// functionName returns "Type.Method" for a method and the name alone for a function.
func functionName(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	t := fn.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if generic, ok := t.(*ast.IndexExpr); ok {
		t = generic.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "." + fn.Name.Name
	}
	return fn.Name.Name
}
