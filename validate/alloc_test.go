package validate

import "testing"

// checks has every Check function with valid and invalid texts.
var checks = map[string]struct {
	check func(string) Problem
	texts []string
}{
	"CPF": {
		func(s string) Problem { return second(CheckCPF(s)) },
		[]string{"529.982.247-25", "529.982.247-24", "529x", "", "11222333000181"},
	},
	"CNPJ": {
		func(s string) Problem { return second(CheckCNPJ(s)) },
		[]string{"12.ABC.345/01DE-35", "12ABC34501DEX5", "12ABC34501DE36", "191"},
	},
	"Document": {
		func(s string) Problem { return second(CheckDocument(s)) },
		[]string{"529.982.247-25", "12.ABC.345/01DE-35", "5299822472O"},
	},
	"Phone": {
		func(s string) Problem { return second(CheckPhone(s)) },
		[]string{"+55 (11) 98765-4321", "1198765432", "0800 123 4567"},
	},
	"Email": {
		func(s string) Problem { return second(CheckEmail(s)) },
		[]string{"ana.maria@exemplo.com.br", "ana@", "Ana <a@b.com>"},
	},
	"URL": {
		func(s string) Problem { return second(CheckURL(s)) },
		[]string{"https://www.exemplo.com.br:8443/volta?a=b%20c", "exemplo.com", "https://"},
	},
}

func TestChecksDoNotAllocate(t *testing.T) {
	for name, c := range checks {
		for _, s := range c.texts {
			if n := testing.AllocsPerRun(100, func() { _ = c.check(s) }); n != 0 {
				t.Errorf("%s of %q: %v allocations", name, s, n)
			}
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for name, c := range checks {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = c.check(c.texts[0])
			}
		})
	}
}

func BenchmarkMaskDocument(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		MaskDocument("12abc34501de35")
	}
}
