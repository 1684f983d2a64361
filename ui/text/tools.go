package text

// Tools holds the sentences of the commands status, open, version and doctor, and those of
// create that are not about many records.
type Tools struct {
	FlagCompany, CompanyDemo, BadCompany string

	StatusShort, StatusLong, FlagLinks                             string
	AskDocument, AskLink, ArgSecret, ArgPersonal, BadLinkID        string
	NoLinkID, NeedsMoreF, BadLine, ManyDocuments, ElsewhereF, Demo string
	TooMany, NothingSeen, TokenOver                                string

	OpenShort, OpenLong, FlagOpen                            string
	OpenForeignF, OpenUnsafe, OpenNoURL, OpenOverF, OpenNone string
	OpenNoneF, OpenMore, OpenNoBrowser, Opened, OpenedF      string

	VersionShort string

	DoctorLong                                               string
	DocDemo, DocToken, DocLink, DocBanks, DocBanksF, DocSeen string
	NoTerminal, NoInput, NoOutput, DemoAndLink               string
	TrueColour, Colours256, Colours16, NoColours             string
	Dark, Light, InTmux, InScreen, OverSSH                   string

	DocLinkID, DocStatus, DocMeans, DocTurn, DocNext string

	Explained Explained
}

// Explained says what the status of a link or a code of Klavi means, whose turn it is,
// and what to do.
type Explained struct {
	// The states of a consent, in the order of klavi/consent.go.
	Started, AwaitingBank, AwaitingLGPD, Authorised, Rejected, Expired, Failed, Revoked, Deleted Advice

	Waiting Advice // nobody has begun, and the link is good
	Nobody  Advice // nobody has begun, and the link is over
	Unseen  Advice // the API shows nothing of the link
	New     Advice // the state is not known

	// CodeNext says what to do after the codes 4001 to 4009, in that order.
	CodeNext [9]string

	// The names of those whose turn it may be.
	Customer, You, Klavi, Anybody string
}

// Advice is what happened and what to do.
type Advice struct{ Means, Next string }

// portugueseTools returns the sentences in Brazilian Portuguese.
func portugueseTools() Tools {
	return Tools{
		FlagCompany: "nome da sua empresa nas páginas da demonstração, em vez do que está no perfil",
		CompanyDemo: "--company só muda as páginas da demonstração: a Klavi mostra o nome que está no contrato.",
		BadCompany:  "--company é o nome da empresa, com até 60 caracteres.",

		StatusShort: "Diz o que houve com um link",
		StatusLong: "Diz até onde o cliente chegou, com as palavras do assistente. Sai com 0 se todos autorizaram e " +
			"com 3 se não.\n\n" +
			"A API da Klavi não lê um link só pelo LINKID: pede também o token do link, que está nos resultados de " +
			"create --json, ou o CPF ou CNPJ do cliente. Mande um deles por um pipe ou com --input, nunca na linha de " +
			"comando. Num terminal, klavilink pergunta o CPF ou CNPJ. Cada linha da entrada é um CPF ou CNPJ, um LINKID " +
			"com um deles, ou um resultado de create --json. Sem LINKID, valem todos os links da entrada.",
		FlagLinks: "arquivo com resultados de create --json, ou com LINKID e CPF ou CNPJ em cada linha; " +
			"- é a entrada padrão",
		AskDocument: "CPF ou CNPJ do cliente (não aparece): ",
		AskLink:     "Link (não aparece): ",
		ArgSecret: "Um link e um token são secretos: o histórico do shell e a lista de processos os guardariam. " +
			"Mande-os por um pipe ou com --input ARQUIVO.",
		ArgPersonal: "O histórico do shell e a lista de processos guardariam o CPF ou CNPJ. " +
			"Mande-o por um pipe ou com --input ARQUIVO.",
		BadLinkID: "Isto não é um LINKID, que tem até 128 letras, dígitos, hífens e sublinhados.",
		NoLinkID:  "Diga o LINKID, ou mande os resultados de create --json por um pipe ou com --input ARQUIVO.",
		NeedsMoreF: "Para o link %s falta o CPF ou CNPJ do cliente, ou o resultado de create --json: a API da Klavi não lê " +
			"um link só pelo LINKID. Mande-o por um pipe ou com --input ARQUIVO.",
		BadLine:       "Isto não é um resultado de create --json, nem um LINKID com o CPF ou CNPJ do cliente.",
		ManyDocuments: "Há mais de um CPF ou CNPJ sem LINKID. Escreva o LINKID antes de cada um.",
		ElsewhereF:    "O link é do ambiente %s, e este comando usa %s. Use --env ou --profile.",
		Demo: "Os links da demonstração acabam com o programa que os criou. " +
			"Para acompanhar um deles, use create --demo --wait.",
		TooMany:     "São mais de 10.000 links. Divida a entrada.",
		NothingSeen: "A Klavi não mostra nada deste link para este cliente. Confira o LINKID e o CPF ou CNPJ.",
		TokenOver:   "O token do link venceu com ele. O que houve só se lê pelo CPF ou CNPJ do cliente.",

		OpenShort: "Abre a página de um link no navegador",
		OpenLong: "Lê da entrada padrão o que create --json escreve, ou a URL de um link, e abre a página no navegador " +
			"deste computador, como o cliente a vê. Com LINKID, abre esse link; sem, o primeiro.\n\n" +
			"A URL é secreta enquanto o link vale, por isso não vai na linha de comando. A API da Klavi não diz a URL a " +
			"quem só tem o LINKID. Um link de um endereço que não é da Klavi, nem está em link_hosts, não é aberto.",
		FlagOpen: "arquivo com resultados de create --json, ou com a URL; - é a entrada padrão",
		OpenForeignF: "O link abre em %s, que não é da Klavi. Ele não foi aberto. Se o endereço é da sua empresa, " +
			"ponha-o em link_hosts, no config.toml.",
		OpenUnsafe: "Este link é inseguro: não tem https, ou leva a este computador. Ele não foi aberto. " +
			"Para um link da demonstração, use --demo.",
		OpenNoURL:     "Isto não é a URL de um link nem um resultado de create --json.",
		OpenOverF:     "O link venceu às %s. Crie outro.",
		OpenNone:      "Nenhum link chegou.",
		OpenNoneF:     "O link %s não está na entrada.",
		OpenMore:      "Só o primeiro link foi aberto. Para abrir outro, diga o LINKID.",
		OpenNoBrowser: "Não deu para abrir o navegador. Abra o link à mão, aqui ou em outro computador.",
		Opened:        "Aberto no navegador.",
		OpenedF:       "Aberto no navegador. O link vence às %s.",

		VersionShort: "Mostra a versão, a revisão e a plataforma",

		DoctorLong: "Sem argumento, mostra o que está configurado, de onde vem e se funciona. Nada do que aparece é " +
			"secreto. Com --demo, olha só a demonstração.\n\n" +
			"Com um LINKID, um erro da Klavi (como 4003) ou uma situação (como REJECTED), explica o que houve, de quem " +
			"é a vez e o que fazer. O LINKID precisa do que klavilink status precisa.",
		DocDemo:     "demonstração",
		DocToken:    "token",
		DocLink:     "link",
		DocBanks:    "bancos",
		DocBanksF:   "funciona: %d bancos",
		DocSeen:     "situação",
		NoTerminal:  "sem terminal",
		NoInput:     "a entrada não é um terminal",
		NoOutput:    "a saída não é um terminal",
		DemoAndLink: "Com --demo, doctor olha só a demonstração: deixe o argumento de fora.",
		TrueColour:  "16 milhões de cores", Colours256: "256 cores", Colours16: "16 cores", NoColours: "sem cores",
		Dark: "fundo escuro", Light: "fundo claro",
		InTmux: "dentro do tmux", InScreen: "dentro do screen", OverSSH: "por SSH",

		DocLinkID: "LINKID", DocStatus: "situação", DocMeans: "o que houve", DocTurn: "de quem é a vez",
		DocNext: "o que fazer",

		Explained: portugueseExplained(),
	}
}

// portugueseExplained returns the explanations in Brazilian Portuguese.
func portugueseExplained() Explained {
	return Explained{
		Started: Advice{
			"O cliente abriu o link e ainda não foi ao banco.",
			"Peça para ele escolher o banco na página, conferir os dados e continuar.",
		},
		AwaitingBank: Advice{
			"O cliente está no banco e ainda não autorizou.",
			"Peça para ele entrar no app ou no site do banco e autorizar. Numa conta de empresa, podem faltar outros " +
				"representantes.",
		},
		AwaitingLGPD: Advice{
			"No banco deu certo. Falta o aceite da LGPD na página da Klavi.",
			"Peça para o cliente voltar à página do link e aceitar.",
		},
		Authorised: Advice{"O cliente autorizou.", "Nada: os relatórios vêm por si."},
		Rejected: Advice{
			"O cliente recusou, ou deixou passar uma hora sem terminar.",
			"Pergunte se foi sem querer. Se foi, o mesmo link serve enquanto valer. Se não foi, respeite.",
		},
		Expired: Advice{
			"O cliente parou no meio por 20 minutos, ou o prazo da autorização acabou.",
			"Peça para ele tentar de novo pelo mesmo link. Se o link venceu, crie outro.",
		},
		Failed: Advice{
			"A autorização falhou no caminho entre a página e o banco.",
			"Peça para o cliente tentar de novo pelo mesmo link. Se falhar outra vez, ele pode usar outro banco.",
		},
		Revoked: Advice{
			"A autorização foi cancelada, pelo cliente ou por um aplicativo.",
			"Não chegam mais dados. Se o cliente quiser voltar, crie outro link.",
		},
		Deleted: Advice{
			"O cliente pediu que os dados dele sejam apagados.",
			"Cumpra o pedido na sua empresa, e só crie outro link se o cliente pedir.",
		},
		Waiting: Advice{"O link vale, e o cliente ainda não começou.", "Pergunte se o link chegou, e mande de novo se não."},
		Nobody:  Advice{"O link venceu, e o cliente não começou.", "Crie outro link."},
		Unseen: Advice{
			"A Klavi não mostra nada deste link.",
			"Confira o LINKID, o CPF ou CNPJ e o ambiente. Os links de alguns parceiros não mostram o andamento: " +
				"pergunte ao cliente.",
		},
		New: Advice{
			"A Klavi usa uma palavra que este programa não conhece.",
			"Veja se há uma versão nova do klavilink, e pergunte à Klavi.",
		},
		CodeNext: [9]string{
			"Crie outro link e peça para o cliente autorizar.",
			"Confira os nomes dos produtos com a Klavi: valem os do seu contrato.",
			"O cliente pode cancelar uma autorização antiga no app do banco, em Open Finance, ou usar outro banco.",
			"Escolha outro banco, ou deixe o cliente escolher. Se o banco é o certo, espere: ele pode estar fora do ar.",
			"Peça pelo menos um produto.",
			"Corrija productsCallbackURL: só endereços https, e “all” só se não houver outro.",
			"Espere um pouco e peça de novo. Se continuar, avise a Klavi e diga o LINKID.",
			"Crie um link e peça para o cliente autorizar. Depois repita o pedido.",
			"Peça para o cliente concluir a identificação (KYC). Depois repita o pedido.",
		},
		Customer: "do cliente", You: "sua", Klavi: "da Klavi", Anybody: "de ninguém: acabou",
	}
}
