package sheet

import (
	"net/url"
	"strings"

	"klavilink/ui/desk"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// compose writes what the customer reads: who asks, why, until when, and what
// nobody will ever ask for. The message holds no document. The template is the
// profile's or the language's. {empresa}, {link} and {hora} stand for the company,
// the URL and the end. Without a company another template leaves its name out.
func compose(s *screen.Session, l *desk.Link) string {
	template := s.Message
	switch {
	case template != "":
	case s.Company != "":
		template = s.Text.Send.Message
	default:
		template = s.Text.Send.MessageNoCompany
	}
	expiry := s.Facts(l, l.Left()).Expiry()
	text := strings.NewReplacer(
		"{empresa}", s.Company, "{company}", s.Company,
		"{link}", l.URL.Reveal(),
		"{hora}", expiry, "{time}", expiry,
	).Replace(template)
	return validate.Harmless(text, maxMessage)
}

// maxMessage limits a message, in characters. Links have up to 700, and chats and
// mail programs take addresses of a few thousand.
const maxMessage = 4000

// whatsApp returns the address that opens a chat with the message. A mobile phone is
// the recipient; without one the agent chooses.
func whatsApp(text, phone string) (address, to string) {
	p, _ := validate.CheckPhone(phone)
	if !p.Mobile() {
		return "https://wa.me/?text=" + escape(text), ""
	}
	return "https://wa.me/" + strings.TrimPrefix(p.Reveal(), "+") + "?text=" + escape(text), p.String()
}

// email returns the address that opens a mail with the message.
func email(subject, text, recipient string) (address, to string) {
	mailbox := ""
	if e, _ := validate.CheckEmail(recipient); e.IsValid() {
		local, domain, _ := strings.Cut(e.Reveal(), "@")
		mailbox, to = escape(local)+"@"+escape(domain), e.String()
	}
	return "mailto:" + mailbox + "?subject=" + escape(subject) + "&body=" + escape(text), to
}

// escape writes text for an address. A blank becomes %20, because mail programs
// show a plus as it is (RFC 6068, RFC 3986).
func escape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
