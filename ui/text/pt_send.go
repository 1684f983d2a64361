package text

// portugueseSend returns the messages to the customer, and the sentences around them, in
// Brazilian Portuguese. A message says who sends it, why, whose page opens, until when,
// what nobody asks for, and how to check, in this order.
func portugueseSend() Send {
	const (
		agreed = "este é o seu link para autorizar o compartilhamento dos seus dados pelo Open Finance:\n\n{link}\n\n"
		chat   = "Ele é só seu e vale até {hora} (horário de Brasília). Abre em {dominio}. " +
			"A autorização é no app ou no site do seu banco, e você pode recusar.\n\n" +
			"Nunca pedimos senha nem código de segurança. "
		mail = "O que acontece depois de abrir:\n" +
			"1. Uma página em {dominio} mostra quais dados serão compartilhados e por quanto tempo.\n" +
			"2. Você escolhe o banco e confere o pedido no app ou no site dele.\n" +
			"3. Você autoriza ou recusa. Depois, pode cancelar quando quiser.\n\n" +
			"O link é só seu, não encaminhe. Vale até {hora} (horário de Brasília).\n\n" +
			"Autorizar não movimenta o seu dinheiro. " +
			"Nunca pedimos senha nem código de segurança, por telefone, mensagem ou e-mail. "
		check = "não abra o link. Na dúvida, ligue para {contato}"
	)
	return Send{
		Message: "Olá! Aqui é da {empresa}.\n\nComo combinamos nesta ligação, " + agreed + chat +
			"Se você não está falando com a gente agora, " + check + ".\n\nProtocolo: {protocolo}",
		MessageNoCompany: "Olá! Como combinamos nesta ligação, " + agreed + chat +
			"Se você não está falando agora com quem combinou, " + check + ".\n\nProtocolo: {protocolo}",
		Mail: "Olá!\n\nAqui é da {empresa}. Como combinamos por telefone, " + agreed + mail +
			"Se você não está falando com a gente, " + check + ", o número do nosso site.\n\n" +
			"Protocolo: {protocolo}\n{empresa}",
		MailNoCompany: "Olá!\n\nComo combinamos por telefone, " + agreed + mail +
			"Se você não está falando com quem combinou, " + check + ".\n\nProtocolo: {protocolo}",
		Subject:          "{empresa}: link do Open Finance combinado por telefone",
		SubjectNoCompany: "Link do Open Finance combinado por telefone",
		TitleCopy:        "Mensagem para o cliente",
		TitleWhatsApp:    "Mensagem pelo WhatsApp",
		TitleEmail:       "Mensagem por e-mail",
		ToF:              "para %s",
		ToNobody:         "(escolha lá para quem vai)",
		NoteCopy:         "Cole só na conversa com este cliente: o link é pessoal.",
		NoteWhatsApp: "Abre o WhatsApp deste computador com a mensagem pronta; só vai quando você enviar. " +
			"O telefone e o link ficam no histórico do navegador.",
		NoteEmail:      "Abre o programa de e-mail com a mensagem pronta; só vai quando você enviar.",
		NoOpener:       "Não abriu sozinho. Copie este endereço e abra à mão:",
		Copied:         "Mensagem copiada. É a que está na tela.",
		WhatsAppOpened: "WhatsApp aberto com a mensagem. Falta enviar.",
		EmailOpened:    "E-mail aberto com a mensagem. Falta enviar.",
		RecipientNote:  "Só para esta mensagem, não vai à Klavi. Vazio: escolha no WhatsApp.",
		NeedsMobile:    "Esse telefone é fixo: o WhatsApp precisa de um celular.",
	}
}

// portugueseSay returns the sentences that an agent says in Brazilian Portuguese.
func portugueseSay() Say {
	return Say{
		Created:     "Vou mandar agora um link no seu WhatsApp. Ele é só seu e vale meia hora. Me avisa quando chegar?",
		Sent:        "A mensagem vem em nome da {empresa}. O protocolo é {protocolo}. Confira antes de abrir.",
		Unopened:    "Chegou a mensagem? Pode abrir com calma, eu espero.",
		Opened:      "Veja quais dados vai compartilhar e por quanto tempo. Se concordar, escolha o seu banco e continue.",
		AtBank:      "Agora é no app do seu banco: confira o pedido e decida por lá. A senha é só do app, não me diga.",
		Terms:       "Falta um passo: os termos da LGPD. Leia e, se concordar, aceite na própria página.",
		Authorised:  "Pronto, está autorizado. Pode fechar a página. Para cancelar, é no app do banco, em Open Finance.",
		Refused:     "Aqui aparece como não autorizado. Foi sem querer ou prefere não autorizar? Tudo bem se preferir não.",
		Failed:      "Deu um erro no caminho, não foi nada que você fez. Tente de novo pelo mesmo link ou com outro banco.",
		LinkExpired: "Esse link venceu: ele dura pouco, por segurança. Posso mandar outro agora?",
		TookLong:    "O pedido passou do tempo e foi encerrado. É só abrir o mesmo link e começar de novo.",
		Revoked:     "Aqui aparece que a autorização foi cancelada. Se foi o que você queria, não precisa fazer mais nada.",
		Deleted:     "Aqui aparece que você pediu a exclusão dos seus dados. Não precisa fazer mais nada.",
		StandsStill: "Em que tela você está agora? Não precisa me dizer nenhum número.",
		Signatories: "Em conta de empresa, às vezes mais de uma pessoa precisa autorizar. Eu acompanho por aqui.",
	}
}
