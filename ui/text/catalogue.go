// Package text holds every sentence that the wizard and the commands show, in Brazilian
// Portuguese and in English. The pages of the demo have their own, in package sandbox.
//
// A [Catalogue] holds all sentences of one language. A test fails if a sentence lacks
// a translation, or if the formatting verbs of the two differ. Portuguese is the
// default, because agents read these sentences to customers in Brazil. The names of
// the API's fields are not translated, because integrators search for them.
package text

import "strings"

// Lang is a language that klavilink can show.
type Lang string

// The languages.
const (
	Portuguese Lang = "pt"
	English    Lang = "en"
)

// ParseLang returns the language that a person or a locale names, as "pt", "pt-BR",
// "pt_BR.UTF-8", "en" or "en-US" do. It reports false for any other language.
func ParseLang(s string) (Lang, bool) {
	s = strings.ToLower(s)
	if i := strings.IndexAny(s, "-_.@"); i >= 0 {
		s = s[:i]
	}
	switch s {
	case "pt":
		return Portuguese, true
	case "en":
		return English, true
	default:
		return "", false
	}
}

// Detect returns the language that the environment asks for. KLAVILINK_LANG decides
// if it names a language of klavilink. Otherwise the first of LC_ALL, LC_MESSAGES and
// LANG that is set decides. Everything but English means Portuguese: an empty
// environment, C, POSIX and all other languages.
func Detect(getenv func(string) string) Lang {
	if l, ok := ParseLang(getenv("KLAVILINK_LANG")); ok {
		return l
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if l, ok := ParseLang(v); ok {
				return l
			}
			return Portuguese
		}
	}
	return Portuguese
}

// For returns the catalogue of a language. It returns the Portuguese one for an unknown
// language.
func For(l Lang) *Catalogue {
	if l == English {
		return english()
	}
	return portuguese()
}

// Catalogue holds all sentences of one language. The name of a field ends in F if its
// string is a format for package fmt.
type Catalogue struct {
	Lang Lang

	Frame  Frame
	Step   Step
	Field  Field
	Review Review
	Link   Link
	Failed Failed
	Status Status
	Demo   Demo
	Send   Send
	Say    Say
	Links  Links
	Keys   Keys

	KeyGroups KeyGroups

	Wrong Wrong
	Hints Hints
	API   API
	CLI   CLI

	Events  Events
	Plain   Plain
	Journey Journey

	Without NoWhatsApp

	// Letters and Digits hold the words for A to Z and 0 to 9, with which an agent
	// spells a number on the telephone. LetterF joins a letter and its word.
	Letters [26]string
	Digits  [10]string
	LetterF string
}

// Frame holds the sentences around a screen: the environment, the step, and warnings.
type Frame struct {
	Demo, DemoShort, DemoOpenF, Sandbox, Production, CustomServerF, TooSmallF, EarlyAuth string
	EarlyNetwork, DemoLocalF                                                             string
}

// Step holds the names of the form's steps. A name that ends in Is belongs to the
// sentence that says what the step is for.
type Step struct {
	Customer, Institution, Return, More, CustomerIs, InstitutionIs, ReturnIs string
	MoreIs                                                                   string
}

// Field holds the labels of the fields, and the notes below them.
type Field struct {
	OptionalF, HiddenF, Outage, Beta                                                  string
	Document, CPF, CNPJ, DocumentNote, CPFValid, CNPJValid, ReadBackF, Representative string
	RepresentativeNote, Email, EmailNote, Phone, PhoneNote, PhoneMobile, PhoneFixed   string
	DidYouMeanF, InstitutionSearch, CustomerChooses, UseCodeF, ShownF, NoMatch        string
	RedirectURL, RedirectNote, Callbacks, CallbacksNone, CallbacksAll, CallbacksEach  string
	CallbackAll, CallbackRows, CallbackNote, Report, Address, AppLink, AppLinkNote    string
	AppKey, AppKeyNote, ExternalInfo, ExternalInfoNote, Key, Value, ConnectionKey     string
	ConnectionKeyNote, RowEmptyKey, RowEmptyValueF, RowTwiceF                         string
	Ticket, TicketNote                                                                string
	SuggestionF, NoHTTPS, PhoneName                                                   string
}

// Review holds the sentences of the screen that shows what will be sent.
type Review struct {
	Title, Nothing, ReadBack, ScrollF, AskProduction string
}

// Link holds the sentences of the screen with the code, and of the summary that is
// printed at the end.
type Link struct {
	Submitting, Title, Scan, LeftF, ExpiresAtF, UnderFive, UnderOne, TooBigF          string
	TooBigHow, TooBigPage, PageTitle, PageShown, PageClosed, PageByHandF, PageFailed  string
	NoCode, Copied, ForeignF, ForeignShortF, Sextants, Octants                        string
	CopiedMaybe, AnyKey, PresenterScan, URLTooBig, Customer, Institution, ID, Expired string
	ExpiredNote, AskQuitF                                                             string
	DemoLocal, HalfBlocks, FullCells, Image, DrawnF, FileF, SavedF, SaveFailed        string
	AskBackF, SummaryExpiry, SummaryExpiredF, SummaryExpiresF, SummaryStatus          string
	SummaryDemo, TooBigGrow                                                           string
	SaveNowhere                                                                       string
}

// Failed holds the sentences of the screen that says why there is no link.
type Failed struct {
	Title, SaidF, MaybeMade, Kept string
	UnlistedF                     string
}

// Status holds the words for how far a customer is. Agents say them on the telephone.
type Status struct {
	AlreadyF, AlreadyUntilF, Created, Waiting, NobodyCame, Blind, Trouble, TryAgain, MoreBanks   string
	NewsF, Notification                                                                          string
	Started, AwaitingBank, AwaitingLGPD, Authorised, Rejected, Failed, Expired, Revoked, Deleted string
	OtherF, Replaced, AskRefused, BlindNote                                                      string
}

// Demo holds what the demo shows of an authorisation: invented results, in short.
type Demo struct{ SamplePerson, SampleCompany string }

// Send holds the messages to the customer, which are templates of package message, and
// the sentences of the sheet that shows them to the agent first.
type Send struct {
	Message, MessageNoCompany, Mail, MailNoCompany, Subject             string
	SubjectNoCompany                                                    string
	TitleCopy, TitleWhatsApp, TitleEmail, ToF, ToNobody                 string
	NoteCopy, NoteWhatsApp, NoteEmail, NoOpener, Copied, WhatsAppOpened string
	EmailOpened, RecipientNote, NeedsMobile                             string
}

// Links holds the sentences of the list of the links that this run has made.
type Links struct {
	Title, OverF, AgeF, Search, SearchLabel, NoneFound, Rename, NameLabel, Keep, TotalsF string
	OtherBank, OtherBankF                                                                string
}

// Keys holds what the keys do, in the words of the help line.
type Keys struct {
	Next, NextField, Back, ReviewNow, Quit, Create, Edit, Cancel, Again, TryAgain, Choose     string
	Message, WhatsApp, Email, AllKeys, AllKeysTitle, OpenNow, CopyText, Links, Reopen         string
	NextCustomer, ShowCode, Play, Reveal, Detail                                              string
	DropRow, Scroll, EditData, Swap, Browser, Redraw, Save, CopyLink, Present, LeavePresenter string
	ShowURL, Grow, OtherBank                                                                  string
}

// KeyGroups holds the titles of the groups in the list of all keys.
type KeyGroups struct{ Customers, Sending, Code, Program string }

// Wrong holds a sentence for each [validate.Reason], and for the rules of the API that
// klavilink checks before it sends a request.
type Wrong struct {
	CharF, CharDigitF, Invisible, Space, EmptyCPF, EmptyCNPJ, EmptyDocument         string
	EmptyPhone, EmptyEmail, EmptyURL, ShortOneF, ShortF, LongOneF, LongF, CheckChar string
	RepeatedF, Check, Country, Service, AreaCode, NinthDigit, Subscriber, NoAt      string
	ManyAt, LocalPart, Domain, Scheme, Host, AllExclusive, NeedsAppKey, ReportName  string
	ExternalInfo, CheckEnd                                                          string
}

// Hints holds a sentence for each [validate.Hint].
type Hints struct {
	CPF, CNPJ, Mobile, LostZero, Zero, One, NoAreaCode string
}

// API holds the explanations for the errors of package klavi. A name that begins with
// Next belongs to a sentence that says what to do.
type API struct {
	TokenSource, NextDoctor, RefusedF, Refused, AlphaRefused, Keys, Forbidden, Input string
	Rate, Network, Timeout, ServerF, Protocol, NotFound, BusinessF, NextKeys         string
	NextRetry, NextWaitF, NextWait, NextFields, NextConsent, NextBank                string
	NextSupport, NextBase, Unsafe, NextUnsafe                                        string

	// Codes holds the meanings of the codes 4001 to 4009, in that order.
	Codes [9]string
}

// CLI holds the sentences of the commands.
type CLI struct {
	Short, Long, CreateShort, CreateLong, ValidateShort, ValidateLong, FlagEnv                   string
	FlagLang, FlagDemo, FlagDemoListen, BadListenF, FlagPlain, FlagInput, FlagJSON, FlagHelp     string
	FlagVersion, HelpShort, HelpUsage, HelpCommands, HelpFlags, CompletionShort, InputTTY        string
	FileUntrustedF, FileForeignF, FileNotRegularF, FileTooLargeF, LogExistsF                     string
	HelpCommand, HelpOptions, RecordTooLarge                                                     string
	NotObject                                                                                    string
	Nothing, TooLarge, UnknownFieldF, DidYouMeanF, WantTextF, WantObjectF, ReadFileF             string
	BadEnvF, BadLangF, BadArgF, BadFlagF, BareFlagF, BadKindF, BadBase, NoKind, NoTerminal       string
	HalfKeys, NoCreds                                                                            string
	FlagDebug, WriteFileF, LoginShort, LoginLong, LogoutShort, DoctorShort, FlagInsecure         string
	AskAccess, AskSecret, NoKeys, NotStored, NoKeyring, StoredF, StoredFileF                     string
	NotRemoved, NothingStoredF, RemovedF, InsecureF, DocNone, DocCredentials, DocFromF, DocReach string
	DocYes, DocClock, DocSkewF, DocLogin, DocUnproved, DocNoKeyring                              string
	ConfigKeyF, ConfigValueF, ConfigSyntaxF, DemoServer, Valid, Invalid, Interrupted, PlainIntro string
	ConfigPlaceholderF                                                                           string
	PlainBank, PlainAbandoned                                                                    string
	FlagPrintLink                                                                                string

	Batch  Batch
	Config Config
	Help   Help
	Tools  Tools
}

// Journey holds the sentences of the panels: how far the customer is, in a word or two for
// each stage, and what the agent says next.
type Journey struct {
	Title, Created, Began, Bank, Terms, Authorised string
	Link, Session, SessionEmpty, CountsF, MoreF    string
	TookF, SayF, LeftOutF, Waiting, Over           string
}
