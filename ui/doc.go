// Package ui is the wizard: a Bubble Tea program that asks for a customer's
// data, creates a link and shows it as a QR code until it expires.
//
// One [Model] holds one state machine ([State], [Event], and next, the only
// place where states change):
//
//	form ──▶ review ──▶ submitting ──▶ link ──▶ authorised ──▶ form
//	  ▲        │  ▲         │  │         │          ▲
//	  └────────┘  └─cancel──┘  └▶ failed └──▶ expired ──▶ submitting
//
// The README has every arrow; a test compares it with next.
//
// The form is four steps, each a huh form made anew from [Data] whenever it is
// entered, so that nothing typed is ever lost: going back, a refusal by the API,
// a failure or a new size all end in the same data on the same fields. The model
// owns every way between fields, steps and states; huh lays out and themes.
//
// Update does no I/O. What takes time are commands, which answer with messages;
// each answer carries the number of its question, and an answer to anything but
// the last is dropped. Clock and client are passed in.
//
// Two clocks make the countdown ([Clock]): a steady one that runs on while the
// machine sleeps and that nobody can set says how much is left, the wall clock
// says at what time of day that ends. An expired code must not be scanned, so
// the code goes with the first message of any kind that finds the time over, and
// with it the page in the browser, if one was opened.
package ui
