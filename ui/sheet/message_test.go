package sheet_test

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// visitor is a system that opens addresses.
type visitor struct {
	visited []string
	err     error
}

func (v *visitor) open(address string) error {
	v.visited = append(v.visited, address)
	return v.err
}

// addressed makes a message on a channel, opens it and returns the address.
func addressed(t *testing.T, c sheet.Channel, r klavi.LinkRequest) (m *sheet.Message, address *url.URL) {
	t.Helper()
	v := &visitor{}
	s := fake.New(fake.Typed(r), func(c *screen.Config) { c.OpenURL, c.Message = v.open, "a b+c {link}" })
	m, cmd := sheet.NewMessage(s.Session, s.Made(), c)
	if cmd != nil {
		t.Error("something happens before enter")
	}
	_, cmd = fake.Press(m, "enter")
	fake.Messages(cmd)
	if len(v.visited) != 1 {
		t.Fatalf("opened %q", v.visited)
	}
	if strings.Contains(v.visited[0], "+") || strings.Contains(v.visited[0], " ") {
		t.Errorf("%q has a blank that mail programs do not read", v.visited[0])
	}
	address, err := url.Parse(v.visited[0])
	if err != nil {
		t.Fatal(err)
	}
	return m, address
}

func TestAChatGoesToAMobilePhoneOnly(t *testing.T) {
	words := fake.New().Text.Send
	for _, tt := range []struct{ phone, path, to string }{
		{fake.Phone, "/5511987654321", fmt.Sprintf(words.ToF, "(11) •••••-4321")},
		{"(11) 3456-7890", "/", words.ToNobody},
		{"(11) 98765", "/", words.ToNobody},
		{"", "/", words.ToNobody},
	} {
		m, address := addressed(t, sheet.ByWhatsApp, klavi.LinkRequest{Phone: tt.phone})
		if address.Host != "wa.me" || address.Path != tt.path || address.Query().Get("text") != "a b+c "+fake.URL {
			t.Errorf("%q leads to %s", tt.phone, address)
		}
		title, _, _ := strings.Cut(strings.TrimSpace(fake.Shown(m.View(usual))), "\n")
		if !strings.HasPrefix(title, words.TitleWhatsApp) || !strings.Contains(title, tt.to) {
			t.Errorf("%q: title %q, want %q in it", tt.phone, title, tt.to)
		}
		if strings.Contains(title, "98765") {
			t.Errorf("the phone is in the clear: %q", title)
		}
	}
}

func TestAMailGoesToAValidAddressOnly(t *testing.T) {
	words := fake.New().Text.Send
	for _, tt := range []struct{ email, to, shown string }{
		{fake.Email, "ana@exemplo.com", fmt.Sprintf(words.ToF, "a•••@exemplo.com")},
		{"a?b@exemplo.com", "a%3Fb@exemplo.com", fmt.Sprintf(words.ToF, "a•••@exemplo.com")},
		{"ana@", "", words.ToNobody},
		{"", "", words.ToNobody},
	} {
		m, address := addressed(t, sheet.ByEmail, klavi.LinkRequest{Email: tt.email})
		query := address.Query()
		text := query.Get("subject") + ": " + query.Get("body")
		if address.Scheme != "mailto" || address.Opaque != tt.to || text != words.SubjectNoCompany+": a b+c "+fake.URL {
			t.Errorf("%q leads to %s", tt.email, address)
		}
		title, _, _ := strings.Cut(strings.TrimSpace(fake.Shown(m.View(usual))), "\n")
		if !strings.HasPrefix(title, words.TitleEmail) || !strings.Contains(title, tt.shown) {
			t.Errorf("%q: title %q", tt.email, title)
		}
		if strings.Contains(title, "ana@") {
			t.Errorf("the address is in the clear: %q", title)
		}
	}
}

// channels are all ways to send a link.
var channels = []sheet.Channel{sheet.ByClipboard, sheet.ByWhatsApp, sheet.ByEmail}

func TestNothingOfTheDocumentIsInAMessage(t *testing.T) {
	v := &visitor{}
	for _, r := range []klavi.LinkRequest{
		{PersonalTaxID: fake.CPF, Phone: fake.Phone, Email: fake.Email},
		{BusinessTaxID: fake.CNPJ, PersonalTaxID: fake.CPF},
	} {
		for _, c := range channels {
			s := fake.New(fake.Typed(r), func(c *screen.Config) { c.OpenURL, c.Company = v.open, "Acme" })
			l := s.Made()
			m, cmd := sheet.NewMessage(s.Session, l, c)
			said := fmt.Sprint(fake.Messages(cmd)) + fake.Shown(m.View(tall))
			if c != sheet.ByClipboard {
				_, cmd = fake.Press(m, "enter")
				fake.Messages(cmd)
			}
			said += strings.Join(v.visited, " ")
			for _, part := range []string{"529", "982", "247-", "ABC", "345", "01DE", l.Customer, fake.LinkID} {
				if strings.Contains(said, part) {
					t.Errorf("channel %d: %q is in it", c, part)
				}
			}
		}
	}
}

func TestTheSheetShowsExactlyWhatIsSentAndANote(t *testing.T) {
	words := fake.New().Text.Send
	for i, want := range [][2]string{
		{words.TitleCopy, words.NoteCopy},
		{words.TitleWhatsApp, words.NoteWhatsApp},
		{words.TitleEmail, words.NoteEmail},
	} {
		s := fake.New(func(c *screen.Config) { c.Company = "Acme" })
		text := composed(t, s, channels[i])
		m, _ := sheet.NewMessage(s.Session, s.Made(), channels[i])
		shown := strings.Join(strings.Fields(fake.Shown(m.View(tall))), "")
		for _, part := range []string{want[0], want[1], text} {
			if !strings.Contains(shown, strings.Join(strings.Fields(part), "")) {
				t.Errorf("channel %d: no %q in\n%s", i, part, fake.Shown(m.View(tall)))
			}
		}
	}
}

func TestAMessageForTheClipboardIsCopiedAtOnceAndHasNothingToOpen(t *testing.T) {
	s := fake.New(func(c *screen.Config) { c.Clipboard = func(string) error { return nil } })
	m, cmd := sheet.NewMessage(s.Session, s.Made(), sheet.ByClipboard)
	if said := s.Run(m, cmd); !slices.Equal(said, []screen.Outcome{{Notice: s.Text.Send.Copied, Success: true}}) {
		t.Errorf("said %+v", said)
	}
	if got := fake.Names(m); got != "c esc" {
		t.Errorf("keys %q", got)
	}
}

func TestCopyingSaysWhetherItIsSure(t *testing.T) {
	refused := errors.New("refused")
	for _, tt := range []struct {
		name  string
		write func(string) error
		want  func(*fake.Session) string
	}{
		{"sure", func(string) error { return nil }, func(s *fake.Session) string { return s.Text.Send.Copied }},
		{"refused", func(string) error { return refused }, func(s *fake.Session) string { return s.Text.Link.CopiedMaybe }},
		{"by the terminal", nil, func(s *fake.Session) string { return s.Text.Link.CopiedMaybe }},
	} {
		for _, c := range channels {
			s := fake.New(func(c *screen.Config) { c.Clipboard = tt.write })
			m, _ := sheet.NewMessage(s.Session, s.Made(), c)
			_, cmd := fake.Press(m, "c")
			if said := s.Run(m, cmd); !slices.Equal(said, []screen.Outcome{{Notice: tt.want(s), Success: tt.name == "sure"}}) {
				t.Errorf("%s, channel %d: said %+v", tt.name, c, said)
			}
		}
	}
}

func TestTheEndOfAnotherCopyIsIgnored(t *testing.T) {
	s := fake.New()
	m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByWhatsApp)
	if out, cmd := m.Update(screen.CopyDone{Text: fake.URL}); !fake.Nothing(out) || cmd != nil {
		t.Errorf("said %+v", out)
	}
}

func TestAnOpenedMessageClosesTheSheet(t *testing.T) {
	v := &visitor{}
	s := fake.New(func(c *screen.Config) { c.OpenURL = v.open })
	for c, want := range map[sheet.Channel]string{
		sheet.ByWhatsApp: s.Text.Send.WhatsAppOpened, sheet.ByEmail: s.Text.Send.EmailOpened,
	} {
		m, _ := sheet.NewMessage(s.Session, s.Made(), c)
		_, cmd := fake.Press(m, "enter")
		if said := s.Run(m, cmd); !slices.Equal(said, []screen.Outcome{{Close: true, Notice: want, Success: true}}) {
			t.Errorf("channel %d: said %+v", c, said)
		}
	}
}

// The agent tells a customer to whom a message went something else than one who waits for
// it.
func TestALinkCountsAsSentOnceItsMessageIsOpenedOrCopied(t *testing.T) {
	refused := errors.New("refused")
	for name, tt := range map[string]struct {
		key  string
		err  error
		want bool
	}{
		"opened": {"enter", nil, true}, "not opened": {"enter", refused, false},
		"copied": {"c", nil, true}, "perhaps copied": {"c", refused, false}, "only looked at": {"up", nil, false},
	} {
		s := fake.New(func(c *screen.Config) {
			c.OpenURL = func(string) error { return tt.err }
			c.Clipboard = c.OpenURL
		})
		l := s.Made()
		m, _ := sheet.NewMessage(s.Session, l, sheet.ByWhatsApp)
		_, cmd := fake.Press(m, tt.key)
		s.Run(m, cmd)
		if _, sent := l.Quiet(); sent != tt.want {
			t.Errorf("%s: sent is %t", name, sent)
		}
	}
}

func TestWhereNothingOpensTheAddressItIsShownWhole(t *testing.T) {
	failing := &visitor{err: errors.New("no program")}
	for name, open := range map[string]func(string) error{"no opener": nil, "a failing opener": failing.open} {
		t.Run(name, func(t *testing.T) {
			s := fake.New(func(c *screen.Config) { c.OpenURL = open })
			m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByWhatsApp)
			if strings.Contains(fake.Shown(m.View(usual)), "wa.me") {
				t.Fatal("the address is shown before it fails")
			}
			_, cmd := fake.Press(m, "enter")
			if said := s.Run(m, cmd); len(said) > 0 {
				t.Errorf("said %+v", said)
			}
			shown := fake.Shown(m.View(tall))
			joined := strings.Join(strings.Fields(shown), "")
			if !strings.Contains(joined, "https://wa.me/?text=Ol%C3%A1") ||
				!strings.Contains(joined, "n%C3%A3o%20abra%20o%20link.") {
				t.Errorf("the address is not whole in\n%s", shown)
			}
			if !strings.Contains(shown, s.Text.Send.NoOpener) {
				t.Errorf("it is not said why in\n%s", shown)
			}
			if got := fake.Names(m); got != "c esc" {
				t.Errorf("keys %q", got)
			}
		})
	}
}

func TestTheEndOfAnotherOpeningIsIgnored(t *testing.T) {
	for _, err := range []error{nil, errors.New("no program")} {
		v := &visitor{err: err}
		s := fake.New(func(c *screen.Config) { c.OpenURL = v.open })
		l := s.Made()
		first, _ := sheet.NewMessage(s.Session, l, sheet.ByWhatsApp)
		_, cmd := fake.Press(first, "enter")
		late := fake.Messages(cmd)[0]
		second, _ := sheet.NewMessage(s.Session, l, sheet.ByEmail)
		if out, cmd := second.Update(late); !fake.Nothing(out) || cmd != nil || fake.Names(second) != "enter c esc" {
			t.Errorf("%v: said %+v, keys %q", err, out, fake.Names(second))
		}
	}
}

func TestAMessageIsLeftByEscAndTakesNothingElse(t *testing.T) {
	s := fake.New()
	m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByEmail)
	if out, _ := fake.Press(m, "esc"); out != (screen.Outcome{Close: true}) {
		t.Errorf("esc gives %+v", out)
	}
	for _, msg := range []tea.Msg{fake.Key("x"), tea.PasteMsg{Content: "x"}, screen.Woken{}, nil} {
		if out, cmd := m.Update(msg); !fake.Nothing(out) || cmd != nil {
			t.Errorf("%v gives %+v", msg, out)
		}
	}
}
