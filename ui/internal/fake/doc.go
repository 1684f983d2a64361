// Package fake stands in for what surrounds a screen, so that a test drives a
// screen or a sheet as a plain value: no terminal, no network, no waiting.
//
// A [Session] owns a clock that moves when the test says so, an API that answers
// what the test says, and a browser that counts its pages. The package presses
// keys as package ui does. It does not know package ui or any screen.
package fake
