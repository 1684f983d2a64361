package text

// englishExamples returns the examples of each command in English. A test runs every line.
func englishExamples() map[string][]Example {
	return map[string][]Example{
		"": {
			{"Open the wizard; without credentials, the demo", "klavilink"},
			{"The demo, also on phones in the same network", "klavilink --demo-listen :8080"},
			{
				"A demo of a customer who refuses, 60 times as fast",
				"klavilink --demo --demo-story refused --demo-speed 60",
			},
			{"Questions line by line, for a screen reader", "klavilink --plain"},
		},
		"create": {
			{"Create a link and print its URL", "klavilink create --input customer.json"},
			{"Create many and keep the results", "klavilink create --json --input list.csv > links.jsonl"},
			{
				"Go on where it stopped",
				"klavilink create --json --input list.csv --resume links.jsonl >> links.jsonl",
			},
			{"Check the file and send nothing", "klavilink create --dry-run --input list.csv"},
		},
		"validate": {
			{"Check a CPF", "klavilink validate cpf 529.982.247-25"},
			{"Check a CNPJ on each line of a file", "klavilink validate cnpj < cnpjs.txt"},
			{"The result as JSON", "klavilink validate phone '(11) 98765-4321' --json"},
		},
		"login": {
			{"Ask for the keys of the sandbox and store them", "klavilink login"},
			{"The keys of production", "klavilink login --env production"},
			{"On a machine without a keyring", "klavilink login --insecure-storage"},
		},
		"logout": {
			{"Remove the keys of the sandbox", "klavilink logout"},
			{"Remove those of production", "klavilink logout --env production"},
		},
		"config": {
			{"Makes the configuration file", "klavilink config init"},
			{"Shows what holds and where it comes from", "klavilink config show"},
			{"Opens it in the editor and checks it", "klavilink config edit"},
		},
		"config init": {
			{"Asks and makes it", "klavilink config init"},
			{"With other suggestions", "klavilink config init --profile branch --env production"},
			{"The answers of a file, one a line", "klavilink config init < answers.txt"},
		},
		"config show": {
			{"A line for each value", "klavilink config show"},
			{"What holds in production", "klavilink config show --env production"},
			{"For a program", "klavilink config show --json"},
		},
		"config edit": {
			{"Opens it in the editor of VISUAL or EDITOR", "klavilink config edit"},
			{"With what is wrong in Portuguese", "klavilink config edit --lang pt"},
		},
		"config path": {
			{"Prints the path", "klavilink config path"},
			{"Keeps the path in a file", "klavilink config path > path.txt"},
		},
		"doctor": {
			{"Check everything", "klavilink doctor"},
			{"Check the keys of production", "klavilink doctor --env production"},
			{"Check the demo, without keys", "klavilink doctor --demo"},
			{"Explain an error of Klavi", "klavilink doctor 4003"},
		},
		"status": {
			{"How far the customer of a link is; asks for the CPF or CNPJ", "klavilink status LINKID"},
			{"All links of a batch", "klavilink status --input links.jsonl"},
			{"Wait for the end of each", "klavilink status --input links.jsonl --wait --json"},
		},
		"open": {
			{"Open one of the links of a batch", "klavilink open LINKID --input links.jsonl"},
			{"Open the first one", "klavilink open < links.jsonl"},
		},
		"version": {
			{"The version on a line", "klavilink version"},
			{"As JSON, for a program", "klavilink version --json"},
		},
		"listen": {
			{"Receive what the demo delivers", "klavilink listen --demo"},
			{"Hand on what comes to your system", "klavilink listen --forward http://127.0.0.1:3000/klavi"},
			{"Keep everything in a file", "klavilink listen --json > received.jsonl"},
		},
		"trigger": {
			{"Show what there is to send", "klavilink trigger --list"},
			{"Send an event to klavilink listen", "klavilink trigger consent_authorised"},
			{
				"Send your system a report that it should refuse",
				"klavilink trigger pf_loans --to http://127.0.0.1:3000/klavi --tampered",
			},
		},
		"help": {
			{"The help of a command", "klavilink help create"},
			{"The environment variables", "klavilink help environment"},
		},
		"completion": {
			{"In bash, for this shell only", "source <(klavilink completion bash)"},
			{"In fish, for good", "klavilink completion fish > ~/.config/fish/completions/klavilink.fish"},
		},
		"completion bash": {
			{"For this shell only", "source <(klavilink completion bash)"},
			{"For good", "klavilink completion bash >> ~/.bash_completion"},
		},
		"completion zsh": {
			{"For this shell only", "source <(klavilink completion zsh)"},
			{"For good", "klavilink completion zsh > ~/.zfunc/_klavilink"},
		},
		"completion fish": {
			{"For this shell only", "klavilink completion fish | source"},
			{"For good", "klavilink completion fish > ~/.config/fish/completions/klavilink.fish"},
		},
		"completion powershell": {
			{"For this shell only", "klavilink completion powershell | Out-String | Invoke-Expression"},
			{"For good", "klavilink completion powershell >> $PROFILE"},
		},
		"man": {
			{"Keep the page", "klavilink man > klavilink.1"},
			{"The page in Portuguese", "klavilink man --lang pt > klavilink.1"},
		},
	}
}
