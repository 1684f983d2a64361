package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/internal/fake"
	"klavilink/ui/sheet"
)

func TestALinkHasAMobileIfItWasMadeWithOne(t *testing.T) {
	for phone, want := range map[string]bool{fake.Phone: true, "(11) 3456-7890": false, "": false} {
		if got := sheet.HasMobile(fake.New(fake.Typed(klavi.LinkRequest{Phone: phone})).Made()); got != want {
			t.Errorf("%q: %v", phone, got)
		}
	}
}

func TestAMessageGoesToTheMobileThatIsTypedAndNoRequestHasIt(t *testing.T) {
	s := fake.New()
	l := s.Made()
	r := sheet.NewRecipient(s.Session, l)
	shown := fake.Shown(r.View(usual))
	for _, want := range []string{s.Text.Send.TitleWhatsApp, s.Text.Field.Phone, s.Text.Send.RecipientNote} {
		if !strings.Contains(shown, want) {
			t.Errorf("no %q in\n%s", want, shown)
		}
	}
	for _, tt := range []struct{ typed, problem string }{
		{"1134567890", s.Text.Send.NeedsMobile},
		{"119876", s.Text.Wrong.Subscriber},
	} {
		r.Update(tea.PasteMsg{Content: tt.typed})
		if out, _ := fake.Press(r, "enter"); !fake.Nothing(out) || !strings.Contains(fake.Shown(r.View(usual)), "✗") {
			t.Errorf("%s gives %+v", tt.typed, out)
		}
		for range tt.typed {
			fake.Press(r, "backspace")
		}
	}
	fake.Type(r, "11987654321")
	frame := r.View(usual)
	line := strings.Split(fake.Shown(frame), "\n")[frame.Cursor.Y]
	if want := "  ┃ (11) 98765-4321"; strings.TrimRight(line, " ") != want || frame.Cursor.X != len([]rune(want)) {
		t.Errorf("the cursor stands at %v of %q", frame.Cursor.Position, line)
	}
	out, _ := fake.Press(r, "enter")
	m, ok := out.Open.(*sheet.Message)
	if !ok {
		t.Fatalf("enter gives %+v", out)
	}
	if shown := fake.Shown(m.View(usual)); !strings.Contains(shown, fmt.Sprintf(s.Text.Send.ToF, "(11) •••••-4321")) {
		t.Error(shown)
	}
	if l.Request.Phone != "" || *s.Desk.Draft().Text(draft.Phone) != "" || s.Desk.Draft().Request().Phone != "" {
		t.Error("the number is in the data of the request")
	}
}

func TestWithoutANumberTheRecipientIsChosenInWhatsApp(t *testing.T) {
	s := fake.New()
	r := sheet.NewRecipient(s.Session, s.Made())
	if out, _ := fake.Press(r, "esc"); !out.Close {
		t.Errorf("esc gives %+v", out)
	}
	out, _ := fake.Press(r, "enter")
	if out.Open == nil || !strings.Contains(fake.Shown(out.Open.View(usual)), s.Text.Send.ToNobody) {
		t.Errorf("enter gives %+v", out)
	}
}
