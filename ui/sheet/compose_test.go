package sheet_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"klavilink/klavi"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
	"klavilink/ui/text"
)

// tall is a room in which every message fits.
var tall = screen.Area{Cols: 80, Rows: 60}

// composed returns what a message on a channel says.
func composed(t *testing.T, s *fake.Session, c sheet.Channel) string {
	t.Helper()
	m, _ := sheet.NewMessage(s.Session, s.Made(), c)
	_, cmd := fake.Press(m, "c")
	for _, msg := range fake.Messages(cmd) {
		if done, ok := msg.(screen.CopyDone); ok {
			return done.Text
		}
	}
	t.Fatal("nothing is copied")
	return ""
}

const chatEnd = fake.URL + "\n\n" +
	"Ele é só seu e vale até 11:30 (horário de Brasília). Abre em conecte-sandbox.klavi.ai. " +
	"A autorização é no app ou no site do seu banco, e você pode recusar.\n\n" +
	"Nunca pedimos senha nem código de segurança. "

func TestTheMessageIsTheTemplateWithItsPlaceholders(t *testing.T) {
	const agreed = "Como combinamos nesta ligação, " +
		"este é o seu link para autorizar o compartilhamento dos seus dados pelo Open Finance:\n\n"
	for _, tt := range []struct{ name, company, contact, template, want string }{
		{
			"with a company and a contact", "Acme", "4000-1234", "", "Olá! Aqui é da Acme.\n\n" + agreed + chatEnd +
				"Se você não está falando com a gente agora, não abra o link. Na dúvida, ligue para 4000-1234.",
		},
		{
			"without either", "", "", "", "Olá! " + agreed + chatEnd +
				"Se você não está falando agora com quem combinou, não abra o link.",
		},
		{
			"own template", "Acme", "4000-1234", "{empresa}/{company} {link} {hora}/{time} {dominio} {contact} {other}",
			"Acme/Acme " + fake.URL + " 11:30/11:30 conecte-sandbox.klavi.ai 4000-1234 {other}",
		},
		{"own paragraphs", "Acme", "", "Oi!\r\n\r\n{link}\n\nTchau.\n", "Oi!\n\n" + fake.URL + "\n\nTchau."},
		{"own template without a company", "", "", "{empresa}: {link}", ": " + fake.URL},
		{"a company that looks like a placeholder", "{link}", "", "{empresa}", "{link}"},
		{"a company of two lines", "A\ncme", "", "{empresa}", "A cme"},
		{"a company of another alphabet", "Ünïcøde 日本 👩‍💻", "", "{empresa}", "Ünïcøde 日本 👩‍💻"},
		{"characters that harm a terminal", "A\x1b[31mcme", "", "{empresa}\x1b[2J", "A�[31mcme�[2J"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := fake.New(func(c *screen.Config) {
				c.Company, c.Contact, c.Message = tt.company, tt.contact, tt.template
			})
			if got := composed(t, s, sheet.ByClipboard); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestTheMessageNamesTheTicketIfTheCallHasOne(t *testing.T) {
	s := fake.New(func(c *screen.Config) { c.Company = "Acme" })
	for ticket, want := range map[string]string{
		"":               "não abra o link.",
		"77-1":           "\n\nProtocolo: 77-1",
		"7\x1b[2J\nhttp": "\n\nProtocolo: 7�[2J http",
	} {
		l := s.Made()
		l.Ticket = ticket
		m, _ := sheet.NewMessage(s.Session, l, sheet.ByWhatsApp)
		_, cmd := fake.Press(m, "c")
		for _, msg := range fake.Messages(cmd) {
			if done, ok := msg.(screen.CopyDone); ok && !strings.HasSuffix(done.Text, want) {
				t.Errorf("%q: %q", ticket, done.Text)
			}
		}
	}
}

func TestTheCustomersTimeIsBrasiliasWhereverTheAgentIs(t *testing.T) {
	for _, zone := range []*time.Location{nil, time.UTC, time.FixedZone("Manaus", -4*60*60)} {
		for lang, want := range map[text.Lang]string{
			text.Portuguese: "11:30 (horário de Brasília)",
			text.English:    "11:30 (Brasília time)",
		} {
			for _, c := range channels {
				s := fake.New(func(c *screen.Config) { c.Zone, c.Text = zone, text.For(lang) })
				if got := composed(t, s, c); !strings.Contains(got, want) {
					t.Errorf("%v, channel %d: no %q in %q", zone, c, want, got)
				}
			}
		}
	}
}

func TestTheLinkStandsAloneOnItsLine(t *testing.T) {
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		for _, company := range []string{"", "Acme"} {
			for _, c := range channels {
				s := fake.New(func(c *screen.Config) { c.Company, c.Text = company, text.For(lang) })
				if got := composed(t, s, c); strings.Count(got, "\n\n"+fake.URL+"\n\n") != 1 {
					t.Errorf("%s, %q, channel %d: %q", lang, company, c, got)
				}
			}
		}
	}
}

func TestAMailEndsItsLinesAsMailsDoAndAChatAsChatsDo(t *testing.T) {
	for c, want := range map[sheet.Channel]string{sheet.ByWhatsApp: "a\n\nb", sheet.ByEmail: "a\r\n\r\nb"} {
		v := &visitor{}
		s := fake.New(func(c *screen.Config) { c.OpenURL, c.Message, c.Company = v.open, "a\n\nb", "Acme" })
		m, _ := sheet.NewMessage(s.Session, s.Made(), c)
		_, cmd := fake.Press(m, "enter")
		fake.Messages(cmd)
		address, err := url.Parse(v.visited[0])
		if err != nil {
			t.Fatal(err)
		}
		q := address.Query()
		if got := q.Get("text") + q.Get("body"); got != want {
			t.Errorf("channel %d: %q", c, got)
		}
		if subject := q.Get("subject"); c == sheet.ByEmail && subject != "Acme: link do Open Finance combinado por telefone" {
			t.Errorf("the subject is %q", subject)
		}
	}
}

func TestAMessageThatDoesNotFitIsScrolledAndTheTitleSaysWhere(t *testing.T) {
	s := fake.New(func(c *screen.Config) { c.Company = "Acme" })
	for _, size := range [][2]int{{60, 20}, {80, 24}} {
		m, _ := sheet.NewMessage(s.Session, s.Made(), sheet.ByEmail)
		area := s.Resize(m, size[0], size[1])
		seen := map[string]bool{}
		shown := func() []string {
			lines := strings.Split(strings.TrimRight(fake.Shown(m.View(area)), "\n"), "\n")
			if len(lines) > area.Rows {
				t.Fatalf("%d lines in %d", len(lines), area.Rows)
			}
			for _, line := range lines {
				seen[strings.TrimSpace(line)] = true
			}
			return lines
		}
		all := len(strings.Split(strings.TrimRight(fake.Shown(m.View(screen.Area{Cols: size[0], Rows: 60})), "\n"), "\n")) - 2
		for from := range all - (area.Rows - 2) {
			title := fmt.Sprintf(s.Text.Review.ScrollF, from+1, from+area.Rows-2, all)
			if got := shown()[0]; !strings.Contains(got, title) {
				t.Errorf("%v: no %q in %q", size, title, got)
			}
			fake.Press(m, "down")
		}
		fake.Press(m, "pgdown")
		last := shown()
		if end := strings.TrimSpace(last[len(last)-1]); end != "Acme" {
			t.Errorf("%v: it ends in %q", size, end)
		}
		fake.Press(m, "pgup")
		fake.Press(m, "pgup")
		fake.Press(m, "up")
		if got := shown()[2]; !strings.Contains(got, "Abre o programa de e-mail") {
			t.Errorf("%v: it begins with %q", size, got)
		}
		if got := fake.Names(m); got != "enter c ↑↓ esc" {
			t.Errorf("keys %q", got)
		}
		s.Resize(m, 80, 60)
		if got := fake.Names(m); got != "enter c esc" {
			t.Errorf("keys %q where it fits", got)
		}
	}
}

func TestAnAddressThatIsNoURLHasNoHostToName(t *testing.T) {
	s := fake.New(func(c *screen.Config) { c.Message = "{link} Abre em {dominio}." })
	l := s.Add(klavi.Link{ID: "id", URL: "https://%zz", ExpireIn: time.Hour})
	m, _ := sheet.NewMessage(s.Session, l, sheet.ByClipboard)
	if shown := fake.Shown(m.View(tall)); !strings.Contains(shown, "https://%zz") {
		t.Errorf("%s", shown)
	}
}
