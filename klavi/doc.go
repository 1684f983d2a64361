// Package klavi is a client of the part of Klavi's Open Finance API that makes
// links: a partner's backend asks for a Link, the customer opens its URL within
// about half an hour, picks an institution and gives a Consent.
//
// # Two tokens
//
// A [Client] exchanges the partner's keys for an access token (POST /auth),
// holds it in memory, renews it before it ends (GET /refresh) and once more
// after a 401. A [Link] carries a token of its own, for what the customer's side
// may ask: which institutions there are and how far each consent is. Both are of
// type [Secret] and print as bullets; so does the URL of a link, for whoever has
// it can act as the customer until it expires.
//
// # What is checked here, and what is not
//
// [LinkRequest.Check] applies the rules that the API page states, before
// anything is sent: "all" stands alone among the callback addresses, an appLink
// needs its appRedirectURLKey, URLs are absolute. Identifiers, tokens, hosts and
// report codes are opaque. Check digits are not the business of this package:
// Klavi's own samples break them.
//
// # Errors
//
// Every error is an [*Error], with a [Kind] to act upon. It never holds a token,
// a key or a customer's data, even where the server repeats them, and its texts
// are safe to print on a terminal.
package klavi
