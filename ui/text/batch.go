package text

// Batch holds the sentences of create that are about many records.
type Batch struct {
	FlagJobs, FlagRate, FlagPatience, FlagResume, FlagDryRun, FlagNoDocument string
	FlagInstitution, FlagRedirect, FlagCallback, FlagWait                    string
	FlagQRF, FlagPersonalF                                                   string
	LineF, UnknownF, ChangedF, DoubtfulF, OverF                              string
	NotJSON, Cut, NotUTF8, Control, Quoting, CellsF, DuplicateF, NoDocument  string
	BadJobs, BadRate, BadPatience, BadCallbackF                              string
	NoKey, BadResultF, Continue, DryRunWait, SummaryF, DryF                  string
	ProgressF, LeftF                                                         string
	QREnding, QRTerminal, QRPipe, QROneF, QRExistsF, QRLong                  string
	StatusF                                                                  string
}

// portugueseBatch returns the sentences in Brazilian Portuguese.
func portugueseBatch() Batch {
	return Batch{
		FlagJobs:        "quantos links criar ao mesmo tempo",
		FlagRate:        "quantos pedidos por segundo, no máximo; 0 não limita",
		FlagPatience:    "quanto tempo esperar quando a API pede para esperar",
		FlagResume:      "arquivo com os resultados que já existem; cria só os links que faltam",
		FlagDryRun:      "conferir tudo e não enviar nada",
		FlagNoDocument:  "aceitar registros sem CPF e sem CNPJ",
		FlagInstitution: "código do banco, para os registros sem institutionCode",
		FlagRedirect:    "para onde o cliente volta, nos registros sem redirectURL",
		FlagCallback:    "para onde vai um relatório, nos registros sem productsCallbackURL; pode repetir",
		FlagWait:        "esperar até cada cliente autorizar ou recusar, ou o link vencer",
		FlagQRF:         "arquivo novo para o código: .png, .svg ou .txt, com %s ou %s no nome; - é um pipe",
		FlagPersonalF: "Não há a opção %s: o histórico do shell e a lista de processos guardariam o dado do cliente. " +
			"Mande-o num arquivo, com --input ARQUIVO, ou por um pipe.",
		LineF:    "Linha %d: %s",
		UnknownF: "Não se sabe se o link do registro %d foi criado: confira antes de repetir.",
		ChangedF: "O registro %d não é o mesmo dos resultados. Nada foi criado.",
		DoubtfulF: "Numa vez anterior não se soube se o link do registro %d foi criado. Confira; " +
			"depois apague esta linha dos resultados.",
		OverF:        "O link do registro %d já tinha sido criado, e venceu às %s. Ele não é criado de novo.",
		NotJSON:      "Isto não é JSON.",
		Cut:          "Falta o fim deste registro.",
		NotUTF8:      "O texto não está em UTF-8. Salve o arquivo em UTF-8.",
		Control:      "Uma célula tem um caractere de controle.",
		Quoting:      "As aspas desta linha não combinam.",
		CellsF:       "Esta linha tem %d células, e o cabeçalho tem %d.",
		DuplicateF:   "%s aparece duas vezes.",
		NoDocument:   "Falta o CPF ou o CNPJ. Se é isso mesmo, use --no-document.",
		BadJobs:      "--jobs vai de 1 a 100.",
		BadRate:      "--rate é um número a partir de 0.",
		BadPatience:  "--patience é um tempo a partir de 0, como 10m.",
		BadCallbackF: "--callback é RELATÓRIO=URL, um por relatório: %s",
		NoKey:        "--resume precisa da pasta de configuração, onde fica a chave dos resultados.",
		BadResultF: "%s, linha %d: isto não é um resultado deste ambiente. " +
			"Pode ser o resto de um link, confira antes de continuar.",
		Continue: "Interrompido. Para criar só o que falta, repita o comando com --resume e o arquivo dos resultados, " +
			"que --json escreve.",
		DryRunWait: "--dry-run não envia nada, por isso não vai com --wait, --qr ou --resume.",
		SummaryF:   "%d criados, %d com erro, %d já existiam, em %s.",
		DryF:       "%d registros certos, %d com erro. Nada foi enviado.",
		ProgressF:  "%d criados, %d com erro, %.1f por segundo",
		LeftF:      "faltam %s",
		QREnding:   "O nome do arquivo do código termina em .png, .svg ou .txt, ou é - para um pipe.",
		QRTerminal: "O código em PNG não vai para o terminal: mande-o por um pipe ou a um arquivo.",
		QRPipe:     "--qr - ocupa a saída padrão, por isso não vai com --json nem com --wait.",
		QROneF:     "Há mais de um registro, e o nome do arquivo do código é um só. Use %s ou %s no nome.",
		QRExistsF:  "%s já existe, e o código não o substitui.",
		QRLong:     "O link é longo demais para um código.",
		StatusF:    "Registro %d: %s.",
	}
}

// englishBatch returns the sentences in English.
func englishBatch() Batch {
	return Batch{
		FlagJobs:        "how many links to create at once",
		FlagRate:        "how many requests a second, at most; 0 sets no limit",
		FlagPatience:    "how long to wait where the API asks to wait",
		FlagResume:      "file with the results that are there already; creates only the links that are missing",
		FlagDryRun:      "check everything and send nothing",
		FlagNoDocument:  "accept records without a CPF and a CNPJ",
		FlagInstitution: "code of the institution, for records without institutionCode",
		FlagRedirect:    "where the customer returns to, for records without redirectURL",
		FlagCallback:    "where a report goes, for records without productsCallbackURL; may be repeated",
		FlagWait:        "wait until each customer has authorised or refused, or the link has expired",
		FlagQRF:         "new file for the code: .png, .svg or .txt, with %s or %s in its name; - is a pipe",
		FlagPersonalF: "There is no flag %s: the shell's history and the list of processes would keep the customer's data. " +
			"Send it in a file, with --input FILE, or through a pipe.",
		LineF:    "Line %d: %s",
		UnknownF: "Nobody knows whether the link of record %d was created: look before you repeat it.",
		ChangedF: "Record %d is not the one of the results. Nothing was created.",
		DoubtfulF: "In an earlier run nobody knew whether the link of record %d was created. " +
			"Look, then delete this line of the results.",
		OverF:        "The link of record %d was created before and expired at %s. It is not created again.",
		NotJSON:      "This is not JSON.",
		Cut:          "The end of this record is missing.",
		NotUTF8:      "The text is not UTF-8. Save the file as UTF-8.",
		Control:      "A cell has a control character.",
		Quoting:      "The quotation marks of this line do not match.",
		CellsF:       "This line has %d cells, and the header has %d.",
		DuplicateF:   "%s is there twice.",
		NoDocument:   "The CPF or CNPJ is missing. If that is what you want, use --no-document.",
		BadJobs:      "--jobs goes from 1 to 100.",
		BadRate:      "--rate is a number from 0.",
		BadPatience:  "--patience is a time from 0, such as 10m.",
		BadCallbackF: "--callback is REPORT=URL, one for each report: %s",
		NoKey:        "--resume needs the configuration folder, where the key of the results lies.",
		BadResultF: "%s, line %d: this is no result of this environment. " +
			"It may be the rest of a link, so look before you go on.",
		Continue: "Interrupted. " +
			"To create only what is missing, repeat the command with --resume and the file of the results, " +
			"which --json writes.",
		DryRunWait: "--dry-run sends nothing, so it does not go with --wait, --qr or --resume.",
		SummaryF:   "%d created, %d failed, %d were there already, in %s.",
		DryF:       "%d records are right, %d are wrong. Nothing was sent.",
		ProgressF:  "%d created, %d failed, %.1f a second",
		LeftF:      "%s left",
		QREnding:   "The name of the file for the code ends in .png, .svg or .txt, or it is - for a pipe.",
		QRTerminal: "The code as PNG does not go to the terminal: send it through a pipe or to a file.",
		QRPipe:     "--qr - takes standard output, so it does not go with --json or --wait.",
		QROneF: "There is more than one record and only one name for the file of the code. " +
			"Use %s or %s in it.",
		QRExistsF: "%s exists already, and the code does not replace it.",
		QRLong:    "The link is too long for a code.",
		StatusF:   "Record %d: %s.",
	}
}
