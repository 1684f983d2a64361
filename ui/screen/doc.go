// Package screen says what a screen of the wizard is, and holds what all screens
// of one wizard share.
//
// A [Screen] is what the agent looks at: the form, the review, the link. A
// [Sheet] lies over a screen for a moment: a message, the list of keys. Each has a
// package or a file of its own. It owns its state, takes its keys and messages,
// and draws itself into the room that it is given. It never asks which screen is
// on: it tells package ui what happened ([Outcome]), and package ui decides what
// comes next.
//
// [Session] is what the screens of one wizard have in common: the desk, the
// terminal, the language, the styles. Nothing is shared between two sessions, so
// many wizards can run in one process.
package screen

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"klavilink/klavi"
	"klavilink/ui/desk"
	"klavilink/ui/draft"
	"klavilink/ui/fit"
	"klavilink/ui/flow"
)

// Sheet lies over a screen. It takes the keys until it is closed.
type Sheet interface {
	// Update takes a message that may be the sheet's, and a key or a paste that no
	// binding took. Messages of others are ignored.
	Update(msg tea.Msg) (Outcome, tea.Cmd)

	// Bindings lists the keys that work now, in the order of the help line.
	Bindings() []Binding

	// View draws into an area.
	View(a Area) Frame
}

// Screen is what the agent looks at in one or several states of the wizard.
type Screen interface {
	Sheet

	// Enter shows the screen, because of an event that brings something along.
	Enter(e flow.Event, h Handover) tea.Cmd

	// Leave ends what the screen has under way: a request, a page in the browser.
	Leave() tea.Cmd

	// Aspects returns what stands around the view.
	Aspects() Aspects
}

// Binding is a key with what it does, so that the help line and the handling
// cannot disagree.
type Binding struct {
	key.Binding

	// Confirm is asked first. The key works when it is pressed again. Empty asks
	// nothing.
	Confirm string

	// Hidden keeps the key out of the help line.
	Hidden bool

	// For is what the key is for.
	For Purpose

	// Do is what the key does.
	Do func(tea.KeyPressMsg) (Outcome, tea.Cmd)
}

// Purpose is what a key is for, so that a list of many keys has an order.
type Purpose uint8

// The purposes.
const (
	ForTheProgram Purpose = iota
	ForCustomers          // to go to another customer or link
	ForSending            // to send the link
	ForTheCode            // to show the code elsewhere or otherwise
)

// Bind names a key for the help line and says which keys it stands for.
func Bind(name, what string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, what))
}

// Outcome is what a screen or a sheet tells package ui. It is a return value and
// no message, so that nothing comes between a key and its effect.
type Outcome struct {
	Event flow.Event // what happened; [flow.Stay] if the wizard stays where it is
	Handover

	Open    Sheet  // a sheet to lay over the screen
	Close   bool   // the sheet is done
	Notice  string // said above the keys until the next key
	Success bool   // the notice tells of something that worked
}

// Go is the outcome of an event that brings nothing along.
func Go(e flow.Event) Outcome { return Outcome{Event: e} }

// Handover is what an event brings along to the screen that it leads to.
type Handover struct {
	Link  *desk.Link   // the link that was created or is opened again
	Err   *klavi.Error // why no link was created
	Step  draft.Step   // the step to edit
	Field string       // the key of the field to go to, empty for the first
}

// Area is the room for a view, in cells.
type Area struct{ Cols, Rows int }

// Frame is a drawn view.
type Frame struct {
	Body   string
	Cursor *tea.Cursor // from the top left corner of the body; nil for no cursor
	Chrome Chrome

	// Status stands on the last line before the keys, where the chrome is Bare.
	Status string
}

// Rows returns the rows of the body without the blank ones at its end. Below a code no
// row is dropped that may lie under an image.
func (f Frame) Rows() []string {
	rows := strings.Split(f.Body, "\n")
	for len(rows) > 0 && (rows[len(rows)-1] == "" || f.Chrome == Framed && strings.TrimSpace(rows[len(rows)-1]) == "") {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// Chrome is what package ui puts around a view.
type Chrome uint8

// The kinds of chrome.
const (
	Framed Chrome = iota // header, blank line, view, footer
	Tight                // header, view with one row more, footer
	Bare                 // the view on the whole window but for the last line
	Over                 // a box over the screen beneath the sheet
)

// Aspects are what stands around a view of a screen.
type Aspects struct {
	Place       string      // at the right of the header, where that has room
	Warnings    []string    // above the keys, for as long as they matter
	ConfirmQuit string      // asked before quitting; empty asks nothing
	Picture     fit.Picture // the image on the screen; the zero value is none
	Shared      bool        // others look at the screen: nothing is said of other customers
	Held        bool        // the screen has just changed by itself: keys do nothing yet
}

// Woken comes before every other message to the screen that is on, so that a link
// that expired meanwhile is noticed before anything else.
type Woken struct{}

// Resized says how much room there is for a view that is framed.
type Resized struct{ Area Area }

// Refitted says that the terminal or the styles have changed.
type Refitted struct{}

// Resumed says that the wizard is on the screen again after a suspension.
type Resumed struct{}
