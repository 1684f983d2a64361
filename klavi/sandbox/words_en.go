package sandbox

// englishWords returns the sentences in English.
func englishWords() Words {
	return Words{
		Tag:     "en",
		Title:   "Demonstration",
		Demo:    "Demonstration: everything here is made up, no bank involved.",
		Company: "Sample Company",

		Choose:  "Choose your bank",
		ChooseF: "%s sent you this link so that you can authorise the sharing of your data through Open Finance.",
		Outage:  "in outage",

		ConfirmF: "Share data: %s",
		ShareF:   "You will share data on your registration, accounts and cards, for 12 months, with %s.",
		Safe:     "Nobody moves your money. You can cancel whenever you like.",
		Continue: "Continue at the bank",
		Decline:  "No, thank you",

		Bank: "This would be the bank's app",
		BankF: "%s would show the request. Your password is only for the bank's own app or site: " +
			"this demonstration has none.",
		Authorise: "Authorise",
		Refuse:    "Refuse",

		Terms:    "One step left: the terms",
		TermsIs:  "By Brazil's data protection law (LGPD), the use of these data needs your authorisation.",
		Agree:    "Agree",
		Disagree: "Disagree",

		Done:     "Authorised",
		DoneIs:   "You can close this page. If you are on the call, say that you have finished.",
		Delivers: "Klavi would deliver",
		Reports:  "the reports in the contract",
		AtKlavi:  "to the address configured at Klavi",
		Returns:  "You would return to",
		InApp:    "in the application",
		Uncalled: "Nothing of this is called in this demonstration.",
		Another:  "Choose another bank",
		Again:    "Try again",

		Sample:    "Invented sample",
		SampleF:   "With a real authorisation, %s would receive data like these. None of them exist.",
		Account:   "Balance of the checking account",
		NumberF:   "branch %s, account %s",
		Movements: "Last movements",
		CardF:     "Card ending in %s",
		UsedF:     "%s used of a limit of %s",
		DueF:      "Bill due on %s",
		Day:       "2 Jan",
		Thousands: ",",
		Decimal:   ".",
		Integrate: "For developers",

		Refused:  "Not authorised",
		RefusedF: "Nothing of %s has been shared.",

		UntilF: "This link works until %s (Brasília time).",
		Over:   "This link no longer works",
		OverIs: "It has expired, or the address is incomplete. Ask the sender for another one, in the same chat or call.",
	}
}
