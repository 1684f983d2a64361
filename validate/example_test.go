package validate_test

import (
	"errors"
	"fmt"

	"klavilink/validate"
)

func Example() {
	cpf, err := validate.ParseCPF("529.982.247-25")
	fmt.Println(cpf, err)
	fmt.Println(cpf.Reveal())

	_, err = validate.ParseCPF("529.982.247-24")
	var p validate.Problem
	if errors.As(err, &p) && p.Reason == validate.Check {
		fmt.Println("read the last group again:", p.End)
	}
	// Output:
	// •••.982.247-•• <nil>
	// 52998224725
	// read the last group again: true
}

func ExampleCheckDocument() {
	for _, typed := range []string{"529.982.247-25", "12.abc.345/01de-35", "5299822472O"} {
		d, p := validate.CheckDocument(typed)
		fmt.Println(validate.DocumentKind(typed), d.IsValid(), p.Error())
	}
	// Output:
	// cpf true unknown: ok
	// cnpj true unknown: ok
	// cnpj false cpf: character 11 ('O') does not belong
}

func ExampleMaskDocument() {
	for _, typed := range []string{"529982", "52998224725", "12abc34501"} {
		fmt.Println(validate.MaskDocument(typed))
	}
	// Output:
	// 529.982
	// 529.982.247-25
	// 12.ABC.345/01
}
