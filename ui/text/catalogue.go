// Package text holds every sentence that klavilink shows, in Brazilian
// Portuguese and English.
//
// A language is one value of [Catalogue]; a test keeps the two complete and
// their verbs equal. Portuguese is what agents read aloud to customers, so it is
// the default wherever nothing asks for English. The names of the API's fields
// are not translated: they are what an integrator searches for.
package text

import "strings"

// Lang is a language of the screen.
type Lang string

// The languages.
const (
	Portuguese Lang = "pt"
	English    Lang = "en"
)

// ParseLang reads what a person or a locale calls a language: "pt", "pt-BR",
// "pt_BR.UTF-8", "en", "en-US".
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

// Detect chooses the language from the environment: KLAVILINK_LANG, then
// LC_ALL, LC_MESSAGES and LANG, of which the first that is set decides.
// Everything that is not English is Portuguese: C, POSIX, an empty environment
// and third languages too.
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

// For gives a language's catalogue; an unknown language is Portuguese.
func For(l Lang) *Catalogue {
	if l == English {
		return english()
	}
	return portuguese()
}

// Catalogue is all that can be said in one language. Names end in F where the
// string is a format.
type Catalogue struct {
	Lang Lang

	Frame  Frame
	Step   Step
	Field  Field
	Review Review
	Link   Link
	Failed Failed
	Status Status
	Send   Send
	Links  Links
	Keys   Keys
	Wrong  Wrong
	Hints  Hints
	API    API
	CLI    CLI

	// Letters and Digits are what is said for A to Z and 0 to 9 when a number is
	// read back; LetterF joins a letter and its word.
	Letters [26]string
	Digits  [10]string
	LetterF string
}

// Frame is what stands on every screen.
type Frame struct {
	Demo, DemoShort, DemoOpenF, Sandbox, Production, CustomServerF, StepF, TooSmallF, EarlyAuth, EarlyNetwork string
}

// Step names the steps of the form and says what they are for.
type Step struct {
	Customer, Institution, Return, More, CustomerIs, InstitutionIs, ReturnIs string
	MoreIs                                                                   string
}

// Field holds the labels of the fields and what stands beneath them.
type Field struct {
	OptionalF, HiddenF, Outage, Beta                                                  string // label
	Document, CPF, CNPJ, DocumentNote, CPFValid, CNPJValid, ReadBackF, Representative string
	RepresentativeNote, Email, EmailNote, Phone, PhoneNote, PhoneMobile, PhoneFixed   string
	DidYouMeanF, InstitutionSearch, CustomerChooses, UseCodeF, ShownF, NoMatch        string
	RedirectURL, RedirectNote, Callbacks, CallbacksNone, CallbacksAll, CallbacksEach  string
	CallbackAll, CallbackRows, CallbackNote, Report, Address, AppLink, AppLinkNote    string
	AppKey, AppKeyNote, ExternalInfo, ExternalInfoNote, Key, Value, ConnectionKey     string
	ConnectionKeyNote, RowEmptyKey, RowEmptyValueF, RowTwiceF                         string
}

// Review is the screen before the request.
type Review struct {
	Title, Nothing, ReadBack, ScrollF, AskProduction string
}

// Link is the screen with the code, and what remains of it afterwards.
type Link struct {
	Submitting, Title, Scan, LeftF, ExpiresAtF, UnderFive, UnderOne, TooBigF                                                                                                                      string
	TooBigHow, TooBigPage, PageLeft, PageShown, PageByHandF, PageFailed, NoCode, Copied, CopiedMaybe, AnyKey, PresenterScan, URLTooBig, Customer, Institution, ID, Expired, ExpiredNote, AskQuitF string
	DemoLocal, HalfBlocks, FullCells, Image, DrawnF, FileF, SavedF, SaveFailed                                                                                                                    string
	AskBackF, SummaryExpiry, SummaryExpiredF, SummaryExpiresF, SummaryURL, SummaryStatus, SummaryDemo                                                                                             string
}

// Failed is the screen after a failure that no field can mend.
type Failed struct {
	Title, SaidF, MaybeMade, Kept string
}

// Status says how far a customer is, in words that can be said on the telephone.
type Status struct {
	AlreadyF, AlreadyUntilF, Created, Waiting, NobodyCame, Blind, Trouble, TryAgain, MoreBanks, NewsF, Notification string
	Started, AwaitingBank, AwaitingLGPD, Authorised, Rejected, Failed, Expired, Revoked, Deleted, OtherF            string
}

// Send is what the customer is sent, and what the agent sees of it before.
type Send struct {
	Message, MessageNoCompany, Subject                                  string
	TitleCopy, TitleWhatsApp, TitleEmail, ToF, ToNobody                 string
	NoteCopy, NoteWhatsApp, NoteEmail, NoOpener, Copied, WhatsAppOpened string
	EmailOpened                                                         string
}

// Links is the list of the links of this run.
type Links struct{ Title, Over string }

// Keys are the words of the help line.
type Keys struct {
	Next, NextField, Back, ReviewNow, Quit, Create, Edit, Cancel, Again, TryAgain, Choose     string
	Message, WhatsApp, Email, AllKeys, AllKeysTitle, OpenNow, CopyText, Links, Reopen         string
	NextCustomer, ShowCode, Play, Reveal, Detail                                              string
	DropRow, Scroll, EditData, Swap, Browser, Redraw, Save, CopyLink, Present, LeavePresenter string
}

// Wrong holds the sentences for [validate.Reason] and the rules of the API's page.
type Wrong struct {
	CharF, CharDigitF, Invisible, Space, EmptyCPF, EmptyCNPJ, EmptyDocument         string
	EmptyPhone, EmptyEmail, EmptyURL, ShortOneF, ShortF, LongOneF, LongF, CheckChar string
	RepeatedF, CheckF, Country, Service, AreaCode, NinthDigit, Subscriber, NoAt     string
	ManyAt, LocalPart, Domain, Scheme, Host, AllExclusive, NeedsAppKey, ReportName  string
	ExternalInfo                                                                    string
}

// Hints holds a sentence for each [validate.Hint].
type Hints struct {
	CPF, CNPJ, Mobile, LostZero, Zero, One, NoAreaCode string
}

// API explains the errors of package klavi: what happened, and what to do next.
type API struct {
	TokenSource, NextDoctor, RefusedF, Refused, AlphaRefused, Keys, Forbidden, Input, Rate, Network, Timeout string
	ServerF, Protocol, NotFound, BusinessF, NextKeys, NextRetry, NextWaitF, NextWait                         string
	NextFields, NextConsent, NextBank, NextSupport, NextBase                                                 string
	Codes                                                                                                    [9]string // 4001 to 4009
}

// CLI is what the commands say.
type CLI struct {
	Short, Long, CreateShort, CreateLong, ValidateShort, ValidateLong, FlagEnv                                                                                                                           string
	FlagLang, FlagDemo, FlagDemoListen, BadListenF, FlagPlain, FlagInput, FlagJSON, FlagHelp, FlagVersion, HelpShort, HelpUsage, HelpCommands, HelpFlags, CompletionShort, InputTTY, BadJSONF, NotObject string
	Nothing, TooLarge, UnknownFieldF, DidYouMeanF, WantTextF, WantObjectF, ReadFileF                                                                                                                     string
	BadEnvF, BadLangF, BadArgF, BadFlagF, BareFlagF, BadKindF, BadBase, NoKind, NoTerminal, HalfKeys, NoCreds                                                                                            string
	FlagDebug, WriteFileF, LoginShort, LoginLong, LogoutShort, DoctorShort, FlagInsecure, AskAccess, AskSecret, NoKeys, NotStored, NoKeyring, StoredF, StoredFileF                                       string
	NotRemoved, NothingStoredF, RemovedF, InsecureF, DocNone, DocCredentials, DocFromF, DocReach, DocYes, DocClock, DocSkewF, DocLogin, DocUnproved, DocNoKeyring                                        string
	ConfigKeyF, ConfigValueF, ConfigSyntaxF, DemoServer, Valid, Invalid, Interrupted, PlainIntro, PlainBank, PlainConfirmF                                                                               string
	PlainNo, PlainAbandoned                                                                                                                                                                              string
}
