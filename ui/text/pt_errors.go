package text

// portugueseWrong returns the sentences for problems of a text in Brazilian Portuguese.
func portugueseWrong() Wrong {
	return Wrong{
		CharF:         "O %dº caractere (%s) não serve aqui. Confira com o cliente.",
		CharDigitF:    "O %dº caractere (%s) não é número.",
		Invisible:     "invisível",
		Space:         "espaço",
		EmptyCPF:      "Digite o CPF.",
		EmptyCNPJ:     "Digite o CNPJ.",
		EmptyDocument: "Digite o CPF ou o CNPJ do cliente.",
		EmptyPhone:    "Digite o telefone com DDD.",
		EmptyEmail:    "Digite o e-mail.",
		EmptyURL:      "Digite o endereço.",
		ShortOneF:     "Falta 1 (%d de %d).",
		ShortF:        "Faltam %d (%d de %d).",
		LongOneF:      "Sobra 1 (%d em vez de %d).",
		LongF:         "Sobram %d (%d em vez de %d).",
		CheckChar:     "Os dois últimos caracteres do CNPJ são sempre números.",
		RepeatedF:     "Números todos iguais não formam um %s.",
		Country:       "Use um telefone do Brasil (+55).",
		Service:       "Esse é um número de empresa (0800 e afins). Peça o celular do cliente.",
		AreaCode:      "Esse DDD não existe. Confira com o cliente.",
		NinthDigit:    "Celular tem 9 números: falta um 9 depois do DDD?",
		Subscriber:    "Depois do DDD, nenhum telefone começa assim. Confira.",
		Check:         "Os dígitos não conferem: releia com o cliente o que vem antes do traço.",
		NoAt:          "Falta o @.",
		ManyAt:        "Há mais de um @.",
		LocalPart:     "Confira o que vem antes do @.",
		Domain:        "Confira o que vem depois do @, como gmail.com.",
		Scheme:        "Use o endereço completo, como https://exemplo.com.br/volta.",
		Host:          "Confira o nome do site depois de https://.",
		AllExclusive:  "“all” já vale para todos: deixe só ele ou apague essa linha.",
		NeedsAppKey:   "Com o link do aplicativo, este nome é obrigatório.",
		ReportName:    "Falta o nome do relatório.",
		ExternalInfo:  "externalInfo precisa ser um objeto JSON.",
		CheckEnd:      "Os dígitos não conferem: releia com o cliente o final, depois do traço.",
	}
}

// portugueseHints returns the hints at what a text may be in Brazilian Portuguese.
func portugueseHints() Hints {
	return Hints{
		CPF:        "Parece um CPF.",
		CNPJ:       "Parece um CNPJ.",
		Mobile:     "Parece um celular.",
		LostZero:   "Falta um zero no começo?",
		Zero:       "Seria o número 0?",
		One:        "Seria o número 1?",
		NoAreaCode: "Faltou o DDD?",
	}
}

// portugueseAPI returns the explanations of errors of package klavi in Brazilian Portuguese.
func portugueseAPI() API {
	return API{
		RefusedF:     "A Klavi não aceitou: %s",
		Refused:      "A Klavi não aceitou este valor. Confira com o cliente.",
		AlphaRefused: "A Klavi não aceitou este CNPJ com letras, que é válido. Avise o suporte.",
		TokenSource:  "O programa que gera o token (token_command) falhou ou não gerou nenhum.",
		NextDoctor:   "Chame quem instalou; klavilink doctor mostra a causa.",
		Keys:         "A Klavi não aceitou as chaves deste computador.",
		Forbidden:    "Estas chaves não têm permissão para criar links.",
		Input:        "A Klavi não aceitou os dados.",
		Rate:         "Há pedidos demais na Klavi agora.",
		Network:      "Sem conexão com a Klavi.",
		Timeout:      "A Klavi não respondeu a tempo.",
		ServerF:      "A Klavi está com problemas (%d).",
		Protocol:     "A resposta da Klavi não é a esperada.",
		Unsafe:       "A resposta trouxe um link inseguro: sem https, ou para o aparelho de quem o abre. Ele não foi usado.",
		NotFound:     "O endereço da Klavi está errado na configuração (404).",
		BusinessF:    "A Klavi não aceitou o pedido (erro %d).",
		Codes: [9]string{
			"A autorização venceu ou não existe.",
			"O produto pedido não existe ou não é deste nível.",
			"O cliente já tem o máximo de autorizações neste banco.",
			"O banco está fora do ar ou não está disponível aqui.",
			"Nenhum produto foi pedido.",
			"Algum endereço de entrega dos relatórios não é aceito.",
			"O pedido do produto falhou.",
			"O cliente não tem uma autorização de Open Finance em vigor.",
			"Falta o cliente concluir a identificação (KYC).",
		},
		NextKeys:   "Chame quem instalou; klavilink doctor mostra qual chave está em uso.",
		NextRetry:  "Confira a internet e tente de novo.",
		NextWaitF:  "Espere %d segundos e tente de novo.",
		NextWait:   "Espere um pouco e tente de novo.",
		NextFields: "Volte e confira os dados.",
		NextConsent: "O cliente pode cancelar uma autorização antiga no app do banco, em Open Finance, ou " +
			"usar outro banco.",
		NextBank:    "Escolha outro banco, ou deixe o cliente escolher na hora.",
		NextSupport: "Se continuar, avise quem cuida do klavilink na sua empresa.",
		NextBase:    "Confira KLAVI_API_BASE.",
		NextUnsafe:  "Não tente de novo: confira KLAVI_API_BASE e avise o suporte da Klavi.",
	}
}
