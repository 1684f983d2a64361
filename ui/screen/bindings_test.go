package screen_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"klavilink/klavi"
	"klavilink/ui/creating"
	"klavilink/ui/draft"
	"klavilink/ui/failed"
	"klavilink/ui/flow"
	"klavilink/ui/form"
	"klavilink/ui/internal/fake"
	"klavilink/ui/link"
	"klavilink/ui/review"
	"klavilink/ui/screen"
	"klavilink/ui/sheet"
)

// able is a wizard that can do everything, in a window in which much fits.
func able() *fake.Session {
	s := fake.New(func(c *screen.Config) {
		c.Data = draft.From(klavi.LinkRequest{
			PersonalTaxID: fake.CPF, InstitutionCode: fake.Bank, ExternalInfo: json.RawMessage(`{"protocol":"7"}`),
		})
		c.Pages = &fake.Pages{}
		c.OpenURL = func(string) error { return nil }
		c.Save = func(string, []byte) (string, error) { return "qr.png", nil }
		c.Play = func(string, string, klavi.ConsentStatus) error { return nil }
	})
	s.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	return s
}

// formAt is the form with a step open, after some keys.
func formAt(step draft.Step, keys ...string) func(*fake.Session) screen.Sheet {
	return func(s *fake.Session) screen.Sheet {
		f := form.New(s.Session)
		f.Enter(flow.Edit, screen.Handover{Step: step})
		for _, key := range keys {
			fake.Press(f, key)
		}
		return f
	}
}

// linkAt is the screen of a link after some events and keys.
func linkAt(events []flow.Event, keys ...string) func(*fake.Session) screen.Sheet {
	return func(s *fake.Session) screen.Sheet {
		l := link.New(s.Session)
		made := s.Made()
		l.Enter(flow.Created, screen.Handover{Link: made})
		for _, key := range keys {
			fake.Press(l, key)
		}
		for _, e := range events {
			if e == flow.Authorise {
				s.Saw(made, fake.Bank, klavi.Authorised)
			}
			l.Enter(e, screen.Handover{})
		}
		return l
	}
}

// message is a message on a channel.
func message(c sheet.Channel) func(*fake.Session) screen.Sheet {
	return func(s *fake.Session) screen.Sheet {
		m, _ := sheet.NewMessage(s.Session, s.Made(), c)
		return m
	}
}

// everything is every screen and sheet in the states in which its keys differ.
func everything() map[string]func(*fake.Session) screen.Sheet {
	return map[string]func(*fake.Session) screen.Sheet{
		"form, first field":  formAt(draft.StepCustomer),
		"form, second field": formAt(draft.StepCustomer, "tab"),
		"form, picker":       formAt(draft.StepInstitution),
		"form, choice":       formAt(draft.StepReturn, "tab"),
		"form, rows":         formAt(draft.StepMore),
		"form, with a link": func(s *fake.Session) screen.Sheet {
			s.Made()
			return formAt(draft.StepMore)(s)
		},
		"review": func(s *fake.Session) screen.Sheet {
			r := review.New(s.Session)
			r.Update(screen.Resized{Area: screen.Area{Cols: 120, Rows: 8}})
			r.Enter(flow.Finished, screen.Handover{})
			s.Made()
			return r
		},
		"creating": func(s *fake.Session) screen.Sheet {
			c := creating.New(s.Session)
			c.Enter(flow.Submit, screen.Handover{})
			return c
		},
		"failed": func(s *fake.Session) screen.Sheet {
			f := failed.New(s.Session)
			f.Enter(flow.Broke, screen.Handover{Err: &klavi.Error{Kind: klavi.KindNetwork}})
			s.Made()
			return f
		},
		"link": linkAt(nil),
		"link without colours": func(s *fake.Session) screen.Sheet {
			s.Update(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
			return linkAt(nil)(s)
		},
		"link, shared":             linkAt(nil, "p"),
		"link, authorised":         linkAt([]flow.Event{flow.Authorise}),
		"link, shared, authorised": linkAt([]flow.Event{flow.Authorise}, "p"),
		"link, expired":            linkAt([]flow.Event{flow.Expire}),
		"link, shared, expired":    linkAt([]flow.Event{flow.Expire}, "p"),
		"links": func(s *fake.Session) screen.Sheet {
			s.Made()
			s.Made()
			out, _ := sheet.LinksBinding(s.Session, "l").Do(fake.Key("l"))
			return out.Open
		},
		"message to copy":    message(sheet.ByClipboard),
		"message for a chat": message(sheet.ByWhatsApp),
		"mail":               message(sheet.ByEmail),
		"keys":               func(s *fake.Session) screen.Sheet { return sheet.NewKeys(s.Session, nil) },
		"URL":                func(s *fake.Session) screen.Sheet { return sheet.NewURL(s.Session, s.Made()) },
		"note": func(s *fake.Session) screen.Sheet {
			return sheet.Say(s.Session, strings.Repeat("many words ", 30)).Open
		},
	}
}

// state is all that a user sees of a screen.
func state(s screen.Sheet) string {
	frame := s.View(screen.Area{Cols: 120, Rows: 37})
	cursor := ""
	if frame.Cursor != nil {
		cursor = fmt.Sprint(frame.Cursor.X, frame.Cursor.Y)
	}
	return frame.Body + frame.Status + cursor + fake.Names(s)
}

// acts reports whether a key of a fresh screen does anything.
func acts(open func(*fake.Session) screen.Sheet, binding int, key string) bool {
	sh := open(able())
	before := state(sh)
	out, cmd := sh.Bindings()[binding].Do(fake.Key(key))
	return !fake.Nothing(out) || cmd != nil || state(sh) != before
}

func TestEveryKeyThatWorksHasHelpAndDoesSomething(t *testing.T) {
	for name, open := range everything() {
		for i, b := range open(able()).Bindings() {
			help := b.Help()
			if help.Key == "" || help.Desc == "" || b.Do == nil || len(b.Keys()) == 0 || !b.Enabled() {
				t.Errorf("%s: binding %d, %q, has no key, no help or nothing to do", name, i, help.Key)
				continue
			}
			if !slices.ContainsFunc(b.Keys(), func(key string) bool { return acts(open, i, key) }) {
				t.Errorf("%s: %s does nothing", name, help.Key)
			}
		}
	}
}

func TestNoTwoBindingsOfAScreenShareAKey(t *testing.T) {
	for name, open := range everything() {
		s := able()
		taken := map[string]string{"ctrl+z": "suspending"}
		for _, key := range s.QuitKey.Keys() {
			taken[key] = "quitting"
		}
		for _, b := range open(s).Bindings() {
			for _, key := range b.Keys() {
				if other, ok := taken[key]; ok {
					t.Errorf("%s: %s belongs to %s and to %s", name, key, other, b.Help().Desc)
				}
				taken[key] = b.Help().Desc
			}
		}
	}
}
