package text

// englishTools returns the sentences of status, open, version and doctor in English.
func englishTools() Tools {
	return Tools{
		FlagCompany: "name of your company on the demo's pages, in place of the profile's",
		CompanyDemo: "--company changes the demo's pages only: Klavi shows the name that is in the contract.",
		BadCompany:  "--company is the name of the company, with up to 60 characters.",

		StatusShort: "Says what became of a link",
		StatusLong: "Says how far the customer is, in the words of the wizard. Exits with 0 if all have authorised, and " +
			"with 3 if not.\n\n" +
			"Klavi's API does not read a link by its LINKID alone: it also wants the link's token, which is in the " +
			"results of create --json, or the customer's CPF or CNPJ. Send one of them through a pipe or with --input, " +
			"never on the command line. On a terminal klavilink asks for the CPF or CNPJ. Each line of the input is a " +
			"result of create --json, a CPF or CNPJ, or a LINKID with a CPF or CNPJ. Without a LINKID all links of the " +
			"input are meant.",
		FlagLinks: "file with results of create --json, or with a LINKID and a CPF or CNPJ on each line; " +
			"- is standard input",
		AskDocument: "The customer's CPF or CNPJ (not shown): ",
		AskLink:     "Link (not shown): ",
		ArgSecret: "A link and a token are secret: the shell's history and the list of processes would keep them. " +
			"Send them through a pipe or with --input FILE.",
		ArgPersonal: "The shell's history and the list of processes would keep the CPF or CNPJ. " +
			"Send it through a pipe or with --input FILE.",
		BadLinkID: "This is no LINKID, which has up to 128 letters, digits, hyphens and underscores.",
		NoLinkID:  "Name the LINKID, or send the results of create --json through a pipe or with --input FILE.",
		NeedsMoreF: "For the link %s the customer's CPF or CNPJ is missing, or the result of create --json: Klavi's API " +
			"does not read a link by its LINKID alone. Send it through a pipe or with --input FILE.",
		BadLine:       "This is neither a result of create --json nor a LINKID with the customer's CPF or CNPJ.",
		ManyDocuments: "There is more than one CPF or CNPJ without a LINKID. Write the LINKID before each.",
		ElsewhereF:    "The link belongs to the environment %s, and this command uses %s. Use --env or --profile.",
		Demo: "The demo's links end with the program that created them. " +
			"To follow one of them, use create --demo --wait.",
		TooMany:     "There are more than 10,000 links. Divide the input.",
		NothingSeen: "Klavi shows nothing of this link for this customer. Check the LINKID and the CPF or CNPJ.",
		TokenOver:   "The link's token expired with it. Only the customer's CPF or CNPJ tells what happened.",

		OpenShort: "Opens the page of a link in the browser",
		OpenLong: "Reads from standard input what create --json writes, or the URL of a link, and opens the page in this " +
			"computer's browser, as the customer sees it. With a LINKID it opens that link, and else the first.\n\n" +
			"The URL is secret while the link is good, so it does not go on the command line. Klavi's API does not tell " +
			"the URL to those who only have the LINKID. A link of a site that is not Klavi's, and not in link_hosts, is " +
			"not opened.",
		FlagOpen: "file with results of create --json, or with the URL; - is standard input",
		OpenForeignF: "The link opens at %s, which is not Klavi's. It was not opened. If the site is your company's, " +
			"put it into link_hosts of config.toml.",
		OpenUnsafe: "This link is unsafe: it has no https, or leads to this computer. It was not opened. " +
			"For a link of the demo, use --demo.",
		OpenNoURL:     "This is neither the URL of a link nor a result of create --json.",
		OpenOverF:     "The link expired at %s. Create another one.",
		OpenNone:      "No link came in.",
		OpenNoneF:     "The link %s is not in the input.",
		OpenMore:      "Only the first link was opened. To open another one, name its LINKID.",
		OpenNoBrowser: "The browser did not open. Open the link by hand, here or on another computer.",
		Opened:        "Opened in the browser.",
		OpenedF:       "Opened in the browser. The link expires at %s.",

		VersionShort: "Shows the version, the commit and the platform",

		DoctorLong: "Without an argument it shows what is configured, where it comes from and whether it works. With " +
			"--demo it looks at the demo only. Nothing that it shows is secret.\n\n" +
			"With a LINKID, an error of Klavi (such as 4003) or a state (such as REJECTED) it explains what happened, " +
			"whose turn it is and what to do. The LINKID needs what klavilink status needs.",
		DocDemo:     "demo",
		DocToken:    "token",
		DocLink:     "link",
		DocBanks:    "banks",
		DocBanksF:   "works: %d banks",
		DocSeen:     "status",
		NoTerminal:  "no terminal",
		NoInput:     "the input is no terminal",
		NoOutput:    "the output is no terminal",
		DemoAndLink: "With --demo, doctor looks at the demo only: leave the argument out.",
		TrueColour:  "16 million colours", Colours256: "256 colours", Colours16: "16 colours", NoColours: "no colours",
		Dark: "dark background", Light: "light background",
		InTmux: "within tmux", InScreen: "within screen", OverSSH: "over SSH",

		DocLinkID: "LINKID", DocStatus: "status", DocMeans: "what happened", DocTurn: "whose turn", DocNext: "what to do",

		Explained: englishExplained(),
	}
}

// englishExplained returns the explanations in English.
func englishExplained() Explained {
	return Explained{
		Started: Advice{
			"The customer has opened the link and has not gone to the bank yet.",
			"Ask the customer to choose the bank on the page, check the data and continue.",
		},
		AwaitingBank: Advice{
			"The customer is at the bank and has not authorised yet.",
			"Ask the customer to enter the bank's app or site and authorise. For a company's account, other " +
				"representatives may be missing.",
		},
		AwaitingLGPD: Advice{
			"It went well at the bank. The customer still has to accept the terms (LGPD) on Klavi's page.",
			"Ask the customer to go back to the link's page and accept.",
		},
		Authorised: Advice{"The customer has authorised.", "Nothing: the reports come by themselves."},
		Rejected: Advice{
			"The customer refused, or let an hour pass without finishing.",
			"Ask whether it was a slip. If so, the same link serves while it is good. If not, respect it.",
		},
		Expired: Advice{
			"The customer stopped half-way for 20 minutes, or the authorisation has come to its end.",
			"Ask the customer to try again with the same link. If the link has expired, create another one.",
		},
		Failed: Advice{
			"The authorisation failed on the way between the page and the bank.",
			"Ask the customer to try again with the same link. If it fails once more, another bank may work.",
		},
		Revoked: Advice{
			"The authorisation was cancelled, by the customer or by an application.",
			"No more data come. If the customer wants to return, create another link.",
		},
		Deleted: Advice{
			"The customer asked for the deletion of the data.",
			"Do that at your company, and create another link only if the customer asks for one.",
		},
		Waiting: Advice{
			"The link is good, and the customer has not begun.", "Ask whether the link arrived, and send it again.",
		},
		Nobody: Advice{"The link has expired, and the customer did not begin.", "Create another link."},
		Unseen: Advice{
			"Klavi shows nothing of this link.",
			"Check the LINKID, the CPF or CNPJ and the environment. The links of some partners show no progress: ask the " +
				"customer.",
		},
		New: Advice{
			"Klavi uses a word that this program does not know.",
			"See whether there is a new version of klavilink, and ask Klavi.",
		},
		CodeNext: [9]string{
			"Create another link and ask the customer to authorise.",
			"Check the names of the products with Klavi: those of your contract hold.",
			"The customer can cancel an old authorisation in the bank's app, under Open Finance, or use another bank.",
			"Choose another bank, or let the customer choose. If the bank is the right one, wait: it may be in outage.",
			"Request at least one product.",
			"Correct productsCallbackURL: https addresses only, and “all” only if there is no other.",
			"Wait a little and ask again. If it goes on, tell Klavi and name the LINKID.",
			"Create a link and ask the customer to authorise. Then repeat the request.",
			"Ask the customer to finish the identification (KYC). Then repeat the request.",
		},
		Customer: "the customer's", You: "yours", Klavi: "Klavi's", Anybody: "nobody's: it is done",
	}
}
