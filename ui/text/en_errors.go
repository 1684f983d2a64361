package text

// englishWrong returns the sentences for problems of a text in English.
func englishWrong() Wrong {
	return Wrong{
		CharF:         "Character %d (%s) does not belong here. Check it with the customer.",
		CharDigitF:    "Character %d (%s) is no number.",
		Invisible:     "invisible",
		Space:         "blank",
		EmptyCPF:      "Type the CPF.",
		EmptyCNPJ:     "Type the CNPJ.",
		EmptyDocument: "Type the customer's CPF or CNPJ.",
		EmptyPhone:    "Type the phone number with its area code.",
		EmptyEmail:    "Type the e-mail address.",
		EmptyURL:      "Type the address.",
		ShortOneF:     "1 missing (%d of %d).",
		ShortF:        "%d missing (%d of %d).",
		LongOneF:      "1 too many (%d instead of %d).",
		LongF:         "%d too many (%d instead of %d).",
		CheckChar:     "The last two characters of a CNPJ are always digits.",
		RepeatedF:     "The same number all through makes no %s.",
		Country:       "Use a phone number in Brazil (+55).",
		Service:       "This is a company's number (0800 and the like). Ask for the customer's mobile.",
		AreaCode:      "There is no such area code. Check it with the customer.",
		NinthDigit:    "A mobile has 9 numbers: is a 9 missing after the area code?",
		Subscriber:    "After the area code no phone number begins like this. Check it.",
		Check:         "The digits do not fit: read again with the customer what comes before the dash.",
		NoAt:          "The @ is missing.",
		ManyAt:        "There is more than one @.",
		LocalPart:     "Check what stands before the @.",
		Domain:        "Check what stands after the @, such as gmail.com.",
		Scheme:        "Use the complete address, such as https://example.com/back.",
		Host:          "Check the name of the site after https://.",
		AllExclusive:  "“all” is for every report: keep only it, or drop its row.",
		NeedsAppKey:   "With an app link, this name is required.",
		ReportName:    "The name of the report is missing.",
		ExternalInfo:  "externalInfo must be a JSON object.",
		CheckEnd:      "The digits do not fit: read again with the customer the end, after the dash.",
	}
}

// englishHints returns the hints at what a text may be in English.
func englishHints() Hints {
	return Hints{
		CPF:        "It looks like a CPF.",
		CNPJ:       "It looks like a CNPJ.",
		Mobile:     "It looks like a mobile number.",
		LostZero:   "Is a zero missing at the beginning?",
		Zero:       "Is it the number 0?",
		One:        "Is it the number 1?",
		NoAreaCode: "Is the area code missing?",
	}
}

// englishAPI returns the explanations of errors of package klavi in English.
func englishAPI() API {
	return API{
		RefusedF:     "Klavi did not accept: %s",
		Refused:      "Klavi did not accept this value. Check it with the customer.",
		AlphaRefused: "Klavi did not accept this CNPJ with letters, which is valid. Tell the support.",
		TokenSource:  "The program that gives the token (token_command) failed or gave none.",
		NextDoctor:   "Call whoever set it up; klavilink doctor shows the cause.",
		Keys:         "Klavi did not accept this computer's keys.",
		Forbidden:    "These keys do not permit to create links.",
		Input:        "Klavi did not accept the data.",
		Rate:         "There are too many requests at Klavi now.",
		Network:      "No connection to Klavi.",
		Timeout:      "Klavi did not answer in time.",
		ServerF:      "Klavi is having problems (%d).",
		Protocol:     "Klavi's answer is not the expected one.",
		Unsafe:       "The answer has an unsafe link: without https, or to the device of whoever opens it. It was not used.",
		NotFound:     "Klavi's address in the settings is wrong (404).",
		BusinessF:    "Klavi did not accept the request (error %d).",
		Codes: [9]string{
			"The authorisation has expired or does not exist.",
			"The product does not exist or is not of this level.",
			"The customer has the most authorisations that this bank allows.",
			"The bank is in outage or not available here.",
			"No product was requested.",
			"A delivery address of the reports is not accepted.",
			"The product request failed.",
			"The customer has no Open Finance authorisation in force.",
			"The customer has to finish the identification (KYC) first.",
		},
		NextKeys:   "Call whoever set it up; klavilink doctor shows which key is in use.",
		NextRetry:  "Check the network and try again.",
		NextWaitF:  "Wait %d seconds and try again.",
		NextWait:   "Wait a little and try again.",
		NextFields: "Go back and check the data.",
		NextConsent: "The customer can cancel an old authorisation in the bank's app, under Open Finance, " +
			"or use another bank.",
		NextBank:    "Choose another bank, or let the customer choose.",
		NextSupport: "If it goes on, tell whoever looks after klavilink at your company.",
		NextBase:    "Check KLAVI_API_BASE.",
		NextUnsafe:  "Do not try again: check KLAVI_API_BASE, and tell Klavi's support.",
	}
}
