// Package validate checks what a Brazilian support agent types: CPF, CNPJ
// (numeric and alphanumeric), telephone, e-mail and URL.
//
// # Two ways in, one set of rules
//
// Every kind has a value type and two functions. Parse follows Go's habit and
// answers (value, error). Check answers (value, [Problem]) and allocates
// nothing, neither when the text is right nor when it is wrong, so that it can
// run on every key press. The error of Parse is that same Problem:
//
//	cpf, err := validate.ParseCPF("529.982.247-52")
//	var p validate.Problem
//	if errors.As(err, &p) && p.Reason == validate.Check {
//		fmt.Println("expected check digits:", p.ExpectedDigits())
//	}
//
// # What is forgiven, and what is not
//
// People paste from spreadsheets, PDFs and chats. Dots, slashes, ASCII and
// typographic dashes, blanks, NBSP, zero-width characters, byte order marks and
// line ends are passed over in a CPF, a CNPJ and a telephone; an e-mail and a
// URL only lose the blanks around them. Nothing else is dropped in silence: any
// other character is reported with its position.
//
// # One order of reasons
//
// A text with several things wrong always reports the same one: a character
// that does not belong, then empty, too short, too long, a letter in a check
// digit, a repeated number, and at last the check digits. A [Hint] may say what
// probably happened: a CNPJ in the field of a CPF, a mobile number, a zero lost
// at the left.
//
// # Privacy
//
// A CPF, a telephone and an e-mail are personal data. Under every verb of
// package fmt, in slog and through String, the values print redacted; only
// Reveal and RevealFormatted give the real ones, and they are easy to find in a
// review. A Problem never quotes the text, only the one character that does not
// belong and, for check digits, the two that were typed and the two expected.
// (Package fmt cannot call methods on unexported struct fields: a struct that
// holds a CPF in one and is printed whole shows the bytes as numbers.)
package validate
