package text

// englishWrong returns the sentences for problems of a text in English.
func englishWrong() Wrong {
	return Wrong{
		CharF:         "Character %d (%s) cannot stand here.",
		CharDigitF:    "Character %d (%s) is no digit.",
		Invisible:     "invisible",
		Space:         "blank",
		EmptyCPF:      "Type the CPF.",
		EmptyCNPJ:     "Type the CNPJ.",
		EmptyDocument: "Type the customer's CPF or CNPJ.",
		EmptyPhone:    "Type the phone number.",
		EmptyEmail:    "Type the e-mail address.",
		EmptyURL:      "Type the address.",
		ShortOneF:     "1 character missing (%d of %d).",
		ShortF:        "%d characters missing (%d of %d).",
		LongOneF:      "1 character too many (%d instead of %d).",
		LongF:         "%d characters too many (%d instead of %d).",
		CheckChar:     "The last two characters of a CNPJ are always digits.",
		RepeatedF:     "A repeated number is no %s.",
		Check:         "The digits do not fit: read again with the customer what comes before the dash.",
		Country:       "Only phones in Brazil (+55).",
		Service:       "This is a service number, nobody's phone.",
		AreaCode:      "There is no such area code.",
		NinthDigit:    "Is the 9 in front of the mobile number missing?",
		Subscriber:    "No phone number begins like this after the area code.",
		NoAt:          "The @ is missing.",
		ManyAt:        "There is more than one @.",
		LocalPart:     "What stands before the @ is no e-mail address.",
		Domain:        "What stands after the @ is no domain.",
		Scheme:        "The address must be complete, such as https://example.com/back.",
		Host:          "The name of the server is missing, or there is something odd in it.",
		AllExclusive:  "“all” goes with no other report: keep it alone, or drop it.",
		NeedsAppKey:   "With an app link, this name is required.",
		ReportName:    "The name of the report is missing.",
		ExternalInfo:  "externalInfo must be a JSON object.",
		CheckEnd:      "The digits do not fit: read again with the customer the end, after the dash.",
	}
}

// englishHints returns the hints at what a text may be in English.
func englishHints() Hints {
	return Hints{
		CPF:        "This looks like a CPF.",
		CNPJ:       "This looks like a CNPJ.",
		Mobile:     "This looks like a mobile number.",
		LostZero:   "Was a zero lost at the left?",
		Zero:       "Is it 0?",
		One:        "Is it 1?",
		NoAreaCode: "Is the area code missing?",
	}
}

// englishAPI returns the explanations of errors of package klavi in English.
func englishAPI() API {
	return API{
		RefusedF:     "Klavi refused: %s",
		Refused:      "Klavi refused this value.",
		AlphaRefused: "Klavi refused a valid alphanumeric CNPJ.",
		TokenSource:  "The program that gives the token (token_command) failed or gave none.",
		NextDoctor:   "klavilink doctor tells more.",
		Keys:         "Klavi refused the credentials.",
		Forbidden:    "The credentials do not permit this.",
		Input:        "Klavi refused the data.",
		Rate:         "Too many requests to Klavi at the moment.",
		Network:      "Klavi could not be reached.",
		Timeout:      "Klavi did not answer in time.",
		ServerF:      "Klavi is having problems (%d).",
		Protocol:     "Klavi's answer is not the expected one.",
		Unsafe:       "The answer has an unsafe link: without https, or to the device of whoever opens it. It was not used.",
		NotFound:     "The address of the API is wrong (404).",
		BusinessF:    "Klavi refused the request (code %d).",
		Codes: [9]string{
			"The authorisation has expired or does not exist.",
			"The product does not exist or is of another level.",
			"The customer has reached the limit of consents at this bank.",
			"The bank is in outage or not permitted.",
			"No product was requested.",
			"The delivery addresses of the reports are not valid.",
			"The product request failed.",
			"The customer has no Open Finance consent that serves.",
			"The customer has to pass the KYC process first.",
		},
		NextKeys:    "Check KLAVI_ACCESS_KEY and KLAVI_SECRET_KEY, or KLAVI_ACCESS_TOKEN.",
		NextRetry:   "Check the network and try again.",
		NextWaitF:   "Wait %d seconds and try again.",
		NextWait:    "Wait a little and try again.",
		NextFields:  "Go back to the data and correct it.",
		NextConsent: "The customer can revoke an old consent in the bank's app, or use another bank.",
		NextBank:    "Choose another bank or let the customer choose.",
		NextSupport: "If it persists, ask Klavi's support.",
		NextBase:    "Check KLAVI_API_BASE.",
		NextUnsafe:  "Do not try again: check KLAVI_API_BASE, and tell Klavi's support.",
	}
}
