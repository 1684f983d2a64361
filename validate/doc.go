// Package validate checks what a Brazilian support agent types: CPF, CNPJ
// (numeric and alphanumeric), telephone number, e-mail address and URL.
//
// # Parse and Check
//
// Every kind of value has a type and two functions that apply the same rules.
// Parse returns (value, error), as is usual in Go. Check returns
// (value, [Problem]) and never allocates, so a form can call it on every key
// press. The error of Parse is that same Problem:
//
//	cpf, err := validate.ParseCPF("529.982.247-52")
//	var p validate.Problem
//	if errors.As(err, &p) && p.Reason == validate.Check {
//		fmt.Println("read the last group again:", p.End)
//	}
//
// # Ignored characters
//
// People paste from spreadsheets, PDFs and chats. In a CPF, a CNPJ and a
// telephone number, the package ignores dots, slashes, ASCII and typographic
// dashes, blanks, NBSP, zero-width characters, byte order marks and line ends.
// In an e-mail address and a URL, it ignores only the blanks around the text.
// It reports any other character that does not belong, with its position.
//
// # Order of reasons
//
// A text may have several faults. The package always reports the first of these:
// a character that does not belong, empty, too short, too long, a letter in place
// of a check digit, a repeated number, wrong check digits. A [Hint] may say what
// probably happened, such as a CNPJ in the field of a CPF, a mobile number, or
// zeros missing at the left.
//
// # Privacy
//
// CPFs, telephone numbers and e-mail addresses are personal data. All values
// print redacted, under every verb of package fmt, in log/slog and through
// String. Only Reveal and RevealFormatted return the real value. Their names are
// easy to find in a review. A Problem does not quote the text. It holds only the
// character that does not belong. It never says which check digits would fit.
//
// Package fmt cannot call methods on unexported struct fields. If a struct holds
// a CPF in an unexported field, printing the struct shows the digits as bytes.
package validate
