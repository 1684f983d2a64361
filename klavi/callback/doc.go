// Package callback reads what Klavi sends to a partner: events and product reports. It
// verifies the signature, and it gives each item the key by which a receiver drops
// repeats.
//
// Klavi signs a body with HMAC-SHA256. The key is the partner's secret key, and the
// header [SignatureHeader] has the result in hexadecimal digits. The timestamp of
// [TimestampHeader] is not signed, so it proves nothing.
//
// A receiver calls [Read], drops an item whose key [Seen] knows, and answers with a
// status of 2xx within ten seconds. Klavi repeats a delivery that is not answered so,
// and it may deliver items out of order.
//
// The package does not decrypt. Klavi can encrypt values with AES-256, but its public
// pages do not say how the bytes are laid out.
package callback
