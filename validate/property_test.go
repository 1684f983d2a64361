package validate

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// second writings of the rules, straight from their texts and slow.

func cpfByTheBook(nine string) string {
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

func cnpjByTheBook(twelve string) string {
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

func TestCheckDigitsAreThoseOfTheBook(t *testing.T) {
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
		cpf := cpfByTheBook(draw(9, digits))
		if _, p := CheckCPF(cpf); !p.OK() {
			t.Fatalf("%s: %v", cpf, p)
		}
		for _, cnpj := range []string{cnpjByTheBook(draw(12, digits)), cnpjByTheBook(draw(12, all))} {
			if _, p := CheckCNPJ(cnpj); !p.OK() {
				t.Fatalf("%s: %v", cnpj, p)
			}
			// Any other pair of check digits is refused, with the right one named.
			wrong := cnpj[:12] + fmt.Sprintf("%02d", (int(cnpj[12]-'0')*10+int(cnpj[13]-'0')+1+r.IntN(99))%100)
			if _, p := CheckCNPJ(wrong); p.Reason != Check || p.ExpectedDigits() != cnpj[12:] {
				t.Fatalf("%s: %v", wrong, p)
			}
		}
	}
}

// A character heard for another is caught, but for those that weigh the same
// modulo 11: that is why a number with letters is read back.
func TestWhatCheckDigitsCannotCatchIsKnown(t *testing.T) {
	for _, pair := range []string{"DO", "O9", "Q0", "S2", "EP"} {
		a, b := cnpjByTheBook("12ABC34501A"+pair[:1]), cnpjByTheBook("12ABC34501A"+pair[1:])
		if a[12:] != b[12:] {
			t.Errorf("%s are told apart: %s, %s", pair, a, b)
		}
	}
}
