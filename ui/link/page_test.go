package link_test

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"strings"
	"testing"
	"time"

	"klavilink/ui/flow"
	"klavilink/ui/internal/fake"
	"klavilink/ui/screen"
)

func TestThePageInTheBrowserGoesWithTheScreen(t *testing.T) {
	g := raise(t, beside, short)
	g.s.Run(g.on, g.on.Leave())
	if g.pages.Withdrawn != 0 {
		t.Error("a page is withdrawn that was not opened")
	}
	g.on.Enter(flow.Created, screen.Handover{Link: g.link})
	g.said(g.press("o"), screen.Outcome{Notice: g.s.Text.Link.PageShown, Success: true})
	g.s.Run(g.on, g.on.Leave())
	if g.pages.Shown != 1 || g.pages.Withdrawn != 1 {
		t.Errorf("%d pages are opened and %d withdrawn", g.pages.Shown, g.pages.Withdrawn)
	}
	g.s.Run(g.on, g.on.Leave())
	if g.pages.Withdrawn != 1 {
		t.Error("it is withdrawn twice")
	}
}

func TestAPageThatOpensTooLateIsWithdrawn(t *testing.T) {
	for name, leave := range map[string]func(*stage){
		"on another screen": func(g *stage) { g.s.Run(g.on, g.on.Leave()) },
		"after the end":     func(g *stage) { g.moves(flow.Expire, screen.Handover{}) },
		"with another link": func(g *stage) {
			other := g.s.Sample()
			other.URL += "2"
			g.moves(flow.Created, screen.Handover{Link: g.s.Add(other)})
		},
	} {
		t.Run(name, func(t *testing.T) {
			g := raise(t, beside, short)
			_, open := fake.Press(g.on, "o")
			leave(g)
			before := g.pages.Withdrawn
			g.said(g.s.Run(g.on, open))
			if g.pages.Shown != 1 || g.pages.Withdrawn != before+1 {
				t.Errorf("%d pages are opened and %d withdrawn", g.pages.Shown, g.pages.Withdrawn-before)
			}
		})
	}
}

func TestAPageThatNothingOpensIsNamedWithItsPath(t *testing.T) {
	failure := errors.New("no browser")
	g := raise(t, beside, short)
	g.pages.Path, g.pages.Err = "/tmp/page.html", failure
	g.said(g.press("o"), screen.Outcome{Notice: fmt.Sprintf(g.s.Text.Link.PageByHandF, "/tmp/page.html")})
	g.pages.Path = "/tmp/" + strings.Repeat("x", 100)
	said := g.press("o")
	if len(said) != 1 || said[0].Open == nil {
		t.Fatalf("a long path gives %+v", said)
	}
	if note := fake.Shown(said[0].Open.View(g.area)); !strings.Contains(squeezed(note), g.pages.Path) {
		t.Errorf("the path is not whole in\n%s", note)
	}
	g.pages.Path = ""
	g.said(g.press("o"), screen.Outcome{Notice: g.s.Text.Link.PageFailed})
}

// shelf keeps the last picture that was saved.
type shelf struct {
	name    string
	picture []byte
	path    string
	err     error
}

func (s *shelf) save(name string, picture []byte) (string, error) {
	s.name, s.picture = name, picture
	return s.path, s.err
}

func TestThePictureIsNamedAfterTheEndOfTheLinkAndNobody(t *testing.T) {
	s := &shelf{path: "/tmp/qr.png"}
	g := raise(t, beside, short, func(c *screen.Config) {
		c.Save, c.Zone = s.save, time.FixedZone("Brasília", -3*60*60)
	})
	g.said(g.press("s"), screen.Outcome{Notice: fmt.Sprintf(g.s.Text.Link.SavedF, "/tmp/qr.png"), Success: true})
	if s.name != "qr-ate-11h30.png" {
		t.Errorf("it is called %q", s.name)
	}
	if picture, err := png.Decode(bytes.NewReader(s.picture)); err != nil || picture.Bounds().Dx() < 300 {
		t.Errorf("no picture: %v", err)
	}
}

func TestSavingSaysWhereThePictureIsOrThatThereIsNone(t *testing.T) {
	s := &shelf{path: "/tmp/" + strings.Repeat("x", 100)}
	g := raise(t, beside, short, func(c *screen.Config) { c.Save = s.save })
	if said := g.press("s"); len(said) != 1 || said[0].Open == nil {
		t.Errorf("a long path gives %+v", said)
	}
	s.err = errors.New("full")
	g.said(g.press("s"), screen.Outcome{Notice: g.s.Text.Link.SaveFailed})
	_, save := fake.Press(g.on, "s")
	g.moves(flow.Expire, screen.Handover{})
	g.said(g.s.Run(g.on, save))
}

func TestACopyIsSaidToBeSureOrNotWhileTheLinkIsLive(t *testing.T) {
	refusing := errors.New("refused")
	g := raise(t, beside, short, func(c *screen.Config) { c.Clipboard = func(string) error { return refusing } })
	g.said(g.press("c"), screen.Outcome{Notice: g.s.Text.Link.CopiedMaybe})
	refusing = nil
	g.said(g.press("c"), screen.Outcome{Notice: g.s.Text.Link.Copied, Success: true})
	_, cmd := fake.Press(g.on, "c")
	g.moves(flow.Expire, screen.Handover{})
	g.said(g.s.Run(g.on, cmd))
}

func TestTheURLIsShownWhileItIsCopiedWhereTheWindowHasNoRoomForIt(t *testing.T) {
	for window, opens := range map[[2]int]bool{beside: false, below: false, alone: true} {
		g := raise(t, window, short)
		out, _ := fake.Press(g.on, "c")
		if (out.Open != nil) != opens {
			t.Errorf("%v: %+v", window, out)
		}
		if opens && !strings.Contains(fake.Shown(out.Open.View(g.area)), fake.URL) {
			t.Error("the sheet does not show the URL")
		}
	}
}
