package text

// Events holds the sentences about callbacks: of the commands listen and trigger, and of
// the flags that make the demo deliver and tell stories.
type Events struct {
	FlagEvents, FlagOlder, FlagRegulated, FlagStory, FlagSpeed string
	BadAddressF, BadStoryF, BadSpeedF, OnlyDemo                string

	// Stories says what happens in each story, in the order of sandbox.Stories.
	Stories [10]string

	ListenShort, ListenLong, FlagOn, FlagForward, FlagPrintBody, BadOnF string
	ListeningF, ForwardsToF, NoSecret, Nothing                          string
	ColTime, ColEvent, ColLink, ColVerdict, ColForward                  string
	Good, NotChecked, Repeat, Forged, Unsigned, Malformed               string
	TooLarge, Cut, NotJSON, Test                                        string
	ForwardedF, NotForwarded, CostF                                     string
	Headers, Body, NoBody, KeyMove, KeyOpen, KeyBack, KeyQuit           string
	KeysTitle, KeyPage, KeyEnds, KeyHelp                                string

	TriggerShort, TriggerLong, FlagTo, FlagLink, FlagTampered, FlagReplayed string
	FlagUnsigned, FlagSlow, FlagList                                        string
	NoName, BadNameF, BadLink, OneFault, AnsweredF, NoAnswerF               string
	Refused, Accepted                                                       string
}
