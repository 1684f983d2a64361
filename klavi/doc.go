// Package klavi is a client for Klavi's Open Finance API. It covers the part of the
// API that makes links. A partner's backend requests a [Link]. The customer opens
// its URL within about half an hour, chooses an institution and gives a [Consent].
//
// # Two tokens
//
// A [Client] exchanges the partner's keys for an access token (POST /auth) and
// keeps the token in memory. It renews the token before it expires (GET /refresh),
// and gets a new one if the server answers 401.
//
// A [Link] has its own token, for requests on the customer's side: listing the
// institutions and reading how far the customer is at each of them.
//
// Both tokens have the type [Secret] and print as bullets. So does the URL of a
// link, because anyone who has it can act as the customer until it expires.
//
// # Checks
//
// [LinkRequest.Check] applies the rules of the API page "Create a Link" before
// anything is sent. The callback address "all" excludes other addresses, an appLink
// needs an appRedirectURLKey, and URLs must be absolute. The package does not
// interpret identifiers, tokens and report codes. It does not verify check digits,
// because Klavi's own samples have wrong ones.
//
// # Errors
//
// Every error is an [*Error], whose [Kind] says how to react to it. The error holds
// no token, no key and no customer's data, even if the server repeats them. Its
// text is safe to print on a terminal.
package klavi
