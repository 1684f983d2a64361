// Command form asks for the data of a customer as the wizard does, with huh alone.
package main

import (
	"fmt"
	"os"

	"charm.land/huh/v2"

	"klavilink/klavi/directory"
)

func main() {
	var document, email, phone, institution string
	var options []huh.Option[string]
	for _, i := range directory.Institutions() {
		options = append(options, huh.NewOption(i.Name, i.Code))
	}
	form := huh.NewForm(
		huh.NewGroup(
			huh.NewInput().Title("CPF or CNPJ").Value(&document),
			huh.NewInput().Title("E-mail").Value(&email),
			huh.NewInput().Title("Phone").Value(&phone),
		),
		huh.NewGroup(huh.NewSelect[string]().Title("Institution").Options(options...).Height(10).Value(&institution)),
	)
	if err := form.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
