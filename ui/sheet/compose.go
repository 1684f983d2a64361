package sheet

import (
	"cmp"
	"net/url"
	"strings"
	"time"

	"klavilink/ui/desk"
	"klavilink/ui/message"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// compose writes what the customer reads: who asks, why, until when, and what
// nobody will ever ask for. The message holds no document. The template is the
// profile's or the language's. Without a company another template leaves its name out.
func compose(s *screen.Session, l *desk.Link, c Channel) (subject, text string) {
	t := &s.Text.Send
	subject, template := t.Subject, t.Message
	switch {
	case s.Company == "" && c == ByEmail:
		subject, template = t.SubjectNoCompany, t.MailNoCompany
	case s.Company == "":
		template = t.MessageNoCompany
	case c == ByEmail:
		template = t.Mail
	}
	v := message.Values{
		Link: l.URL.Reveal(), Time: l.ExpiresAt().In(brasilia()).Format("15:04"), Domain: host(l.URL.Reveal()),
		Company: validate.Harmless(s.Company, maxValue), Contact: validate.Harmless(s.Contact, maxValue),
		Ticket: validate.Harmless(l.Ticket, maxValue),
	}
	return message.Fill(subject, v), validate.HarmlessLines(message.Fill(cmp.Or(s.Message, template), v), maxMessage)
}

// The most characters of a message and of a value in it. Links have up to 700, and chats
// and mail programs take addresses of a few thousand.
const (
	maxMessage = 4000
	maxValue   = 200
)

// brasilia is the zone of the times in messages. Customers live in four zones, so the
// message has to name one, and the agent's own may be another. The offset is fixed,
// because Windows lacks the zone data and they would make the program 450 kB larger. It
// has not changed since Brazil gave up summer time in 2019.
func brasilia() *time.Location { return time.FixedZone("BRT", -3*60*60) }

// host returns the host of a URL, which the customer sees in the browser.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// whatsApp returns the address that opens a chat with the message. A mobile phone is
// the recipient; without one the agent chooses.
func whatsApp(text, phone string) (address, to string) {
	p, _ := validate.CheckPhone(phone)
	if !p.Mobile() {
		return "https://wa.me/?text=" + escape(text), ""
	}
	return "https://wa.me/" + strings.TrimPrefix(p.Reveal(), "+") + "?text=" + escape(text), p.String()
}

// email returns the address that opens a mail with the message. Its line ends are those
// of mails (RFC 6068).
func email(subject, text, recipient string) (address, to string) {
	mailbox := ""
	if e, _ := validate.CheckEmail(recipient); e.IsValid() {
		local, domain, _ := strings.Cut(e.Reveal(), "@")
		mailbox, to = escape(local)+"@"+escape(domain), e.String()
	}
	return "mailto:" + mailbox + "?subject=" + escape(subject) + "&body=" +
		escape(strings.ReplaceAll(text, "\n", "\r\n")), to
}

// escape writes text for an address. A blank becomes %20, because mail programs
// show a plus as it is (RFC 6068, RFC 3986).
func escape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
