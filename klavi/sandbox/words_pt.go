package sandbox

// portugueseWords returns the sentences in Brazilian Portuguese.
func portugueseWords() Words {
	return Words{
		Tag:     "pt-BR",
		Title:   "Demonstração",
		Demo:    "Demonstração: tudo aqui é inventado, nenhum banco envolvido.",
		Company: "Empresa Exemplo",

		Choose:  "Escolha o seu banco",
		ChooseF: "%s mandou este link para você autorizar o compartilhamento dos seus dados pelo Open Finance.",
		Outage:  "fora do ar",

		ConfirmF: "Compartilhar dados: %s",
		ShareF:   "Você vai compartilhar dados de cadastro, contas e cartões, por 12 meses, com %s.",
		Safe:     "Ninguém movimenta o seu dinheiro. Pode cancelar quando quiser.",
		Continue: "Continuar no banco",
		Decline:  "Não quero",

		Bank:      "Aqui seria o app do banco",
		BankF:     "%s mostraria o pedido. A senha, só no app ou no site do banco: nesta demonstração não há senha.",
		Authorise: "Autorizar",
		Refuse:    "Recusar",

		Terms:    "Falta aceitar os termos",
		TermsIs:  "Pela LGPD, o uso destes dados depende da sua autorização.",
		Agree:    "Concordo",
		Disagree: "Não concordo",

		Done:     "Autorizado",
		DoneIs:   "Pode fechar esta página. Se estiver na ligação, avise que terminou.",
		Delivers: "A Klavi entregaria",
		Reports:  "os relatórios contratados",
		AtKlavi:  "no endereço configurado na Klavi",
		Returns:  "Você voltaria para",
		InApp:    "pelo aplicativo",
		Uncalled: "Nada disso é enviado nesta demonstração.",
		Another:  "Escolher outro banco",
		Again:    "Tentar de novo",

		Sample:    "Amostra inventada",
		SampleF:   "Com uma autorização de verdade, %s receberia dados como estes. Nenhum deles existe.",
		Account:   "Saldo da conta corrente",
		NumberF:   "agência %s, conta %s",
		Movements: "Últimas movimentações",
		CardF:     "Cartão final %s",
		UsedF:     "%s usados de um limite de %s",
		DueF:      "Fatura vence em %s",
		Day:       "02/01",
		Thousands: ".",
		Decimal:   ",",
		Integrate: "Para quem integra",

		Refused:  "Não autorizado",
		RefusedF: "Nada de %s foi compartilhado.",

		UntilF: "Este link vale até %s (horário de Brasília).",
		Over:   "Este link não vale mais",
		OverIs: "Ele venceu ou o endereço veio incompleto. Peça outro a quem mandou este, na mesma conversa ou ligação.",
	}
}
