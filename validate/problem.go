package validate

import "strconv"

// Kind is a kind of value that this package checks.
type Kind uint8

// The kinds of value.
const (
	KindCPF Kind = iota + 1
	KindCNPJ
	KindPhone
	KindEmail
	KindURL
)

// String returns the name that the command line and JSON use.
func (k Kind) String() string {
	switch k {
	case KindCPF:
		return "cpf"
	case KindCNPJ:
		return "cnpj"
	case KindPhone:
		return "phone"
	case KindEmail:
		return "email"
	case KindURL:
		return "url"
	default:
		return "unknown"
	}
}

// Reason says what is wrong with a text. The zero value means that nothing is wrong.
type Reason uint8

// The reasons, in the order in which the package reports them. If a CPF or a CNPJ
// has several faults, the package reports the first of these reasons. The reasons
// from [Country] on apply only to telephone numbers, e-mail addresses and URLs.
const (
	Char      Reason = iota + 1 // a character does not belong; Pos and Char say which
	Empty                       // nothing was typed
	Short                       // Have is less than Want
	Long                        // Have is more than Want
	CheckChar                   // a check digit of a CNPJ is a letter; Pos and Char say which
	Repeated                    // all digits are the same
	Check                       // the check digits do not fit the rest; End says where to look

	Country    // the telephone number is from another country
	Service    // the telephone number is a service such as 0800
	AreaCode   // the area code (DDD) does not exist
	NinthDigit // a mobile number lacks the leading 9
	Subscriber // no telephone number begins with these digits

	AtSign    // an e-mail address has Have @ signs instead of one
	LocalPart // the part before the @ is wrong
	Domain    // the part after the @ is wrong

	Scheme   // the URL is not absolute, or its scheme is not allowed
	Host     // the host is missing or wrong, or a user name precedes it
	Insecure // the URL is http but must be https
)

// reasonNames has the name of every reason.
var reasonNames = [...]string{
	"", "char", "empty", "short", "long", "checkchar", "repeated", "check",
	"country", "service", "areacode", "ninthdigit", "subscriber",
	"atsign", "localpart", "domain", "scheme", "host", "insecure",
}

// String returns the name that JSON uses. It is empty for the zero value.
func (r Reason) String() string {
	if int(r) < len(reasonNames) {
		return reasonNames[r]
	}
	return "unknown"
}

// Hint says what probably happened. A program must not correct a text by it,
// because a corrected CPF may be somebody else's.
type Hint uint8

// The hints.
const (
	LooksLikeCPF    Hint = iota + 1 // the text is a valid CPF but another kind was checked
	LooksLikeCNPJ                   // the text is a valid CNPJ but another kind was checked
	LooksLikeMobile                 // the text is a mobile number but a document was checked
	LostZero                        // the number is valid with zeros at the left, which spreadsheets remove
	LetterForZero                   // an O was typed instead of a 0
	LetterForOne                    // an I or an l was typed instead of a 1
	NoAreaCode                      // a telephone number lacks its area code (DDD)
)

// Problem says what is wrong with a text. It is comparable, and its zero value
// means that nothing is wrong. Of the customer's data, it holds only the character
// that does not belong. It does not say which check digits would fit, because that
// would invite to make up a number.
type Problem struct {
	Kind   Kind   // what was checked
	Reason Reason // what is wrong
	Hint   Hint   // what probably happened, or 0

	// Char is the character that does not belong. Pos is its position in the
	// given text, in characters counted from 1.
	Pos  int
	Char rune

	// Have and Want are the actual and the required number of characters. They do
	// not count ignored characters.
	Have, Want int

	// End is set if one of the two check digits fits. Then the mistake is probably in
	// the last group, and otherwise in the groups before it.
	End bool
}

// OK reports whether nothing is wrong.
func (p Problem) OK() bool { return p.Reason == 0 }

// Error describes the problem in English, for developers. Package ui/text has the
// sentences for agents.
func (p Problem) Error() string {
	k := p.Kind.String() + ": "
	switch p.Reason {
	case 0:
		return k + "ok"
	case Char:
		return k + "character " + strconv.Itoa(p.Pos) + " (" + strconv.QuoteRune(p.Char) + ") does not belong"
	case Empty:
		return k + "empty"
	case Short:
		return k + strconv.Itoa(p.Want-p.Have) + " missing (" +
			strconv.Itoa(p.Have) + " of " + strconv.Itoa(p.Want) + ")"
	case Long:
		return k + strconv.Itoa(p.Have-p.Want) + " too many (" +
			strconv.Itoa(p.Have) + " instead of " + strconv.Itoa(p.Want) + ")"
	case CheckChar:
		return k + "character " + strconv.Itoa(p.Pos) +
			" (" + strconv.QuoteRune(p.Char) + ") stands where a check digit belongs"
	case Repeated:
		return k + "one digit repeated"
	case Check:
		return k + "check digits do not fit"
	default:
		return k + p.Reason.String()
	}
}

// err returns p as an error. It returns nil if nothing is wrong.
func (p Problem) err() error {
	if p.OK() {
		return nil
	}
	return p
}
