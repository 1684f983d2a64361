package cli

import (
	"fmt"
	"strings"

	"klavilink/ui/cli/config"
	"klavilink/ui/text"
)

// template returns the content of a new config.toml with a profile. A comment says what each
// key is for. A key that the profile does not set is there with an example, as a comment.
func template(t *text.Config, p config.Profile) string {
	set := map[string]string{
		"environment": string(p.Environment), "company": p.Company, "redirect_url": p.RedirectURL, "ticket_key": p.TicketKey,
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", t.Head)
	fmt.Fprintf(&b, "\n# %s\nprofile = %s\n", t.Keys.Profile, quoted(p.Name))
	fmt.Fprintf(&b, "\n# %s\n# reduced_motion = false\n", t.Keys.ReducedMotion)
	fmt.Fprintf(&b, "\n# %s\n[profiles.%s]\n", t.All, p.Name)
	for _, key := range config.ProfileKeys() {
		fmt.Fprintf(&b, "\n# %s\n", t.Keys.Of(key.Name))
		if value := set[key.Name]; value != "" {
			fmt.Fprintf(&b, "%s = %s\n", key.Name, quoted(value))
		} else {
			fmt.Fprintf(&b, "# %s = %s\n", key.Name, sample(t, key.Name))
		}
	}
	return b.String()
}

// sample returns an example for the value of a key of a profile.
func sample(t *text.Config, key string) string {
	switch key {
	case "channels":
		return `["whatsapp", "email"]`
	case "token_command":
		return `["loja-cli", "klavi-token"]`
	case "link_hosts":
		return `["links.loja.example"]`
	case "keep_clipboard":
		return "false"
	case "callbacks":
		return `{ all = "https://loja.example/relatorios" }`
	case "message":
		return quoted(t.Message)
	default:
		return quoted(map[string]string{
			"environment": "sandbox", "company": "Loja Exemplo", "language": "pt", "contact": "4000-1234",
			"institution": "341", "redirect_url": "https://loja.example/volta", "app_link": "https://loja.example/app",
			"app_redirect_url_key": "retorno", "ticket_key": "protocolo",
		}[key])
	}
}

// quoted returns a text of one line as TOML writes it.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
