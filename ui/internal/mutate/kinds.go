package main

import (
	"go/ast"
	"go/token"
	"strconv"
)

// finder collects the mutants of one file.
type finder struct {
	set      *token.FileSet
	source   []byte
	pkg      string
	file     string
	function string
	found    []Mutant
}

// add adds a mutant that replaces the bytes between two positions.
func (f *finder) add(kind string, from, to token.Pos, replacement string) {
	a, b := f.set.Position(from), f.set.Position(to)
	f.found = append(f.found, Mutant{
		Package: f.pkg, File: f.file, Func: f.function, Line: a.Line, Kind: kind,
		from: a.Offset, to: b.Offset, Old: string(f.source[a.Offset:b.Offset]), New: replacement,
	})
}

// text returns the source of a node.
func (f *finder) text(n ast.Node) string {
	return string(f.source[f.set.Position(n.Pos()).Offset:f.set.Position(n.End()).Offset])
}

// swaps are the operators with what replaces each. Comparisons have two replacements:
// another edge, and the opposite.
var swaps = map[token.Token][]token.Token{
	token.LSS: {token.LEQ, token.GEQ}, token.LEQ: {token.LSS, token.GTR},
	token.GTR: {token.GEQ, token.LEQ}, token.GEQ: {token.GTR, token.LSS},
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL},
	token.LAND: {token.LOR}, token.LOR: {token.LAND},
	token.ADD: {token.SUB}, token.SUB: {token.ADD},
	token.MUL: {token.QUO}, token.QUO: {token.MUL}, token.REM: {token.MUL},
	token.AND: {token.OR}, token.OR: {token.AND}, token.XOR: {token.AND}, token.AND_NOT: {token.AND},
	token.SHL: {token.SHR}, token.SHR: {token.SHL},
	token.INC: {token.DEC}, token.DEC: {token.INC},
	token.ADD_ASSIGN: {token.SUB_ASSIGN}, token.SUB_ASSIGN: {token.ADD_ASSIGN},
	token.MUL_ASSIGN: {token.QUO_ASSIGN}, token.QUO_ASSIGN: {token.MUL_ASSIGN},
	token.AND_ASSIGN: {token.OR_ASSIGN}, token.OR_ASSIGN: {token.AND_ASSIGN},
	token.XOR_ASSIGN: {token.AND_ASSIGN},
	token.SHL_ASSIGN: {token.SHR_ASSIGN}, token.SHR_ASSIGN: {token.SHL_ASSIGN},
	token.BREAK: {token.CONTINUE}, token.CONTINUE: {token.BREAK},
}

// swap adds the mutants of the operator at a position. The name of the mutant shows
// the whole expression, whose bytes are therefore replaced as a whole.
func (f *finder) swap(whole ast.Node, at token.Pos, op token.Token) {
	start, from := f.set.Position(whole.Pos()).Offset, f.set.Position(at).Offset
	end := f.set.Position(whole.End()).Offset
	for _, other := range swaps[op] {
		changed := string(f.source[start:from]) + other.String() + string(f.source[from+len(op.String()):end])
		f.add("operator", whole.Pos(), whole.End(), changed)
	}
}

// visit adds the mutants of one node. It does not look into types, imports and tags.
func (f *finder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec, *ast.StructType, *ast.InterfaceType, *ast.ArrayType, *ast.FuncType:
		return false
	case *ast.BinaryExpr:
		f.swap(n, n.OpPos, n.Op)
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			f.add("negation", n.Pos(), n.End(), f.text(n.X))
		}
	case *ast.IncDecStmt:
		f.swap(n, n.TokPos, n.Tok)
	case *ast.BranchStmt:
		if n.Label == nil {
			f.swap(n, n.TokPos, n.Tok)
		}
	case *ast.IfStmt:
		f.condition(n.Cond)
	case *ast.AssignStmt:
		f.swap(n, n.TokPos, n.Tok)
	case *ast.BlockStmt:
		f.statements(n.List)
	case *ast.CaseClause:
		f.statements(n.Body)
		f.emptied(n, n.Colon, n.Body)
	case *ast.CommClause:
		f.statements(n.Body)
	case *ast.BasicLit:
		f.number(n)
	case *ast.Ident:
		f.truth(n)
	case *ast.ReturnStmt:
		f.returned(n)
	case *ast.CompositeLit:
		f.fields(n)
	}
	return true
}

// condition adds the opposite of a condition that is neither a comparison nor a
// negation, for which there are mutants already.
func (f *finder) condition(c ast.Expr) {
	switch c.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.IndexExpr:
		f.add("condition", c.Pos(), c.End(), "!"+f.text(c))
	}
}

// statements adds mutants that lack a statement: a call, or a new value of a variable.
// A declaration stays, because nothing would compile without it.
func (f *finder) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt, *ast.DeferStmt, *ast.GoStmt, *ast.SendStmt:
			f.add("without", s.Pos(), s.End(), "")
		case *ast.AssignStmt:
			if s.Tok != token.DEFINE && !blank(s.Lhs) {
				f.add("without", s.Pos(), s.End(), "")
			}
		}
	}
}

// blank reports whether values are assigned to nothing.
func blank(left []ast.Expr) bool {
	for _, l := range left {
		if id, ok := l.(*ast.Ident); !ok || id.Name != "_" {
			return false
		}
	}
	return true
}

// emptied adds a mutant whose case does nothing.
func (f *finder) emptied(whole *ast.CaseClause, colon token.Pos, body []ast.Stmt) {
	if len(body) > 0 {
		f.add("case does nothing", colon+1, whole.End(), "")
	}
}

// number adds a mutant with the next whole number.
func (f *finder) number(n *ast.BasicLit) {
	if n.Kind != token.INT {
		return
	}
	if v, err := strconv.ParseInt(n.Value, 0, 64); err == nil {
		f.add("number", n.Pos(), n.End(), strconv.FormatInt(v+1, 10))
	}
}

// truth adds a mutant with the other truth value.
func (f *finder) truth(n *ast.Ident) {
	switch n.Name {
	case "true":
		f.add("truth", n.Pos(), n.End(), "false")
	case "false":
		f.add("truth", n.Pos(), n.End(), "true")
	}
}

// returned adds mutants that return no error where the program returns one.
func (f *finder) returned(n *ast.ReturnStmt) {
	if len(n.Results) == 0 {
		return
	}
	last := n.Results[len(n.Results)-1]
	if id, ok := last.(*ast.Ident); ok && id.Name == "err" {
		f.add("no error", last.Pos(), last.End(), "nil")
	}
}

// fields adds mutants that lack a field of a struct literal or an entry of a map.
func (f *finder) fields(n *ast.CompositeLit) {
	for i, e := range n.Elts {
		if _, ok := e.(*ast.KeyValueExpr); !ok {
			continue
		}
		to := e.End()
		if i+1 < len(n.Elts) {
			to = n.Elts[i+1].Pos()
		} else if rest := f.source[f.set.Position(to).Offset:]; len(rest) > 0 && rest[0] == ',' {
			to++
		}
		f.add("field", e.Pos(), to, "")
	}
}
