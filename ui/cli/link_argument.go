package cli

import (
	"strings"

	"klavilink/ui/text"
	"klavilink/validate"
)

// checkLinkID checks the ID of a link on the command line. It refuses what is secret and
// what is personal, because shells and lists of processes keep command lines.
func checkLinkID(t *text.CLI, id string) error {
	switch {
	case strings.Contains(id, "://"), strings.Count(id, ".") == 2 && len(id) > 40:
		return misused(t.Tools.ArgSecret, "")
	case isDocument(id):
		return misused(t.Tools.ArgPersonal, "")
	case !isLinkID(id):
		return misused(t.Tools.BadLinkID, "")
	}
	return nil
}

// isDocument reports whether a text is a CPF or a CNPJ.
func isDocument(s string) bool {
	_, err := validate.ParseDocument(s)
	return err == nil
}
