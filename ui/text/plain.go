package text

import "strings"

// Plain holds the sentences of the questions without a screen. They are read aloud by
// screen readers, so each says with words what it means.
type Plain struct {
	KeepF, KeepOrDropF                                         string
	ManyF, ManyMoreF, OneOfF, BankIsF, UnlistedF               string
	ConfirmF, ConfirmAnyF, ProductionF, Answers, Retry         string
	ChoiceF, RowsF, RowKeyF, RowValueF, Reports, Address       string
	FollowingF, StandingF, AuthorisedF, GoOn, LeftF, StillOpen string
	FlagQR, BadQRF, NoCode                                     string
}

// portuguesePlain returns the sentences in Brazilian Portuguese.
func portuguesePlain() Plain {
	return Plain{
		KeepF:       "%s (Enter mantém %s)",
		KeepOrDropF: "%s (Enter mantém %s; - deixa vazio)",
		ManyF:       "Bancos que combinam: %d.",
		ManyMoreF:   "E mais %d. Digite mais letras do nome.",
		OneOfF:      "Número de 1 a %d, ou outro nome (Enter volta)",
		BankIsF:     "Banco: %s.",
		UnlistedF:   "código de banco %s, que não está na lista",
		ConfirmF:    "Criar o link para %s, %s?",
		ConfirmAnyF: "Criar o link para %s, no banco que o cliente escolher?",
		ProductionF: "PRODUÇÃO, cliente de verdade. %s",
		Answers:     "Enter cria, n cancela, mais pergunta o retorno e outros dados",
		Retry:       "Tentar de novo? Enter tenta, n sai",
		ChoiceF:     "%s, número de 1 a %d (Enter mantém %d)",
		RowsF:       "%s, linhas já preenchidas: %d (Enter mantém; - apaga e pergunta de novo)",
		RowKeyF:     "%s, %s (Enter termina)",
		RowValueF:   "%s, %s",
		Reports:     "Endereços dos relatórios",
		Address:     "endereço",
		FollowingF:  "Acompanhando o cliente até %s. Para sair antes, ctrl+c.",
		StandingF:   "%s: %s.",
		AuthorisedF: "%s: autorizado %s.",
		GoOn:        "O link ainda vale. Acompanhar outra tentativa? Enter acompanha, n sai",
		LeftF:       "Acompanhamento encerrado. O link vale até %s.",
		StillOpen:   "O cliente já está no banco, por isso o acompanhamento continua.",
		FlagQR:      "com --plain, mostra também o QR Code em texto; =light, para fundo claro",
		BadQRF:      "--qr não aceita %s. Use --qr ou --qr=light.",
		NoCode:      "O QR Code em texto precisa de um terminal com UTF-8. Mande o link acima.",
	}
}

// englishPlain returns the sentences in English.
func englishPlain() Plain {
	return Plain{
		KeepF:       "%s (Enter keeps %s)",
		KeepOrDropF: "%s (Enter keeps %s; - leaves it empty)",
		ManyF:       "Banks that match: %d.",
		ManyMoreF:   "And %d more. Type more letters of the name.",
		OneOfF:      "Number from 1 to %d, or another name (Enter goes back)",
		BankIsF:     "Bank: %s.",
		UnlistedF:   "bank code %s, which is not in the list",
		ConfirmF:    "Create the link for %s, %s?",
		ConfirmAnyF: "Create the link for %s, at the bank that the customer chooses?",
		ProductionF: "PRODUCTION, a real customer. %s",
		Answers:     "Enter creates it, n cancels, more asks for the return page and other data",
		Retry:       "Try again? Enter tries, n leaves",
		ChoiceF:     "%s, number from 1 to %d (Enter keeps %d)",
		RowsF:       "%s, lines filled in already: %d (Enter keeps them; - drops them and asks anew)",
		RowKeyF:     "%s, %s (Enter ends)",
		RowValueF:   "%s, %s",
		Reports:     "Addresses of the reports",
		Address:     "address",
		FollowingF:  "Following the customer until %s. To leave earlier, ctrl+c.",
		StandingF:   "%s: %s.",
		AuthorisedF: "%s: authorised %s.",
		GoOn:        "The link is still good. Follow another try? Enter follows, n leaves",
		LeftF:       "No longer following. The link is good until %s.",
		StillOpen:   "The customer is at the bank already, so the following goes on.",
		FlagQR:      "with --plain, show the QR code as text too; =light, on a light background",
		BadQRF:      "--qr does not take %s. Use --qr or --qr=light.",
		NoCode:      "The QR code as text needs a terminal with UTF-8. Send the link above.",
	}
}

// YesOrNo reads the answer to a question. An empty answer means yes. It returns false for
// known if the answer is neither yes nor no, in either language.
func YesOrNo(answer string) (yes, known bool) {
	switch strings.ToLower(answer) {
	case "", "s", "sim", "y", "yes":
		return true, true
	case "n", "não", "nao", "no":
		return false, true
	default:
		return false, false
	}
}

// WantsMore reports whether an answer asks for the questions that few links need.
func WantsMore(answer string) bool {
	switch strings.ToLower(answer) {
	case "mais", "more", "m":
		return true
	default:
		return false
	}
}
