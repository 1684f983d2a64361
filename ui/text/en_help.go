package text

// englishHelp returns the sentences of the help in English.
func englishHelp() Help {
	return Help{
		SeeF:        "See %s.",
		ExtraF:      "Unexpected argument: %s.",
		WantWholeF:  "The flag %s needs a whole number.",
		WantNumberF: "The flag %s needs a number.",
		WantTimeF:   "The flag %s needs a time, such as 10m.",
		WantSwitchF: "The flag %s takes no value: it is on if it is there.",
		WantOtherF:  "The flag %s cannot have this value.",
		NotFlagF:    "This is no flag: %s.",

		Examples:     "EXAMPLES",
		Topics:       "HELP TOPICS",
		General:      "GENERAL FLAGS",
		GroupInput:   "INPUT",
		GroupRecords: "WHAT RECORDS DO NOT SAY",
		GroupPace:    "PACE",
		GroupOutput:  "OUTPUT",
		GroupDemo:    "DEMO",
		OmittedF:     "%s (%s if omitted)",

		Value: "VALUE", Name: "NAME", File: "FILE", Address: "ADDRESS", Time: "TIME", Code: "CODE",
		Report: "REPORT=URL", Story: "STORY", LinkID: "LINKID",
		CommandOrTopic: "[COMMAND | TOPIC]", Kinds: "cpf|cnpj|phone|email [VALUE...]",

		HelpLong:       "Shows the help of a command, or a help topic.",
		CompletionLong: "Writes what makes your shell complete commands, flags and values with the tab key.",
		Bash:           "Completes in bash",
		BashLong: "Writes what makes bash complete. It needs the package bash-completion.\n" +
			"Open a new shell after you have stored the file.",
		Zsh: "Completes in zsh",
		ZshLong: "Writes what makes zsh complete. To use a file of ~/.zfunc, your ~/.zshrc needs:\n" +
			"fpath=(~/.zfunc $fpath); autoload -U compinit; compinit",
		Fish:               "Completes in fish",
		FishLong:           "Writes what makes fish complete. Open a new shell after you have stored the file.",
		PowerShell:         "Completes in PowerShell",
		PowerShellLong:     "Writes what makes PowerShell complete. Open a new shell after you have changed the profile.",
		FlagNoDescriptions: "complete without descriptions",
		Man:                "Writes the manual page",
		ManLong:            "Writes the manual page of the program, in the format of man.",

		ManPage: "Manual", ManName: "NAME", ManSynopsis: "SYNOPSIS", ManDescription: "DESCRIPTION",

		Sandbox: "tests, no real customers", Production: "real customers",
		Portuguese: "Portuguese", English: "English",
		AllReports: "all reports", OtherReports: "the reports without an address of their own",

		Environment: Topic{
			"environment", "Environment variables",
			"Environment variables that klavilink reads. Flags win over them, and they win over config.toml.",
			[]Row{
				{"KLAVI_ACCESS_KEY", "Klavi's access key; it goes together with KLAVI_SECRET_KEY"},
				{"KLAVI_SECRET_KEY", "Klavi's secret key"},
				{"KLAVI_ACCESS_TOKEN", "a token that your backend made; it wins over the keys"},
				{"KLAVI_ENV", "the environment: sandbox or production"},
				{"KLAVI_API_BASE", "another address of the API: https, or http on this machine"},
				{"KLAVILINK_PROFILE", "the profile of config.toml"},
				{"KLAVILINK_LANG", "the language: pt or en"},
				{"LC_ALL, LC_MESSAGES, LANG", "the language of the system; the first one counts, if nothing else names a language"},
				{"LC_ALL, LC_CTYPE, LANG", "whether the terminal shows accents and signs; the first one counts"},
				{"WT_SESSION", "on Windows, that the window shows every character"},
				{"TERM", "the terminal; with dumb, the program asks plain questions, as with --plain"},
				{"ACCESSIBLE", "any value: plain questions, as with --plain"},
				{"NO_COLOR", "any value: no colours, and the QR code in blocks"},
				{"VISUAL, EDITOR", "the editor of config edit; the first that is there counts"},
				{"HTTPS_PROXY, NO_PROXY", "the proxy on the way to the API, and the addresses that do without it"},
				{"XDG_CONFIG_HOME", "on Linux, where the folder klavilink is, which has config.toml"},
				{"XDG_CACHE_HOME", "on Linux, where the folder klavilink is, which has the list of institutions"},
				{"XDG_RUNTIME_DIR", "where the pages are that the browser opens"},
			},
		},
		ExitCodes: Topic{
			"exit-codes", "Exit codes",
			"The code with which klavilink exits says how the command ended. If several records fail, it is " +
				"that of the first failure.",
			[]Row{
				{"0", "the command did what it should"},
				{"1", "the network or the API failed"},
				{"2", "the command line, config.toml or the input is wrong"},
				{"3", "not all customers have authorised, in create --wait, status and --plain"},
				{"4", "credentials are missing or were refused"},
				{"130", "the user gave up, or a signal ended the program"},
			},
		},
		Lines: englishExamples(),
	}
}
