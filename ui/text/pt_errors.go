package text

// portugueseWrong returns the sentences for problems of a text in Brazilian Portuguese.
func portugueseWrong() Wrong {
	return Wrong{
		CharF:         "O %dº caractere (%s) não pode estar aqui.",
		CharDigitF:    "O %dº caractere (%s) não é dígito.",
		Invisible:     "invisível",
		Space:         "espaço",
		EmptyCPF:      "Digite o CPF.",
		EmptyCNPJ:     "Digite o CNPJ.",
		EmptyDocument: "Digite o CPF ou o CNPJ do cliente.",
		EmptyPhone:    "Digite o telefone.",
		EmptyEmail:    "Digite o e-mail.",
		EmptyURL:      "Digite o endereço.",
		ShortOneF:     "Falta 1 caractere (%d de %d).",
		ShortF:        "Faltam %d caracteres (%d de %d).",
		LongOneF:      "Sobra 1 caractere (%d em vez de %d).",
		LongF:         "Sobram %d caracteres (%d em vez de %d).",
		CheckChar:     "Os dois últimos caracteres do CNPJ são sempre números.",
		RepeatedF:     "Número repetido não é um %s.",
		Check:         "Os dígitos não conferem: releia com o cliente o que vem antes do traço.",
		Country:       "Só telefones do Brasil (+55).",
		Service:       "Este é um número de serviço, não o telefone de uma pessoa.",
		AreaCode:      "Esse DDD não existe.",
		NinthDigit:    "Faltou o 9 na frente do celular?",
		Subscriber:    "Nenhum telefone começa assim depois do DDD.",
		NoAt:          "Falta o @.",
		ManyAt:        "Há mais de um @.",
		LocalPart:     "O que está antes do @ não é um endereço de e-mail.",
		Domain:        "O que está depois do @ não é um domínio.",
		Scheme:        "O endereço precisa ser completo, como https://exemplo.com.br/volta.",
		Host:          "Falta o nome do servidor, ou há algo estranho nele.",
		AllExclusive:  "“all” não combina com outros relatórios: deixe só ele, ou tire-o.",
		NeedsAppKey:   "Com o link do aplicativo, este nome é obrigatório.",
		ReportName:    "Falta o nome do relatório.",
		ExternalInfo:  "externalInfo precisa ser um objeto JSON.",
		CheckEnd:      "Os dígitos não conferem: releia com o cliente o final, depois do traço.",
	}
}

// portugueseHints returns the hints at what a text may be in Brazilian Portuguese.
func portugueseHints() Hints {
	return Hints{
		CPF:        "Isto parece um CPF.",
		CNPJ:       "Isto parece um CNPJ.",
		Mobile:     "Isto parece um celular.",
		LostZero:   "Um zero se perdeu à esquerda?",
		Zero:       "Seria 0?",
		One:        "Seria 1?",
		NoAreaCode: "Faltou o DDD?",
	}
}

// portugueseAPI returns the explanations of errors of package klavi in Brazilian Portuguese.
func portugueseAPI() API {
	return API{
		RefusedF:     "A Klavi recusou: %s",
		Refused:      "A Klavi recusou este valor.",
		AlphaRefused: "A Klavi recusou um CNPJ alfanumérico válido.",
		TokenSource:  "O programa que dá o token (token_command) falhou ou não deu nenhum.",
		NextDoctor:   "klavilink doctor diz mais.",
		Keys:         "A Klavi recusou as credenciais.",
		Forbidden:    "As credenciais não têm permissão para isto.",
		Input:        "A Klavi recusou os dados.",
		Rate:         "Pedidos demais à Klavi neste momento.",
		Network:      "Não consegui falar com a Klavi.",
		Timeout:      "A Klavi não respondeu a tempo.",
		ServerF:      "A Klavi está com problemas (%d).",
		Protocol:     "A resposta da Klavi não é a esperada.",
		Unsafe:       "A resposta trouxe um link inseguro: sem https, ou para o aparelho de quem o abre. Ele não foi usado.",
		NotFound:     "O endereço da API está errado (404).",
		BusinessF:    "A Klavi recusou o pedido (código %d).",
		Codes: [9]string{
			"A autorização venceu ou não existe.",
			"O produto não existe ou é de outro nível.",
			"O cliente chegou ao limite de autorizações neste banco.",
			"O banco está fora do ar ou não está liberado.",
			"Nenhum produto foi pedido.",
			"Os endereços de entrega dos relatórios não valem.",
			"O pedido do produto falhou.",
			"O cliente não tem autorização de Open Finance que sirva.",
			"O cliente precisa passar antes pelo processo de KYC.",
		},
		NextKeys:    "Confira KLAVI_ACCESS_KEY e KLAVI_SECRET_KEY, ou KLAVI_ACCESS_TOKEN.",
		NextRetry:   "Confira a internet e tente de novo.",
		NextWaitF:   "Espere %d segundos e tente de novo.",
		NextWait:    "Espere um pouco e tente de novo.",
		NextFields:  "Volte aos dados e corrija.",
		NextConsent: "O cliente pode revogar uma autorização antiga no aplicativo do banco, ou usar outro banco.",
		NextBank:    "Escolha outro banco ou deixe o cliente escolher.",
		NextSupport: "Se continuar, fale com o suporte da Klavi.",
		NextBase:    "Confira KLAVI_API_BASE.",
		NextUnsafe:  "Não tente de novo: confira KLAVI_API_BASE e avise o suporte da Klavi.",
	}
}
