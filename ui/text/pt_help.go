package text

// portugueseHelp returns the sentences of the help in Brazilian Portuguese.
func portugueseHelp() Help {
	return Help{
		SeeF:        "Veja %s.",
		ExtraF:      "Argumento a mais: %s.",
		WantWholeF:  "A opção %s precisa de um número inteiro.",
		WantNumberF: "A opção %s precisa de um número.",
		WantTimeF:   "A opção %s precisa de um tempo, como 10m.",
		WantSwitchF: "A opção %s não leva valor: está ligada se aparece.",
		WantOtherF:  "A opção %s não pode ter esse valor.",
		NotFlagF:    "Isto não é uma opção: %s.",

		Examples:     "EXEMPLOS",
		Topics:       "OUTROS ASSUNTOS",
		General:      "OPÇÕES GERAIS",
		GroupInput:   "ENTRADA",
		GroupRecords: "O QUE OS REGISTROS NÃO DIZEM",
		GroupPace:    "RITMO",
		GroupOutput:  "SAÍDA",
		GroupDemo:    "DEMONSTRAÇÃO",
		OmittedF:     "%s (%s se omitido)",

		Value: "VALOR", Name: "NOME", File: "ARQUIVO", Address: "ENDEREÇO", Time: "TEMPO", Code: "CÓDIGO",
		Report: "RELATÓRIO=URL", Story: "HISTÓRIA", LinkID: "LINKID",
		CommandOrTopic: "[COMANDO | ASSUNTO]", Kinds: "cpf|cnpj|phone|email [VALOR...]",

		HelpLong:       "Mostra a ajuda de um comando, ou fala de um dos outros assuntos.",
		CompletionLong: "Escreve o que faz o seu shell completar comandos, opções e valores com a tecla tab.",
		Bash:           "Completa no bash",
		BashLong: "Escreve o que faz o bash completar. Ele precisa do pacote bash-completion.\n" +
			"Depois de guardar o arquivo, abra um shell novo.",
		Zsh: "Completa no zsh",
		ZshLong: "Escreve o que faz o zsh completar. Para usar um arquivo de ~/.zfunc, o seu ~/.zshrc precisa de:\n" +
			"fpath=(~/.zfunc $fpath); autoload -U compinit; compinit",
		Fish:               "Completa no fish",
		FishLong:           "Escreve o que faz o fish completar. Depois de guardar o arquivo, abra um shell novo.",
		PowerShell:         "Completa no PowerShell",
		PowerShellLong:     "Escreve o que faz o PowerShell completar. Depois de mudar o perfil, abra um shell novo.",
		FlagNoDescriptions: "completar sem descrições",
		Man:                "Escreve a página de manual",
		ManLong:            "Escreve a página de manual do programa, no formato de man.",

		ManPage: "Manual", ManName: "NOME", ManSynopsis: "SINOPSE", ManDescription: "DESCRIÇÃO",

		Sandbox: "testes, sem clientes de verdade", Production: "clientes de verdade",
		Portuguese: "português", English: "inglês",
		AllReports: "todos os relatórios", OtherReports: "os relatórios sem endereço próprio",

		Environment: Topic{
			"environment", "Variáveis de ambiente",
			"Variáveis de ambiente que o klavilink lê. Opções na linha de comando valem antes delas, e elas " +
				"antes do config.toml.",
			[]Row{
				{"KLAVI_ACCESS_KEY", "a access key da Klavi; vai junto com KLAVI_SECRET_KEY"},
				{"KLAVI_SECRET_KEY", "a secret key da Klavi"},
				{"KLAVI_ACCESS_TOKEN", "um token feito pelo seu sistema; vale antes das chaves"},
				{"KLAVI_ENV", "o ambiente: sandbox ou production"},
				{"KLAVI_API_BASE", "outro endereço da API: https, ou http nesta máquina"},
				{"KLAVILINK_PROFILE", "o perfil do config.toml"},
				{"KLAVILINK_LANG", "o idioma: pt ou en"},
				{"LC_ALL, LC_MESSAGES, LANG", "o idioma do sistema; vale o que vem primeiro, se nada mais diz o idioma"},
				{"LC_ALL, LC_CTYPE, LANG", "se o terminal mostra acentos e sinais; vale o que vem primeiro"},
				{"WT_SESSION", "no Windows, que a janela mostra todos os caracteres"},
				{"TERM", "o terminal; com dumb, o programa faz perguntas simples, como com --plain"},
				{"ACCESSIBLE", "qualquer valor: perguntas simples, como com --plain"},
				{"NO_COLOR", "qualquer valor: sem cores, e o QR Code em blocos"},
				{"VISUAL, EDITOR", "o editor de config edit; vale o que vem primeiro"},
				{"HTTPS_PROXY, NO_PROXY", "o proxy para chegar à API, e os endereços que não passam por ele"},
				{"XDG_CONFIG_HOME", "no Linux, onde fica a pasta klavilink, que tem o config.toml"},
				{"XDG_CACHE_HOME", "no Linux, onde fica a pasta klavilink, que tem a lista de bancos"},
				{"XDG_RUNTIME_DIR", "onde ficam as páginas que o navegador abre"},
			},
		},
		ExitCodes: Topic{
			"exit-codes", "Códigos de saída",
			"O código com que o klavilink sai diz como o comando terminou. Se vários registros falham, " +
				"é o da primeira falha.",
			[]Row{
				{"0", "o comando fez o que devia"},
				{"1", "a rede ou a API falhou"},
				{"2", "a linha de comando, o config.toml ou a entrada está errada"},
				{"3", "nem todos os clientes autorizaram, em create --wait, status e --plain"},
				{"4", "faltam credenciais, ou elas foram recusadas"},
				{"130", "o usuário desistiu, ou um sinal terminou o programa"},
			},
		},
		Lines: portugueseExamples(),
	}
}
