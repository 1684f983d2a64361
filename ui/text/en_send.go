package text

// englishSend returns the messages to the customer, and the sentences around them, in
// English.
func englishSend() Send {
	const (
		agreed = "this is your link to authorise the sharing of your data through Open Finance:\n\n{link}\n\n"
		chat   = "It is yours alone and works until {time} (Brasília time). It opens at {domain}. " +
			"You authorise in your bank's own app or website, and you may refuse.\n\n" +
			"We never ask for a password or a security code. "
		mail = "What happens after you open it:\n" +
			"1. A page at {domain} shows which data will be shared and for how long.\n" +
			"2. You choose the bank and check the request in its app or on its website.\n" +
			"3. You authorise or refuse. Afterwards you can cancel whenever you like.\n\n" +
			"The link is yours alone, do not forward it. It works until {time} (Brasília time).\n\n" +
			"Authorising moves no money. " +
			"We never ask for a password or a security code, by phone, message or e-mail. "
		check = "do not open the link. If in doubt, call {contact}"
	)
	return Send{
		Message: "Hello, this is {company}.\n\nAs agreed on this call, " + agreed + chat +
			"If you are not talking to us right now, " + check + ".\n\nReference: {protocol}",
		MessageNoCompany: "Hello! As agreed on this call, " + agreed + chat +
			"If you are not talking right now to whom you agreed it with, " + check + ".\n\nReference: {protocol}",
		Mail: "Hello,\n\nThis is {company}. As agreed by phone, " + agreed + mail +
			"If you are not talking to us, " + check + ", the number on our website.\n\n" +
			"Reference: {protocol}\n{company}",
		MailNoCompany: "Hello,\n\nAs agreed by phone, " + agreed + mail +
			"If you are not talking to whom you agreed it with, " + check + ".\n\nReference: {protocol}",
		Subject:          "{company}: the Open Finance link agreed by phone",
		SubjectNoCompany: "The Open Finance link agreed by phone",
		TitleCopy:        "Message to the customer",
		TitleWhatsApp:    "Message by WhatsApp",
		TitleEmail:       "Message by e-mail",
		ToF:              "to %s",
		ToNobody:         "(choose the recipient there)",
		NoteCopy:         "Paste it only into the chat with this customer: the link is personal.",
		NoteWhatsApp: "Opens this computer's WhatsApp with the message; it goes out only when you send it. " +
			"The phone and the link stay in the browser's history.",
		NoteEmail:      "Opens the mail program with the message; it goes out only when you send it.",
		NoOpener:       "It did not open by itself. Copy this address and open it by hand:",
		Copied:         "Message copied. It is the one on the screen.",
		WhatsAppOpened: "WhatsApp is open with the message. Send it there.",
		EmailOpened:    "The mail is open with the message. Send it there.",
		RecipientNote:  "For this message only, not for Klavi. Empty: choose in WhatsApp.",
		NeedsMobile:    "That is a landline: WhatsApp needs a mobile.",
	}
}

// englishSay returns the sentences that an agent says in English.
func englishSay() Say {
	return Say{
		Created: "I am sending a link to your WhatsApp now. It is yours alone, for half an hour. " +
			"Tell me when it arrives?",
		Sent:        "The message comes in the name of {company}. The reference is {protocol}. Check it before you open it.",
		Unopened:    "Has the message arrived? Take your time to open it, I will wait.",
		Opened:      "See which data you would share and for how long. If you agree, choose your bank and go on.",
		AtBank:      "Now it is in your bank's app: check the request and decide there. Please do not tell me the password.",
		Terms:       "One step is left: the LGPD terms. Read them and, if you agree, accept them on the page.",
		Authorised:  "Done, it is authorised. You can close the page. To cancel, go to Open Finance in your bank's app.",
		Refused:     "It shows here as not authorised. Was it a slip, or would you rather not? It is fine if you would not.",
		Failed:      "Something went wrong on the way, nothing that you did. Try the same link again, or another bank.",
		LinkExpired: "This link has expired: for safety it does not last long. May I send another one now?",
		TookLong:    "The request took too long and was closed. Just open the same link and begin again.",
		Revoked:     "It shows here that the authorisation was cancelled. If you wanted that, there is nothing more to do.",
		Deleted:     "It shows here that you asked for your data to be deleted. There is nothing more to do.",
		StandsStill: "Which page do you see now? There is no need to tell me any number.",
		Signatories: "For a company's account, more than one person may have to authorise. I can see it from here.",
	}
}
