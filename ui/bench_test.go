package ui_test

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui"
	"klavilink/ui/draft"
	"klavilink/ui/screen"
)

// manyInstitutions makes a list as long as that of the whole country.
func manyInstitutions(n int) []directory.Institution {
	list := directory.Institutions()
	for i := len(list); i < n; i++ {
		list = append(list, directory.Institution{
			Code: fmt.Sprintf("%03d", 1000+i), Name: fmt.Sprintf("Cooperativa de Crédito São João nº %d", i),
			ISPB: fmt.Sprintf("%08d", i), Persons: true, Companies: true, Tier: 3,
		})
	}
	return list
}

// redraw makes cells from a view, as Bubble Tea does.
func redraw(b *testing.B, v tea.View, cells uv.ScreenBuffer) {
	b.Helper()
	uv.NewStyledString(v.Content).Draw(cells, cells.Bounds())
}

// The target is half a millisecond for a key and the drawing after it.
func BenchmarkPickerKeyOver500Institutions(b *testing.B) {
	cfg := demo("52998224725")
	cfg.Institutions = manyInstitutions(500)
	m := ui.New(b.Context(), cfg)
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	keys := []tea.KeyPressMsg{
		{Code: 'b', Text: "b"},
		{Code: 'a', Text: "a"},
		{Code: tea.KeyDown},
		{Code: tea.KeyBackspace},
		{Code: tea.KeyBackspace},
		{Code: tea.KeyPgDown},
	}
	cells := uv.NewScreenBuffer(120, 40)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Update(keys[i%len(keys)])
		redraw(b, m.View(), cells)
	}
}

// A query with a wrong letter is compared with every name.
func BenchmarkPickerKeyWithAWrongLetter(b *testing.B) {
	cfg := demo("52998224725")
	cfg.Institutions = manyInstitutions(500)
	m := ui.New(b.Context(), cfg)
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	m.Update(tea.PasteMsg{Content: "santnde"})
	keys := []tea.KeyPressMsg{{Code: 'r', Text: "r"}, {Code: tea.KeyBackspace}}
	cells := uv.NewScreenBuffer(120, 40)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Update(keys[i%len(keys)])
		redraw(b, m.View(), cells)
	}
}

func BenchmarkDocumentKey(b *testing.B) {
	m := ui.New(b.Context(), demo(""))
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	keys := []tea.KeyPressMsg{{Code: '5', Text: "5"}, {Code: tea.KeyBackspace}}
	cells := uv.NewScreenBuffer(120, 40)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Update(keys[i%len(keys)])
		redraw(b, m.View(), cells)
	}
}

// This measures a tick of the countdown while the code is on the screen.
func BenchmarkTick(b *testing.B) {
	clock := newClock()
	link := linkOf(400)
	link.ExpireIn = 1000 * time.Hour
	m := ui.New(b.Context(), ui.Config{
		Client: newAPI(reply{link: link}), Clock: clock, Text: portuguese(), Place: screen.Place{Demo: true},
		Data: draft.From(klavi.LinkRequest{PersonalTaxID: "52998224725"}),
	})
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 50})
	m.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	_, cmd := m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	for _, c := range cmd().(tea.BatchMsg) {
		if c != nil {
			m.Update(c())
		}
	}
	if !m.MadeLink() {
		b.Fatal("no link")
	}
	b.ReportAllocs()
	for b.Loop() {
		clock.sleep(time.Second)
		m.Update(nil)
		_ = m.View()
	}
}
