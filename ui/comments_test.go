package ui_test

import (
	"go/ast"
	"go/token"
	"strings"
	"testing"
)

// Every exported name has a comment that begins with the name and ends with a full
// stop. In a group of constants or variables the comment of the group speaks for
// those that have none of their own, because a list reads better than so many
// sentences.
func TestEveryExportedNameHasACommentThatBeginsWithItAndEndsWithAFullStop(t *testing.T) {
	for _, s := range sources(t) {
		if strings.HasSuffix(s.name, "_test.go") {
			continue
		}
		for _, d := range s.syntax.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && receiverIsExported(d) {
					checkComment(t, s.name, d.Name.Name, d.Doc)
				}
			case *ast.GenDecl:
				checkGroup(t, s.name, d)
			}
		}
	}
}

func receiverIsExported(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	kind := f.Recv.List[0].Type
	if star, ok := kind.(*ast.StarExpr); ok {
		kind = star.X
	}
	name, ok := kind.(*ast.Ident)
	return ok && name.IsExported()
}

// checkGroup checks a declaration of types, constants or variables.
func checkGroup(t *testing.T, file string, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			doc := spec.Doc
			if doc == nil {
				doc = d.Doc
			}
			if spec.Name.IsExported() {
				checkComment(t, file, spec.Name.Name, doc)
			}
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				switch {
				case !name.IsExported():
				case spec.Doc != nil:
					checkComment(t, file, name.Name, spec.Doc)
				case d.Lparen != token.NoPos:
					checkEnd(t, file, name.Name, d.Doc)
				default:
					checkComment(t, file, name.Name, d.Doc)
				}
			}
		}
	}
}

func checkComment(t *testing.T, file, name string, doc *ast.CommentGroup) {
	t.Helper()
	if !strings.HasPrefix(doc.Text(), name+" ") {
		t.Errorf("%s: the comment of %s does not begin with it: %q", file, name, doc.Text())
	}
	checkEnd(t, file, name, doc)
}

func checkEnd(t *testing.T, file, name string, doc *ast.CommentGroup) {
	t.Helper()
	if text := strings.TrimSpace(doc.Text()); !strings.HasSuffix(text, ".") {
		t.Errorf("%s: the comment of %s does not end with a full stop: %q", file, name, text)
	}
}
