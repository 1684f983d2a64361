package ui_test

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
)

func TestOnlyTheCommandLineTouchesTheSystem(t *testing.T) {
	system := []string{"os", "os/exec", "os/signal", "net"}
	for _, s := range program(t) {
		if !strings.HasPrefix(s.pkg, "ui") || strings.HasPrefix(s.pkg, "ui/cli") {
			continue
		}
		for _, name := range s.imports() {
			if slices.Contains(system, name) {
				t.Errorf("%s imports %s", s.name, name)
			}
		}
	}
}

// Every server has the limits of the package serve.
func TestEveryServerIsOpenedByTheOnePackageForIt(t *testing.T) {
	opens := []string{"Server", "ListenAndServe", "ListenAndServeTLS", "Serve", "ServeTLS", "NewServer"}
	for _, s := range program(t) {
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok || s.pkg == "ui/cli/serve" {
				return true
			}
			pkg, ok := sel.X.(*ast.Ident)
			if ok && (pkg.Name == "http" || pkg.Name == "httptest") && slices.Contains(opens, sel.Sel.Name) {
				t.Errorf("%s opens a server with %s.%s", s.name, pkg.Name, sel.Sel.Name)
			}
			return true
		})
	}
}

// A template calls methods by names that only the running program knows. The linker then
// keeps all methods of all types, which makes the program a quarter larger.
func TestNothingIsWrittenWithTemplates(t *testing.T) {
	for _, s := range program(t) {
		for _, name := range s.imports() {
			if name == "html/template" || name == "text/template" {
				t.Errorf("%s imports %s", s.name, name)
			}
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if ok && strings.HasPrefix(sel.Sel.Name, "Set") && strings.HasSuffix(sel.Sel.Name, "Template") {
				t.Errorf("%s gives cobra a template", s.name)
			}
			return true
		})
	}
}

// The time zone is passed in, because a process that serves many agents has no zone of
// its own.
func TestNothingAsksTheProcessForItsTimeZone(t *testing.T) {
	for _, s := range program(t) {
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if ok && sel.Sel.Name == "Local" && s.name != "ui/cli/system.go" {
				t.Errorf("%s uses Local", s.name)
			}
			return true
		})
	}
}
