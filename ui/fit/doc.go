// Package fit puts a QR code into the room that a window has for it.
//
// [Fit] chooses what a code is made of and where it stands. It draws the code in
// cells, or leaves blanks for an image. A [Layer] owns the image that lies over
// these blanks: it sends the image when the cells are blank, and takes it away
// before anything else is drawn in its place. The package knows neither the link
// behind a code nor the words around it.
package fit
