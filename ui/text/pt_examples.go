package text

// portugueseExamples returns the examples of each command in Brazilian Portuguese. A test
// runs every line.
func portugueseExamples() map[string][]Example {
	return map[string][]Example{
		"": {
			{"Abre o assistente; sem credenciais, a demonstração", "klavilink"},
			{"A demonstração também nos celulares da mesma rede", "klavilink --demo-listen :8080"},
			{
				"A demonstração de um cliente que recusa, 60 vezes mais rápido",
				"klavilink --demo --demo-story refused --demo-speed 60",
			},
			{"Perguntas linha a linha, para um leitor de tela", "klavilink --plain"},
		},
		"create": {
			{"Cria um link e mostra a URL", "klavilink create --input cliente.json"},
			{"Cria muitos e guarda os resultados", "klavilink create --json --input lote.csv > links.jsonl"},
			{
				"Continua de onde parou",
				"klavilink create --json --input lote.csv --resume links.jsonl >> links.jsonl",
			},
			{"Confere o arquivo e não envia nada", "klavilink create --dry-run --input lote.csv"},
		},
		"validate": {
			{"Confere um CPF", "klavilink validate cpf 529.982.247-25"},
			{"Confere um CNPJ por linha de um arquivo", "klavilink validate cnpj < cnpjs.txt"},
			{"O resultado em JSON", "klavilink validate phone '(11) 98765-4321' --json"},
		},
		"login": {
			{"Pergunta as chaves da sandbox e guarda", "klavilink login"},
			{"As chaves de produção", "klavilink login --env production"},
			{"Numa máquina sem chaveiro", "klavilink login --insecure-storage"},
		},
		"logout": {
			{"Apaga as chaves da sandbox", "klavilink logout"},
			{"Apaga as de produção", "klavilink logout --env production"},
		},
		"config": {
			{"Cria o arquivo de configuração", "klavilink config init"},
			{"Mostra o que vale e de onde vem", "klavilink config show"},
			{"Abre no editor e confere", "klavilink config edit"},
		},
		"config init": {
			{"Pergunta e cria", "klavilink config init"},
			{"Com outras sugestões", "klavilink config init --profile filial --env production"},
			{"As respostas de um arquivo, uma por linha", "klavilink config init < respostas.txt"},
		},
		"config show": {
			{"Uma linha para cada valor", "klavilink config show"},
			{"O que vale em produção", "klavilink config show --env production"},
			{"Para um programa", "klavilink config show --json"},
		},
		"config edit": {
			{"Abre no editor de VISUAL ou EDITOR", "klavilink config edit"},
			{"Com o que está errado em inglês", "klavilink config edit --lang en"},
		},
		"config path": {
			{"Escreve o caminho", "klavilink config path"},
			{"Guarda o caminho num arquivo", "klavilink config path > caminho.txt"},
		},
		"doctor": {
			{"Confere tudo", "klavilink doctor"},
			{"Confere as chaves de produção", "klavilink doctor --env production"},
			{"Confere a demonstração, sem chaves", "klavilink doctor --demo"},
			{"Explica um erro da Klavi", "klavilink doctor 4003"},
		},
		"status": {
			{"Até onde chegou o cliente de um link; pergunta o CPF ou CNPJ", "klavilink status LINKID"},
			{"Todos os links de um lote", "klavilink status --input links.jsonl"},
			{"Espera o fim de cada um", "klavilink status --input links.jsonl --wait --json"},
		},
		"open": {
			{"Abre um dos links de um lote", "klavilink open LINKID --input links.jsonl"},
			{"Abre o primeiro", "klavilink open < links.jsonl"},
		},
		"version": {
			{"A versão numa linha", "klavilink version"},
			{"Em JSON, para um programa", "klavilink version --json"},
		},
		"listen": {
			{"Recebe o que a demonstração entrega", "klavilink listen --demo"},
			{"Repassa ao seu sistema o que chega", "klavilink listen --forward http://127.0.0.1:3000/klavi"},
			{"Guarda tudo num arquivo", "klavilink listen --json > recebidos.jsonl"},
		},
		"trigger": {
			{"Mostra o que há para mandar", "klavilink trigger --list"},
			{"Manda um evento a klavilink listen", "klavilink trigger consent_authorised"},
			{
				"Manda ao seu sistema um relatório que ele deve recusar",
				"klavilink trigger pf_loans --to http://127.0.0.1:3000/klavi --tampered",
			},
		},
		"help": {
			{"A ajuda de um comando", "klavilink help create"},
			{"As variáveis de ambiente", "klavilink help environment"},
		},
		"completion": {
			{"No bash, só neste shell", "source <(klavilink completion bash)"},
			{"No fish, sempre", "klavilink completion fish > ~/.config/fish/completions/klavilink.fish"},
		},
		"completion bash": {
			{"Só neste shell", "source <(klavilink completion bash)"},
			{"Sempre", "klavilink completion bash >> ~/.bash_completion"},
		},
		"completion zsh": {
			{"Só neste shell", "source <(klavilink completion zsh)"},
			{"Sempre", "klavilink completion zsh > ~/.zfunc/_klavilink"},
		},
		"completion fish": {
			{"Só neste shell", "klavilink completion fish | source"},
			{"Sempre", "klavilink completion fish > ~/.config/fish/completions/klavilink.fish"},
		},
		"completion powershell": {
			{"Só neste shell", "klavilink completion powershell | Out-String | Invoke-Expression"},
			{"Sempre", "klavilink completion powershell >> $PROFILE"},
		},
		"man": {
			{"Guarda a página", "klavilink man > klavilink.1"},
			{"A página em inglês", "klavilink man --lang en > klavilink.1"},
		},
	}
}
