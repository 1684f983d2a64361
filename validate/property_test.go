package validate

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// referenceCPF appends the check digits to the first nine digits of a CPF. It is a
// slow second implementation that follows the text of the rule.
func referenceCPF(nine string) string {
	for _, start := range []int{10, 11} {
		sum := 0
		for i, c := range nine {
			sum += int(c-'0') * (start - i)
		}
		d := 11 - sum%11
		if sum%11 < 2 {
			d = 0
		}
		nine += fmt.Sprint(d)
	}
	return nine
}

// referenceCNPJ appends the check digits to the first twelve characters of a CNPJ.
// It is a slow second implementation that follows the text of the rule.
func referenceCNPJ(twelve string) string {
	for range 2 {
		sum, weight := 0, 2
		for i := len(twelve) - 1; i >= 0; i-- {
			sum += (int(twelve[i]) - 48) * weight
			if weight++; weight > 9 {
				weight = 2
			}
		}
		d := 11 - sum%11
		if sum%11 < 2 {
			d = 0
		}
		twelve += fmt.Sprint(d)
	}
	return twelve
}

func TestCheckDigitsMatchTheReferenceImplementation(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	draw := func(n int, alphabet string) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = alphabet[r.IntN(len(alphabet))]
		}
		return string(b)
	}
	const digits, all = "0123456789", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for range 20000 {
		cpf := referenceCPF(draw(9, digits))
		if _, p := CheckCPF(cpf); !p.OK() {
			t.Fatalf("%s: %v", cpf, p)
		}
		for _, cnpj := range []string{referenceCNPJ(draw(12, digits)), referenceCNPJ(draw(12, all))} {
			if _, p := CheckCNPJ(cnpj); !p.OK() {
				t.Fatalf("%s: %v", cnpj, p)
			}
			// CheckCNPJ refuses any other pair of check digits.
			wrong := cnpj[:12] + fmt.Sprintf("%02d", (int(cnpj[12]-'0')*10+int(cnpj[13]-'0')+1+r.IntN(99))%100)
			if _, p := CheckCNPJ(wrong); p.Reason != Check || p.End != (wrong[12] == cnpj[12] || wrong[13] == cnpj[13]) {
				t.Fatalf("%s: %v", wrong, p)
			}
		}
	}
}

// The check digits do not detect a change between characters that have the same
// value modulo 11. This is why an agent reads a number with letters back.
func TestCharactersWithTheSameValueModulo11HaveTheSameCheckDigits(t *testing.T) {
	for _, pair := range []string{"DO", "O9", "Q0", "S2", "EP"} {
		a, b := referenceCNPJ("12ABC34501A"+pair[:1]), referenceCNPJ("12ABC34501A"+pair[1:])
		if a[12:] != b[12:] {
			t.Errorf("%s are told apart: %s, %s", pair, a, b)
		}
	}
}
