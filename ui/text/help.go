package text

// Help holds the sentences of the help, and those about a command line that is wrong.
type Help struct {
	// SeeF names the help of a command. The others say what is wrong with the command line.
	SeeF, ExtraF, WantWholeF, WantNumberF, WantTimeF, WantSwitchF, WantOtherF, NotFlagF string

	// Examples, Topics and the headings of groups of flags stand over the parts of a help.
	Examples, Topics, General, GroupInput, GroupRecords, GroupPace, GroupOutput, GroupDemo string

	// OmittedF names the value of a flag that is left out.
	OmittedF string

	// These stand for values on the command line.
	Value, Name, File, Address, Time, Code, Report, Story, LinkID, CommandOrTopic, Kinds string

	HelpLong, CompletionLong, Bash, BashLong, Zsh, ZshLong, Fish, FishLong string
	PowerShell, PowerShellLong, FlagNoDescriptions, Man, ManLong           string

	// These are the headings of the manual page that the help does not have.
	ManPage, ManName, ManSynopsis, ManDescription string

	// Sandbox, Production, Portuguese and English describe values that the shell completes.
	Sandbox, Production, Portuguese, English, AllReports, OtherReports string

	Environment, ExitCodes Topic

	// Lines holds the examples of each command by its path, such as "create" and
	// "completion bash". The path of the program itself is empty.
	Lines map[string][]Example
}

// Topic is a page of the help that is about no command.
type Topic struct {
	Name, Short, Long string
	Rows              []Row
}

// Row is a name and what it stands for.
type Row struct{ Name, Says string }

// Example is a command line and what it does.
type Example struct{ Says, Line string }
