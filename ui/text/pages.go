package text

import (
	"fmt"
	"strconv"
)

// Pages holds the sentences of the demo's pages, which a customer reads on a telephone.
// Every page begins with Demo.
type Pages struct {
	Tag   string // the language as HTML names it
	Title string
	Demo  string

	// Company is the name of a company that has none in its settings.
	Company string

	Choose  string
	ChooseF string // the company
	Outage  string

	ConfirmF string // the institution
	ShareF   string // the company
	Safe     string
	Continue string
	Decline  string

	Bank      string
	BankF     string // the institution
	Authorise string
	Refuse    string

	Terms    string
	TermsIs  string
	Agree    string
	Disagree string

	Done     string
	DoneIs   string
	Delivers string
	Reports  string
	AtKlavi  string
	Returns  string
	InApp    string
	Uncalled string
	Another  string
	Again    string

	// The sample is an invented report. Day is a layout for package time, and Thousands
	// and Decimal stand in amounts.
	Sample    string
	SampleF   string // the company
	Account   string
	NumberF   string // the branch and the number
	Movements string
	CardF     string // the last digits
	UsedF     string // the amount and the limit
	DueF      string // the day
	Day       string
	Thousands string
	Decimal   string
	Integrate string

	Refused  string
	RefusedF string // the institution

	UntilF string // the time
	Over   string
	OverIs string
}

// Money returns an amount of reais, which is given in centavos.
func (p *Pages) Money(centavos int64) string {
	sign := ""
	if centavos < 0 {
		sign, centavos = "−", -centavos
	}
	reais := strconv.FormatInt(centavos/100, 10)
	for i := len(reais) - 3; i > 0; i -= 3 {
		reais = reais[:i] + p.Thousands + reais[i:]
	}
	return fmt.Sprintf("%sR$\u00a0%s%s%02d", sign, reais, p.Decimal, centavos%100)
}

func portuguesePages() Pages {
	return Pages{
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

		UntilF: "Este link vale até %s.",
		Over:   "Este link não vale mais",
		OverIs: "Ele venceu ou o endereço veio incompleto. Peça outro a quem mandou este, na mesma conversa ou ligação.",
	}
}

func englishPages() Pages {
	return Pages{
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

		UntilF: "This link works until %s.",
		Over:   "This link no longer works",
		OverIs: "It has expired, or the address is incomplete. Ask the sender for another one, in the same chat or call.",
	}
}
