// Package ui is the wizard: a Bubble Tea program that asks for a customer's data,
// creates a link and shows it as a QR code until it expires.
//
// [Model] is the root, and small. It knows which screen is on, what lies over it,
// and how to quit. The state machine in package flow says what an event leads to;
// the screens, each in a package of its own, do the rest. Docs/architecture.md has
// the picture.
//
// Update does no input or output. What takes time are commands, which answer with
// messages. Each answer carries the number of its question, and an answer to
// anything but the last question is dropped. Clock, time zone, chance, client,
// clipboard and browser are passed in with [Config], so that many wizards can run
// in one process and share nothing.
//
// Two clocks make the countdown: a steady one that goes on while the machine
// sleeps and that nobody can set says how much is left, the wall clock says at what
// time of day that ends. Before any other message the screen that is on looks at
// the clock, so that an expired code is never drawn.
package ui
