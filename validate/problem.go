package validate

import "strconv"

// Kind names what was checked.
type Kind uint8

// The kinds of value this package knows.
const (
	KindCPF Kind = iota + 1
	KindCNPJ
	KindPhone
	KindEmail
	KindURL
)

// String gives the name used on the command line and in JSON.
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

// Reason says which thing is wrong. The zero value means that nothing is.
type Reason uint8

// The reasons, in the order in which they are reported: a text with several
// things wrong always gives the first of them. Those from [AreaCode] on belong
// to telephones, e-mails and URLs alone.
const (
	Char      Reason = iota + 1 // a character that cannot stand there: Pos, Char
	Empty                       // nothing was typed
	Short                       // Have is less than Want
	Long                        // Have is more than Want
	CheckChar                   // a letter where a CNPJ has its check digits: Pos, Char
	Repeated                    // one digit over and over
	Check                       // the check digits: Expected, Got

	Country    // a telephone of another country
	Service    // 0800 and the like: nobody's telephone
	AreaCode   // there is no such DDD
	NinthDigit // a mobile number without the 9 in front
	Subscriber // no telephone begins with these digits

	AtSign    // an e-mail has exactly one @: Have says how many
	LocalPart // what stands before the @
	Domain    // what stands after the @

	Scheme   // a URL must be absolute, and not a script
	Host     // a web address needs a host, and no user name in front of it
	Insecure // http where only https will do
)

var reasonNames = [...]string{
	"", "char", "empty", "short", "long", "checkchar", "repeated", "check",
	"country", "service", "areacode", "ninthdigit", "subscriber",
	"atsign", "localpart", "domain", "scheme", "host", "insecure",
}

// String gives the name used in JSON; it is empty for the zero value.
func (r Reason) String() string {
	if int(r) < len(reasonNames) {
		return reasonNames[r]
	}
	return "unknown"
}

// Hint says what probably happened. It is never a repair: a corrected CPF
// would be somebody else's.
type Hint uint8

// The hints.
const (
	LooksLikeCPF    Hint = iota + 1 // a valid CPF in another field
	LooksLikeCNPJ                   // a valid CNPJ in another field
	LooksLikeMobile                 // a mobile number in the field of a document
	LostZero                        // valid with zeros at the left, as spreadsheets lose them
	LetterForZero                   // O typed for 0
	LetterForOne                    // I or l typed for 1
	NoAreaCode                      // a telephone without its DDD
)

// Problem is the diagnosis of one text. It is a comparable value; the zero
// value means that nothing is wrong. It holds no customer's data beyond the one
// character that does not belong and the two check digits.
type Problem struct {
	Kind   Kind
	Reason Reason
	Hint   Hint

	// Pos is the position of Char in the text as it was given, counted in
	// characters from 1.
	Pos  int
	Char rune

	// Have and Want count significant characters, punctuation left out.
	Have, Want int

	// Expected and Got are check digits in ASCII.
	Expected, Got [2]byte
}

// OK tells whether nothing is wrong.
func (p Problem) OK() bool { return p.Reason == 0 }

// ExpectedDigits gives the check digits that would be right, such as "25".
func (p Problem) ExpectedDigits() string { return string(p.Expected[:]) }

// GotDigits gives the check digits that were typed.
func (p Problem) GotDigits() string { return string(p.Got[:]) }

// Error describes the problem in English, for developers; package ui/text has
// the sentences for agents.
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
		return k + strconv.Itoa(p.Want-p.Have) + " missing (" + strconv.Itoa(p.Have) + " of " + strconv.Itoa(p.Want) + ")"
	case Long:
		return k + strconv.Itoa(p.Have-p.Want) + " too many (" + strconv.Itoa(p.Have) + " instead of " + strconv.Itoa(p.Want) + ")"
	case CheckChar:
		return k + "character " + strconv.Itoa(p.Pos) + " (" + strconv.QuoteRune(p.Char) + ") stands where a check digit belongs"
	case Repeated:
		return k + "one digit repeated"
	case Check:
		return k + "check digits are " + p.GotDigits() + ", expected " + p.ExpectedDigits()
	default:
		return k + p.Reason.String()
	}
}

// err turns the diagnosis into Parse's error: nil where nothing is wrong.
func (p Problem) err() error {
	if p.OK() {
		return nil
	}
	return p
}
